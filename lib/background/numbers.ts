/** Every number written in digits, as plain digits: `150,000` is 150000, `$8.4` is 8.4. */
export function digitsIn(text: string): string[] {
  return [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)].map(([number]) => number.replaceAll(',', ''));
}

/** What a Korean amount is worth: `1억 7,200만` is 172,000,000. */
export function koreanAmount(text: string): number {
  return [...text.matchAll(/([\d,.]+)\s*(억|만)?/g)].reduce((sum, [, number = '', unit]) => {
    const worth = unit === '억' ? 1e8 : unit === '만' ? 1e4 : 1;
    return sum + Number(number.replaceAll(',', '')) * worth;
  }, 0);
}

/** What an English amount is worth: `172 million` is 172,000,000. */
export function englishAmount(text: string): number {
  const worth = text.includes('billion') ? 1e9 : text.includes('million') ? 1e6 : 1;
  return Number(digitsIn(text)[0] ?? Number.NaN) * worth;
}
