/** A sentence with its `{…}` filled in. For words that go to the browser, where a function cannot. */
export function filled(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** How large a file is, for a person: whole kilobytes, megabytes with one place. */
export function fileSize(said: { kilobytes: string; megabytes: string }, bytes: number): string {
  const kilobytes = bytes / 1024;
  if (kilobytes < 1000) return filled(said.kilobytes, { n: Math.max(1, Math.round(kilobytes)) });
  return filled(said.megabytes, { n: (kilobytes / 1024).toFixed(1) });
}
