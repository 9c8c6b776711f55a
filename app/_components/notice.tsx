import type { ReactNode } from 'react';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { FocusOnLoad } from './focus-on-load';
import { AlertIcon, CheckIcon, ErrorIcon, InfoIcon } from './icons';
import { VisuallyHidden } from './visually-hidden';

export type NoticeTone = 'info' | 'success' | 'warning' | 'danger';

const looks: Record<NoticeTone, { panel: string; icon: string; Icon: typeof InfoIcon }> = {
  info: { panel: 'border-info-60 bg-info-5', icon: 'text-info-60', Icon: InfoIcon },
  success: { panel: 'border-success-60 bg-success-5', icon: 'text-success-60', Icon: CheckIcon },
  warning: { panel: 'border-warning-60 bg-warning-5', icon: 'text-warning-60', Icon: AlertIcon },
  danger: { panel: 'border-danger-50 bg-danger-5', icon: 'text-danger-50', Icon: ErrorIcon },
};

type Props = {
  locale: Locale;
  tone?: NoticeTone;
  title?: ReactNode;
  /** The level of the title, where it is a heading of the page. */
  heading?: 'h2' | 'h3';
  children?: ReactNode;
  id?: string;
  /** With an id: takes the focus when it appears and whenever this changes, far as the page is from the button that was pressed. */
  takesFocus?: string | undefined;
  /** `status` or `alert` only for what appears in answer to something the person did. */
  role?: 'status' | 'alert';
};

/** A panel that stands out: its tone is said in a word, drawn as a sign and tinted, never by colour alone. */
export function Notice({ locale, tone = 'info', title, heading, children, id, role, takesFocus }: Props) {
  const { panel, icon, Icon } = looks[tone];
  const Title = heading ?? 'p';
  return (
    <div
      id={id}
      role={role}
      tabIndex={takesFocus === undefined ? undefined : -1}
      data-tint=""
      className={`flex gap-3 rounded-lg border-l-4 p-4 md:p-5 ${panel}`}
    >
      <span className={`mt-px ${icon}`}>
        <Icon />
      </span>
      <div className="min-w-0 flex-1 space-y-2">
        {title ? (
          <Title className="text-h4 font-bold">
            <VisuallyHidden>{words(locale).shell.notice[tone]}: </VisuallyHidden>
            {title}
          </Title>
        ) : (
          <VisuallyHidden>{words(locale).shell.notice[tone]}: </VisuallyHidden>
        )}
        {children}
      </div>
      {id && takesFocus !== undefined ? <FocusOnLoad id={id} signal={takesFocus} /> : null}
    </div>
  );
}
