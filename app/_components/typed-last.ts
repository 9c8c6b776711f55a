/** One box of a form and what somebody wrote in it. */
export type Written = { label: string; text: string };

/** How long after a form was sent a page that breaks is taken for its answer. */
const MOST_MS = 60_000;
/** Kinds of input that hold words; a password or a code is no word and is never taken down. */
const KINDS = new Set(['text', 'search', 'email', 'tel', 'url']);

/** In this page's memory alone: gone with it, and in no storage. */
let last: { at: number; written: Written[] } | undefined;

/** Takes down what is written in each form as it is sent, until the returned function is called. */
export function takeDownForms(): () => void {
  const takeDown = ({ target }: SubmitEvent) => {
    if (target instanceof HTMLFormElement) last = { at: Date.now(), written: writtenIn(target) };
  };
  document.addEventListener('submit', takeDown, true);
  return () => document.removeEventListener('submit', takeDown, true);
}

/** What was written in the form that was sent a moment ago. */
export const typedLast = (): Written[] => (last && Date.now() - last.at < MOST_MS ? last.written : []);

function writtenIn(form: HTMLFormElement): Written[] {
  return [...form.elements].flatMap((control) => {
    const holdsWords =
      control instanceof HTMLTextAreaElement ||
      (control instanceof HTMLInputElement &&
        KINDS.has(control.type) &&
        control.autocomplete !== 'one-time-code');
    if (!holdsWords || control.value.trim() === '') return [];
    return [{ label: control.labels?.[0]?.textContent?.trim() ?? '', text: control.value }];
  });
}
