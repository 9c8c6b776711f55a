/** What a key of the desk asks for. */
export type KeyAct =
  | 'next'
  | 'previous'
  | 'select'
  | 'bulk'
  | 'assign'
  | 'link'
  | 'hand-over'
  | 'note'
  | 'state'
  | 'promote'
  | 'message'
  | 'person'
  | 'site'
  | 'undo'
  | 'search'
  | 'help'
  | { level: string };

export type Pressed = Pick<
  KeyboardEvent,
  'key' | 'code' | 'isComposing' | 'keyCode' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'
>;

const LETTERS: Readonly<Record<string, KeyAct>> = {
  j: 'next',
  k: 'previous',
  x: 'select',
  b: 'bulk',
  a: 'assign',
  l: 'link',
  r: 'hand-over',
  n: 'note',
  s: 'state',
  c: 'promote',
  m: 'message',
  p: 'person',
  w: 'site',
  u: 'undo',
};

/** What a browser reports while a syllable is being composed. */
const COMPOSING = 229;

/** The Latin letter of a key, or nothing. A Korean keyboard says 'ㅓ' where a Latin one says 'j', so such a letter is read by its place. */
export function letterOf({ key, code }: Pick<Pressed, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^[ㄱ-ㅣ]$/.test(key) ? code.slice(3).toLowerCase() : '';
}

/** What a key asks for; null for none. Nothing while a syllable is composed or another key is held. */
export function actOf(pressed: Pressed): KeyAct | null {
  const { key, isComposing, keyCode, ctrlKey, altKey, metaKey, shiftKey } = pressed;
  if (isComposing || keyCode === COMPOSING || ctrlKey || altKey || metaKey) return null;
  if (key === '?') return 'help';
  if (shiftKey) return null;
  if (key === '/') return 'search';
  if (/^[1-5]$/.test(key)) return { level: `U${key}` };
  return LETTERS[letterOf(pressed)] ?? null;
}

type Element = { tagName: string; type?: string; isContentEditable?: boolean };

/** Inputs in which no letter is typed. */
const NOT_TYPED = new Set([
  'checkbox',
  'radio',
  'button',
  'submit',
  'reset',
  'image',
  'file',
  'range',
  'color',
]);

/** Whether a key pressed here is typed: then it means nothing else. A list of choices is searched by letters, so it counts. */
export function isTyped({ tagName, type = '', isContentEditable }: Element): boolean {
  if (isContentEditable || tagName === 'TEXTAREA' || tagName === 'SELECT') return true;
  return tagName === 'INPUT' && !NOT_TYPED.has(type);
}
