import { has, one, readNumber, said } from './answers';
import { anyIn, codesIn, type Facts, joined, type Source, type Sources } from './facts';

/** The field's answers with "do not know" among them: not knowing whether someone is in it is not knowing that nobody is. */
const saidOrUnknown = ({ answers }: Facts, field: string): Sources =>
  joined(anyIn(answers, field), codesIn(answers, field, ['UNKNOWN']));

/** What names a place or an advertisement, the two things that a tip is about. */
function subjects({ answers }: Facts): Sources {
  const fields = ['site_name', 'building', 'landmark', 'latitude', 'ad_urls', 'ad_text', 'ad_screenshots'];
  const found = fields.filter((field) => said(answers, field).length > 0).map((field) => ({ field }));
  return found.length > 0 ? found : undefined;
}

/** People at the place, or a number that cannot be read: nobody is only "0". */
function people({ answers }: Facts): Sources {
  const filled = (answers.people_count ?? []).some((value) => value.trim() !== '');
  return filled && readNumber(answers, 'people_count') !== 0 ? [{ field: 'people_count' }] : undefined;
}

function fromPersonAnswers(facts: Facts): Sources {
  const situation = saidOrUnknown(facts, 'situation')?.filter(({ code }) => code !== 'OFFER_ONLY');
  return joined(
    situation,
    saidOrUnknown(facts, 'harm_now'),
    saidOrUnknown(facts, 'control'),
    saidOrUnknown(facts, 'vulnerability'),
    codesIn(facts.answers, 'minors_present', ['YES', 'UNKNOWN']),
    people(facts),
    saidOrUnknown(facts, 'gave'),
  );
}

/** An offer that was not plainly refused may still be taken up, or was. */
function fromOffer({ answers }: Facts): Sources {
  const decided = one(answers, 'decided');
  if (decided === 'REFUSED' && !has(answers, 'decided', 'UNKNOWN')) return undefined;
  return [decided === undefined ? { field: 'decided' } : { field: 'decided', code: decided }];
}

/** A witness who says that nobody is harmed, or that it is only an offer. */
function saysNobody({ answers }: Facts): boolean {
  return has(answers, 'harm_now', 'NONE') || has(answers, 'situation', 'OFFER_ONLY');
}

/**
 * Why a person may be affected. Everybody but OFFER and WITNESS reports about one; those two do as soon as any answer
 * touches a person, "do not know" included. A witness tells a story, and a story may hold a person that no box names: it is only a
 * tip when the witness says that nobody is harmed and names a place or an advertisement.
 */
export function personAffected(facts: Facts): Sources {
  if (facts.kind === 'OFFER') return joined(fromOffer(facts), fromPersonAnswers(facts));
  if (facts.kind === 'WITNESS') {
    const persons = fromPersonAnswers(facts);
    return persons ?? (saysNobody(facts) && subjects(facts) ? undefined : [{ field: 'narrative' }]);
  }
  return [{ field: 'reporter_kind', code: facts.kind }];
}

/** An advertisement or a place in which nobody goes, went or is at risk: exactly when no person may be affected. */
export function tip(facts: Facts): Sources {
  if (personAffected(facts)) return undefined;
  const kind: Source = { field: 'reporter_kind', code: facts.kind };
  return joined([kind], codesIn(facts.answers, 'decided', ['REFUSED']), subjects(facts));
}
