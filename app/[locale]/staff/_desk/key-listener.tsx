'use client';

import { useEffect, useState } from 'react';
import { filled } from '@/lib/i18n/filled';
import { actOf, isTyped, type KeyAct } from './key-map';

type Said = { caseOnly: string; notHere: string; nothingToUndo: string; raiseTo: string; notHigher: string };
type Props = { home: string; said: Said };

/** What a key goes to, by the ids that pages give to a control, a form, or the heading of a block. */
const PLACES = [
  ...(['note', 'assign', 'link', 'hand-over', 'level'] as const),
  ...(['state', 'promote', 'message', 'person', 'site'] as const),
];
type PlaceId = (typeof PLACES)[number];
/** What only a case has. */
const OF_CASES: ReadonlySet<unknown> = new Set(['hand-over', 'person', 'site']);

const CONTROLS = 'textarea, select, input:not([type=hidden]), button';
const byId = (id: string) => document.getElementById(id);
const isSeen = (element: HTMLElement) => element.getClientRects().length > 0;
const rows = () => [...document.querySelectorAll<HTMLElement>('[data-row]')].filter(isSeen);
const linkOf = (row: HTMLElement) =>
  [...row.querySelectorAll<HTMLElement>('a[data-open]')].find(isSeen) ?? null;

/** The row that the keyboard stands on, else the one that is open. */
const here = () =>
  document.activeElement?.closest<HTMLElement>('[data-row]') ??
  rows().find((row) => row.hasAttribute('aria-current')) ??
  null;

/** The first control of a place: itself, inside it, or in the block that it is the heading or the summary of. */
function controlIn(place: HTMLElement): HTMLElement | null {
  if (place.matches(`${CONTROLS}, a[href]`)) return place;
  const around = place.matches('h2, h3, summary') ? (place.closest('details, section') ?? place) : place;
  return around.querySelector<HTMLElement>(CONTROLS);
}

/** Goes to the place of this id on this page, unfolding what it is folded in; false when there is none. */
function goTo(id: PlaceId, level?: string): boolean {
  // A report that is in a case already has nothing to make, but the way there.
  const place = byId(id) ?? (id === 'promote' ? byId('link') : null);
  if (!place) return false;
  const form = place.closest('form') ?? place;
  const choice = level
    ? form.querySelector<HTMLElement>(`input[value="${level}"], option[value="${level}"]`)
    : null;
  if (choice instanceof HTMLInputElement) choice.click();
  else if (choice instanceof HTMLOptionElement) choice.selected = true;
  const target = (choice && form.querySelector<HTMLElement>('textarea')) ?? controlIn(place) ?? place;
  for (let around: HTMLElement | null = target; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true;
  target.focus();
  target.scrollIntoView({ block: 'center' });
  return true;
}

/** Fills the hidden fields of a form from the row it is for. */
function fill(form: HTMLFormElement, row: HTMLElement, more: Record<string, string> = {}): void {
  const { row: ref, seen, level: was, version } = row.dataset;
  for (const [name, value] of Object.entries({ ref, seen, was, version, ...more })) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value ?? '';
  }
}

/** The keys of the desk. A key moves and goes; what it does is a form of the page, sent as if by hand. */
export function KeyListener({ home, said }: Props) {
  const [told, setTold] = useState('');

  useEffect(() => {
    const hash = PLACES.find((id) => `#${id}` === window.location.hash);
    if (hash && !goTo(hash)) setTold(said.notHere);
    // What is open stands in the middle of the list beside it; the page itself stays at its top.
    const row = rows().find((one) => one.hasAttribute('aria-current'));
    const list = row?.closest('[data-scroll]');
    if (row && list)
      list.scrollTop +=
        row.getBoundingClientRect().top - list.getBoundingClientRect().top - list.clientHeight / 2;
  }, [said.notHere]);

  useEffect(() => {
    const move = (by: 1 | -1) => {
      const all = rows();
      const at = here();
      const next = all[at ? all.indexOf(at) + by : 0];
      if (next) linkOf(next)?.focus();
    };
    const raise = (row: HTMLElement, level: string) => {
      const { row: ref = '', level: was = '' } = row.dataset;
      const dialog = byId('row-level');
      const form = dialog?.querySelector('form');
      if (!(dialog instanceof HTMLDialogElement) || !form) return;
      // U1 is the highest: as words they stand in the other order.
      if (level >= was) {
        setTold(filled(said.notHigher, { ref, level: was }));
        return;
      }
      // What was typed for another row must not stand in this one's form.
      form.reset();
      fill(form, row, { level });
      const title = dialog.querySelector('h2');
      if (title?.firstChild) title.firstChild.nodeValue = filled(said.raiseTo, { ref, level });
      dialog.showModal();
      dialog.querySelector('textarea')?.focus();
    };
    const onRow = (row: HTMLElement, act: Exclude<KeyAct, { level: string }>) => {
      const form = byId('row-assign');
      const isCase = row.dataset.version !== undefined;
      if (act === 'select') row.querySelector<HTMLElement>('input[type=checkbox]')?.click();
      else if (act === 'assign' && form instanceof HTMLFormElement) {
        fill(form, row);
        form.requestSubmit();
      } else if (OF_CASES.has(act) && !isCase) setTold(said.caseOnly);
      else window.location.assign(`${row.dataset.page}#${act}`);
    };
    const onPage = (act: KeyAct) => {
      const row = here();
      if (typeof act === 'object') {
        if (row) raise(row, act.level);
        else if (!goTo('level', act.level)) setTold(said.notHere);
      } else if (row) onRow(row, act);
      else if (PLACES.some((id) => id === act) && !goTo(act as PlaceId))
        setTold(
          OF_CASES.has(act) && window.location.pathname.includes('/reports/') ? said.caseOnly : said.notHere,
        );
    };
    const run = (act: KeyAct) => {
      const [help, undo] = [byId('desk-keys'), byId('undo')];
      if (act === 'next') move(1);
      else if (act === 'previous') move(-1);
      else if (act === 'bulk') byId('bulk-act')?.focus();
      else if (act === 'search') window.location.assign(`${home}/search`);
      else if (act === 'help') {
        if (help instanceof HTMLDialogElement) help.showModal();
      } else if (act === 'undo') {
        if (undo instanceof HTMLFormElement) undo.requestSubmit();
        else setTold(said.nothingToUndo);
      } else onPage(act);
    };
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof HTMLElement ? event.target : document.body;
      const open = document.querySelector('dialog[open]');
      const act = open || event.defaultPrevented || isTyped(target as HTMLInputElement) ? null : actOf(event);
      if (!act) return;
      // The key goes to a field in the same moment: it must not be typed there.
      event.preventDefault();
      setTold('');
      run(act);
    };
    const onClick = (event: MouseEvent) => {
      if (event.target instanceof Element && event.target.closest('[data-close]'))
        event.target.closest('dialog')?.close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onClick);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onClick);
    };
  }, [home, said]);

  return (
    // There before it says anything, so that it is heard; drawn where whoever looks at the middle of a long page sees it too.
    <p role="status" data-testid="key-told">
      {told ? (
        <span className="fixed bottom-4 left-4 z-20 rounded-lg bg-gray-90 px-4 py-2 font-bold text-gray-0">
          {told}
        </span>
      ) : null}
    </p>
  );
}
