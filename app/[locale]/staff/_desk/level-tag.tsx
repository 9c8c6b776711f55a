import { StatusTag, type StatusTone } from '@/app/_components/status-tag';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { Level } from '@/lib/urgency/levels';

const tones: Record<Level, StatusTone> = {
  U1: 'danger',
  U2: 'warning',
  U3: 'info',
  U4: 'neutral',
  U5: 'neutral',
};

/** How urgent, as code and word. */
export function LevelTag({ locale, level }: { locale: Locale; level: Level }) {
  return (
    <StatusTag tone={tones[level]}>
      {level} {words(locale).urgency.levels[level]}
    </StatusTag>
  );
}
