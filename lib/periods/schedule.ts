/** A period as an administrator writes it. Half-open: it ends when `closesAt` begins. A standing one has no end. */
export type PeriodEdit = {
  nameKo: string;
  nameEn: string;
  noticeKo: string;
  noticeEn: string;
  takesKo: string;
  takesEn: string;
  opensAt: Date | null;
  closesAt: Date | null;
  standing: boolean;
};

export type PeriodProblem =
  | 'name-missing'
  | 'notice-missing'
  | 'too-long'
  | 'bad-opens'
  | 'bad-closes'
  | 'out-of-order';

const NAME = 200;
const TEXT = 2_000;

/** Why a period cannot be taken; null when it can. */
export function periodProblem(edit: PeriodEdit): PeriodProblem | null {
  if (!edit.nameKo || !edit.nameEn) return 'name-missing';
  if (!edit.noticeKo || !edit.noticeEn) return 'notice-missing';
  if ([edit.nameKo, edit.nameEn].some((text) => text.length > NAME)) return 'too-long';
  if ([edit.noticeKo, edit.noticeEn, edit.takesKo, edit.takesEn].some((text) => text.length > TEXT))
    return 'too-long';
  if (!edit.opensAt) return 'bad-opens';
  if (edit.standing) return null;
  if (!edit.closesAt) return 'bad-closes';
  return edit.closesAt.getTime() <= edit.opensAt.getTime() ? 'out-of-order' : null;
}

type Span = { id: string; standing: boolean; opensAt: Date; closesAt: Date | null };

/**
 * The dated periods that share a moment with this one. That is allowed, and said: a report counts towards the one that ends first. A standing
 * period gives way to every dated one, so it overlaps with standing ones alone.
 */
export function overlaps<Row extends Span>(one: Row, others: readonly Row[]): Row[] {
  return others.filter(
    (other) =>
      other.id !== one.id &&
      other.standing === one.standing &&
      one.opensAt.getTime() < (other.closesAt?.getTime() ?? Number.POSITIVE_INFINITY) &&
      other.opensAt.getTime() < (one.closesAt?.getTime() ?? Number.POSITIVE_INFINITY),
  );
}
