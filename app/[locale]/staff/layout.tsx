import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { localeOf } from '@/app/_request/locale';
import { currentStaff } from '@/lib/staff/session';
import { DeskHeader } from './_desk/desk-header';
import { DeskKeys } from './_desk/desk-keys';
import { TakeDownForms } from './_desk/take-down-forms';

export const metadata: Metadata = { robots: { index: false, follow: false } };

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

/** What stands around the desk. It guards nothing: every page, action and handler asks for itself. */
export default async function DeskLayout({ children, params }: Props) {
  const locale = await localeOf(params);
  const actor = await currentStaff();
  return (
    <div className="flex min-h-screen flex-col">
      <DeskHeader locale={locale} actor={actor} />
      {/* A page may say that it is better wide: lists beside what is open. */}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-content flex-1 px-4 py-6 has-data-wide:max-w-full md:px-6"
      >
        {children}
      </main>
      {actor ? <DeskKeys locale={locale} /> : null}
      <TakeDownForms />
    </div>
  );
}
