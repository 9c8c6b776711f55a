'use client';

import { useEffect } from 'react';
import { takeDownForms } from '@/app/_components/typed-last';

/** Around the desk: where sending a form breaks the page, the page that says so shows what was written in it. */
export function TakeDownForms() {
  useEffect(takeDownForms, []);
  return null;
}
