import { seoulDate } from '@/lib/urgency/partial-date';

const SHAPE = /^CA-(\d{4})-(\d{6,})$/;

/** A case's public number: the year in Seoul and a running number of that year. It says how many there were, and nothing else. */
export function caseNumber(year: number, serial: number): string {
  return `CA-${year}-${String(serial).padStart(6, '0')}`;
}

/** Whether a text has the shape of a case number, before the database is asked. */
export function isCaseNumber(text: string): boolean {
  return SHAPE.test(text);
}

/** The year that a case opened now belongs to. */
export function caseYear(at: Date): number {
  return seoulDate(at).year;
}
