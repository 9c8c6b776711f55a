import { Button } from '@/app/_components/button';
import { Choice } from '@/app/_components/choice';
import { SelectField } from '@/app/_components/select-field';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { SiteCandidate } from '@/lib/linking/sites/reading/commands';
import { siteNames } from '@/lib/linking/sites/site-record';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import type { KeptFields } from '@/lib/staff/kept/queries';
import { type Outcome, problemOf } from '../../../../_desk/act-notice';
import { FormStart } from '../../_people/form-start';
import { recordSiteAction } from '../../_sites/actions';

type Props = {
  locale: Locale;
  number: string;
  given: KeptFields;
  people: readonly { id: string; name: string | null }[];
  /** Null before anything was looked up. */
  candidates: SiteCandidate[] | null;
  outcome: Outcome;
};

/** One form: the name is looked up first, which is what the enter key does; then the site is chosen and recorded. */
export function SiteForm({ locale, number, given, people, candidates, outcome }: Props) {
  const { sites: said } = words(locale).desk;
  const problem = problemOf(locale, outcome, 'site-add', said);
  const atChoice = outcome.problem === 'no-choice';
  const field = (name: keyof typeof labels) => (
    <TextField locale={locale} name={name} label={labels[name]} defaultValue={given[name]} />
  );
  const labels = { site_building: said.building, site_floor: said.floor, site_room: said.room };
  return (
    <form action={recordSiteAction} noValidate className="space-y-4" data-testid="add-site">
      <FormStart locale={locale} number={number} />
      <TextField
        locale={locale}
        name="site_name"
        label={said.add.name}
        hint={said.add.nameHint}
        error={atChoice ? undefined : problem}
        defaultValue={given.site_name}
      />
      <TextField
        locale={locale}
        name="site_point"
        label={said.add.point}
        hint={said.add.pointHint}
        optional
        width="medium"
        defaultValue={given.site_point}
      />
      <Button variant="secondary" name="act" value="find">
        {said.add.find}
      </Button>
      {candidates ? (
        <>
          <Candidates
            locale={locale}
            given={given}
            candidates={candidates}
            error={atChoice ? problem : undefined}
          />
          <fieldset className="space-y-3 rounded-lg border border-gray-20 p-4">
            <legend className="px-1 text-small text-gray-70">{said.add.ifNew}</legend>
            <div className="grid gap-4 md:grid-cols-2">
              <SelectField
                locale={locale}
                name="site_kind"
                label={said.add.kind}
                options={codeLists.site_kind
                  .filter((code) => code !== 'UNKNOWN')
                  .map((code) => ({ value: code, label: codeWord(locale, 'site_kind', code) }))}
                defaultValue={given.site_kind}
              />
              <SelectField
                locale={locale}
                name="site_province"
                label={said.add.province}
                options={codeLists.province.map((code) => ({
                  value: code,
                  label: codeWord(locale, 'province', code),
                }))}
                defaultValue={given.site_province}
              />
            </div>
          </fieldset>
          <div className="grid gap-4 md:grid-cols-3">
            {field('site_building')}
            {field('site_floor')}
            {field('site_room')}
          </div>
          <SelectField
            locale={locale}
            name="site_person"
            label={said.person}
            hint={said.everybody}
            options={people.map(({ id, name }) => ({
              value: id,
              label: name ?? words(locale).desk.people.unnamed,
            }))}
            defaultValue={given.site_person}
          />
          <div className="grid items-end gap-4 md:grid-cols-2">
            <TextField
              locale={locale}
              name="site_known_on"
              label={said.knownOn}
              hint={said.knownOnHint}
              optional
              defaultValue={given.site_known_on}
            />
            <TextField
              locale={locale}
              name="site_source"
              label={said.source}
              hint={said.sourceHint}
              optional
              defaultValue={given.site_source}
            />
          </div>
          <Button variant="secondary" name="act" value="record">
            {said.add.submit}
          </Button>
        </>
      ) : null}
    </form>
  );
}

type CandidatesProps = {
  locale: Locale;
  given: KeptFields;
  candidates: readonly SiteCandidate[];
  error: string | undefined;
};

function Candidates({ locale, given, candidates, error }: CandidatesProps) {
  const { sites: said } = words(locale).desk;
  const sameOnes = candidates.filter(({ same }) => same);
  // A choice is made for nobody, except where there is only one.
  const first = candidates.length === 0 ? 'NEW' : sameOnes.length === 1 ? sameOnes[0]?.id : '';
  const chosen = given.site_choice || first;
  const describe = ({ site, province, same, metres }: SiteCandidate) =>
    [
      ...siteNames(site).slice(1, 4),
      site.kind ? codeWord(locale, 'site_kind', site.kind) : '',
      province ? codeWord(locale, 'province', province) : '',
      same ? said.add.same : '',
      metres === null ? '' : said.add.metres(metres),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <fieldset className="space-y-2" id="choose">
      <legend className="font-bold">{said.add.choose}</legend>
      {error ? <p className="font-bold text-danger-60">{error}</p> : null}
      {candidates.map((candidate) => (
        <Choice
          key={candidate.id}
          type="radio"
          id={`site-${candidate.id}`}
          name="site_choice"
          value={candidate.id}
          label={siteNames(candidate.site)[0] ?? said.unnamed}
          hint={describe(candidate)}
          defaultChecked={chosen === candidate.id}
        />
      ))}
      <Choice
        type="radio"
        id="site-new"
        name="site_choice"
        value="NEW"
        label={given.site_name ? said.add.new(given.site_name) : said.add.newUnnamed}
        defaultChecked={chosen === 'NEW'}
      />
    </fieldset>
  );
}
