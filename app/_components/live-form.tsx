'use client';

import { unstable_rethrow } from 'next/navigation';
import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { useForm } from 'react-hook-form';
import { failureOf } from './action-failure';
import { type Complaint, isMended } from './mended';
import { QuietLine, type QuietWords } from './quiet-line';
import { type Kept, type QuietSave, saveQuietly } from './quiet-save';
import { type Outcome, type Sending, sendUntilTaken, type Told } from './send-until-taken';
import { SendingNotice, type SendingWords } from './sending-notice';
import { tryNumber } from './try-number';
import { typedBefore } from './typed-before';

type Props = {
  id: string;
  action: (form: FormData) => Promise<unknown>;
  /** What the server found wrong, so that each field can be looked at again while it is mended. */
  complaints: readonly Complaint[];
  /** Said when the connection breaks while sending; what was typed is still there. */
  failed: string;
  /** Said when there is more on the page than the server takes at a time. */
  tooLong: string;
  /** Said, by what the action answers, when it gives the page back; what was typed is still there. */
  givenBack?: Readonly<Record<string, string>>;
  /** For a form that may be sent twice without harm: it is sent until it has arrived, with these words. */
  sending?: SendingWords;
  /** For a page of a draft: where it is saved while it is written, or null where it is saved only when it is sent. */
  quiet?: { address: string | null; locale: string; words: QuietWords };
  children: ReactNode;
};

/** What the server refuses (proxy.ts), less what the form's own parts weigh. */
const MOST_BYTES = 3_400_000;

/**
 * The form around server-rendered fields. Without JavaScript it is a plain POST. With it, react-hook-form takes over the controls that are
 * already there (and whatever was typed into them before), looks at a mended field again, a page is saved while it is written, and what
 * is sent is sent again until it has arrived.
 */
export function LiveForm({
  id,
  action,
  complaints,
  failed,
  tooLong,
  givenBack,
  sending,
  quiet,
  children,
}: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [restore] = useState(() => typedBefore(id));
  useLayoutEffect(() => restore(form.current), [restore]);

  const { register, formState, trigger } = useForm({ mode: 'onChange' });
  const [looked, setLooked] = useState(false);
  const [broken, setBroken] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const [kept, setKept] = useState<Kept | null>(null);
  const current = useRef<Sending | null>(null);
  const keeper = useRef<QuietSave | null>(null);
  const errors = formState.errors;

  useEffect(() => {
    const listening = new AbortController();
    for (const complaint of complaints) {
      const { field } = complaint;
      // By its name alone: react-hook-form would write the first control's value into all the others of a field, and a date, like a
      // list, has several that each hold their own.
      register(field, { validate: () => isMended(complaint, controlsOf(form.current, complaint)) });
      for (const control of controlsOf(form.current, complaint))
        control.addEventListener('input', () => void trigger(field), listening);
    }
    if (complaints.length > 0) void trigger().then(() => setLooked(true));
    return () => listening.abort();
  }, [complaints, register, trigger]);

  useEffect(() => {
    if (!looked) return;
    for (const { field } of complaints) showError(form.current, field, Boolean(errors[field]));
  });

  const address = quiet?.address;
  useEffect(() => {
    if (address === undefined || !form.current) return;
    const keeping = saveQuietly(form.current, address, setKept);
    keeper.current = keeping;
    return keeping.stop;
  }, [address]);

  useEffect(() => () => current.current?.stop(), []);

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (current.current) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    // Read anew at every attempt: what is typed while the line is broken goes along.
    const data = () => {
      const fields = new FormData(form.current ?? undefined, submitter);
      fields.set('try', tryNumber());
      return fields;
    };
    if (new Blob([...data().values()]).size > MOST_BYTES) return setBroken(tooLong);
    setBroken('');
    setTold(null);
    keeper.current?.sending(true);
    current.current = sendUntilTaken(
      () => attempt(action, data, (why) => setBroken(givenBack?.[why] ?? failed)),
      (now) => {
        if (now.outcome === 'taken') {
          // What comes next replaces this page: nothing on it has to be saved any more.
          current.current = null;
          return setTold(null);
        }
        if (!isGoingOn(now) || !sending) stop();
        if (now.outcome === 'givenBack') return;
        if (!sending) return setBroken(failed);
        setTold(now);
        if (now.outcome === 'stale') void keeper.current?.saveNow().then((safe) => safe && location.reload());
      },
    );
  }

  function stop() {
    current.current?.stop();
    current.current = null;
    keeper.current?.sending(false);
  }

  return (
    <form
      ref={form}
      id={id}
      action={action as (form: FormData) => Promise<void>}
      onSubmit={send}
      noValidate
      autoComplete="off"
      className="space-y-10"
    >
      {children}
      {quiet ? <QuietLine kept={kept} locale={quiet.locale} words={quiet.words} /> : null}
      {sending ? (
        <SendingNotice
          told={told}
          broken={broken}
          words={sending}
          onNow={() => current.current?.now()}
          onStop={() => {
            stop();
            setTold(null);
            setBroken(sending.stopped);
          }}
        />
      ) : (
        <p
          role="status"
          className={broken ? 'border-danger-50 border-l-4 pl-4 font-bold text-danger-60' : 'sr-only'}
        >
          {broken}
        </p>
      )}
    </form>
  );
}

const isGoingOn = ({ outcome }: Told) => outcome === 'dropped' || outcome === 'busy';

/** One sending of the form by its action. A redirect is the answer that was hoped for, and React has to see it; a word is why it is given back. */
function attempt(
  action: Props['action'],
  data: () => FormData,
  giveBack: (why: string) => void,
): Promise<Outcome> {
  return new Promise((resolve) => {
    startTransition(async () => {
      try {
        const why = await action(data());
        if (typeof why === 'string') giveBack(why);
        resolve(typeof why === 'string' ? 'givenBack' : 'taken');
      } catch (error) {
        const failure = failureOf(error);
        resolve(failure ?? 'taken');
        if (!failure) unstable_rethrow(error);
      }
    });
  });
}

function controlsOf(
  form: HTMLFormElement | null,
  { names }: Complaint,
): (HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement)[] {
  return [...(form?.elements ?? [])].filter(
    (element): element is HTMLInputElement =>
      'name' in element && names.includes((element as HTMLInputElement).name),
  );
}

function showError(form: HTMLFormElement | null, field: string, wrong: boolean): void {
  const message = form?.querySelector<HTMLElement>(`[data-error-for="${field}"]`);
  if (message) message.hidden = !wrong;
  for (const control of form?.querySelectorAll(`[aria-describedby~="${field}-error"]`) ?? []) {
    if (control.matches('input, textarea, select')) control.setAttribute('aria-invalid', String(wrong));
  }
}
