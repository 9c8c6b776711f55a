import { Button } from '@/app/_components/button';
import { TextArea } from '@/app/_components/text-area';
import { TextField } from '@/app/_components/text-field';
import { typedMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { askToEraseCaseAction, setLegalHoldAction } from '../team-actions';
import { setRecontactAction } from '../work-actions';
import { ActForm, Fold } from './act-form';
import { type CasePage, MOMENT_PROBLEMS, may, REASON_PROBLEMS, wrong } from './case-page';

/** When the people of a case are to be asked again. */
export function Recontact({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { recontact: said, momentHint } = words(locale).desk.case;
  if (!may(page, 'case.work') || found.state === 'CLOSED') return null;
  return (
    <Fold page={page} form="recontact" title={said.title}>
      <ActForm page={page} action={setRecontactAction}>
        <TextField
          locale={locale}
          name="recontact"
          label={said.at}
          hint={momentHint}
          error={wrong(page, 'recontact', MOMENT_PROBLEMS)}
          defaultValue={
            typed.recontact?.recontact ?? (found.recontactAt ? typedMoment(found.recontactAt) : '')
          }
          width="medium"
        />
        <div className="flex flex-wrap gap-2">
          <Button variant="secondary">{said.submit}</Button>
          {found.recontactAt ? (
            <Button variant="secondary" name="clear" value="YES">
              {said.clear}
            </Button>
          ) : null}
        </div>
      </ActForm>
    </Fold>
  );
}

/** Keeps everything of the case from being erased; a supervisor's. */
export function LegalHold({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { legal: said, reason } = words(locale).desk.case;
  if (!may(page, 'case.hold-legally')) return null;
  return (
    <Fold page={page} form="legal" title={said.title}>
      <ActForm page={page} action={setLegalHoldAction}>
        <p className="text-small">{found.legalHold ? said.held : said.free}</p>
        <input type="hidden" name="held" value={found.legalHold ? 'NO' : 'YES'} />
        <TextArea
          locale={locale}
          name="legal_reason"
          label={reason}
          error={wrong(page, 'legal', REASON_PROBLEMS)}
          defaultValue={typed.legal?.legal_reason}
          rows={2}
        />
        <Button variant="secondary">{found.legalHold ? said.release : said.hold}</Button>
      </ActForm>
    </Fold>
  );
}

/** Erasing a closed case; asked by one, agreed to by another. */
export function EraseCase({ page }: { page: CasePage }) {
  const { locale, found, typed } = page;
  const { case: said } = words(locale).desk.erasing;
  if (!may(page, 'erase.ask') || found.state !== 'CLOSED') return null;
  return (
    <Fold page={page} form="erase" title={said.title}>
      <ActForm page={page} action={askToEraseCaseAction}>
        <p className="text-small">{said.what}</p>
        <TextArea
          locale={locale}
          name="erase_reason"
          label={said.reason}
          error={wrong(page, 'erase', REASON_PROBLEMS)}
          defaultValue={typed.erase?.erase_reason}
          rows={2}
        />
        <Button variant="secondary">{said.submit}</Button>
      </ActForm>
    </Fold>
  );
}
