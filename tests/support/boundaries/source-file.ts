import { posix } from 'node:path';

export type Import = { target: string; typeOnly: boolean };

/** A file of ours as the boundary rules see it. `path` is relative to the project, with forward slashes. */
export type SourceFile = {
  path: string;
  code: string;
  imports: Import[];
  serverOnly: boolean;
  client: boolean;
  actions: boolean;
};

const STATEMENT = /(?:^|\n)\s*(import|export)\s+(type\s+)?([^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/g;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** Without comments, so that a rule mentioned in one is not taken for a breach of it. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}

/** `import { type A, type B } from` brings nothing to run either. */
function bringsOnlyTypes(clause: string | undefined): boolean {
  const names = /^\s*\{([^}]*)\}\s*from\s*$/.exec(clause ?? '')?.[1];
  if (names === undefined) return false;
  const parts = names
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return parts.length > 0 && parts.every((part) => part.startsWith('type '));
}

/** A path of ours for `@/…` and relative imports, else the package's name as it stands. */
function resolveTarget(from: string, specifier: string, paths: ReadonlySet<string>): string {
  if (!specifier.startsWith('.') && !specifier.startsWith('@/')) return specifier;
  const bare = specifier.startsWith('@/') ? specifier.slice(2) : posix.join(posix.dirname(from), specifier);
  const candidates = [
    bare,
    `${bare}.ts`,
    `${bare}.tsx`,
    `${bare}.mjs`,
    `${bare}/index.ts`,
    `${bare}/index.tsx`,
  ];
  return candidates.find((candidate) => paths.has(candidate)) ?? bare;
}

export function readSource(path: string, text: string, paths: ReadonlySet<string>): SourceFile {
  const code = withoutComments(text);
  const imports: Import[] = [];
  for (const [, , type, clause, specifier = ''] of code.matchAll(STATEMENT)) {
    imports.push({
      target: resolveTarget(path, specifier, paths),
      typeOnly: Boolean(type) || bringsOnlyTypes(clause),
    });
  }
  for (const [, specifier = ''] of code.matchAll(DYNAMIC)) {
    imports.push({ target: resolveTarget(path, specifier, paths), typeOnly: false });
  }
  return {
    path,
    code,
    imports,
    serverOnly: imports.some(({ target }) => target === 'server-only'),
    client: /^\s*['"]use client['"]/.test(code),
    actions: /^\s*['"]use server['"]/.test(code),
  };
}
