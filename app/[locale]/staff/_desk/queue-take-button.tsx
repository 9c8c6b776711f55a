'use client';

import { useFormStatus } from 'react-dom';

/** Pressed again while the first press is under way, it waits: the form takes one thing either way. */
export function TakeButton({ label }: { label: string }) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => {
        if (pending) event.preventDefault();
      }}
      className="min-h-11 cursor-pointer rounded-md border-2 border-primary-60 bg-primary-60 px-5 text-h4 font-bold text-gray-0 hover:border-primary-70 hover:bg-primary-70"
    >
      {label}
    </button>
  );
}
