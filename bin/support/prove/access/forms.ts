import type { Seen } from './visitor';

/** A form as somebody who may see it was shown it. */
export type Shown = {
  /** The built name of its action; null: it posts to an address. */
  action: string | null;
  /** Where it is posted. */
  to: string;
  fields: [string, string][];
};

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
const decode = (text: string) => text.replace(/&([#\w]+);/g, (found, name) => ENTITIES[name] ?? found);
const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`, 'i').exec(tag);
  return found ? decode(found[1] ?? '') : null;
};

/** What is typed where a form leaves room for it: a sentence, because reasons have to be one. */
const TYPED = '지도와 맞춰 보려고 확인합니다';
const BY_TYPE: Record<string, string> = {
  email: 'somebody@example.org',
  tel: '010-0000-0000',
  url: 'https://example.org/',
  number: '1',
  date: '2027-01-02',
  time: '09:00',
  'datetime-local': '2027-01-02T09:00',
};

/** Every form of a page that posts, filled in: what was hidden as it was, choices made, the first button pressed. */
export function formsOn(page: Seen): Shown[] {
  return [...page.text.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].flatMap(([html]) => {
    const tag = /^<form\b[^>]*>/.exec(html)?.[0] ?? '';
    const fields = fill(html);
    const marked = fields.flatMap(([name, value]) => builtName(name, value));
    const to = attribute(tag, 'action') || page.url;
    const posts = /\bmethod="post"/i.test(tag) || marked.length > 0;
    return posts
      ? [{ action: marked[0] ?? null, to: new URL(to, 'http://here').href.slice(11), fields }]
      : [];
  });
}

/** Next writes an action's name into a field's name, or, where something is bound to it, into a field's value. */
function builtName(name: string, value: string): string[] {
  if (name.startsWith('$ACTION_ID_')) return [name.slice('$ACTION_ID_'.length)];
  if (!/^\$ACTION_\d+:0$/.test(name)) return [];
  const { id } = JSON.parse(value) as { id?: string };
  return id ? [id] : [];
}

function fill(html: string): [string, string][] {
  const fields: [string, string][] = [];
  const chosen = new Set<string>();
  let pressed = false;
  for (const [control] of html.matchAll(
    /<input\b[^>]*>|<textarea\b[^>]*>|<select\b[\s\S]*?<\/select>|<button\b[^>]*>/g,
  )) {
    const name = attribute(control, 'name');
    const value = attribute(control, 'value') ?? '';
    const type = attribute(control, 'type') ?? 'text';
    if (!name || attribute(control, 'disabled') !== null) continue;
    if (control.startsWith('<select')) fields.push([name, firstOption(control)]);
    else if (control.startsWith('<textarea')) fields.push([name, TYPED]);
    else if (control.startsWith('<button')) {
      if (!pressed) fields.push([name, value]);
      pressed = true;
    } else if (type === 'hidden') fields.push([name, value]);
    else if (type === 'radio' || type === 'checkbox') {
      if (!chosen.has(name)) fields.push([name, value || 'on']);
      chosen.add(name);
    } else fields.push([name, value || (BY_TYPE[type] ?? TYPED)]);
  }
  return fields;
}

function firstOption(select: string): string {
  const values = [...select.matchAll(/<option\b[^>]*>/g)].map(([option]) => attribute(option, 'value') ?? '');
  return values.find((value) => value !== '') ?? '';
}
