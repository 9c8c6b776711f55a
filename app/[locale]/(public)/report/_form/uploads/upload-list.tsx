'use client';

import { useEffect, useRef, useState } from 'react';
import type { EvidenceField } from '@/lib/evidence/limits';
import { filled } from '@/lib/i18n/filled';
import { HeldPanel } from './held-panel';
import { type Item, UploadQueue } from './upload-queue';
import { UploadRow } from './upload-row';
import type { UploadWords } from './upload-words';

type Props = { field: EvidenceField; said: UploadWords; picked: readonly File[] };

const isUnfinished = ({ state }: Item) => state !== 'stored' && state !== 'refused';

/** The files that were chosen since the page was opened. Fetched by the browser only once somebody chooses one. */
export function UploadList({ field, said, picked }: Props) {
  const [items, setItems] = useState<Item[]>([]);
  const [news, setNews] = useState('');
  const [held, setHeld] = useState<HTMLElement | null | undefined>();
  const queue = useRef<UploadQueue>(null);
  const list = useRef<HTMLDivElement>(null);
  /** The person has decided: what is sent now is let through. */
  const passes = useRef(false);
  const unfinished = items.some(isUnfinished);

  useEffect(() => {
    const draft = list.current?.closest('form')?.querySelector<HTMLInputElement>('[name=draft]')?.value ?? '';
    const made = new UploadQueue({ field, draft }, setItems);
    queue.current = made;
    return () => made.stop();
  }, [field]);

  useEffect(() => {
    if (picked.length > 0) queue.current?.add(picked);
  }, [picked]);

  const told = useTold(items, said);

  // Sending the page while something is on its way asks first. Caught before React's own listener, which stands at the document.
  useEffect(() => {
    const form = list.current?.closest('form');
    if (!form || !unfinished) return;
    const hold = (event: SubmitEvent) => {
      if (passes.current) return;
      event.preventDefault();
      event.stopPropagation();
      setHeld(event.submitter);
    };
    form.addEventListener('submit', hold);
    return () => form.removeEventListener('submit', hold);
  }, [unfinished]);

  const goOn = () => {
    const form = list.current?.closest('form');
    const button = held;
    setHeld(undefined);
    passes.current = true;
    form?.requestSubmit(button);
    passes.current = false;
  };
  // A file that was refused meanwhile is looked at first.
  const arrived = () => (items.some(({ state }) => state === 'refused') ? setHeld(undefined) : goOn());

  const remove = async (item: Item) => {
    try {
      await queue.current?.remove(item.key);
      setNews(filled(said.live.removed, { name: item.name }));
    } catch {
      setNews(filled(said.live.removeFailed, { name: item.name }));
    }
  };

  return (
    <div ref={list} className="space-y-4">
      {items.length > 0 ? (
        <ul className="space-y-4">
          {items.map((item) => (
            <UploadRow key={item.key} item={item} said={said} onRemove={() => void remove(item)} />
          ))}
        </ul>
      ) : null}
      <p role="status" className={news ? 'font-bold' : 'sr-only'}>
        {news || told}
      </p>
      {held !== undefined ? (
        <HeldPanel
          said={said.held}
          unfinished={unfinished}
          onArrived={arrived}
          onWithout={async () => {
            await queue.current?.dropUnfinished();
            goOn();
          }}
        />
      ) : null}
    </div>
  );
}

/** What a screen reader is told: that a file has arrived, was refused or waits for the line; not every percent. */
function useTold(items: readonly Item[], said: UploadWords): string {
  return items
    .flatMap((item) => {
      if (item.state === 'stored') return `${item.name}: ${said.live.stored}`;
      if (item.state === 'refused' && item.reason) return `${item.name}: ${said.problems[item.reason]}`;
      if (item.state === 'reconnecting')
        return `${item.name}: ${filled(said.live.reconnecting, { percent: item.percent })}`;
      return [];
    })
    .join(' ');
}
