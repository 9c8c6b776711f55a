import { encode } from 'uqr';

/** The quiet zone that a reader needs around a code, in its squares. */
const MARGIN = 4;
/** In CSS pixels: large enough for a telephone, from a screen and from paper. */
const EDGE = 176;

/** A QR code as one path, coloured by class: no style of its own, so that the content security policy lets it be. */
export function StatusQr({ address, label }: { address: string; label: string }) {
  const { data, size } = encode(address, { ecc: 'M', border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const whole = size + 2 * MARGIN;
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${whole} ${whole}`}
      shapeRendering="crispEdges"
      width={EDGE}
      height={EDGE}
      className="shrink-0 bg-gray-0 text-gray-90"
    >
      <path d={squares.join('')} fill="currentColor" />
    </svg>
  );
}
