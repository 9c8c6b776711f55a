import { Button } from '@/app/_components/button';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import type { FileView } from '@/lib/evidence/queries';
import { fileSize, filled } from '@/lib/i18n/filled';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import { AboutFile } from './uploads/about-file';
import type { AboutWords } from './uploads/upload-words';

type Props = {
  locale: Locale;
  file: FileView;
  /** The questions about the file; left out where they are asked elsewhere. */
  about?: AboutWords;
  /** What its remove button posts. */
  remove: { name: string; value: string };
};

/** One file that is already here: what it is, how it stands, its picture behind a cover, and the way to take it back. */
export function FileRow({ locale, file, about, remove }: Props) {
  const said = words(locale).report.files;
  const name = file.name || said.unnamed;
  return (
    <li className="space-y-3 rounded-lg border border-gray-30 p-4" data-file={file.id}>
      <div>
        <p className="font-bold">{name}</p>
        <p className="text-gray-70">
          {file.kind ? said.kinds[file.kind] : said.unknownKind} · {fileSize(said, file.size)}
        </p>
      </div>
      <p>{said.states[standing(file)]}</p>
      {file.hasThumbnail ? (
        <details>
          <summary className="inline-flex min-h-11 cursor-pointer items-center font-bold text-primary-70 underline">
            {said.preview}
            <VisuallyHidden> {name}</VisuallyHidden>
          </summary>
          {/* Lazy inside a closed element: not even fetched until it is opened. */}
          {/* biome-ignore lint/performance/noImgElement: an optimiser would keep copies of what is sealed */}
          <img
            src={`/${locale}/report/files/thumbnail/${file.id}`}
            alt={said.previewAlt(name)}
            loading="lazy"
            className="mt-2 max-w-full rounded-md border border-gray-30"
          />
        </details>
      ) : null}
      {about && file.state === 'STORED' ? (
        <AboutFile said={about} id={file.id} origin={file.origin ?? ''} caption={file.caption} />
      ) : null}
      <Button
        variant="secondary"
        {...remove}
        data-remove={file.id}
        data-removed={filled(said.live.removed, { name })}
      >
        {said.remove}
        <VisuallyHidden> {name}</VisuallyHidden>
      </Button>
    </li>
  );
}

/** Which sentence says how a file stands. */
export function standing(file: FileView): keyof ReturnType<typeof words>['report']['files']['states'] {
  if (file.state === 'RECEIVING') return 'RECEIVING';
  return file.scanState === 'INFECTED' ? 'INFECTED' : file.copyState;
}
