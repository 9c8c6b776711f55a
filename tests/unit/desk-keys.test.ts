import { describe, expect, it } from 'vitest';
import { actOf, isTyped, type Pressed } from '@/app/[locale]/staff/_desk/key-map';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  isComposing: false,
  keyCode: 0,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('a key of the desk', () => {
  it.each([
    ['j', 'next'],
    ['k', 'previous'],
    ['x', 'select'],
    ['b', 'bulk'],
    ['a', 'assign'],
    ['l', 'link'],
    ['r', 'hand-over'],
    ['n', 'note'],
    ['s', 'state'],
    ['c', 'promote'],
    ['m', 'message'],
    ['p', 'person'],
    ['w', 'site'],
    ['u', 'undo'],
    ['/', 'search'],
    ['?', 'help'],
  ])('%s is %s', (key, act) => expect(actOf(press(key))).toBe(act));

  it.each(['1', '2', '3', '4', '5'])('%s is a level', (key) =>
    expect(actOf(press(key))).toEqual({ level: `U${key}` }),
  );

  it.each(['0', '6', 'z', 'Enter', 'Tab', 'Shift', 'ArrowDown', 'é', '나', 'Process', ' '])(
    '%s is none',
    (key) => expect(actOf(press(key))).toBeNull(),
  );

  it('is none while a syllable is composed or another key is held', () => {
    for (const more of [
      { isComposing: true },
      { keyCode: 229 },
      { ctrlKey: true },
      { altKey: true },
      { metaKey: true },
      { shiftKey: true },
    ])
      expect([more, actOf(press('j', more))]).toEqual([more, null]);
  });

  it('is read by its place on a Korean keyboard, and in capitals', () => {
    expect(actOf(press('ㅓ', { code: 'KeyJ' }))).toBe('next');
    expect(actOf(press('ㅜ', { code: 'KeyN' }))).toBe('note');
    expect(actOf(press('ㅋ', { code: 'KeyZ' }))).toBeNull();
    expect(actOf(press('J'))).toBe('next');
    expect(actOf(press('?', { shiftKey: true }))).toBe('help');
  });

  it('is typed in fields, and not on buttons, links and boxes', () => {
    const typed = ['text', 'search', 'email', 'password', 'date', 'number', ''];
    for (const type of typed) expect(isTyped({ tagName: 'INPUT', type })).toBe(true);
    for (const type of ['checkbox', 'radio', 'submit', 'file'])
      expect(isTyped({ tagName: 'INPUT', type })).toBe(false);
    for (const tagName of ['TEXTAREA', 'SELECT']) expect(isTyped({ tagName })).toBe(true);
    for (const tagName of ['A', 'BUTTON', 'BODY', 'SUMMARY']) expect(isTyped({ tagName })).toBe(false);
    expect(isTyped({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  });
});
