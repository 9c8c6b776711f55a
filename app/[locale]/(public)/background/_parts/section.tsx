import type { ReactNode } from 'react';

type Props = { id: string; title: string; lead?: string; children: ReactNode; wide?: boolean };

/** A part of a page with a heading that can be linked to. */
export function Section({ id, title, lead, children, wide = false }: Props) {
  return (
    <section aria-labelledby={id} className="mt-12">
      <h2 id={id} className="scroll-mt-4 text-h3-narrow md:text-h3">
        {title}
      </h2>
      {lead ? <p className="mt-2 max-w-reading text-gray-70">{lead}</p> : null}
      <div className={`mt-4 ${wide ? '' : 'max-w-reading'}`}>{children}</div>
    </section>
  );
}
