import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { ActNotice, type ActWords, type Outcome } from '../../_desk/act-notice';
import { PageTitle } from '../../_desk/page-title';

type Props = {
  locale: Locale;
  back: { path: string; label: string };
  title: string;
  outcome: Outcome;
  said: ActWords;
  /** Where the problem of a form is to be mended, by the form's name. */
  anchors?: Partial<Record<string, string>>;
  kept?: boolean;
  children: ReactNode;
};

/** A page of the settings: the way back, its title, what came of the act that led here. */
export function SettingsFrame({ locale, back, title, children, ...notice }: Props) {
  return (
    <div className="space-y-4">
      <p>
        <a href={`/${locale}/staff/${back.path}`} className="inline-flex min-h-11 min-w-11 items-center">
          {back.label}
        </a>
      </p>
      <PageTitle>{title}</PageTitle>
      <ActNotice locale={locale} {...notice} />
      {children}
    </div>
  );
}
