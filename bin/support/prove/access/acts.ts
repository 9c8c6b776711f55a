import { randomUUID } from 'node:crypto';
import { fill, placesOf, valuesOf } from './addresses';
import { BEFORE } from './before';
import { type BuiltAction, builtActions } from './discover';
import { ACTIONS, type Action, ADDRESSES, letters } from './expected';
import { formsOn, type Shown } from './forms';
import { KEPT } from './standing';
import { inTurns, others, signsIn, type Tally } from './tally';
import type { Seen, Visitor } from './visitor';
import { LETTERS, type Letter, type Matter, type World } from './world';

/** A form of an action or of a handler, as an insider was shown it. `about`: whose page it stands on. */
type Found = { key: string; expected: Action; shown: Shown; from: string; letter: Letter; about: Matter };

const HANDLERS = Object.keys(ADDRESSES).filter((name) => name.startsWith('POST '));
const asPattern = (address: string) => new RegExp(`^/ko${address.replace(/\[\w+\]/g, '[^/]+')}$`);

/** What a form belongs to, by its action's built name or by where it posts. */
function keyOf(shown: Shown, built: ReadonlyMap<string, BuiltAction>): string | null {
  if (shown.action) return built.get(shown.action)?.key ?? null;
  const [path = ''] = shown.to.split('?');
  return HANDLERS.find((name) => asPattern(name.slice('POST '.length)).test(path)) ?? null;
}

const expectedOf = (key: string): Action | undefined => ACTIONS[key] ?? ADDRESSES[key];

/** Every page that insiders may open about a matter, and what of it they are shown to press. */
export async function collectForms(tally: Tally, matter: Matter): Promise<Found[]> {
  const { world } = tally;
  const built = builtActions();
  const found = new Map<string, Found>();
  for (const before of Object.values(BEFORE)) await before(world, built);
  const places = [...pagesFor(matter, world).entries()];
  const pages: Seen[] = [];
  await inTurns(places, async ([index, [letter, path]]) => {
    pages[index] = await world.insider[letter].visitor.get(path);
    tally.tries += 1;
  });
  for (const [index, [letter, path, about]] of places) {
    const page = pages[index];
    if (!page) continue;
    for (const shown of formsOn(page)) {
      const key = keyOf(shown, built);
      const expected = key ? expectedOf(key) : undefined;
      if (!key || !expected || expected.may === '*') continue;
      const wanted = Object.entries(expected.where?.(matter, world) ?? {});
      if (!wanted.every(([name, value]) => shown.fields.some(([n, v]) => n === name && v === value)))
        continue;
      // Of a closed case's pages only what the others do not show: each form is tried by everybody, which takes its time.
      if (about === world.closed && [...found.values()].some((one) => one.key === key)) continue;
      // One form of an action from one kind of page; another page's form may carry other things.
      const place = `${key} ${path.split('?')[0]}`;
      if (!found.has(place))
        found.set(place, {
          key,
          expected,
          shown: typed(shown, expected, matter, world),
          from: path,
          letter,
          about,
        });
    }
  }
  return [...found.values()];
}

/** What each insider may open about a matter and, where it is the open one, about reports that are in no case and about a closed case. */
function pagesFor(matter: Matter, world: World): [Letter, string, Matter][] {
  const isOpen = matter === world.open;
  const { received, screening, released, settled, closed } = world;
  const loose = [received, screening, released, settled].map((one) => ({ ...matter, ...one }));
  const pages = (letter: Letter, named: string, about: readonly Matter[]) =>
    Object.entries(ADDRESSES)
      .filter(([name, { may }]) => !name.startsWith('POST ') && may.includes(letter) && name.includes(named))
      .flatMap(([name, expected]) =>
        about.flatMap((one) =>
          placesOf(name.replace(/^GET /, ''), expected, one, world).map((path): [Letter, string, Matter] => [
            letter,
            path,
            one,
          ]),
        ),
      );
  return [
    ...LETTERS.flatMap((letter) => pages(letter, '', [matter])),
    ...LETTERS.flatMap((letter) => pages(letter, '[reference]', isOpen ? loose : [])),
    ...LETTERS.flatMap((letter) => pages(letter, '/cases/[number]', isOpen ? [closed] : [])),
  ];
}

function typed(shown: Shown, expected: Action, matter: Matter, world: World): Shown {
  const over = expected.typed?.(matter, world) ?? {};
  const kept = shown.fields.filter(([name]) => !(name in over));
  return { ...shown, fields: [...kept, ...Object.entries(over)] };
}

