import type { ReactNode } from 'react';
import { Button } from '@/app/_components/button';
import { CheckboxGroup, type ChoiceOption, RadioGroup } from '@/app/_components/choice-group';
import { IdentifierList } from '@/app/_components/identifier-list';
import { PartialDate } from '@/app/_components/partial-date';
import { SelectField } from '@/app/_components/select-field';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import { type FieldWords, forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import { countryName, nearCountries, otherCountries } from '@/lib/reports/countries';
import type { ReporterKind } from '@/lib/reports/kinds';
import type { SectionAnswers } from '@/lib/reports/posted';
import { type Field, type FieldName, situationsOffered } from '@/lib/reports/questionnaire';
import { MOST_REPEATED } from '@/lib/reports/repeated';

export type Question = {
  locale: Locale;
  kind: ReporterKind;
  field: Field;
  answers: SectionAnswers;
  error: string | undefined;
  /** The field that one more input was asked for. */
  more: string | undefined;
  /** What is known so far, where that is not what stands in the form. */
  soFar?: string | undefined;
};

/** Longer lists than this are a select: a screenful of radio buttons hides what comes after. */
const MOST_RADIOS = 13;

/** The line that helps, the line that says why it is asked and what is known, one under the other. */
function hintOf({ hint, why }: FieldWords, { kind, soFar }: Question): ReactNode {
  if (!why && !soFar) return hint && forKind(hint, kind);
  return (
    <>
      {hint ? <p>{forKind(hint, kind)}</p> : null}
      {why ? <p>{forKind(why, kind)}</p> : null}
      {soFar ? <p className="whitespace-pre-line">{soFar}</p> : null}
    </>
  );
}

/** How a question is put, to whichever control answers it. */
export function questionBase(question: Question) {
  const { locale, kind, field, error } = question;
  const text = words(locale).report.fields[field.name as FieldName];
  return { locale, name: field.name, label: forKind(text.label, kind), hint: hintOf(text, question), error };
}

/** One question of the questionnaire as a form control, with what was answered before. Files and consents have controls of their own. */
export function QuestionField(question: Question) {
  const { locale, kind, field, answers, more } = question;
  const report = words(locale).report;
  const text = report.fields[field.name as FieldName];
  const base = questionBase(question);
  const given = answers[field.name] ?? [];
  switch (field.type) {
    case 'code': {
      const options = optionsOf(locale, field, kind);
      if (options.length > MOST_RADIOS)
        return <SelectField {...base} options={options.map(plain)} defaultValue={given[0]} />;
      return (
        <RadioGroup
          {...base}
          options={options}
          defaultValue={given[0]}
          columns={options.length > 5 ? 2 : 1}
        />
      );
    }
    case 'codes':
      return (
        <CheckboxGroup {...base} options={optionsOf(locale, field, kind)} defaultValues={given} columns={2} />
      );
    case 'country':
      return <SelectField {...base} options={countryOptions(locale)} defaultValue={given[0]} />;
    case 'long-text':
      return <TextArea {...base} defaultValue={given[0]} rows={field.name === 'narrative' ? 8 : 4} />;
    case 'text':
      return <TextField {...base} defaultValue={given[0]} {...keyboardFor(field.name)} />;
    case 'number':
      return (
        <TextField
          {...base}
          defaultValue={given[0]}
          inputMode={field.decimals ? 'text' : 'numeric'}
          width="short"
        />
      );
    case 'identifiers':
    case 'texts':
    case 'long-texts':
      return (
        <IdentifierList
          {...base}
          itemLabel={text.item ?? text.short}
          values={given}
          count={inputsFor(given, more === field.name)}
          multiline={field.type === 'long-texts'}
          addMore={
            given.length < MOST_REPEATED - 1 ? (
              <Button variant="quiet" name="intent" value={`more.${field.name}`}>
                {report.nav.addMore(text.item ?? text.short)}
              </Button>
            ) : null
          }
          {...keyboardForMany(field.name)}
        />
      );
    case 'partial-date':
    case 'date-time':
      return (
        <PartialDate
          {...base}
          value={datePartsOf(field.name, answers)}
          withTime={field.type === 'date-time'}
        />
      );
    case 'file':
    case 'consent':
    case 'consents':
      return null;
  }
}

/** How many inputs: two at least and an empty one after what was typed, one more when that was asked for, never more than are taken. */
function inputsFor(given: readonly string[], more: boolean): number {
  const shown = Math.max(2, given.length + 1);
  return Math.max(given.length, Math.min(MOST_REPEATED, shown + (more ? 1 : 0)));
}

const plain = ({ value, label }: ChoiceOption) => ({ value, label: String(label) });

/** The codes offered, the "do not know" that satisfies every question last, set apart. */
function optionsOf(
  locale: Locale,
  field: Extract<Field, { list: unknown }>,
  kind: ReporterKind,
): ChoiceOption[] {
  const offered = field.name === 'situation' ? situationsOffered[kind] : undefined;
  const codes: readonly string[] = offered ?? codeLists[field.list];
  const all = codes.includes('UNKNOWN') || field.list === 'reporter_mode' ? codes : [...codes, 'UNKNOWN'];
  return all.map((code) => ({
    value: code,
    label: codeWord(locale, field.list, code),
    apart: code === 'UNKNOWN' || code === 'NONE',
  }));
}

function countryOptions(locale: Locale) {
  const near = nearCountries.map((code) => ({ value: code, label: countryName(locale, code) }));
  const others = otherCountries(locale).map(({ code, name }) => ({ value: code, label: name }));
  return [...near, { value: 'UNKNOWN', label: words(locale).report.unknown }, ...others];
}

function datePartsOf(name: string, answers: SectionAnswers) {
  const part = (suffix: string) => answers[`${name}_${suffix}`]?.[0];
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    time: part('time'),
    unknown: part('unknown') === 'UNKNOWN',
  };
}

function keyboardFor(name: string) {
  if (name === 'reporter_phone') return { inputMode: 'tel' as const, width: 'medium' as const };
  if (name === 'reporter_email')
    return { inputMode: 'email' as const, autoCapitalize: 'none' as const, spellCheck: false };
  return {};
}

function keyboardForMany(name: string) {
  if (name.endsWith('_phones')) return { inputMode: 'tel' as const };
  return name === 'ad_urls' ? { inputMode: 'url' as const } : {};
}
