import type { Claim, Source } from '@/lib/background/evidence';
import { articleOf } from '@/lib/background/evidence';
import { writtenWhen } from '@/lib/background/when';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

type Props = { locale: Locale; claim: Claim };

/** `A ¶5, 20`: enough to find the place on paper too, where nothing opens. */
function shortly(locale: Locale, { article, paragraphs }: Source): string {
  return `${article.toUpperCase()}\u00a0${words(locale).background.shell.paragraphs(paragraphs.join(', '))}`;
}

/** A claim's sources, which open in place without a script: article, date as given, paragraph, and whether anything was inferred. */
export function Cite({ locale, claim }: Props) {
  const { shell } = words(locale).background;
  return (
    <details className="text-small">
      <summary className="inline-flex min-h-11 cursor-pointer items-center py-1 text-primary-70 underline">
        {shell.source}{' '}
        {claim.sources.map((source) => shortly(locale, source)).join(locale === 'ko' ? ' · ' : '; ')}
      </summary>
      <div className="mb-2 border-l-4 border-gray-20 pl-4 text-gray-70">
        <p>
          {shell.kinds[claim.kind]}
          {claim.by ? `. ${shell.saidBy}: ${claim.by[locale]}` : ''}
        </p>
        <ul>
          {claim.sources.map((source) => (
            <SourceNote key={source.article} locale={locale} source={source} />
          ))}
        </ul>
      </div>
    </details>
  );
}

function SourceNote({ locale, source }: { locale: Locale; source: Source }) {
  const { shell } = words(locale).background;
  const { title, date } = articleOf(source.article);
  const letter = source.article.toUpperCase();
  const dated = date ? writtenWhen(locale, date) : shell.undated;
  return (
    <li className="mt-2">
      <b>{shell.article(letter)}</b>
      {', '}
      {title ? <cite lang="en">{title}</cite> : shell.untitled}
      {`, ${dated}${date?.inferred ? ` (${shell.inferredDate})` : ''}, ${shell.paragraphs(source.paragraphs.join(', '))}. `}
      {source.inferred ? shell.inferred : shell.stated}{' '}
      <a
        href={`/${locale}/background/sources/${source.article}`}
        className="inline-flex min-h-11 items-center"
      >
        {shell.toSource(letter)}
      </a>
    </li>
  );
}

/** The same in a cell of a table: links to the page of each article. */
export function CiteLinks({ locale, claim }: Props) {
  return (
    <ul className="-my-2">
      {claim.sources.map((source) => (
        <li key={source.article}>
          <a
            href={`/${locale}/background/sources/${source.article}#${claim.id}`}
            className="inline-flex min-h-11 min-w-11 items-center"
          >
            {shortly(locale, source)}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The same within a line of text: `(C ¶8; C ¶18)`, each leading to what the article supports. */
export function CiteLine({ locale, claim }: Props) {
  return (
    <span className="text-small whitespace-nowrap">
      (
      {claim.sources.map((source, index) => (
        <span key={source.article}>
          {index > 0 ? '; ' : ''}
          <a href={`/${locale}/background/sources/${source.article}#${claim.id}`}>
            {shortly(locale, source)}
          </a>
        </span>
      ))}
      )
    </span>
  );
}
