import { headers } from 'next/headers';
import { requestScope } from '@/lib/request-scope.mjs';

/** Why a page is given back that is not to be sent again as it is: it belongs to another draft, or came after its report had been sent. */
export type GivenBack = 'otherDraft' | 'sent';

export type FormAction = (form: FormData) => Promise<unknown>;

/** A form that was posted and could not be taken, and the action that takes it when it is sent again; or why it will not be. */
export type Unsent = { form: FormData; action: FormAction; why?: GivenBack };

/**
 * Without JavaScript an action and the page that answers it are one request, and its headers are one object. On globalThis, because Next
 * bundles actions and pages apart.
 */
const shared = globalThis as typeof globalThis & { naruUnsent?: WeakMap<object, Unsent> };
shared.naruUnsent ??= new WeakMap();

/** Hands what was posted to the page that answers (`guarded`), which shows it in place of itself. */
export async function leaveUnsent(unsent: Unsent): Promise<void> {
  shared.naruUnsent?.set(await headers(), unsent);
  answerWith(unsent.why ? 409 : 503);
}

/** What this very request could not send; undefined for every other. */
export async function unsentHere(): Promise<Unsent | undefined> {
  return shared.naruUnsent?.get(await headers());
}

/** The status of a page that says that something failed: Next gives a page no way to choose it, bin/serve.mjs does. */
export function answerWith(status: 409 | 500 | 503): void {
  const scope = requestScope.getStore();
  if (scope) scope.status = status;
}
