import { DAY, HOUR } from '@/lib/clock';
import { ALPHABET, group } from '@/lib/reports/code-alphabet';
import type { ReportState } from '@/lib/reports/code-lists';
import { makeCase } from './made-case';
import { type MadeReport, makeReport } from './made-report';
import type { Making } from './making';

/** How many reports tell of the same matter. */
export const A_MATTER = [
  [1, 80],
  [2, 15],
  [3, 5],
] as const;
const DECIDED: readonly (readonly [ReportState, number])[] = [
  ['INTEL_ONLY', 50],
  ['OUT_OF_SCOPE', 35],
  ['WITHDRAWN', 10],
  ['ABUSE', 5],
];

/**
 * Reports of one matter: still to be decided, decided, or made into a case. What is open is young; what is over came in the order in which it is made,
 * as it does in life, `late` from 0 (a year ago) to 1 (days ago).
 */
export async function makeMatter(
  making: Making,
  open: number,
  late: number,
  from: number,
  count: number,
): Promise<void> {
  const { chance, at } = making;
  const undecided = chance.of(open);
  const promoted = !undecided && chance.of(0.6);
  const stillOpen = promoted && chance.of(open);
  const waited = -Math.log(1 - chance.next());
  const age = undecided
    ? Math.min(20 * DAY, waited * 1.5 * DAY)
    : stillOpen
      ? 6 * HOUR + Math.min(120 * DAY, waited * 12 * DAY)
      : (3 + 357 * (1 - late) + 3 * chance.next()) * DAY;
  const made: MadeReport[] = [];
  for (let index = 0; index < count; index += 1) {
    const later = index === 0 ? 0 : (chance.next() * age) / 4;
    const undecidedState = chance.of(0.6) ? 'RECEIVED' : 'SCREENING';
    const decidedState = promoted ? (index === 0 ? 'PROMOTED' : 'LINKED') : chance.weighted(DECIDED);
    made.push(
      await makeReport(making, {
        reference: referenceOf(making.tools.firstReference + from + index),
        receivedAt: new Date(at.getTime() - Math.floor(age - later)),
        state: undecided ? undecidedState : decidedState,
      }),
    );
  }
  if (promoted) await makeCase(making, made, stillOpen);
}

const SYMBOLS = 8;
const ALL = BigInt(ALPHABET.length) ** BigInt(SYMBOLS);
/** Shares no factor with the number of symbols, so that no two numbers come to the same reference. */
const STRIDE = 387_420_489_017n;

/** A reference that looks drawn and is different for each number. */
function referenceOf(number: number): string {
  let left = ((BigInt(number) + 1n) * STRIDE) % ALL;
  let symbols = '';
  for (let place = 0; place < SYMBOLS; place += 1) {
    symbols += ALPHABET[Number(left % BigInt(ALPHABET.length))];
    left /= BigInt(ALPHABET.length);
  }
  return `NR-${group(symbols, 4)}`;
}
