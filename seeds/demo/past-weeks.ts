import type { Db } from '@/db/client';
import { statisticsSnapshots } from '@/db/schema/statistics';
import { DAY, HOUR, now, setClock } from '@/lib/clock';
import { endOf, lastCountableDay } from '@/lib/statistics/calendar';
import { publishNumbers } from '@/lib/statistics/commands';
import { fileScenario } from './file-report';
import type { Scenario } from './scenario';
import { scenarios } from './scenarios';

const WEEKS = 5;

/** The same report by somebody who agrees to statistics. */
const counted = (scenario: Scenario): Scenario => ({
  ...scenario,
  answers: (at) => ({ ...scenario.answers(at), K6: ['AGREE'] }),
});

/**
 * Files the scenarios once more for each of five past weeks, as if on their days, and publishes numbers of them. Only for a database without real
 * reports: what it decided about its weeks before is forgotten. Answers how many were filed.
 */
export async function filePastWeeks(db: Db): Promise<number> {
  const end = endOf(lastCountableDay(now())).getTime();
  const filed = scenarios.filter(({ viaSos }) => !viaSos);
  try {
    for (let week = 0; week < WEEKS; week += 1)
      for (const scenario of filed) {
        // On every day of the week, most on its first.
        const at = new Date(
          end - (week + 1) * 7 * DAY + (scenario.number % 3) * (week + 1) * DAY * 0.4 + HOUR,
        );
        setClock(at);
        await fileScenario(db, counted(scenario), at);
      }
  } finally {
    setClock(undefined);
  }
  await db.delete(statisticsSnapshots);
  await publishNumbers(db);
  return WEEKS * filed.length;
}
