import { RULES } from './rules';
import { readSource } from './source-file';

/** Every breach of "Who may import whom" in a set of files, path → text. Empty when all is well. */
export function findBreaches(texts: Record<string, string>): string[] {
  const paths = new Set(Object.keys(texts));
  const files = new Map(Object.entries(texts).map(([path, text]) => [path, readSource(path, text, paths)]));
  return [...files.values()].flatMap((file) =>
    Object.entries(RULES).flatMap(([name, rule]) =>
      rule(file, files).map((breach) => `${file.path}: ${breach} [${name}]`),
    ),
  );
}
