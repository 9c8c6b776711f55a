import { AsyncResource } from 'node:async_hooks';

/**
 * Lets pages be made a few at a time. One thread makes them all, so that more at once are ready no sooner; they only take memory, half a megabyte
 * and more each. Who waits is let in in the order of coming. Nobody holds a place for longer than `heldMs`, however long their answer takes (a database
 * that is away, a slow line, a post that is made to wait), so that nobody waits because others do.
 */
export function turnstile(places = 8, heldMs = 250) {
  let free = places;
  const waiting = [];

  const letIn = ({ response, go }) => {
    free -= 1;
    let inside = true;
    const leave = () => {
      if (!inside) return;
      inside = false;
      clearTimeout(out);
      free += 1;
      const next = waiting.shift();
      if (next) letIn(next);
    };
    const out = setTimeout(leave, heldMs);
    response.once('close', leave);
    go();
  };

  /** Runs `go`, which begins to answer, as soon as there is a place. */
  return (response, go) => {
    if (free > 0) letIn({ response, go });
    // It is let in by the end of somebody else's answer, and has to log under its own id.
    else waiting.push({ response, go: AsyncResource.bind(go) });
  };
}