const press = (visitor: Visitor, { to, fields }: Shown) => visitor.post(to, fields);

/** Every form, sent by everybody who may not, by a stranger, and by somebody whose session is over. */
export async function replayByOthers(tally: Tally, forms: readonly Found[]): Promise<void> {
  const { world } = tally;
  const about = ({ key, from }: Found, who: string) => `${key} (on ${from}) by ${who}`;
  await tally.unmovedByAny(
    forms,
    (found) => about(found, 'those who may not'),
    async (found) => {
      const visitors: [string, Letter | null, Visitor][] = [
        ['a stranger', null, world.stranger],
        ...others(letters(found.expected.may)).map((one): [string, Letter, Visitor] => [
          one,
          one,
          world.role[one].visitor,
        ]),
      ];
      for (const [who, letter, visitor] of visitors) {
        const answer = tally.seen(about(found, who), letter, await press(visitor, found.shown));
        if (answer.status !== 404)
          tally.fault(`${about(found, who)}: answered ${answer.status} ${answer.location}`);
      }
    },
  );
  const lapsed = 'a lapsed session';
  await tally.unmovedByAny(
    forms,
    (found) => about(found, lapsed),
    async (found) => {
      const answer = tally.seen(about(found, lapsed), null, await press(world.lapsed.visitor, found.shown));
      if (!signsIn(answer)) tally.fault(`${about(found, lapsed)}: answered ${answer.status}`);
    },
    true,
  );
}

/** Actions that no form was found for, sent bare to the pages that can run them: the gate stands before anything is read. */
export async function sendBare(tally: Tally, forms: readonly Found[]): Promise<string[]> {
  const { world } = tally;
  const found = new Set(forms.map(({ key }) => key));
  const bare = [...builtActions()].filter(([, { key }]) => {
    const expected = ACTIONS[key];
    return expected && expected.may !== '*' && !found.has(key);
  });
  for (const [id, { key, pages }] of bare) {
    const { reference, number } = world.open;
    const fields = [
      ['locale', 'ko'],
      ['reference', reference],
      ['number', number],
      [`$ACTION_ID_${id}`, ''],
    ] as const;
    const [page = '/staff'] = pages;
    const path = fill(page, valuesOf(page, ADDRESSES[page] ?? { may: '' }, world.open, world));
    await tally.unmoved(`${key}, bare`, async () => {
      const stranger = tally.seen(`${key}, bare`, null, await world.stranger.post(path, fields));
      if (stranger.status !== 404) tally.fault(`${key}, bare, by a stranger: answered ${stranger.status}`);
      for (const letter of others(letters(ACTIONS[key]?.may ?? ''))) {
        const about = `${key}, bare, by ${letter}`;
        const answer = tally.seen(about, letter, await world.role[letter].visitor.post(path, fields));
        if (answer.status !== 404) tally.fault(`${about}: answered ${answer.status}`);
      }
    });
  }
  return bare.map(([, { key }]) => key);
}

/** The names that stand for an object of a matter. */
const KINDS = [
  'reference',
  'number',
  'reportId',
  'caseId',
  'personId',
  'taskId',
  'approvalId',
  'referralId',
  'fileId',
  'recordingId',
  'requestId',
  'siteLinkId',
  'returnId',
] as const satisfies readonly (keyof Matter)[];
type Kind = (typeof KINDS)[number];
/** What says which matter a form is about; the rest hangs on one. */
const WHOLE: readonly Kind[] = ['reference', 'number', 'reportId', 'caseId'];
const MADE_UP: Partial<Record<Kind, string>> = { reference: 'NR-2222-2222', number: 'CA-2025-999999' };

/** The same form with one object in it exchanged: for a barred one, one that is not there, one that cannot be, and another matter's. */
function exchanged({ shown, expected, about }: Found, world: World): [string, Shown][] {
  const { other, barred } = world;
  const all = [shown.action ? '' : shown.to, ...shown.fields.map(([, value]) => value)].join('\n');
  const held = KINDS.filter((kind) => all.includes(about[kind]));
  const hangs = held.some((kind) => WHOLE.includes(kind));
  // Where an id alone says what is done, what else the form names is only where its answer is shown.
  const alone = held.some((kind) => expected.alone?.includes(kind));
  const counting = held.filter((kind) => !alone || expected.alone?.includes(kind));
  return counting.flatMap((kind): [string, Shown][] => {
    const instead: [string, string][] = [
      [`a barred ${kind}`, barred[kind]],
      [`a made-up ${kind}`, MADE_UP[kind] ?? randomUUID()],
      [`“x” as ${kind}`, 'x'],
    ];
    if (!WHOLE.includes(kind) && hangs && !expected.alone?.includes(kind))
      instead.push([`another matter’s ${kind}`, other[kind]]);
    return instead.map(([what, value]) => [what, replaced(shown, about[kind], value)]);
  });
}

