import { ChartFrame } from '@/app/_components/chart-frame';
import { lureSteps } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

const ROW = 84;
const BOX = { x: 2, width: 296, height: 58 };

/** The two steps in which a person is not free: drawn darker and with a wall at the side. */
const HELD = ['lure-held', 'lure-forced'];

/** The six steps as a way down the page, read without a word beside it. */
export function LurePicture({ locale }: { locale: Locale }) {
  const { lure: page } = words(locale).background.pages;
  const height = lureSteps.length * ROW - (ROW - BOX.height) + 4;
  return (
    <ChartFrame
      title={page.pictureTitle}
      label={page.picture}
      viewBox={`0 0 300 ${height}`}
      className="max-w-[22rem]"
    >
      {lureSteps.map(({ id, title, short }, index) => {
        const top = 2 + index * ROW;
        const held = HELD.includes(id);
        return (
          <g key={id}>
            {index > 0 ? (
              <path
                d={`M150 ${top - ROW + BOX.height + 2}V${top - 4}m-6 -7l6 7l6 -7`}
                className="fill-none stroke-gray-60 stroke-2"
              />
            ) : null}
            <rect
              x={BOX.x}
              y={top}
              width={BOX.width}
              height={BOX.height}
              rx="8"
              className={held ? 'fill-danger-5 stroke-danger-60 stroke-2' : 'fill-gray-0 stroke-gray-60'}
            />
            <circle cx="32" cy={top + 29} r="15" className={held ? 'fill-danger-60' : 'fill-primary-70'} />
            <text x="32" y={top + 34} textAnchor="middle" className="fill-gray-0 text-small font-bold">
              {index + 1}
            </text>
            <text x="60" y={top + 25} className="fill-gray-90 text-small font-bold">
              {title[locale]}
            </text>
            <text x="60" y={top + 46} className="fill-gray-70 text-small">
              {short[locale]}
            </text>
          </g>
        );
      })}
    </ChartFrame>
  );
}
