import type { Claim } from './evidence';
import { figures, timeline } from './evidence';

/** A row of open data: plain values only, so that it stands in a table and in JSON alike. */
export type Row = Record<string, string | number | boolean>;

/** `a:5,20 c:8`, with a `~` before what is partly inferred. */
function sourcesOf({ sources }: Claim): string {
  return sources
    .map(({ article, paragraphs, inferred }) => `${inferred ? '~' : ''}${article}:${paragraphs.join(',')}`)
    .join(' ');
}

const common = (claim: Claim): Row => ({
  kind: claim.kind,
  said_by_ko: claim.by?.ko ?? '',
  said_by_en: claim.by?.en ?? '',
  text_ko: claim.text.ko,
  text_en: claim.text.en,
  sources: sourcesOf(claim),
});

/** The figures, one a row; a range has its lower and upper value. */
export function figureRows(): Row[] {
  return figures.map((figure) => {
    const [low, high = low] = figure.value;
    return {
      id: figure.id,
      group: figure.group,
      label_ko: figure.label.ko,
      label_en: figure.label.en,
      low,
      high,
      unit: figure.unit,
      ...common(figure),
      said_by_ko: figure.saidBy.ko,
      said_by_en: figure.saidBy.en,
    };
  });
}

/** The timeline, one entry a row; `to` is empty where it is a single date. */
export function timelineRows(): Row[] {
  return timeline.map((entry) => ({
    id: entry.id,
    from: entry.when.from,
    to: entry.when.to ?? '',
    precision: entry.when.precision,
    date_inferred: entry.when.inferred ?? false,
    ...common(entry),
  }));
}
