import { waitBefore } from './back-off';
import { isLeaving } from './leaving';

/**
 * What became of one attempt. `taken`: the server answered, whatever it said. `dropped`: no whole answer came. `busy`: the server answered
 * that it could not. `refused`: it answered that it will not. `givenBack`: it has said why itself. `stale`: it no longer knows this page's form.
 */
export type Outcome = 'taken' | 'dropped' | 'busy' | 'refused' | 'givenBack' | 'stale';

/** Between two attempts, how many there were; or why there will be none. */
export type Told = { outcome: Outcome; tries: number };

export type Sending = { now: () => void; stop: () => void };

/**
 * Attempts again and again, with longer waits, until the server has answered; at once when the browser says that it is online again. What
 * was refused with an answer is not tried again. Every attempt must be one that may be done twice without harm.
 */
export function sendUntilTaken(
  attempt: () => Promise<Outcome>,
  tell: (told: Told) => void,
  online: EventTarget = window,
): Sending {
  let tries = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  const end = () => {
    clearTimeout(timer);
    online.removeEventListener('online', now);
  };
  const now = async () => {
    // Whose person is on the way out: the answer could bring back what leaving clears.
    if (busy || isLeaving()) return;
    busy = true;
    clearTimeout(timer);
    tries += 1;
    const outcome = await attempt();
    busy = false;
    if (outcome === 'dropped' || outcome === 'busy') timer = setTimeout(now, waitBefore(tries));
    else end();
    tell({ outcome, tries });
  };
  online.addEventListener('online', now);
  void now();
  return { now, stop: end };
}
