import { scaleLinear } from 'd3-scale';
import { axisTicks } from '@/app/_components/axis-ticks';
import { ChartFrame } from '@/app/_components/chart-frame';

export type DayColumn = { day: string; count: number | null };

type Props = {
  label: string;
  title: string;
  days: readonly DayColumn[];
  /** What is written under the first and the last day. */
  ends: readonly [string, string];
};

const WIDTH = 340;
const HEIGHT = 150;
const LEFT = 36;

/** A column a day on one line of time; a day without a number leaves its place empty. */
export function DayChart({ label, title, days, ends }: Props) {
  const ticks = axisTicks(Math.max(...days.map(({ count }) => count ?? 0)));
  const y = scaleLinear([0, ticks.at(-1) ?? 1], [HEIGHT, 8]);
  const step = (WIDTH - LEFT) / days.length;
  return (
    <ChartFrame label={label} title={title} viewBox={`0 0 ${WIDTH} ${HEIGHT + 26}`}>
      {ticks.map((tick) => (
        <g key={tick}>
          <path d={`M${LEFT} ${Math.round(y(tick))}H${WIDTH}`} className="stroke-gray-20" />
          <text x={LEFT - 6} y={Math.round(y(tick)) + 5} textAnchor="end" className="fill-gray-70 text-small">
            {tick}
          </text>
        </g>
      ))}
      {days.map(({ day, count }, index) =>
        count === null ? null : (
          <rect
            key={day}
            x={(LEFT + index * step + 1).toFixed(1)}
            y={Math.round(y(count))}
            width={(step - 2).toFixed(1)}
            height={HEIGHT - Math.round(y(count))}
            className="fill-primary-60"
          />
        ),
      )}
      <path d={`M${LEFT} ${HEIGHT}H${WIDTH}`} className="stroke-gray-60" />
      <text x={LEFT} y={HEIGHT + 20} className="fill-gray-70 text-small">
        {ends[0]}
      </text>
      <text x={WIDTH} y={HEIGHT + 20} textAnchor="end" className="fill-gray-70 text-small">
        {ends[1]}
      </text>
    </ChartFrame>
  );
}
