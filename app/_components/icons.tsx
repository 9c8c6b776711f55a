import type { ReactNode } from 'react';

/** Small signs beside words, never instead of them: hidden from screen readers. */
function Icon({ children, className = 'size-6' }: { children: ReactNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      className={`shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

type Props = { className?: string };

export function InfoIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 11v5.5M12 7.5v.01" />
    </Icon>
  );
}

export function AlertIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.01" />
    </Icon>
  );
}

export function CheckIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="m8 12.3 2.8 2.8L16 9.5" />
    </Icon>
  );
}

export function ErrorIcon(props: Props) {
  return (
    <Icon {...props}>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 7.5V13M12 16.5v.01" />
    </Icon>
  );
}

export function ArrowIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M5 12h13M13 6.5l5.5 5.5-5.5 5.5" />
    </Icon>
  );
}

export function PhoneIcon(props: Props) {
  return (
    <Icon {...props}>
      <path d="M5 4h3.5l1.7 4.6-2.2 1.6a12 12 0 0 0 5.8 5.8l1.6-2.2L20 15.5V19a1.8 1.8 0 0 1-1.9 1.8C10.3 20.3 3.7 13.7 3.2 5.9A1.8 1.8 0 0 1 5 4Z" />
    </Icon>
  );
}
