'use client';

import { useEffect } from 'react';

/** Moves the focus to an element once it is there, and once more when `signal` changes. Without JavaScript the page opens at its top, where the element stands. */
export function FocusOnLoad({ id, signal }: { id: string; signal: string }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signal only asks for another run
  useEffect(() => {
    document.getElementById(id)?.focus();
  }, [id, signal]);
  return null;
}
