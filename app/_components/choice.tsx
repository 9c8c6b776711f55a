import type { ReactNode } from 'react';

type Props = {
  type: 'radio' | 'checkbox';
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  defaultChecked: boolean;
  describedBy?: string | undefined;
  invalid?: boolean;
};

/** One radio button or checkbox: the whole row is the target, at least 48 px high. */
export function Choice({ type, id, name, value, label, hint, defaultChecked, describedBy, invalid }: Props) {
  const hintId = hint ? `${id}-hint` : undefined;
  const described = [describedBy, hintId].filter(Boolean).join(' ');
  const words = (
    // The label's own area is stretched over the whole row, so that a tap anywhere on it counts.
    <label
      htmlFor={id}
      className="flex min-h-8 min-w-0 flex-1 items-center self-start after:absolute after:inset-0"
    >
      {typeof label === 'string' ? label : <span>{label}</span>}
    </label>
  );
  return (
    <div className="relative flex gap-3 rounded-lg border border-gray-30 bg-gray-0 px-4 py-2 has-checked:border-primary-60 has-checked:bg-primary-5">
      <input
        type={type}
        id={id}
        name={name}
        value={value}
        defaultChecked={defaultChecked}
        aria-describedby={described || undefined}
        aria-invalid={invalid ? true : undefined}
        className="relative z-10 mt-1 size-6 shrink-0 accent-primary-60"
      />
      {hint ? (
        <div className="min-w-0 flex-1">
          {words}
          <div id={hintId} className="text-gray-70">
            {hint}
          </div>
        </div>
      ) : (
        words
      )}
    </div>
  );
}
