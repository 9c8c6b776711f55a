import { type Bar, BarChart } from '@/app/_components/chart-bars';
import { figures } from '@/lib/background/evidence';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** The values of a figure by its id, so that a chart cannot show another number than the evidence. */
function valuesOf(id: string): readonly number[] {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new Error(`There is no figure ${id}.`);
  return found.value;
}

const single = (id: string) => valuesOf(id)[0] ?? Number.NaN;

/** From 10–20 to 330, on a plain and on a log scale; for 2024 both counts stand. */
export function CaseCharts({ locale }: { locale: Locale }) {
  const { figures: page } = words(locale).background.pages;
  const [low = 0, high = 0] = valuesOf('figure-earlier');
  const one = (id: string, label: string, tone: 'solid' | 'other' = 'solid'): Bar => ({
    id,
    label,
    shown: String(single(id)),
    parts: [{ to: single(id), tone }],
  });
  const bars: Bar[] = [
    {
      id: 'figure-earlier',
      label: page.bars.earlier,
      shown: `${low}–${high}`,
      parts: [
        { to: low, tone: 'solid' },
        { to: high, tone: 'soft' },
      ],
    },
    one('figure-2023', page.bars.y2023, 'other'),
    one('figure-2024-na', page.bars.na2024),
    one('figure-2024-han', page.bars.han2024, 'other'),
    one('figure-2025', page.bars.y2025),
  ];
  return (
    <div className="grid gap-8 md:grid-cols-2">
      <BarChart title={page.linear} label={page.casesChart} bars={bars} ticks={[0, 100, 200, 300]} />
      <BarChart title={page.log} label={page.casesChart} bars={bars} scale="log" ticks={[1, 10, 100, 400]} />
    </div>
  );
}

/** 63 detained, and 64 returned, who are 59 and 5. */
export function PeopleChart({ locale }: { locale: Locale }) {
  const { figures: page } = words(locale).background.pages;
  const held = single('figure-59');
  return (
    <BarChart
      title={page.peopleTitle}
      label={page.peopleChart}
      ticks={[0, 20, 40, 60]}
      bars={[
        {
          id: 'figure-63',
          label: page.bars.detained,
          shown: String(single('figure-63')),
          parts: [{ to: single('figure-63'), tone: 'soft' }],
        },
        {
          id: 'figure-64',
          label: page.bars.returned,
          shown: `${held} + ${single('figure-5')}`,
          parts: [
            { to: held, tone: 'solid' },
            { to: held + single('figure-5'), tone: 'other' },
          ],
        },
      ]}
      legend={[
        { tone: 'solid', text: `${held}: ${page.bars.crackdown}` },
        { tone: 'other', text: `${single('figure-5')}: ${page.bars.rescue}` },
      ]}
    />
  );
}
