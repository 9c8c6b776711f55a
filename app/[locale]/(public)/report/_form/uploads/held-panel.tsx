import { useEffect, useRef, useState } from 'react';
import type { UploadWords } from './upload-words';

type Props = {
  said: UploadWords['held'];
  unfinished: boolean;
  /** Called once when the person chose to wait and everything has arrived, or was refused. */
  onArrived: () => void;
  onWithout: () => void;
};

const button =
  'inline-flex min-h-12 cursor-pointer items-center justify-center rounded-lg border-2 border-gray-60 bg-gray-0 px-6 py-2 font-bold hover:border-primary-70 hover:bg-primary-5';

/** Asks whoever goes on while files are on their way: to wait for them, or to go on without them. */
export function HeldPanel({ said, unfinished, onArrived, onWithout }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  const [waits, setWaits] = useState(false);
  const arrived = useRef(onArrived);
  arrived.current = onArrived;

  useEffect(() => panel.current?.focus(), []);
  useEffect(() => {
    if (waits && !unfinished) arrived.current();
  }, [waits, unfinished]);

  return (
    <div
      ref={panel}
      role="alert"
      tabIndex={-1}
      data-tint=""
      className="space-y-3 rounded-lg border-l-4 border-warning-60 bg-warning-5 p-4"
    >
      <p className="text-h4 font-bold">{said.title}</p>
      <p>{waits ? said.waiting : said.text}</p>
      <div className="flex flex-wrap gap-3">
        {waits ? null : (
          <button type="button" className={button} onClick={() => setWaits(true)}>
            {said.wait}
          </button>
        )}
        <button type="button" className={button} onClick={onWithout}>
          {said.without}
        </button>
      </div>
    </div>
  );
}
