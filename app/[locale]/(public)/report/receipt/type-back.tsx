import { Button } from '@/app/_components/button';
import { TextField } from '@/app/_components/text-field';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { typeBackAction } from './actions';

/** Lets whoever wants to see whether the code was copied right. Optional, and nothing is demanded. */
export function TypeBack({ locale, error }: { locale: Locale; error: string | undefined }) {
  const { typeBack } = words(locale).report.more.receipt;
  return (
    <form
      action={typeBackAction}
      noValidate
      autoComplete="off"
      className="mt-10 space-y-4 rounded-lg border border-gray-30 p-5"
      data-no-print=""
    >
      <h2 className="text-h4 md:text-h4">{typeBack.title}</h2>
      <input type="hidden" name="locale" value={locale} />
      <TextField
        locale={locale}
        name="typed_code"
        label={typeBack.label}
        hint={typeBack.hint}
        error={error}
        width="medium"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <Button variant="secondary">{typeBack.check}</Button>
    </form>
  );
}

/** The sentence for what the comparison found. */
export function typeBackProblem(locale: Locale, typed: string | undefined): string | undefined {
  const { typeBack } = words(locale).report.more.receipt;
  if (typed === 'wrong') return typeBack.wrong;
  return typed === 'empty' ? typeBack.empty : undefined;
}
