import { randomUUID } from 'node:crypto';
import { ADDRESSES, type Address, letters } from './expected';
import { inTurns, others, signsIn, type Tally } from './tally';
import type { Seen } from './visitor';
import type { Letter, Matter, World } from './world';

/** What cannot be the name of anything, one shape each. */
const MALFORMED = ['x', "'", '%00', '..%2F..%2Fstaff', '%F0%28%8C%28', 'a'.repeat(300), '%5B%5D', '%20x'];
const MADE_UP = { reference: 'NR-2222-2222', number: 'CA-2025-999999', other: randomUUID() };

type Line = { name: string; pattern: string; expected: Address };

/** A page or a handler is opened by GET; one that only takes forms is tried with the forms. */
const lines = (): Line[] =>
  Object.entries(ADDRESSES).flatMap(([name, expected]) => {
    const [method, address] = name.includes(' ') ? name.split(' ') : ['GET', name];
    return method === 'GET' && address ? [{ name, pattern: address, expected }] : [];
  });

const PARAMETER = /\[(\w+)\]/g;

/** The values of an address's parameters for a matter. */
export function valuesOf(
  pattern: string,
  expected: Address,
  matter: Matter,
  world: World,
): Record<string, string> {
  const known: Record<string, string> = {
    reference: matter.reference,
    number: matter.number,
    id: matter.fileId,
    ...expected.at?.(matter, world),
  };
  const named = [...pattern.matchAll(PARAMETER)].map(([, name = '']) => name);
  return Object.fromEntries(
    named.map((name) => {
      if (!known[name]) throw new Error(`${pattern}: nothing is said of [${name}]`);
      return [name, known[name]];
    }),
  );
}

export const fill = (pattern: string, values: Record<string, string>) =>
  `/ko${pattern.replace(PARAMETER, (_, name) => values[name] ?? '')}`;

/** Everything an address is opened with for one matter. */
export function placesOf(pattern: string, expected: Address, matter: Matter, world: World): string[] {
  const path = fill(pattern, valuesOf(pattern, expected, matter, world));
  return [path, ...(expected.queries?.(matter, world) ?? []).map((query) => path + query)];
}

const isRefused = (answer: Seen) => answer.status === 404;

/** Every address by everybody who may not, and by a stranger, and by somebody whose session is over. */
export async function tryStrangers(tally: Tally): Promise<void> {
  const { world } = tally;
  const { open } = world;
  await inTurns(
    lines().filter(({ expected }) => expected.may !== '*'),
    async ({ name, pattern, expected }) => {
      const [path = ''] = placesOf(pattern, expected, open, world);
      const stranger = tally.seen(`${name} by a stranger`, null, await world.stranger.get(path));
      if (!isRefused(stranger)) tally.fault(`${name} by a stranger: answered ${stranger.status}`);
      const lapsed = tally.seen(`${name} by a lapsed session`, null, await world.lapsed.visitor.get(path));
      if (!signsIn(lapsed)) tally.fault(`${name} by a lapsed session: answered ${lapsed.status}`);
      for (const letter of others(letters(expected.may))) {
        const about = `${name} by ${letter}`;
        const answer = tally.seen(about, letter, await world.role[letter].visitor.get(path));
        const led = expected.led?.includes(letter) && answer.status === 307 && !signsIn(answer);
        if (!led && !isRefused(answer)) tally.fault(`${about}: answered ${answer.status}`);
      }
    },
  );
}

/** Every address by everybody who may, with what they may open: it does open, and shows nothing of what they may not see. */
export async function tryOwn(tally: Tally): Promise<void> {
  const { world } = tally;
  await inTurns(lines(), async ({ name, pattern, expected }) => {
    for (const letter of letters(expected.may))
      for (const [index, path] of placesOf(pattern, expected, world.open, world).entries()) {
        const about = `${name} by ${letter}`;
        const answer = tally.seen(about, letter, await world.role[letter].visitor.get(path));
        const opens = answer.status === 200 || (answer.status < 400 && !signsIn(answer));
        if (!opens && index === 0) tally.fault(`${about}: should open, answered ${answer.status}`);
      }
  });
}

/** Every address that names an object, by everybody who may, with objects that are not theirs, not there, or cannot be. */
export async function tryOthersObjects(tally: Tally): Promise<void> {
  const { world } = tally;
  await inTurns(
    lines().filter(({ pattern, expected }) => pattern.includes('[') && !expected.leadsOn),
    async ({ name, pattern, expected }) => {
      for (const letter of letters(expected.may))
        for (const [what, path] of wrongPlaces(pattern, expected, world, letter)) {
          const about = `${name} by ${letter} with ${what}`;
          const answer = tally.seen(about, letter, await world.role[letter].visitor.get(path));
          if (answer.status !== 404 && answer.status !== 400)
            tally.fault(
              `${about}: answered ${answer.status}${answer.location ? ` → ${answer.location}` : ''}`,
            );
        }
    },
  );
}

function wrongPlaces(pattern: string, expected: Address, world: World, letter: Letter): [string, string][] {
  const [own, other, barred] = [world.open, world.other, world.barred].map((matter) =>
    valuesOf(pattern, expected, matter, world),
  ) as [Record<string, string>, Record<string, string>, Record<string, string>];
  const names = Object.keys(own);
  const ofMatter = names.filter((name) => own[name] !== barred[name]);
  const places: [string, Record<string, string>][] = [];
  if (ofMatter.length > 0 && 'ICS'.includes(letter)) places.push(['a matter stepped back from', barred]);
  if (own.reference && 'ICS'.includes(letter)) {
    const shunned = valuesOf(pattern, expected, { ...world.barred, ...world.shunned }, world);
    places.push(['a report stepped back from', shunned]);
  }
  if (ofMatter.length > 1)
    for (const name of ofMatter) {
      places.push([`another matter’s ${name}`, { ...own, [name]: other[name] ?? '' }]);
      places.push([`a barred ${name}`, { ...own, [name]: barred[name] ?? '' }]);
    }
  for (const name of names) {
    const madeUp = MADE_UP[name as 'reference'] ?? MADE_UP.other;
    places.push([`a made-up ${name}`, { ...own, [name]: madeUp }]);
    // What cannot be a name is refused before anybody is asked who they are; one role is enough.
    if (letter === letters(expected.may).at(-1))
      for (const bad of MALFORMED) places.push([`“${bad.slice(0, 12)}” as ${name}`, { ...own, [name]: bad }]);
  }
  return places.map(([what, values]) => [what, fill(pattern, values)]);
}
