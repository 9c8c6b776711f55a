import { controlLook } from '@/app/_components/field-parts';

export type FilterOption = readonly [value: string, text: string];

type Props = {
  /** Its field; its id is `filter-` and this. */
  name: string;
  label: string;
  /** What is chosen now; '' is the option that narrows nothing, where there is one. */
  value: string;
  options: readonly FilterOption[];
};

/** One condition of a list: a label over a select. */
export function FilterSelect({ name, label, value, options }: Props) {
  const id = `filter-${name}`;
  return (
    <div className="min-w-0 space-y-1">
      <label htmlFor={id} className="block text-small font-bold">
        {label}
      </label>
      {/* The key makes React take up a changed default. */}
      <select id={id} name={name} key={value} defaultValue={value} className={`${controlLook()} max-w-full`}>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
