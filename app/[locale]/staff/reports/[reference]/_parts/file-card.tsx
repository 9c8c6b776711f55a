import { randomUUID } from 'node:crypto';
import { Button } from '@/app/_components/button';
import { StatusTag } from '@/app/_components/status-tag';
import { TextArea } from '@/app/_components/text-area';
import { VisuallyHidden } from '@/app/_components/visually-hidden';
import { viewerOf } from '@/lib/evidence/shown';
import { fileSize } from '@/lib/i18n/filled';
import type { Locale } from '@/lib/i18n/locale';
import { seoulMoment } from '@/lib/i18n/moment';
import { words } from '@/lib/i18n/words';
import { codeWord } from '@/lib/reports/code-words';
import type { DeskFile } from '@/lib/reports/desk/reading/commands';
import { Facts } from './facts';

type Props = {
  locale: Locale;
  reference: string;
  file: DeskFile;
  /** Its place in the report's list, from one: what staff call it. */
  number: number;
  mayOpenOriginal: boolean;
  typed: string | undefined;
  problem: string | undefined;
};

/** One file at the desk: what it is, how it stands, its picture behind a cover, and the original for a reason. */
export function FileCard({ locale, reference, file, number, mayOpenOriginal, typed, problem }: Props) {
  const { staff, report } = words(locale);
  const said = staff.files;
  const place = `/${locale}/staff/reports/${reference}/files/${file.id}`;
  const infected = file.scanState === 'INFECTED';
  const kind = file.kind ? report.files.kinds[file.kind] : report.files.unknownKind;
  return (
    <li className="space-y-2 rounded-lg border border-gray-20 p-4" data-testid="desk-file">
      <h3 className="text-body! font-bold md:text-body!">
        {said.heading(number, kind, fileSize(report.files, file.size))}
      </h3>
      {infected ? (
        <p>
          <StatusTag tone="danger">{said.scanStates.INFECTED}</StatusTag>
        </p>
      ) : null}
      <Facts rows={factsOf(locale, file)} />
      {file.photo ? <p className="text-small text-gray-70">{said.photoHint}</p> : null}
      {file.sha256 ? <Digest label={said.digest} digest={file.sha256} /> : null}
      {file.hasThumbnail && !infected ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-2 font-bold text-primary-70">
            {said.preview}
            <VisuallyHidden> {said.of(number)}</VisuallyHidden>
          </summary>
          {/* Lazy inside a closed element: fetched, and recorded as seen, only once it is opened. */}
          {/* biome-ignore lint/performance/noImgElement: an optimiser would keep copies of what is sealed */}
          <img
            src={`${place}?size=small`}
            alt={said.previewAlt(number)}
            loading="lazy"
            className="mt-1 max-w-full border border-gray-30"
          />
        </details>
      ) : null}
      {file.copyState === 'MADE' && !infected ? (
        <p>
          <a
            href={`/${locale}/staff/reports/${reference}/pictures/${file.id}`}
            className="inline-flex min-h-11 items-center font-bold"
          >
            {said.copy}
            <VisuallyHidden> {said.of(number)}</VisuallyHidden>
          </a>
        </p>
      ) : null}
      {infected ? null : (
        <Look
          locale={locale}
          reference={reference}
          file={file}
          number={number}
          mayOpenOriginal={mayOpenOriginal}
        />
      )}
      {mayOpenOriginal && !infected ? (
        <details open={problem !== undefined || typed !== undefined}>
          <summary className="min-h-11 cursor-pointer py-2 font-bold text-primary-70">
            {said.original}
            <VisuallyHidden> {said.of(number)}</VisuallyHidden>
          </summary>
          <form action={`${place}/original`} method="post" noValidate className="space-y-3 pt-2">
            <input type="hidden" name="submission" value={randomUUID()} />
            <TextArea
              locale={locale}
              name={`original-${number}`}
              label={said.reason}
              hint={said.originalHint}
              error={problem}
              defaultValue={typed}
              rows={2}
            />
            <Button variant="secondary">
              {said.download}
              <VisuallyHidden> {said.of(number)}</VisuallyHidden>
            </Button>
          </form>
        </details>
      ) : null}
    </li>
  );
}

type Looking = Pick<Props, 'locale' | 'reference' | 'file' | 'number' | 'mayOpenOriginal'>;

/** The way to where a text is read or a recording played; that a file of another kind cannot be looked at here. */
function Look({ locale, reference, file, number, mayOpenOriginal }: Looking) {
  const said = words(locale).staff.files;
  const viewer = viewerOf(file.type);
  if (file.kind === 'PHOTO' || file.state !== 'STORED') return null;
  if (!viewer) return <p className="text-small text-gray-70">{said.notShown}</p>;
  if (viewer !== 'TEXT' && !mayOpenOriginal) return null;
  const page = viewer === 'TEXT' ? 'texts' : 'recordings';
  return (
    <p>
      <a
        href={`/${locale}/staff/reports/${reference}/${page}/${file.id}`}
        className="inline-flex min-h-11 min-w-11 items-center font-bold"
      >
        {viewer === 'TEXT' ? said.text : said.play}
        <VisuallyHidden> {said.of(number)}</VisuallyHidden>
      </a>
    </p>
  );
}

function factsOf(locale: Locale, file: DeskFile) {
  const { staff, report } = words(locale);
  const said = staff.files;
  const { takenAt, latitude, longitude } = file.photo ?? {};
  const from = (value: string) => [`${value} (${said.photo})`];
  return [
    { label: said.question, values: [report.fields[file.field].short] },
    ...(file.name ? [{ label: said.name, values: [file.name] }] : []),
    ...(file.caption ? [{ label: said.caption, values: [file.caption] }] : []),
    ...(file.origin
      ? [{ label: said.origin, values: [codeWord(locale, 'evidence_origin', file.origin)] }]
      : []),
    { label: said.received, values: [seoulMoment(file.receivedAt)] },
    { label: said.clean, values: [said.cleanStates[file.copyState]] },
    { label: said.scan, values: [said.scanStates[file.scanState]] },
    ...(file.threat ? [{ label: said.threat, values: [file.threat] }] : []),
    ...(takenAt ? [{ label: said.takenAt, values: from(takenAt.replace('T', ' ')) }] : []),
    ...(latitude !== undefined && longitude !== undefined
      ? [{ label: said.position, values: from(`${latitude.toFixed(6)}, ${longitude.toFixed(6)}`) }]
      : []),
  ];
}

/** Short enough to read out, whole enough to copy. */
function Digest({ label, digest }: { label: string; digest: string }) {
  return (
    <details className="text-small">
      <summary className="min-h-11 cursor-pointer py-2">
        {label}: <code>{digest.slice(0, 12)}…</code>
      </summary>
      <code data-testid="sha256" className="select-all break-all">
        {digest}
      </code>
    </details>
  );
}
