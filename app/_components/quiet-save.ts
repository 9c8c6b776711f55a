import { isLeaving } from './leaving';
import { tryNumber } from './try-number';

/** What became of the last quiet save. `elsewhere`: another tab has written here. `over`: the draft takes nothing more. */
export type Kept = { state: 'saved' | 'notYet' | 'elsewhere' | 'over'; at: Date };

export type QuietSave = { saveNow: () => Promise<boolean>; sending: (is: boolean) => void; stop: () => void };

const PAUSE_MS = 5_000;
/** What a browser still sends while its page goes away (the Fetch standard allows 64 KB), less the form's own parts. */
const KEEPALIVE_BYTES = 56_000;
const MOST_BYTES = 3_400_000;

/**
 * Saves a form while it is being written: after a pause, when the page is hidden, and when it goes away. Without an address (the page that
 * asks for consent) nothing is saved before it is sent. Where something typed is not safe, leaving the page asks first.
 */
export function saveQuietly(
  form: HTMLFormElement,
  address: string | null,
  tell: (kept: Kept) => void,
): QuietSave {
  let typed = 0;
  let saved = 0;
  let failed = false;
  let over = address === null;
  let sending = false;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    if (!over) timer = setTimeout(saveNow, PAUSE_MS);
  };

  async function saveNow(): Promise<boolean> {
    clearTimeout(timer);
    if (typed === saved) return true;
    if (over || busy || sending || !address) return false;
    const body = fieldsOf(form);
    const size = new Blob([...body.values()]).size;
    if (size > MOST_BYTES) return false;
    const until = typed;
    busy = true;
    const status = await fetch(address, { method: 'POST', body, keepalive: size < KEEPALIVE_BYTES })
      .then((response) => response.status)
      .catch(() => 0);
    busy = false;
    failed = status !== 204;
    over = status === 409 || status === 410;
    if (!failed) saved = until;
    if (typed !== saved) later();
    if (!sending)
      tell({
        state: failed ? (status === 409 ? 'elsewhere' : over ? 'over' : 'notYet') : 'saved',
        at: new Date(),
      });
    return !failed;
  }

  const onInput = ({ target }: Event) => {
    if (isFile(target)) return;
    typed += 1;
    later();
  };
  const onHidden = () => document.visibilityState === 'hidden' && void saveNow();
  const onAway = () => void saveNow();
  const onLeave = (event: BeforeUnloadEvent) => {
    if (typed !== saved && !sending && !isLeaving() && (failed || over || !navigator.onLine))
      event.preventDefault();
  };
  const wires = [
    [form, 'input', onInput],
    [document, 'visibilitychange', onHidden],
    [window, 'pagehide', onAway],
    [window, 'online', onAway],
    [window, 'beforeunload', onLeave],
  ] as const;
  for (const [target, name, listener] of wires) target.addEventListener(name, listener as EventListener);
  // Typed before this script was there.
  if ([...form.elements].some(isChanged)) form.dispatchEvent(new Event('input'));
  return {
    saveNow,
    sending: (is) => {
      sending = is;
      if (is) clearTimeout(timer);
    },
    stop: () => {
      clearTimeout(timer);
      for (const [target, name, listener] of wires)
        target.removeEventListener(name, listener as EventListener);
    },
  };
}

/** A form's fields as they stand, without files and without what names its action. */
function fieldsOf(form: HTMLFormElement): FormData {
  const fields = new FormData(form);
  for (const [name, value] of [...fields])
    if (typeof value !== 'string' || name.startsWith('$')) fields.delete(name);
  fields.set('try', tryNumber());
  return fields;
}

/** Files are never among what is saved here, so choosing one says nothing about it. */
const isFile = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === 'file';

/** Whether a control stands otherwise than the server sent it. */
function isChanged(control: Element): boolean {
  if (control instanceof HTMLSelectElement)
    return (
      [...control.options].some((option) => option.selected !== option.defaultSelected) &&
      control.value !== ''
    );
  if (control instanceof HTMLInputElement && ['radio', 'checkbox'].includes(control.type))
    return control.checked !== control.defaultChecked;
  if (control instanceof HTMLInputElement && ['hidden', 'file', 'submit'].includes(control.type))
    return false;
  return (
    (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) &&
    control.value !== control.defaultValue
  );
}
