import { Button } from '@/app/_components/button';
import { FieldGroup } from '@/app/_components/field-group';
import type { FieldBase } from '@/app/_components/field-parts';
import { type EvidenceField as FieldName, MOST_BYTES, MOST_FILES } from '@/lib/evidence/limits';
import type { FileView } from '@/lib/evidence/queries';
import { words } from '@/lib/i18n/words';
import { codeLists } from '@/lib/reports/code-lists';
import { codeWord } from '@/lib/reports/code-words';
import { FileRow } from './file-row';
import { acceptOf } from './uploads/accept';
import { FilePicker } from './uploads/file-picker';
import type { UploadWords } from './uploads/upload-words';

const MB = 1024 * 1024;

type Props = FieldBase & {
  name: FieldName;
  /** Those of this question. */
  files: readonly FileView[];
};

/**
 * A question that is answered with files. Without JavaScript its button saves the page and leads to one where a file can be posted; with it
 * files go up from here, several at a time.
 */
export function EvidenceField({ files, ...field }: Props) {
  const { locale, name } = field;
  const { files: said, fields } = words(locale).report;
  const about = aboutWords(locale);
  return (
    <FieldGroup
      {...field}
      hint={
        <div className="space-y-2">
          {field.hint ? <div>{field.hint}</div> : null}
          <p>
            {name === 'files' ? said.types : said.photoTypes} {said.sizes(MOST_BYTES / MB, MOST_FILES)}
          </p>
          {name === 'files' ? <p>{said.privacy}</p> : null}
        </div>
      }
    >
      {files.length > 0 ? (
        <ul aria-label={said.listed} className="my-4 space-y-4">
          {files.map((file) => (
            <FileRow
              key={file.id}
              locale={locale}
              file={file}
              about={about}
              remove={{ name: 'intent', value: `remove:${file.id}` }}
            />
          ))}
        </ul>
      ) : null}
      <div className="mt-4">
        <FilePicker
          field={name}
          accept={acceptOf(name)}
          said={uploadWords(locale)}
          trouble={said.problems.trouble}
        >
          <Button variant="secondary" name="intent" value={`files:${name}`} id={name}>
            {files.length > 0 ? said.addMore : said.add}
            <span className="sr-only"> {said.of(fields[name].short)}</span>
          </Button>
          <p className="mt-2 text-gray-70">{said.addHint}</p>
        </FilePicker>
      </div>
    </FieldGroup>
  );
}

function aboutWords(locale: FieldBase['locale']): UploadWords['about'] {
  const { report, shell } = words(locale);
  const { evidence_origin: origin, caption } = report.fields;
  return {
    origin: String(origin.label),
    origins: codeLists.evidence_origin.map((code) => ({
      value: code,
      label: codeWord(locale, 'evidence_origin', code),
    })),
    choose: shell.form.choose,
    caption: String(caption.label),
    captionHint: String(caption.hint),
  };
}

function uploadWords(locale: FieldBase['locale']): UploadWords {
  const { report, shell } = words(locale);
  const { choose, chooseMore, chooseHint, unnamed, remove, kilobytes, megabytes, live, held } = report.files;
  const { plain: _plain, none: _none, trouble: _trouble, ...problems } = report.files.problems;
  return {
    ...{ choose, chooseMore, chooseHint, unnamed, remove, kilobytes, megabytes, live, held, problems },
    error: shell.form.error,
    about: aboutWords(locale),
  };
}