const replaced = (shown: Shown, from: string, to: string): Shown => ({
  ...shown,
  // A handler's address is where its object stands; a page's is only where the answer would be shown.
  to: shown.action ? shown.to : shown.to.replace(from, to),
  fields: shown.fields.map(([name, value]) => [
    name,
    name.startsWith('$') ? value : value.replaceAll(from, to),
  ]),
});

/** Every form, sent by everybody who may, with other people’s objects in it. */
export async function replayWithOthersObjects(tally: Tally, forms: readonly Found[]): Promise<void> {
  const { world } = tally;
  const tries = forms
    .filter(({ expected }) => !expected.untried)
    .flatMap((found) => {
      const may = letters(found.expected.may);
      return may.flatMap((letter) =>
        exchanged(found, world)
          // What is not there or cannot be is not there for anybody: one role is enough.
          .filter(([what]) =>
            what.startsWith('a barred')
              ? 'ICS'.includes(letter)
              : what.startsWith('another') || letter === may.at(-1),
          )
          .map(([what, shown]) => ({
            ...{ letter, shown },
            about: `${found.key} (on ${found.from}) by ${letter} with ${what}`,
          })),
      );
    });
  await tally.unmovedByAny(
    tries,
    ({ about }) => about,
    async ({ letter, shown, about }) => {
      tally.seen(about, letter, await press(world.role[letter].visitor, shown));
    },
    true,
  );
}

/** Every form about the barred matter, as an insider was shown it, sent by those who have stepped back from it. */
export async function replayBarred(tally: Tally, forms: readonly Found[]): Promise<void> {
  const { world } = tally;
  const { barred } = world;
  const tries = forms
    .filter(({ shown }) => isAbout(shown, barred))
    .flatMap((found) =>
      letters(found.expected.may)
        .filter((one) => 'ICS'.includes(one))
        .map((letter) => ({ found, letter, about: `${found.key} of the barred matter by ${letter}` })),
    );
  await tally.unmovedByAny(
    tries,
    ({ about }) => about,
    async ({ found, letter, about }) => {
      tally.seen(about, letter, await press(world.role[letter].visitor, found.shown));
    },
    true,
  );
}

const isAbout = ({ to, action, fields }: Shown, matter: Matter) =>
  KINDS.some(
    (kind) => fields.some(([, value]) => value === matter[kind]) || (!action && to.includes(matter[kind])),
  );

/** Everything once more by who may, so that a refusal is known to be one: answers the keys that were never seen to do anything. */
export async function pressByThoseWhoMay(tally: Tally, forms: readonly Found[]): Promise<string[]> {
  const { world } = tally;
  const built = builtActions();
  const idle = new Map(forms.map(({ key }) => [key, 'its form was gone']));
  const later = ({ expected }: Found) => expected.late ?? 0;
  for (const { key, expected, from, letter } of forms.toSorted((one, other) => later(one) - later(other))) {
    if (!idle.has(key)) continue;
    if (expected.untried || expected.unpressed) {
      idle.delete(key);
      continue;
    }
    const visitor = world.insider[letter].visitor;
    const wanted = Object.entries(expected.where?.(world.open, world) ?? {});
    await BEFORE[key]?.(world, built);
    const page = await visitor.get(from);
    const fresh = formsOn(page).find(
      (shown) =>
        keyOf(shown, built) === key &&
        wanted.every(([name, value]) => shown.fields.some(([n, v]) => n === name && v === value)),
    );
    if (!fresh) idle.set(key, `its form was gone from ${from}, which answered ${page.status}`);
    if (!fresh) continue;
    await tally.moved(async () => undefined);
    const changed = await tally.moved(async () => {
      const answer = await press(visitor, typed(fresh, expected, world.open, world));
      tally.seen(`${key} by an insider`, letter, { ...answer, text: '' });
      idle.set(key, `${answer.status} ${answer.location}`);
    });
    const done = changed.filter((table) => table !== KEPT);
    if (done.length === 0) continue;
    idle.delete(key);
    if (!done.includes('audit_entries') && !expected.unaudited)
      tally.fault(`${key}: changed ${done.join(', ')} and left nothing in the audit`);
  }
  return [...idle].map(([key, answer]) => `${key} (${answer})`);
}
