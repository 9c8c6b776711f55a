import { Button } from '@/app/_components/button';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { resumeDraftAction } from './actions';

/** Asks for a resume code. */
export function ResumeForm({ locale, error }: { locale: Locale; error: string | undefined }) {
  const { resume } = words(locale).report.drafts;
  return (
    <form action={resumeDraftAction} noValidate autoComplete="off" className="space-y-6">
      <input type="hidden" name="locale" value={locale} />
      <TextField
        locale={locale}
        name="resume_code"
        label={resume.code}
        hint={resume.hint}
        error={error}
        width="medium"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button variant="secondary" wide>
        {resume.open}
      </Button>
    </form>
  );
}
