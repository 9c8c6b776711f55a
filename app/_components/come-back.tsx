'use client';

import { useEffect } from 'react';
import { waitBefore } from './back-off';

/** What browsers and Next say when half of a page did not arrive. */
const BROKEN_LINE = /connection closed|network|failed to (fetch|load)|load failed|loading .*chunk/i;

/**
 * On the page that says that something broke: where only the line was broken in the middle of a page, asks for the page again until it
 * comes. What was thrown on the server has a digest and is not asked for again by itself.
 */
export function ComeBack({ error }: { error: Error & { digest?: string } }) {
  const broken = !error.digest && BROKEN_LINE.test(`${error.name} ${error.message}`);
  useEffect(() => {
    if (!broken) return;
    let failures = 0;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      const answered = await fetch(window.location.href, { method: 'HEAD' }).then(
        ({ ok }) => ok,
        () => false,
      );
      if (answered) return window.location.reload();
      failures += 1;
      timer = setTimeout(ask, waitBefore(failures + 1));
    };
    timer = setTimeout(ask, waitBefore(1));
    return () => clearTimeout(timer);
  }, [broken]);
  return null;
}
