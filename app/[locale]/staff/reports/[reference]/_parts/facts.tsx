import { Sentence } from '@/app/_components/sentence';

type Row = { label: string; values: readonly string[] };

/** Labels and what was said, close together; line breaks as typed. */
export function Facts({ rows }: { rows: readonly Row[] }) {
  return (
    <dl className="border-t border-gray-20 text-small">
      {rows.map(({ label, values }) => (
        <div key={label} className="grid gap-x-4 border-b border-gray-10 py-1 md:grid-cols-[11rem_1fr]">
          <dt className="font-bold text-gray-70">{label}</dt>
          {values.length > 1 ? (
            <dd className="min-w-0">
              <ul className="list-inside list-disc">
                {values.map((value) => (
                  <li key={value} className="whitespace-pre-line">
                    <Sentence text={value} />
                  </li>
                ))}
              </ul>
            </dd>
          ) : (
            <dd className="min-w-0 whitespace-pre-line">
              <Sentence text={values[0] ?? ''} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
