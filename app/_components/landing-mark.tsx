/**
 * Naru's own sign: the deck of a ferry landing on its two posts, one of them tall to tie a boat to, above a line of water.
 * Never read aloud: the name stands beside it.
 */
export function LandingMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={`shrink-0 ${className}`} aria-hidden="true" focusable="false">
      <g fill="none" stroke="currentColor" strokeWidth="2.5" strokeLinecap="round">
        <path d="M3 13.5h19" />
        <path d="M8 13.5v8M18 5v16.5" />
        <path d="M3 27c2.2-1.8 4.3-1.8 6.5 0s4.3 1.8 6.5 0 4.3-1.8 6.5 0 4.3 1.8 6.5 0" />
      </g>
    </svg>
  );
}

const WAVE =
  'M0 6c50-6 100-6 150 0s100 6 150 0 100-6 150 0 100 6 150 0 100-6 150 0 100 6 150 0 100-6 150 0 100 6 150 0';

/** The same line of water along the top of the footer: the page ends where the river begins. */
export function WaterLine() {
  return (
    <svg
      viewBox="0 0 1200 12"
      preserveAspectRatio="none"
      className="block h-3 w-full text-primary-70"
      aria-hidden="true"
      focusable="false"
    >
      <path d={`${WAVE}v6H0Z`} className="fill-gray-5" />
      <path d={WAVE} fill="none" stroke="currentColor" strokeWidth="1.5" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
