import type { Metadata } from 'next';
import { Button } from '@/app/_components/button';
import { ErrorSummary } from '@/app/_components/error-summary';
import { TextField } from '@/app/_components/text-field';
import { type LocaleProps, localeOf } from '@/app/_request/locale';
import { oneOf } from '@/app/_request/posted';
import { database } from '@/lib/database';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { type OpenInvitation, openInvitation } from '@/lib/staff/queries';
import { PageTitle } from '../_desk/page-title';
import { acceptInvitationAction } from './actions';
import { Authenticator } from './authenticator';
import { fieldOf, typedBefore } from './typed-before';

type Search = { token?: string | string[]; problem?: string | string[] };
type Props = LocaleProps & { searchParams: Promise<Search> };

export async function generateMetadata({ params }: LocaleProps): Promise<Metadata> {
  // The address holds the invitation: it must not be told to any other page, not even of ours.
  return { title: words(await localeOf(params)).staff.setup.title, referrer: 'same-origin' };
}

/** Whoever holds the link of an invitation makes their account here. */
export default async function SetupPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { token, problem } = await searchParams;
  const invitation = await openInvitation(database(), oneOf(token) ?? '');
  if (!invitation) return <Gone locale={locale} />;
  return (
    <SetupForm locale={locale} token={oneOf(token) ?? ''} invitation={invitation} problem={oneOf(problem)} />
  );
}

function Gone({ locale }: { locale: Locale }) {
  const { gone } = words(locale).staff.setup;
  return (
    <div className="max-w-form space-y-4">
      <PageTitle>{gone.title}</PageTitle>
      <p>{gone.body}</p>
      <p>
        <a href={`/${locale}/staff/sign-in`} className="inline-flex min-h-11 items-center">
          {gone.signIn}
        </a>
      </p>
    </div>
  );
}

type FormProps = { locale: Locale; token: string; invitation: OpenInvitation; problem: string | undefined };

async function SetupForm({ locale, token, invitation, problem }: FormProps) {
  const { setup, roles } = words(locale).staff;
  const typed = await typedBefore(invitation);
  const message = Object.entries(setup.problems).find(([code]) => code === problem)?.[1];
  const field = message && problem ? fieldOf(problem) : undefined;
  const errorOf = (name: string) => (name === field ? message : undefined);
  return (
    <div className="max-w-form space-y-6">
      <ErrorSummary locale={locale} problems={field && message ? [{ name: field, message }] : []} />
      <PageTitle>{setup.title}</PageTitle>
      <p>{invitation.email ? setup.intro : setup.firstIntro}</p>
      <p>
        <strong>{setup.roles}:</strong> {invitation.roles.map((role) => roles[role]).join(', ')}
      </p>
      <form action={acceptInvitationAction} noValidate className="space-y-6">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="offer" value={typed.offer.sealed} />
        <TextField
          locale={locale}
          name="name"
          label={setup.name}
          error={errorOf('name')}
          defaultValue={typed.name}
          autoComplete="name"
        />
        {invitation.email ? (
          <p id="email">
            <strong>{setup.email}:</strong> <span data-testid="invited-email">{invitation.email}</span>
          </p>
        ) : (
          <TextField
            locale={locale}
            name="email"
            label={setup.email}
            error={errorOf('email')}
            defaultValue={typed.email}
            type="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
        <TextField
          locale={locale}
          name="password"
          label={setup.password}
          hint={setup.passwordHint}
          error={errorOf('password')}
          type="password"
          autoComplete="new-password"
        />
        <Authenticator locale={locale} secret={typed.offer.secret} label={typed.email} />
        <TextField
          locale={locale}
          name="code"
          label={setup.code}
          error={errorOf('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="short"
        />
        <Button>{setup.submit}</Button>
      </form>
    </div>
  );
}
