import type { ReportCompartment } from '../ko/report-compartment';

/** What is said before anybody is asked what they were made to do. The operator’s counsel has to confirm what it says of the law. */
export const reportCompartment: ReportCompartment = {
  title: 'Please read this first',
  lead: 'We would like to ask what you had to do there. The report is taken in the same way if you do not answer, and you can answer later.',
  points: [
    {
      title: 'Who reads it',
      text: 'Your answers here are kept apart from the others and encrypted with a key of their own. Only caseworkers and supervisors can open them, after writing down why, and every opening is recorded. They are not used to decide how urgent your report is.',
    },
    {
      title: 'You may be investigated',
      text: 'Police or prosecutors can investigate even what you were forced to do. Naru cannot promise that you will not be punished, and where the law provides for it, as with a court’s warrant, it may have to hand over what you write here. That you were forced matters, and has to be looked at on its own.',
    },
    {
      title: 'What self-surrender means',
      text: 'It means that a person who did something that may be a crime goes to the police or prosecutors of their own accord. Korean law says that a sentence can then be reduced or waived, but it does not have to be. Writing to Naru is not self-surrender.',
    },
    {
      title: 'Free legal help',
      text: 'The state and bar associations in Korea run free legal advice. You can talk to them before you go to the police. If you are abroad, ask an embassy or consulate. Naru has no confirmed contact yet; it will be shown here once there is one.',
    },
  ],
  notAdvice: 'This is not legal advice. The operator’s counsel has not confirmed it yet.',
  skip: 'Skip this part',
  go: 'I have read it. Show the questions',
};
