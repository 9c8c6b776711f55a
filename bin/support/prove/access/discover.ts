import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { root } from '../../root';

/** What there is at the desk, read from the source tree, so that nothing is tried only because somebody thought of it. */
export type Desk = {
  /** `/staff/reports/[reference]`: pages, and `POST /staff/…/original`: what a route handler answers. */
  addresses: string[];
  /** `reports/[reference]/actions.ts#addNoteAction`. */
  actions: string[];
};

export const STAFF = 'app/[locale]/staff';
export const PUBLIC = 'app/[locale]/(public)';

const EXPORTED = /^export (?:async )?(?:function|const) (\w+)/gm;
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export function discoverDesk(): Desk {
  const folder = join(root, STAFF);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .toSorted();
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const exportsOf = (path: string) => [...read(path).matchAll(EXPORTED)].map(([, name = '']) => name);
  const addressOf = (path: string) =>
    ['/staff', ...path.split('/').slice(0, -1)].filter((part) => !/^[(_]/.test(part)).join('/');
  const addresses = files.flatMap((path) => {
    if (/(^|\/)page\.tsx$/.test(path)) return [addressOf(path)];
    if (!/(^|\/)route\.ts$/.test(path)) return [];
    return exportsOf(path)
      .filter((name) => METHODS.includes(name))
      .map((method) => `${method} ${addressOf(path)}`);
  });
  const actions = files
    .filter((path) => /\.tsx?$/.test(path) && /^['"]use server['"]/m.test(read(path)))
    .flatMap((path) => exportsOf(path).map((name) => `${path}#${name}`));
  return { addresses, actions };
}

type Manifest = {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>;
};

/** `key`: its place in the source. `pages`: where a form can name it, as patterns of addresses. */
export type BuiltAction = { key: string; pages: string[] };

/** Every server action of the desk, or of another folder, by its built name, which forms without script carry. */
export function builtActions(under = STAFF): Map<string, BuiltAction> {
  const path = join(root, process.env.NEXT_DIST_DIR ?? '.next', 'server', 'server-reference-manifest.json');
  const { node } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return new Map(
    Object.entries(node)
      .filter(([, { filename }]) => filename.startsWith(`${under}/`))
      .map(([id, { filename, exportedName, workers }]) => {
        const pages = Object.keys(workers).flatMap(
          (worker) => /^app\/\[locale\](\/staff.*)\/page$/.exec(worker)?.[1] ?? [],
        );
        return [id, { key: `${filename.slice(under.length + 1)}#${exportedName}`, pages }];
      }),
  );
}

/** What ends the session or the draft that it is sent from, or somebody else's, and what somebody who steps back from a case loses. */
const ENDING = /#(?:signOut|revokeSessions|disableAccount|changeRoles|recuse|sendReport|destroyDraft)Action$/;

/** The built names of those. */
export function endingActions(): Set<string> {
  const all = [...builtActions(), ...builtActions(PUBLIC)];
  const ending = all.filter(([, { key }]) => ENDING.test(key));
  if (ending.length < 8) throw new Error('not every action that ends a session or a draft was found');
  return new Set(ending.map(([id]) => id));
}
