import { TextField } from '@/app/_components/text-field';
import { words } from '@/lib/i18n/words';
import { agreeQuestionAction } from '../../../_people/actions';
import { Axis } from './axis';
import { type PersonPage, wrong } from './person-page';

/** A question agreed with somebody who knows the person, before it is asked. */
export function ProofQuestion({ page }: { page: PersonPage }) {
  const { locale, found, typed } = page;
  const { people: said } = words(locale).desk;
  const given = typed.proof ?? {};
  return (
    <Axis
      page={page}
      form="proof"
      title={said.axes.PROOF_QUESTION}
      action={agreeQuestionAction}
      entries={found.person.facts.PROOF_QUESTION.map(({ at, by, question, answer }) => ({
        at,
        by,
        what: question,
        lines: [`${said.fields.answer}: ${answer}`],
      }))}
    >
      <TextField
        locale={locale}
        name="proof_question"
        label={said.fields.question}
        error={wrong(page, 'proof')}
        defaultValue={given.proof_question}
      />
      <TextField
        locale={locale}
        name="proof_answer"
        label={said.fields.answer}
        hint={said.fields.answerHint}
        defaultValue={given.proof_answer}
      />
    </Axis>
  );
}
