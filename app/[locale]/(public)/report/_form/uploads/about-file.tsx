import type { AboutWords } from './upload-words';

type Props = { said: AboutWords; id: string; origin?: string; caption?: string };

/** The names under which the two answers about one file are posted. */
export const originName = (id: string) => `evidence_origin_${id}`;
export const captionName = (id: string) => `caption_${id}`;

const control = 'block min-h-12 rounded-md border border-gray-60 bg-gray-0 px-4 py-2 text-body text-gray-90';

/** Where a file is from and what is to be seen: drawn by the server for what is there, by the browser for what has just arrived. */
export function AboutFile({ said, id, origin = '', caption = '' }: Props) {
  const name = captionName(id);
  return (
    <div className="space-y-4">
      <div className="space-y-1">
        <label htmlFor={originName(id)} className="block font-bold">
          {said.origin}
        </label>
        <select
          key={origin}
          id={originName(id)}
          name={originName(id)}
          defaultValue={origin}
          autoComplete="off"
          className={`${control} w-full max-w-medium`}
        >
          <option value="">{said.choose}</option>
          {said.origins.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div className="space-y-1">
        <label htmlFor={name} className="block font-bold">
          {said.caption}
        </label>
        <p id={`${name}-hint`} className="text-gray-70">
          {said.captionHint}
        </p>
        <textarea
          id={name}
          name={name}
          rows={2}
          defaultValue={caption}
          autoComplete="off"
          aria-describedby={`${name}-hint`}
          className={`${control} w-full`}
        />
      </div>
    </div>
  );
}
