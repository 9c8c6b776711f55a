/** What a request brings about, in so many lines. */
export function WhatHappens({ lead, items }: { lead: string; items: readonly string[] }) {
  return (
    <>
      <p className="mt-4">{lead}</p>
      <ul className="mt-4 list-disc space-y-2 pl-6">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}
