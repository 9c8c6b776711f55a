'use client';

import { unstable_rethrow } from 'next/navigation';
import { type FormEvent, type ReactNode, startTransition, useEffect, useRef, useState } from 'react';
import { useForm } from 'react-hook-form';
import { type Complaint, isMended } from './mended';

type Props = {
  id: string;
  action: (form: FormData) => Promise<void>;
  /** What the server found wrong, so that each field can be looked at again while it is mended. */
  complaints: readonly Complaint[];
  /** Said when the connection breaks while sending; what was typed is still there. */
  failed: string;
  /** Said when there is more on the page than the server takes at a time. */
  tooLong: string;
  children: ReactNode;
};

/** What the server refuses (proxy.ts), less what the form's own parts weigh. */
const MOST_BYTES = 3_400_000;

/**
 * The form around server-rendered fields. Without JavaScript it is a plain POST. With it, react-hook-form takes over the controls that are
 * already there (and whatever was typed into them before), looks at a mended field again, and a broken connection keeps the page.
 */
export function LiveForm({ id, action, complaints, failed, tooLong, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const { register, formState, trigger } = useForm({ mode: 'onChange' });
  const [looked, setLooked] = useState(false);
  const [broken, setBroken] = useState('');
  const sending = useRef(false);
  const errors = formState.errors;

  useEffect(() => {
    for (const complaint of complaints) {
      for (const control of controlsOf(form.current, complaint)) {
        const { ref, onChange, onBlur } = register(complaint.field, {
          validate: () => isMended(complaint, controlsOf(form.current, complaint)),
        });
        ref(control);
        control.addEventListener('input', onChange);
        control.addEventListener('blur', onBlur);
      }
    }
    if (complaints.length > 0) void trigger().then(() => setLooked(true));
  }, [complaints, register, trigger]);

  useEffect(() => {
    if (!looked) return;
    for (const { field } of complaints) showError(form.current, field, Boolean(errors[field]));
  });

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (sending.current) return;
    const data = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
    if (new Blob([...data.values()]).size > MOST_BYTES) return setBroken(tooLong);
    sending.current = true;
    setBroken('');
    startTransition(async () => {
      try {
        await action(data);
      } catch (error) {
        unstable_rethrow(error);
        setBroken(failed);
      } finally {
        sending.current = false;
      }
    });
  }

  return (
    <form
      ref={form}
      id={id}
      action={action}
      onSubmit={send}
      noValidate
      autoComplete="off"
      className="space-y-10"
    >
      {children}
      <p
        role="status"
        className={broken ? 'border-danger-50 border-l-4 pl-4 font-bold text-danger-60' : 'sr-only'}
      >
        {broken}
      </p>
    </form>
  );
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
