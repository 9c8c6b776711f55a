import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { Notice } from '@/app/_components/notice';
import { TextField } from '@/app/_components/text-field';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { words } from '@/lib/i18n/words';
import { PageTitle } from '../_desk/page-title';
import { signInAction } from './actions';
import { typedEmail } from './typed-email';

type Props = LocaleProps & {
  searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }>;
};

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  return { title: words(await localeOf(params)).staff.signIn.title };
}

/** The one desk address that anybody may open. */
export default async function SignInPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { next, problem } = await searchParams;
  const { signIn } = words(locale).staff;
  const code = oneOf(problem);
  const said = Object.entries(signIn.problems).find(([name]) => name === code)?.[1];
  const failed = code === 'wrong' || code === 'wait';
  return (
    <div className="max-w-form space-y-6">
      <PageTitle>{signIn.title}</PageTitle>
      {said ? (
        <Notice locale={locale} tone={failed ? 'danger' : 'info'} role={failed ? 'alert' : 'status'}>
          <p>{said}</p>
        </Notice>
      ) : (
        <p>{signIn.intro}</p>
      )}
      <form action={signInAction} noValidate className="space-y-6">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="next" value={oneOf(next) ?? ''} />
        <TextField
          locale={locale}
          name="email"
          label={signIn.email}
          type="email"
          defaultValue={failed ? await typedEmail() : undefined}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextField
          locale={locale}
          name="password"
          label={signIn.password}
          type="password"
          autoComplete="current-password"
        />
        <TextField
          locale={locale}
          name="code"
          label={signIn.code}
          hint={signIn.codeHint}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          width="medium"
        />
        <Button>{signIn.submit}</Button>
      </form>
    </div>
  );
}
