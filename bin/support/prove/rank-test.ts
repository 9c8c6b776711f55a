/**
 * Wilcoxon's signed-rank test, two-sided, for pairs measured right after each other: how likely differences like these are when neither of
 * the two takes longer. Zero differences are left out, ties share their ranks; the normal approximation holds from about 20 pairs on.
 */
export function signedRank(pairs: readonly (readonly [number, number])[]): { p: number; medianMs: number } {
  const differences = pairs.map(([one, other]) => one - other).filter((difference) => difference !== 0);
  const sorted = differences.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  const n = sorted.length;
  let positive = 0;
  let ties = 0;
  for (let from = 0; from < n; ) {
    let to = from;
    while (to < n && Math.abs(sorted[to] ?? 0) === Math.abs(sorted[from] ?? 0)) to += 1;
    const rank = (from + 1 + to) / 2;
    for (let at = from; at < to; at += 1) if ((sorted[at] ?? 0) > 0) positive += rank;
    ties += (to - from) ** 3 - (to - from);
    from = to;
  }
  const mean = (n * (n + 1)) / 4;
  const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
  const z = variance > 0 ? (Math.abs(positive - mean) - 0.5) / Math.sqrt(variance) : 0;
  const ordered = differences.toSorted((one, other) => one - other);
  return { p: Math.min(1, complementaryError(Math.max(0, z) / Math.SQRT2)), medianMs: ordered[n >> 1] ?? 0 };
}

/** Abramowitz and Stegun 7.1.26, good to 1.5e-7. */
function complementaryError(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const sum =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  return sum * Math.exp(-x * x);
}
