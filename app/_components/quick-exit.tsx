'use client';

import { type ReactNode, useEffect } from 'react';
import { markLeaving } from './leaving';

const PRESSES = 3;
const WITHIN_MS = 3000;

/**
 * Empties the screen at once, then leaves in place of the current page, so that "back" does not return to it. What is under way is broken off:
 * an answer that came after /leave had cleared the draft's cookie would set it again.
 */
function leave(href: string): void {
  markLeaving();
  window.stop();
  document.title = '\u200b';
  document.body.hidden = true;
  window.location.replace(href);
}

/**
 * A plain link that works by itself. With JavaScript it also blanks the page before the network answers, and Shift pressed
 * three times does the same; not while a syllable is being composed, and any other key starts the count anew.
 */
export function QuickExit({
  href,
  className,
  children,
}: {
  href: string;
  className: string;
  children: ReactNode;
}) {
  useEffect(() => {
    let presses: number[] = [];
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Shift') presses = [];
    };
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.key !== 'Shift' || event.isComposing) return;
      presses = [...presses.filter((at) => event.timeStamp - at < WITHIN_MS), event.timeStamp];
      if (presses.length >= PRESSES) leave(href);
    };
    // A browser that brings this very document back brings it back blank; what it may still show is for the server to say.
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted && document.body.hidden) window.location.reload();
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('keyup', onKeyUp);
    window.addEventListener('pageshow', onShow);
    return () => {
      window.removeEventListener('pageshow', onShow);
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('keyup', onKeyUp);
    };
  }, [href]);

  return (
    <a
      href={href}
      rel="nofollow noreferrer"
      className={className}
      onClick={(event) => {
        event.preventDefault();
        leave(href);
      }}
    >
      {children}
    </a>
  );
}
