import { line } from 'd3-shape';
import { ChartFrame } from '@/app/_components/chart-frame';
import { type Actor, actors, relations } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

const WIDTH = 344;
const BOX = { width: 104, height: 46 };
const STEP = { x: 120, y: 76 };

/** Column and row of each actor: Korea at the top, Cambodia below, what both do between them. */
const places: Record<string, readonly [column: number, row: number]> = {
  'foreign-ministry': [0, 0],
  president: [1, 0],
  intelligence: [2, 0],
  embassy: [0, 1],
  'response-team': [1, 1],
  police: [2, 1],
  aseanapol: [0, 2],
  'korean-desk': [2, 2],
  justice: [0, 3],
  'joint-task-force': [2, 3],
  licadho: [0, 4],
  'cambodia-government': [1, 4],
  'tour-guides': [2, 4],
  'us-uk': [1, 5],
  'prince-group': [2, 5],
};

const looks: Record<Actor['side'], string> = {
  korea: 'fill-primary-5 stroke-primary-60',
  both: 'fill-success-5 stroke-success-60',
  cambodia: 'fill-warning-5 stroke-warning-60',
  beyond: 'fill-gray-5 stroke-gray-60',
};

type Point = [number, number];

function boxOf(id: string) {
  const [column = 0, row = 0] = places[id] ?? [];
  const left = 2 + column * STEP.x - (column === 2 ? 2 : 0);
  const top = 2 + row * STEP.y;
  return { column, row, left, top, x: left + BOX.width / 2, y: top + BOX.height / 2 };
}

/** From edge to edge: sideways within a row, else from the lower edge of one to the upper edge of the other. */
function route(from: string, to: string): Point[] {
  const one = boxOf(from);
  const other = boxOf(to);
  if (from === 'president' && to === 'joint-task-force') {
    // Past the boxes between them, through the gap beside the right column.
    const gap = other.left - 8;
    return [
      [one.left + BOX.width, one.y + 12],
      [gap, one.y + 12],
      [gap, other.y],
      [other.left, other.y],
    ];
  }
  const half = { x: BOX.width / 2, y: BOX.height / 2 };
  if (one.row === other.row) {
    const way = Math.sign(other.x - one.x);
    return [
      [one.x + way * half.x, one.y],
      [other.x - way * half.x, other.y],
    ];
  }
  const way = Math.sign(other.row - one.row);
  const lean = (other.column - one.column) * 22;
  return [
    [one.x + lean, one.y + way * half.y],
    [other.x - lean, other.y - way * half.y],
  ];
}

const draw = line();

/** Who is connected with whom. The words of every connection are in the table below it. */
export function ActorMap({ locale }: { locale: Locale }) {
  const { actors: page } = words(locale).background.pages;
  const height = 6 * STEP.y - (STEP.y - BOX.height) + 4;
  return (
    <ChartFrame
      title={page.relations}
      label={page.map}
      viewBox={`0 0 ${WIDTH} ${height}`}
      className="max-w-[30rem]"
      note={<Legend locale={locale} />}
    >
      <defs>
        <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0L8 4L0 8z" className="fill-gray-60" />
        </marker>
      </defs>
      {relations.map(({ id, from, to }) => (
        <path
          key={id}
          d={draw(route(from, to)) ?? ''}
          markerEnd="url(#arrow)"
          className="fill-none stroke-gray-60"
        />
      ))}
      {actors.map(({ id, short, side }) => {
        const { left, top, x, y } = boxOf(id);
        const lines = short[locale];
        return (
          <g key={id}>
            <rect
              x={left}
              y={top}
              width={BOX.width}
              height={BOX.height}
              rx="6"
              strokeDasharray={id === 'korean-desk' ? '4 3' : undefined}
              className={looks[side]}
            />
            {lines.map((text, index) => (
              <text
                key={text}
                x={x}
                y={y + 5 + (index - (lines.length - 1) / 2) * 18}
                textAnchor="middle"
                className="fill-gray-90 text-small"
              >
                {text}
              </text>
            ))}
          </g>
        );
      })}
    </ChartFrame>
  );
}

function Legend({ locale }: { locale: Locale }) {
  const { sides } = words(locale).background.pages.actors;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {(['korea', 'both', 'cambodia', 'beyond'] as const).map((side) => (
        <li key={side} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="14" height="14" className={looks[side]} />
          </svg>
          {sides[side]}
        </li>
      ))}
    </ul>
  );
}
