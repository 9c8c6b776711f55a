import type { Kept } from './quiet-save';

export type QuietWords = {
  /** `{time}` is when. */
  saved: string;
  /** Read aloud the first time in place of the line, which would be said again every few seconds. */
  first: string;
  notYet: string;
  elsewhere: string;
  over: string;
};

/** A calm line under a page: when it was saved, or that it is not. Aloud only what changes. */
export function QuietLine({ kept, locale, words }: { kept: Kept | null; locale: string; words: QuietWords }) {
  const saved = kept?.state === 'saved';
  const time = kept && new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(kept.at);
  return (
    <div data-testid="quiet-save" data-state={kept?.state}>
      <p role="status" className={kept && !saved ? 'font-bold text-gray-90' : 'sr-only'}>
        {kept ? (saved ? words.first : words[kept.state]) : ''}
      </p>
      {saved ? <p className="text-small text-gray-70">{words.saved.replace('{time}', time ?? '')}</p> : null}
    </div>
  );
}
