'use server';

import { redirect } from 'next/navigation';
import { shortIn, textIn } from '@/app/_request/posted';
import { askToErasePerson } from '@/lib/cases/erasing/commands';
import { readObserved } from '@/lib/cases/observed-moment';
import { addKnownPerson, addPerson, editPerson, recordFact, removePerson } from '@/lib/cases/people/commands';
import { isInCase } from '@/lib/cases/people/queries';
import { isKnown } from '@/lib/cases/person-records';
import { caseExists } from '@/lib/cases/reading/queries';
import { now } from '@/lib/clock';
import { database } from '@/lib/database';
import { forgetTyped } from '@/lib/staff/kept/commands';
import type { Permission } from '@/lib/staff/roles';
import { type Begun, beginAct, finishAct, keptPlace } from '../../../_desk/act';
import { addPlace, casePath, type PersonForm, personPlace } from './place';
import { codeIn, IDENTITY_FIELDS, identityIn } from './posted-person';

const numberIn = (form: FormData) => shortIn(form, 'number', 20);
/**
 * What is recorded of a person conflicts with nothing: it stands beside what others recorded. The key of the form holds what was typed, so that
 * a form that is sent again after "back" with other words is another form.
 */
const onCase = ({ name, typed }: Begun, form: FormData) => ({
  number: numberIn(form),
  seen: null,
  submission: JSON.stringify([name, textIn(form, 'person'), textIn(form, 'submission'), typed]),
});

async function beginAdding(form: FormData, name: string, fields: readonly string[]): Promise<Begun> {
  const number = numberIn(form);
  const known = await caseExists(database(), number);
  return beginAct({ form, place: addPlace(number), name, permission: 'case.work', fields, known });
}

/** Ends on the page of the person who was added. */
async function goToPerson(begun: Begun, number: string, personId: string, done: string): Promise<never> {
  await forgetTyped(database(), begun.actor.id, keptPlace(begun.place, begun.name));
  redirect(`/${begun.locale}${personPlace(number, personId).path}?done=${done}`);
}

export async function addPersonAction(form: FormData): Promise<void> {
  const begun = await beginAdding(form, 'add', IDENTITY_FIELDS);
  const identity = identityIn(form);
  if (!isKnown(identity)) return finishAct(begun, { ok: false, reason: 'nothing-known' });
  const number = numberIn(form);
  const result = await addPerson(database(), begun.actor, onCase(begun, form), identity);
  if (result.ok && 'personId' in result && result.personId)
    return goToPerson(begun, number, result.personId, 'add');
  if (!result.ok) return finishAct(begun, result);
  await forgetTyped(database(), begun.actor.id, keptPlace(begun.place, begun.name));
  redirect(`/${begun.locale}${casePath(number)}?done=${begun.name}#people`);
}

export async function takePersonAction(form: FormData): Promise<void> {
  const begun = await beginAdding(form, 'take', []);
  const personId = textIn(form, 'person');
  const result = await addKnownPerson(database(), begun.actor, onCase(begun, form), personId);
  if (!result.ok) return finishAct(begun, result);
  return goToPerson(begun, numberIn(form), personId, 'take');
}

async function begin(
  form: FormData,
  name: PersonForm,
  fields: readonly string[],
  permission: Permission = 'case.work',
) {
  const number = numberIn(form);
  const personId = shortIn(form, 'person', 36);
  const known = await isInCase(database(), number, personId);
  const place = personPlace(number, personId);
  return { ...(await beginAct({ form, place, name, permission, fields, known })), number, personId };
}

export async function editPersonAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'identity', IDENTITY_FIELDS);
  const { personId } = begun;
  const identity = identityIn(form);
  if (!isKnown(identity)) return finishAct(begun, { ok: false, reason: 'nothing-known' });
  const seenPerson = Number(textIn(form, 'seen'));
  const change = { personId, seenPerson, identity };
  return finishAct(begun, await editPerson(database(), begun.actor, onCase(begun, form), change));
}

