import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actWord } from '@/app/[locale]/staff/audit/act-word';
import type { Axis } from '@/lib/cases/person-records';
import { locales } from '@/lib/i18n/locale';

/** What is recorded of a person is written under a name made of its axis. */
const AXES = Object.keys({
  SAFETY: 0,
  IDENTITY: 0,
  WILLINGNESS: 0,
  POSITION: 0,
  PROOF_QUESTION: 0,
} satisfies Record<Axis, 0>);

/** The arguments of the call whose bracket opens just before `from`. */
function argumentsFrom(source: string, from: number): string[] {
  const found = [''];
  for (let at = from, depth = 0; at < source.length; at += 1) {
    const sign = source.charAt(at);
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (depth < 0) break;
    if (sign === ',' && depth === 0) found.push('');
    else found[found.length - 1] += sign;
  }
  return found;
}

/** Every act that our own code writes to the audit by its name; of a condition the answers alone. */
function actsWritten(): Set<string> {
  const acts = new Set<string>();
  for (const name of readdirSync('lib', { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const source = readFileSync(join('lib', name), 'utf8');
    for (const call of source.matchAll(/\brecord(?:\.each|(\.begin))?\(/g)) {
      const given = argumentsFrom(source, call.index + call[0].length)[call[1] ? 3 : 2] ?? '';
      for (const [, act] of given.replace(/^.*\?/s, '').matchAll(/'([^']+)'/g)) if (act) acts.add(act);
    }
  }
  return acts;
}

describe('the audit', () => {
  it.each(locales)('names every act in words (%s)', (locale) => {
    const ofPeople = AXES.map((axis) => `person.${axis.toLowerCase().replace('_', '-')}`);
    const acts = [...actsWritten(), ...ofPeople];
    expect(acts.length).toBeGreaterThan(60);
    expect(acts.filter((act) => actWord(locale, act) === act)).toEqual([]);
  });
});
