'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** Opens the browser's own print. Where there is no script there is no button: the browser's menu does the same. */
export function PrintButton({ children }: { children: ReactNode }) {
  const [isThere, setThere] = useState(false);
  useEffect(() => setThere(true), []);
  if (!isThere) return null;
  return (
    <button
      type="button"
      data-no-print=""
      onClick={() => window.print()}
      className="inline-flex min-h-11 cursor-pointer items-center px-2 text-small font-bold text-primary-70 underline hover:bg-primary-5"
    >
      {children}
    </button>
  );
}
