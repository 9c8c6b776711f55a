import { textIn } from '@/app/_request/posted';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Nobody types these, and PostgreSQL keeps no NUL in a text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
const NOBODYS = '00000000-0000-4000-8000-000000000000';

/** A text of the settings as it may be stored: lines end as everywhere, nothing unprintable, no blanks around it. */
export function editedText(form: FormData, name: string): string {
  return textIn(form, name).replaceAll('\r\n', '\n').replace(CONTROL, '').trim();
}

/** The id of the row that a form is about; one that nothing has for anything that cannot be an id. */
export function rowIdIn(form: FormData, name: string): string {
  const id = textIn(form, name);
  return UUID.test(id) ? id : NOBODYS;
}

/** The version of the row that a form was made for; -1, which nothing has, for anything that cannot be one. */
export function versionIn(form: FormData): number {
  const seen = textIn(form, 'seen');
  return /^\d{1,9}$/.test(seen) ? Number(seen) : -1;
}
