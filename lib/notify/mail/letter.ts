import { words } from '@/lib/i18n/words';

/** What a letter says: that something waits and where the desk is, in both languages. Nothing of it depends on what waits. */
export function letter(desk: string): { subject: string; text: string } {
  const [ko, en] = [words('ko').desk.settings.mail.letter, words('en').desk.settings.mail.letter];
  return {
    subject: `${ko.subject} / ${en.subject}`,
    text: [ko.body, `${desk}/ko/staff`, '', en.body, `${desk}/en/staff`, ''].join('\n'),
  };
}
