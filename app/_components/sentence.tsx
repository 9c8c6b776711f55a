import { Fragment } from 'react';

/** A telephone number, or a date: `+82-2-3210-0404`, `010-0000-0000`. */
const NUMBER = /(\+?\d+(?:-\d+)+)/;

/** A sentence in which a number with hyphens is never broken at the end of a line: whoever reads it out, or dials it, sees all of it at once. */
export function Sentence({ text }: { text: string }) {
  return text.split(NUMBER).map((piece, at) =>
    // What was split off stands at every second place.
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place.
      <span key={at} className="whitespace-nowrap">
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place.
      <Fragment key={at}>{piece}</Fragment>
    ),
  );
}
