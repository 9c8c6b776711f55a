import { describe, expect, it } from 'vitest';
import { snippetOf } from '@/lib/search/snippet';
import { readQuery, type Searchable } from '@/lib/search/terms';

const texts = (given: Partial<Searchable>): Searchable => ({ TEXT: [], NAME: [], PLACE: [], ...given });
/** The snippet as one line, what is marked in brackets. */
const shown = (query: string, given: Partial<Searchable>) =>
  snippetOf(texts(given), readQuery(query))
    ?.map(({ text, marked }) => (marked ? `[${text}]` : text))
    .join('') ?? null;

describe('a snippet marks what was looked for', () => {
  it.each<[string, Partial<Searchable>, string | null]>([
    ['감금', { TEXT: ['동생이 감금되어 있어요'] }, '동생이 [감금]되어 있어요'],
    ['Passport', { TEXT: ['His PASSPORT was taken'] }, 'His [PASSPORT] was taken'],
    ['여권 감금', { TEXT: ['감금되고 여권을 빼앗김'] }, '[감금]되고 [여권]을 빼앗김'],
    ['01012345678', { TEXT: ['번호는 010-1234-5678 입니다'] }, '번호는 [010-1234-5678] 입니다'],
    ['Park Jihoon', { NAME: ['박지훈'] }, '[박지훈]'],
    ['은하수', { PLACE: ['은하수 타운'] }, '[은하수] 타운'],
    ['ＡＢＣ', { TEXT: ['under abc roof'] }, 'under [abc] roof'],
    ['없는말', { TEXT: ['아무것도 아님'] }, null],
  ])('%s', (query, given, expected) => {
    expect(shown(query, given)).toBe(expected);
  });

  it('shows a little around it, and says where it is cut', () => {
    const long = `${'가'.repeat(200)} 감금 ${'나'.repeat(200)}`;
    const found = shown('감금', { TEXT: [long] }) ?? '';
    expect(found).toMatch(/^…가+ \[감금\] 나+…$/u);
    expect(found.length).toBeLessThan(110);
  });

  it('cuts no emoji in two', () => {
    const found = shown('감금', { TEXT: [`${'😀'.repeat(60)}감금 ${'😀'.repeat(60)}`] }) ?? '';
    expect(found).not.toContain('\ufffd');
    expect([...found].every((symbol) => symbol.codePointAt(0) !== undefined)).toBe(true);
    expect(Buffer.from(found, 'utf8').toString('utf8')).toBe(found);
  });
});
