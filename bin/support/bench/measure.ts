/** One line of a table: what was measured (NaN: it could not be here), and the bar it has to hold, if it has one. */
export type Measure = {
  part: string;
  what: string;
  value: number;
  unit: string;
  bar?: { atMost: number } | { atLeast: number };
};

/** Whether a measure holds its bar; one without a bar always does, and one that could not be measured holds none. */
export function holds({ value, bar }: Measure): boolean {
  if (!bar) return true;
  return 'atMost' in bar ? value <= bar.atMost : value >= bar.atLeast;
}

/** The value below which a share of the sorted values lies (nearest rank). Share from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);

const verdict = (measure: Measure) => {
  if (!measure.bar) return '';
  if (Number.isNaN(measure.value)) return 'NOT MEASURED';
  return holds(measure) ? 'holds' : 'MISSED';
};

const shown = (value: number) =>
  Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) >= 10 ? 1 : 2);

/** The measures as a table that a person reads in a terminal and a document can hold as it is (Markdown). */
export function table(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => {
    const { part, what, value, unit, bar } = measure;
    const wanted = bar ? ('atMost' in bar ? `≤ ${bar.atMost}` : `≥ ${bar.atLeast}`) : '';
    return `| ${part} | ${what} | ${Number.isNaN(value) ? '?' : shown(value)} ${unit} | ${wanted} | ${verdict(measure)} |`;
  });
  return ['| part | what | measured | bar | |', '|---|---|---|---|---|', ...rows].join('\n');
}
