import { scaleLinear, scaleLog } from 'd3-scale';
import { ChartFrame } from './chart-frame';

/** How a stretch of a bar is filled; told apart by outline as well as by colour. */
export type BarTone = 'solid' | 'soft' | 'other';

export type Bar = {
  id: string;
  label: string;
  /** The value in words and digits, at the bar's end. */
  shown: string;
  /** Stretches one after the other: where each ends, in the chart's unit. */
  parts: readonly { to: number; tone: BarTone }[];
};

type Props = {
  label: string;
  title?: string;
  bars: readonly Bar[];
  scale?: 'linear' | 'log';
  /** Gridlines; the first is where the scale begins, the last where it ends. */
  ticks: readonly [number, number, ...number[]];
  legend?: readonly { tone: BarTone; text: string }[];
};

const WIDTH = 340;
const ROW = 50;
const BAR = 20;
/** Room at the right for the value that follows the longest bar. */
const VALUE_ROOM = 76;

const tones: Record<BarTone, string> = {
  solid: 'fill-primary-60 stroke-primary-60',
  soft: 'fill-primary-5 stroke-primary-60',
  other: 'fill-warning-5 stroke-warning-60',
};

/** Lying bars with their label above and their value behind: readable at 320 px without turning a single letter. */
export function BarChart({ label, title, bars, scale = 'linear', ticks, legend = [] }: Props) {
  const domain = [ticks[0], ticks.at(-1) ?? ticks[1]];
  const range = [1, WIDTH - VALUE_ROOM];
  const x = scale === 'log' ? scaleLog(domain, range) : scaleLinear(domain, range);
  const height = bars.length * ROW;
  const start = x(ticks[0]);
  return (
    <ChartFrame
      label={label}
      {...(title ? { title } : {})}
      viewBox={`0 0 ${WIDTH} ${height + 26}`}
      note={legend.length > 0 ? <Legend entries={legend} /> : undefined}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${Math.round(x(tick))} 0V${height}`} className="stroke-gray-20" />
          <text
            x={Math.round(x(tick))}
            y={height + 18}
            className="fill-gray-70 text-small"
            textAnchor="middle"
          >
            {tick === ticks[0] ? '' : tick}
          </text>
        </g>
      ))}
      {bars.map(({ id, label: name, shown, parts }, index) => {
        const top = index * ROW;
        const end = parts.at(-1)?.to ?? 0;
        return (
          <g key={id}>
            <text x={start + 3} y={top + 16} className="fill-gray-90 text-small">
              {name}
            </text>
            {parts.map(({ to, tone }, part) => {
              const from = x(parts[part - 1]?.to ?? ticks[0]);
              return (
                <rect
                  key={to}
                  x={Math.round(from)}
                  y={top + 22}
                  width={Math.max(2, Math.round(x(to) - from))}
                  height={BAR}
                  className={tones[tone]}
                />
              );
            })}
            <text x={Math.round(x(end)) + 7} y={top + 38} className="fill-gray-90 text-small font-bold">
              {shown}
            </text>
          </g>
        );
      })}
      <path d={`M${start} 0V${height}`} className="stroke-gray-60" />
    </ChartFrame>
  );
}

function Legend({ entries }: { entries: readonly { tone: BarTone; text: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1">
      {entries.map(({ tone, text }) => (
        <li key={text} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true" focusable="false">
            <rect x="1" y="1" width="14" height="14" className={tones[tone]} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
