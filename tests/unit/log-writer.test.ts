import { afterEach, expect, it, vi } from 'vitest';
import { makeLogger } from '@/lib/log-writer.mjs';

afterEach(() => vi.restoreAllMocks());

/** What a logger of this level writes, by where it goes. */
function written(level: 'info' | 'error') {
  const said: [where: string, line: Record<string, unknown>][] = [];
  for (const [where, stream] of [
    ['out', process.stdout],
    ['err', process.stderr],
  ] as const)
    vi.spyOn(stream, 'write').mockImplementation((line) =>
      Boolean(said.push([where, JSON.parse(String(line))])),
    );
  const logger = makeLogger(level);
  logger.info({}, 'usual');
  logger.error({ where: 'a place' }, 'fault');
  logger.record({ line: 'x' }, 'erasure');
  vi.restoreAllMocks();
  return said.map(([where, { level: name, event }]) => [where, name, event]);
}

it('records stand in the log whatever its level, on the standard output', () => {
  expect(written('info')).toEqual([
    ['out', 'info', 'usual'],
    ['err', 'error', 'fault'],
    ['out', 'record', 'erasure'],
  ]);
  expect(written('error')).toEqual([
    ['err', 'error', 'fault'],
    ['out', 'record', 'erasure'],
  ]);
});
