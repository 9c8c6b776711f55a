import type { Told } from './send-until-taken';

export type SendingWords = {
  dropped: string;
  busy: string;
  /** `{n}` is how often it was tried. */
  nth: string;
  kept: string;
  now: string;
  stop: string;
  stopped: string;
  refused: string;
  stale: string;
};

type Props = {
  told: Told | null;
  broken: string;
  words: SendingWords;
  onNow: () => void;
  onStop: () => void;
};

const button =
  'inline-flex min-h-12 cursor-pointer items-center rounded-lg border-2 border-gray-60 bg-gray-0 px-6 font-bold text-gray-90 hover:bg-primary-5';

/** Under a form: that it is being sent again, what can be done about it, or why it is not. */
export function SendingNotice({ told, broken, words, onNow, onStop }: Props) {
  const said = told?.outcome;
  const outcome = said === 'taken' || said === 'givenBack' ? undefined : said;
  const text = outcome ? words[outcome] : broken;
  const goesOn = outcome === 'dropped' || outcome === 'busy';
  return (
    <div
      data-testid="sending"
      className={
        text ? `border-l-4 bg-gray-0 pl-4 ${goesOn ? 'border-warning-60' : 'border-danger-50'}` : 'sr-only'
      }
    >
      {/* How often it was tried is left out of what is read aloud: it would be said again every time. */}
      <p>
        <span role="status" className={goesOn ? 'font-bold' : 'font-bold text-danger-60'}>
          {text}
        </span>{' '}
        {goesOn ? (
          <span aria-hidden="true">{words.nth.replace('{n}', String((told?.tries ?? 0) + 1))}</span>
        ) : null}
      </p>
      {goesOn ? (
        <>
          <p className="mt-1">{words.kept}</p>
          <div className="mt-3 flex flex-wrap gap-3">
            <button type="button" onClick={onNow} className={button}>
              {words.now}
            </button>
            <button type="button" onClick={onStop} className={button}>
              {words.stop}
            </button>
          </div>
        </>
      ) : null}
    </div>
  );
}
