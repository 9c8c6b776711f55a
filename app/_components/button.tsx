import type { ReactNode } from 'react';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

const base = 'inline-flex items-center justify-center gap-2 rounded-lg text-center no-underline';

/** Primary is 56 px high with text large enough (19 px bold) for its contrast; the others are 48 px. */
const variants: Record<ButtonVariant, string> = {
  primary:
    'min-h-14 border-2 border-primary-60 bg-primary-60 px-8 py-2 text-h4 font-bold text-gray-0 hover:border-primary-70 hover:bg-primary-70',
  secondary:
    'min-h-12 border-2 border-gray-60 bg-gray-0 px-6 py-2 font-bold text-gray-90 hover:border-primary-70 hover:bg-primary-5 hover:text-primary-70',
  quiet: 'min-h-12 px-2 py-2 font-bold text-primary-70 underline hover:bg-primary-5',
  danger:
    'min-h-14 border-2 border-danger-60 bg-danger-60 px-8 py-2 text-h4 font-bold text-gray-0 hover:border-gray-90 hover:bg-gray-90',
};

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant;
  /** Full width where the screen is narrow. */
  wide?: boolean;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  /** The id of a form elsewhere on the page. */
  form?: string;
  formAction?: string;
  id?: string;
  lang?: string;
  /** For a script that takes over what the button does. */
  [data: `data-${string}`]: string | undefined;
};

function look(variant: ButtonVariant, wide: boolean): string {
  return `${base} ${variants[variant]} ${wide ? 'w-full md:w-auto' : ''}`;
}

/** A button that does something. Never disabled: what is wrong is said after it is pressed. */
export function Button({
  children,
  variant = 'primary',
  wide = false,
  type = 'submit',
  ...rest
}: ButtonProps) {
  return (
    <button type={type} className={`cursor-pointer ${look(variant, wide)}`} {...rest}>
      {children}
    </button>
  );
}

type LinkButtonProps = {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant;
  wide?: boolean;
  id?: string;
  lang?: string;
  rel?: string;
};

/** A link that is the main way on from a page. A plain anchor: nothing is fetched before it is pressed. */
export function LinkButton({ href, children, variant = 'primary', wide = false, ...rest }: LinkButtonProps) {
  return (
    <a href={href} className={look(variant, wide)} {...rest}>
      {children}
    </a>
  );
}
