import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { codeWord } from './code-words';
import { type ConsentId, consentIds } from './consent-versions';
import type { Consents } from './consents';
import { countryName, isCountry } from './countries';
import type { ReporterKind } from './kinds';
import type { SectionAnswers } from './posted';
import {
  type ConsentAgency,
  consentAgencies,
  type Field,
  type FieldName,
  order,
  type SectionId,
  sections,
} from './questionnaire';

export type DescribedRow = { name: FieldName; label: string; values: string[] };
export type DescribedSection = { id: SectionId; slug: string; title: string; rows: DescribedRow[] };

/**
 * Answers in words, section by section in the order of the kind, and only what was answered. Nothing that was posted is left out but the
 * consents, of which a refusal and never having been asked say something too: describeConsents tells them.
 */
export function describeAnswers(
  locale: Locale,
  kind: ReporterKind,
  answers: SectionAnswers,
): DescribedSection[] {
  const { fields, pages } = words(locale).report;
  const ids: SectionId[] = [
    ...order[kind],
    ...(Object.keys(sections) as SectionId[]).filter((id) => !order[kind].includes(id)),
  ];
  return ids
    .map((id) => ({
      id,
      slug: sections[id].slug,
      title: forKind(pages[sections[id].slug].title, kind),
      rows: (sections[id].fields as readonly Field[]).flatMap((field) => {
        const values = describeField(locale, field, answers);
        const name = field.name as FieldName;
        return values.length > 0 ? [{ name, label: fields[name].short, values }] : [];
      }),
    }))
    .filter((section) => section.rows.length > 0);
}

/** Answers in words as the reporter checks them: with the choices about consent, once they were asked for. */
export function describeChoices(
  locale: Locale,
  kind: ReporterKind,
  answers: SectionAnswers,
  consents: Consents | undefined,
): DescribedSection[] {
  const described = describeAnswers(locale, kind, answers);
  if (!consents) return described;
  const choices = describeConsents(locale, consents)
    .filter(({ choice }) => choice !== 'NOT_ASKED')
    .map(({ name, label, values }) => ({ name, label, values }));
  const you = described.find(({ id }) => id === 'S8');
  const title = forKind(words(locale).report.pages.you.title, kind);
  const rows = [...(you?.rows ?? []), ...choices];
  return [...described.filter(({ id }) => id !== 'S8'), { id: 'S8', slug: 'you', title, rows }];
}

export type DescribedConsent = {
  name: ConsentId;
  label: string;
  choice: 'AGREE' | 'REFUSE' | 'NOT_ASKED';
  /** The choice in words; for K4 the agencies agreed to. */
  values: string[];
  /** The version of the words that were shown, and the language they were shown in. */
  shown: { version: string; locale: Locale } | null;
};

/** Every consent in words: agreed, refused or not asked. */
export function describeConsents(locale: Locale, consents: Consents | undefined): DescribedConsent[] {
  const { consent, describe, fields } = words(locale).report;
  return consentIds.map((name) => {
    const made = consents?.[name];
    const choice = made?.choice ?? 'NOT_ASKED';
    const agencies = (made?.agencies ?? []).map((agency) =>
      isAgency(agency) ? consent.K4.agencies[agency].name : agency,
    );
    const said = { AGREE: describe.agreed, REFUSE: describe.refused, NOT_ASKED: describe.notAsked }[choice];
    return {
      name,
      label: fields[name].short,
      choice,
      values: agencies.length > 0 ? agencies : [said],
      shown: made ? { version: made.version, locale: made.locale } : null,
    };
  });
}

function describeField(locale: Locale, field: Field, answers: SectionAnswers): string[] {
  const given = answers[field.name] ?? [];
  const { describe, unknown } = words(locale).report;
  switch (field.type) {
    case 'code':
    case 'codes':
      return given.map((code) => codeWord(locale, field.list, code));
    case 'country':
      return given.map((code) =>
        isCountry(code) ? countryName(locale, code) : code === 'UNKNOWN' ? unknown : code,
      );
    case 'consent':
    case 'consents':
      return [];
    case 'file':
      return given.map((count) => describe.files(Number(count)));
    case 'partial-date':
    case 'date-time':
      return describeDate(locale, field.name, answers);
    default:
      return given;
  }
}

function describeDate(locale: Locale, name: string, answers: SectionAnswers): string[] {
  const { describe } = words(locale).report;
  const [year, month, day, time] = ['year', 'month', 'day', 'time'].map(
    (part) => answers[`${name}_${part}`]?.[0] ?? '',
  );
  if (year || month || day || time)
    return [describe.dateParts(year ?? '', month ?? '', day ?? '', time ?? '')];
  return answers[`${name}_unknown`]?.length ? [describe.unknownDate] : [];
}

function isAgency(value: string): value is ConsentAgency {
  return consentAgencies.some((agency) => agency === value);
}
