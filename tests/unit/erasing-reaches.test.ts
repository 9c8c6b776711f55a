import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { describe, expect, it } from 'vitest';
import { HANGS_ON } from '@/lib/retention/erasing/rows/commands';
import { ERASABLE_KINDS } from '@/lib/retention/ledger/line';

const root = process.cwd();
const TABLE = { report: 'reports', case: 'cases', person: 'persons', return: 'returns' } as const;
/** They go by commands of their own, which destroy their keys too. */
const BY_COMMAND = ['drafts.report_id', 'drafts.adds_to', 'evidence_files.report_id'];

async function pointingAt(name: string): Promise<string[]> {
  const found: string[] = [];
  for (const file of readdirSync(join(root, 'db/schema'))) {
    const module: Record<string, unknown> = await import(pathToFileURL(join(root, 'db/schema', file)).href);
    for (const table of Object.values(module)) {
      if (!is(table, PgTable)) continue;
      const config = getTableConfig(table);
      for (const key of config.foreignKeys) {
        const { columns, foreignTable } = key.reference();
        if (getTableConfig(foreignTable).name === name)
          found.push(...columns.map((column) => `${config.name}.${column.name}`));
      }
    }
  }
  return found;
}

describe('erasing', () => {
  it.each(ERASABLE_KINDS)('reaches everything that points at a %s', async (kind) => {
    const handled = HANGS_ON[kind].map(
      (column) => `${getTableConfig(column.table as PgTable).name}.${column.name}`,
    );
    const pointing = (await pointingAt(TABLE[kind])).filter((one) => !BY_COMMAND.includes(one));
    expect(pointing.length).toBeGreaterThan(0);
    expect(handled.toSorted()).toEqual(pointing.toSorted());
  });

  it('is the only one that destroys keys a legal hold may lie on', () => {
    const callers = readdirSync(join(root, 'lib'), { recursive: true })
      .map(String)
      .filter((path) => path.endsWith('.ts') && path !== 'vault/commands.ts')
      .filter((path) => readFileSync(join(root, 'lib', path), 'utf8').includes('destroyHeldDataKeys'));
    expect(callers).toEqual(['retention/erasing/rows/commands.ts']);
  });
});
