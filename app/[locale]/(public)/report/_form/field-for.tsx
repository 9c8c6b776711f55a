import { isEvidenceField } from '@/lib/evidence/limits';
import type { FileView } from '@/lib/evidence/queries';
import { type Question, QuestionField, questionBase } from '../../../_questions/question-field';
import { ConsentField } from '../../_consent/consent-field';
import { EvidenceField } from './evidence-field';
import { filesOf } from './uploads/files-of';

/** `files`: what was handed in so far, for all questions. */
type Props = Question & { files: readonly FileView[] };

/** One question of the report as a form control, files and consents too. */
export function FieldFor({ files, ...question }: Props) {
  const { locale, field, answers } = question;
  switch (field.type) {
    case 'file': {
      if (!isEvidenceField(field.name)) return null;
      return (
        <EvidenceField {...questionBase(question)} name={field.name} files={filesOf(files, field.name)} />
      );
    }
    case 'consent':
    case 'consents':
      return <ConsentField locale={locale} name={field.name} given={answers[field.name] ?? []} />;
    default:
      return <QuestionField {...question} />;
  }
}