export async function recordSafetyAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'safety', [
    'safety_value',
    'safety_source',
    'safety_confidence',
    'safety_at',
    'safety_note',
  ]);
  const value = codeIn(form, 'safety_value', 'safety_status');
  const source = codeIn(form, 'safety_source', 'safety_source');
  const confidence = codeIn(form, 'safety_confidence', 'confidence');
  if (!value || !source || !confidence) return finishAct(begun, { ok: false, reason: 'no-value' });
  const observed = readObserved(textIn(form, 'safety_at'), now());
  if (!observed) return finishAct(begun, { ok: false, reason: 'no-moment' });
  const fact = {
    value,
    source,
    confidence,
    observedAt: observed.toISOString(),
    note: textIn(form, 'safety_note'),
  };
  const { actor, personId } = begun;
  return finishAct(
    begun,
    await recordFact(database(), actor, onCase(begun, form), { personId, axis: 'SAFETY', fact }),
  );
}

export async function recordIdentityAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'verification', ['verification_value', 'verification_how']);
  const value = codeIn(form, 'verification_value', 'identity');
  const how = textIn(form, 'verification_how').trim();
  if (!value) return finishAct(begun, { ok: false, reason: 'no-action' });
  if (!how && value === 'VERIFIED') return finishAct(begun, { ok: false, reason: 'no-how' });
  const { actor, personId } = begun;
  const recording = { personId, axis: 'IDENTITY', fact: { value, how } } as const;
  return finishAct(begun, await recordFact(database(), actor, onCase(begun, form), recording));
}

export async function recordWillingnessAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'willingness', [
    'willingness_value',
    'willingness_said_to',
    'willingness_note',
  ]);
  const value = codeIn(form, 'willingness_value', 'willingness');
  if (!value) return finishAct(begun, { ok: false, reason: 'no-action' });
  const fact = { value, saidTo: textIn(form, 'willingness_said_to'), note: textIn(form, 'willingness_note') };
  const { actor, personId } = begun;
  const recording = { personId, axis: 'WILLINGNESS', fact } as const;
  return finishAct(begun, await recordFact(database(), actor, onCase(begun, form), recording));
}

export async function recordPositionAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'position', ['position_value', 'position_note'], 'position.see');
  const value = codeIn(form, 'position_value', 'position');
  if (!value) return finishAct(begun, { ok: false, reason: 'no-action' });
  const { actor, personId } = begun;
  const recording = {
    personId,
    axis: 'POSITION',
    fact: { value, note: textIn(form, 'position_note') },
  } as const;
  return finishAct(begun, await recordFact(database(), actor, onCase(begun, form), recording));
}

export async function agreeQuestionAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'proof', ['proof_question', 'proof_answer']);
  const fact = {
    question: textIn(form, 'proof_question').trim(),
    answer: textIn(form, 'proof_answer').trim(),
  };
  if (!fact.question || !fact.answer) return finishAct(begun, { ok: false, reason: 'no-question' });
  const { actor, personId } = begun;
  const recording = { personId, axis: 'PROOF_QUESTION', fact } as const;
  return finishAct(begun, await recordFact(database(), actor, onCase(begun, form), recording));
}

/** Ends on the case: the person's page is no more. */
export async function removePersonAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'remove', ['remove_reason']);
  const { actor, locale, number, personId, place, name } = begun;
  const removal = { personId, reason: textIn(form, 'remove_reason') };
  const result = await removePerson(database(), actor, onCase(begun, form), removal);
  if (!result.ok)
    return finishAct(begun, result.reason === 'empty' ? { ok: false, reason: 'no-reason' } : result);
  await forgetTyped(database(), actor.id, keptPlace(place, name));
  redirect(`/${locale}${casePath(number)}?done=${name}#people`);
}

/** Where the same word means something else of a person than of a case or a report. */
const ERASING_PROBLEMS: Readonly<Record<string, string>> = {
  empty: 'no-reason',
  open: 'cases-open',
  'in-return': 'still-returning',
  moved: 'person-moved',
};

/** Asks a second person to erase somebody with everything that was established about them. */
export async function askToErasePersonAction(form: FormData): Promise<void> {
  const begun = await begin(form, 'erase', ['erase_reason', 'asked'], 'erase.ask');
  const { actor, personId, typed } = begun;
  const why = typed.asked === 'YES' ? 'REQUEST' : 'DESK';
  const asking = { personId, reason: typed.erase_reason ?? '', why } as const;
  const result = await askToErasePerson(database(), actor, onCase(begun, form), asking);
  if (result.ok) return finishAct(begun, result);
  return finishAct(begun, { ok: false, reason: ERASING_PROBLEMS[result.reason] ?? result.reason });
}
