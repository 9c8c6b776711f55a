import { describe, expect, it } from 'vitest';
import { discoverDesk } from '@/bin/support/prove/access/discover';
import { ACTIONS, ADDRESSES } from '@/bin/support/prove/access/expected';

/** What `npm run prove -- --part access` tries by everybody is what there is: a page or an action without its line fails here. */
describe('the expected table of the desk', () => {
  const desk = discoverDesk();

  it('names every page and every route handler, and none that is not there', () => {
    expect(desk.addresses.length).toBeGreaterThan(8);
    expect(Object.keys(ADDRESSES).toSorted()).toEqual(desk.addresses.toSorted());
  });

  it('names every server action, and none that is not there', () => {
    expect(desk.actions.length).toBeGreaterThan(10);
    expect(Object.keys(ACTIONS).toSorted()).toEqual(desk.actions.toSorted());
  });
});
