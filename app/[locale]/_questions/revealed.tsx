import type { ReactNode } from 'react';

type Props = { name: string; reveal: boolean; children: ReactNode };

/** A question that the stylesheet shows once an answer above asks for it (app/globals.css). It is posted either way: nothing typed is lost. */
export function Revealed({ name, reveal, children }: Props) {
  return reveal ? <div data-when={name}>{children}</div> : children;
}
