import type { ReactNode } from 'react';

type Props = { title: string; points: readonly { title: string; body: string }[]; children?: ReactNode };

/** A heading beside its points: side by side where there is room, one after the other where there is not. */
export function PointList({ title, points, children }: Props) {
  return (
    <section className="mt-12 grid gap-4 border-t border-gray-20 pt-8 md:mt-16 lg:grid-cols-[20rem_1fr] lg:gap-8 lg:pt-10">
      <h2 className="text-h2-narrow">{title}</h2>
      <div>
        <ul className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          {points.map((point) => (
            <li key={point.title}>
              <h3 className="text-h4">{point.title}</h3>
              <p className="mt-1 text-gray-70">{point.body}</p>
            </li>
          ))}
        </ul>
        {children ? <div className="mt-4">{children}</div> : null}
      </div>
    </section>
  );
}
