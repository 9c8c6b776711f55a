'use client';

import { useEffect } from 'react';
import { letterOf } from './key-map';

/** What a key presses: the controls that the page has without a script too. */
const PRESSES: Readonly<Record<string, string>> = {
  o: 'viewer-cover',
  b: 'viewer-clear',
  '0': 'zoom-fit',
  '1': 'zoom-1',
  '2': 'zoom-2',
  '4': 'zoom-4',
  ArrowLeft: 'viewer-before',
  ArrowRight: 'viewer-after',
  Escape: 'viewer-back',
};
const STEPS = ['zoom-fit', 'zoom-1', 'zoom-2', 'zoom-4'];

/** Plus and minus move along the sizes. */
function nextZoom(by: number): string | undefined {
  const at = STEPS.findIndex((id) => (document.getElementById(id) as HTMLInputElement | null)?.checked);
  return STEPS[at + by];
}

/** Keys for looking at what was handed in. Arrows are left alone where they already do something: in a choice, and in the picture that scrolls. */
export function ViewerKeys() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
      // Esc closes what is open over the page, and nothing else.
      if (document.querySelector('dialog[open]')) return;
      const { target } = event;
      const isArrow = event.key.startsWith('Arrow');
      if (isArrow && target instanceof Element && target.closest('input, section[tabindex]')) return;
      const id =
        event.key === '+' || event.key === '='
          ? nextZoom(1)
          : event.key === '-'
            ? nextZoom(-1)
            : PRESSES[letterOf(event) || event.key];
      const control = id ? document.getElementById(id) : null;
      if (!control) return;
      event.preventDefault();
      control.click();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return null;
}
