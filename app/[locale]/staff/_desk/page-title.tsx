import type { ReactNode } from 'react';

/** The heading of a desk page: smaller than a public one, the table below it is what matters. */
export function PageTitle({ children }: { children: ReactNode }) {
  return <h1 className="text-h2-narrow! md:text-h2-narrow!">{children}</h1>;
}

/** The heading of a block on a desk page. */
export function BlockTitle({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <h2 id={id} className="text-h4! md:text-h4!">
      {children}
    </h2>
  );
}
