'use client';

import { type ChangeEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { EvidenceField } from '@/lib/evidence/limits';
import type { UploadList } from './upload-list';
import type { UploadWords } from './upload-words';

type Props = {
  field: EvidenceField;
  accept: string;
  said: UploadWords;
  /** Said when the uploader itself could not be fetched. */
  trouble: string;
  /** What stands here without JavaScript. */
  children: ReactNode;
};

/** Chooses files. Everything that sends them is fetched only once somebody has chosen one. */
export function FilePicker({ field, accept, said, trouble, children }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const [live, setLive] = useState(false);
  const [picked, setPicked] = useState<File[]>([]);
  const [news, setNews] = useState('');
  const [List, setList] = useState<typeof UploadList>();

  useEffect(() => {
    setLive(true);
    const field = place.current?.closest('fieldset');
    const remove = (event: MouseEvent) => void removeListed(event).then((gone) => gone && setNews(gone));
    field?.addEventListener('click', remove);
    return () => field?.removeEventListener('click', remove);
  }, []);

  async function choose({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const files = [...(input.files ?? [])];
    // So that the same file can be chosen again after it was removed.
    input.value = '';
    try {
      const fetched = await import('./upload-list');
      setList(() => fetched.UploadList);
      setPicked(files);
      setNews('');
    } catch {
      setNews(trouble);
    }
  }

  return (
    <div ref={place} className="space-y-4">
      {List ? <List field={field} said={said} picked={picked} /> : null}
      {live ? (
        <div className="space-y-2">
          <label className="inline-flex min-h-12 cursor-pointer items-center justify-center rounded-lg border-2 border-gray-60 bg-gray-0 px-6 py-2 font-bold hover:border-primary-70 hover:bg-primary-5 has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-primary-60">
            <input
              id={field}
              type="file"
              multiple
              accept={accept}
              onChange={choose}
              aria-describedby={`${field}-choose`}
              className="sr-only"
            />
            {List ? said.chooseMore : said.choose}
          </label>
          <p id={`${field}-choose`} className="text-gray-70">
            {said.chooseHint}
          </p>
        </div>
      ) : (
        children
      )}
      <p role="status" className={news ? 'font-bold' : 'sr-only'}>
        {news}
      </p>
    </div>
  );
}

/** A file that the page came with: taken off the server without sending the page. Where that fails the button does what it does without script. */
async function removeListed(event: MouseEvent): Promise<string | undefined> {
  const button = (event.target as Element).closest<HTMLButtonElement>('button[data-remove]');
  const row = button?.closest('li');
  if (!button || !row) return undefined;
  event.preventDefault();
  try {
    const address = `/api/evidence/upload/${button.dataset.remove}`;
    const { ok, status } = await fetch(address, { method: 'DELETE', headers: { 'tus-resumable': '1.0.0' } });
    if (!ok && status !== 404 && status !== 410) throw new Error('the file was not removed');
    row.hidden = true;
    return button.dataset.removed;
  } catch {
    button.form?.requestSubmit(button);
    return undefined;
  }
}
