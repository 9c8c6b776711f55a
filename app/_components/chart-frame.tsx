import type { ReactNode } from 'react';

type Props = {
  /** What the picture shows, in full: it is read in its place. */
  label: string;
  /** Left out where a heading above says it already. */
  title?: string;
  viewBox: string;
  children: ReactNode;
  /** Below the picture: a legend, or a note on the scale. */
  note?: ReactNode;
  className?: string;
};

/** A picture made of SVG on the server, with a heading of its own. The table beside it is the caller's, and never left out. */
export function ChartFrame({ label, title, viewBox, children, note, className = 'max-w-[26rem]' }: Props) {
  return (
    <figure className={`break-inside-avoid ${className}`}>
      {title ? <figcaption className="font-bold">{title}</figcaption> : null}
      <svg viewBox={viewBox} role="img" aria-label={label} className="mt-3 block h-auto w-full">
        {children}
      </svg>
      {note ? <div className="mt-2 text-small text-gray-70">{note}</div> : null}
    </figure>
  );
}
