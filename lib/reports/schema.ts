import 'server-only';
import { z } from 'zod';
import { isAnswered, type ReporterKind } from '@/lib/urgency/answers';
import { codeLists } from './code-lists';
import { isCountry } from './countries';
import type { SectionAnswers } from './posted';
import { consentAgencies, type Field, type FieldName, fieldsOf, type SectionId } from './questionnaire';
import { MOST_REPEATED } from './repeated';
import { needsOn } from './steps';

/** What can be wrong with an answer; each has its sentence in both languages. */
export const problemCodes = [
  'needed',
  'unknown-code',
  'too-long',
  'too-many',
  'unreadable',
  'not-a-number',
  'out-of-range',
  'year-missing',
  'not-a-date',
  'not-a-time',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** A problem with a field: `control` is the id of the input to mend, `limit` the most that is allowed. */
export type Problem = { field: FieldName; control: string; code: ProblemCode; limit?: number };

export const TEXT_LIMIT = 1_000;
export const LONG_TEXT_LIMIT = 20_000;
const IDENTIFIER_LIMIT = 500;

/** U+FFFD stands where bytes were not UTF-8; the other unreadable characters are controls. Tab and line breaks are text. */
const REPLACEMENT = '\ufffd';
const isControl = (code: number) => (code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 127;

/** Whether a text holds characters that nobody typed: broken bytes, controls, half of a surrogate pair. */
export function isUnreadable(value: string): boolean {
  if (value.includes(REPLACEMENT)) return true;
  return [...value].some((symbol) => {
    const code = symbol.codePointAt(0) ?? 0;
    return isControl(code) || (code >= 0xd800 && code <= 0xdfff);
  });
}

const digits = (text: string) => text.normalize('NFKC').trim();

function text(limit: number) {
  return z
    .string()
    .refine((value) => !isUnreadable(value), 'unreadable')
    .refine((value) => [...value].length <= limit, { message: 'too-long', params: { limit } });
}

function oneOf(codes: readonly string[]) {
  return z.string().refine((value) => value === 'UNKNOWN' || codes.includes(value), 'unknown-code');
}

function numberBetween({ min, max, decimals }: Extract<Field, { type: 'number' }>) {
  const shape = decimals ? /^[-−]?\d+([.,]\d+)?$/ : /^[-−]?\d+$/;
  return z
    .string()
    .refine((value) => shape.test(digits(value)), 'not-a-number')
    .refine((value) => {
      const found = Number(digits(value).replace('−', '-').replace(',', '.'));
      return Number.isNaN(found) || (found >= min && found <= max);
    }, 'out-of-range');
}

/** The values that one posted name of a field may have. */
function valuesOf(field: Field) {
  switch (field.type) {
    case 'code':
      return z.array(oneOf(codeLists[field.list])).max(1, 'too-many');
    case 'codes':
      return z.array(oneOf(codeLists[field.list]));
    case 'country':
      return z
        .array(z.string().refine((value) => value === 'UNKNOWN' || isCountry(value), 'unknown-code'))
        .max(1, 'too-many');
    case 'consent':
      return z.array(z.literal('AGREE', 'unknown-code'));
    case 'consents':
      return z.array(z.enum(consentAgencies, 'unknown-code'));
    case 'identifiers':
      return z.array(text(IDENTIFIER_LIMIT)).max(MOST_REPEATED, { message: 'too-many' });
    case 'number':
      return z.array(numberBetween(field)).max(1, 'too-many');
    case 'long-text':
      return z.array(text(field.limit ?? LONG_TEXT_LIMIT)).max(1, 'too-many');
    case 'text':
      return z.array(text(field.limit ?? TEXT_LIMIT)).max(1, 'too-many');
    case 'texts':
      return z.array(text(TEXT_LIMIT)).max(MOST_REPEATED, { message: 'too-many' });
    case 'long-texts':
      return z.array(text(LONG_TEXT_LIMIT)).max(MOST_REPEATED, { message: 'too-many' });
    case 'file':
      return z.array(z.string());
    case 'partial-date':
    case 'date-time':
      return z.array(z.string());
  }
}

/** Made once for each field of the questionnaire: building a schema takes longer than checking with it. */
const schemas = new WeakMap<Field, ReturnType<typeof valuesOf>>();

function schemaOf(field: Field) {
  const schema = schemas.get(field) ?? valuesOf(field);
  schemas.set(field, schema);
  return schema;
}

/** Everything that is wrong with these sections' answers, in the order of the page. `all` are the answers of the whole draft. */
export function checkSections(kind: ReporterKind, ids: readonly SectionId[], all: SectionAnswers): Problem[] {
  const fields = ids.flatMap((id) => fieldsOf(kind, id)).filter(({ perFile }) => !perFile);
  const needed = needsOn(kind, ids)
    .filter((group) => !group.some((name) => satisfies(all, name)))
    .map((group) => group.find((name) => fields.some((field) => field.name === name)) ?? group[0]);
  return fields.flatMap((field) => {
    const name = field.name as FieldName;
    const found = checkField(field, all);
    if (found) return [{ ...found, field: name }];
    return needed.includes(name) ? [{ field: name, control: name, code: 'needed' as const }] : [];
  });
}

function checkField(field: Field, all: SectionAnswers): Omit<Problem, 'field'> | null {
  if (field.type === 'partial-date' || field.type === 'date-time') return checkDate(field.name, all);
  const result = schemaOf(field).safeParse(all[field.name] ?? []);
  const issue = result.error?.issues[0];
  if (!issue) return null;
  const limit = issue.code === 'custom' ? issue.params?.limit : mayRepeat(field) ? MOST_REPEATED : undefined;
  return {
    control: field.name,
    code: issue.message as ProblemCode,
    ...(typeof limit === 'number' ? { limit } : {}),
  };
}

const mayRepeat = ({ type }: Field) => type === 'identifiers' || type === 'texts' || type === 'long-texts';

/** A date may be a year, a year and a month, or whole; a time needs no minutes. Years from 1900 to 2100. */
function checkDate(name: string, all: SectionAnswers): Omit<Problem, 'field'> | null {
  const [year, month, day, time] = ['year', 'month', 'day', 'time'].map((part) =>
    digits(all[`${name}_${part}`]?.[0] ?? ''),
  );
  if (!year && !month && !day && !time) return null;
  if (!year) return { control: name, code: 'year-missing' };
  if (!/^(19|20)\d\d$/.test(year)) return { control: name, code: 'not-a-date' };
  if (month && !(/^\d{1,2}$/.test(month) && Number(month) >= 1 && Number(month) <= 12))
    return { control: `${name}_month`, code: 'not-a-date' };
  if (day && !(month && /^\d{1,2}$/.test(day) && isDay(Number(year), Number(month), Number(day))))
    return { control: `${name}_${month ? 'day' : 'month'}`, code: 'not-a-date' };
  if (time && !/^([01]?\d|2[0-3])(:[0-5]\d)?$/.test(time))
    return { control: `${name}_time`, code: 'not-a-time' };
  return null;
}

function isDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Whether a demand is met by this field: any answer, UNKNOWN and "do not know" included. */
function satisfies(all: SectionAnswers, name: FieldName): boolean {
  const unknown = all[name]?.includes('UNKNOWN') || all[`${name}_unknown`]?.includes('UNKNOWN');
  return Boolean(unknown) || isAnswered(all, name) || isAnswered(all, `${name}_year`);
}
