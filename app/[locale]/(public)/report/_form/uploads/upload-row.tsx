import { fileSize, filled } from '@/lib/i18n/filled';
import { AboutFile } from './about-file';
import type { Item } from './upload-queue';
import type { UploadWords } from './upload-words';

type Props = { item: Item; said: UploadWords; onRemove: () => void };

/** One file on its way: how far it is, what is wrong with it, and once it is there the questions about it. */
export function UploadRow({ item, said, onRemove }: Props) {
  const { name, size, percent, state, id, reason } = item;
  const moving = state === 'sending' || state === 'reconnecting';
  return (
    <li
      data-upload={state}
      className={`space-y-3 rounded-lg border p-4 ${state === 'refused' ? 'border-2 border-danger-50' : 'border-gray-30'}`}
    >
      <div>
        <p className="font-bold">{name}</p>
        <p className="text-gray-70">{fileSize(said, size)}</p>
      </div>
      {state === 'refused' && reason ? (
        <p className="font-bold text-danger-60">
          <span className="sr-only">{said.error} </span>
          {said.problems[reason]}
        </p>
      ) : (
        <p>{state === 'refused' ? '' : filled(said.live[state], { percent })}</p>
      )}
      {moving ? (
        <progress
          max={100}
          value={percent}
          aria-label={filled(said.live.progress, { name })}
          className="block h-3 w-full appearance-none overflow-hidden rounded-full border border-gray-60 bg-gray-10 [&::-moz-progress-bar]:bg-primary-60 [&::-webkit-progress-bar]:bg-gray-10 [&::-webkit-progress-value]:bg-primary-60"
        />
      ) : null}
      {state === 'stored' && id ? <AboutFile said={said.about} id={id} /> : null}
      <button
        type="button"
        onClick={onRemove}
        className="inline-flex min-h-12 cursor-pointer items-center rounded-lg border-2 border-gray-60 bg-gray-0 px-6 py-2 font-bold hover:border-primary-70 hover:bg-primary-5"
      >
        {said.remove}
        <span className="sr-only"> {name}</span>
      </button>
    </li>
  );
}
