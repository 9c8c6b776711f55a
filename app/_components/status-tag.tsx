import type { ReactNode } from 'react';

export type StatusTone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

const tones: Record<StatusTone, string> = {
  neutral: 'bg-gray-5 border-gray-30',
  info: 'bg-info-5 border-info-60',
  success: 'bg-success-5 border-success-60',
  warning: 'bg-warning-5 border-warning-60',
  danger: 'bg-danger-5 border-danger-50',
};

/** A state in a word. The tone only helps the eye; the word says it. */
export function StatusTag({ tone = 'neutral', children }: { tone?: StatusTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded-sm border px-2 text-small font-bold text-gray-90 ${tones[tone]}`}>
      {children}
    </span>
  );
}
