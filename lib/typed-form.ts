export type TypedForm = {
  /** What somebody wrote in words, to be shown and changed. */
  shown: [name: string, value: string][];
  /** What was chosen, and what the page itself put there: goes along unseen. */
  carried: [name: string, value: string][];
  /** Whether files were chosen, which no page can give back. */
  files: boolean;
};

/** What a page puts into its forms: nobody typed it. */
const MADE = new Set([
  'after',
  'action',
  'draft',
  'from',
  'intent',
  'locale',
  'nonce',
  'page',
  'reporter_kind',
  'scope',
  'section',
  'seen',
  'submission',
  'version',
]);
/** Codes of the questionnaire, numbers, and what Next puts there. */
const CODE = /^[A-Z0-9_-]*$/;

/** Everything of a posted form, by how it is given back; nothing is left out but files. Values of one name stay in their order. */
export function sortTyped(form: FormData): TypedForm {
  const entries = [...form.entries()];
  const texts = entries.flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const isWritten = ([name, value]: [string, string]) =>
    !MADE.has(name) && !name.startsWith('$') && !CODE.test(value.trim());
  const written = new Set(texts.filter(isWritten).map(([name]) => name));
  return {
    shown: texts.filter(([name]) => written.has(name)),
    carried: texts.filter(([name]) => !written.has(name)),
    files: entries.some(([, value]) => value instanceof File && value.size > 0),
  };
}

/** How high a box has to be for all of a text to be seen, as far as that is of use. */
export const textRows = (text: string): number =>
  Math.min(12, Math.ceil(text.length / 40) + text.split('\n').length);
