import type { ReportConsequences } from '../ko/report-consequences';

/** What follows from an answer: a heading, a few lines, and where to read on. */
export const reportConsequences: ReportConsequences = {
  CHILD_PROTECTION: {
    title: 'Children and teenagers come first',
    lines: {
      any: [
        'Staff see at once that someone may be under 18, and first decide whether to hand over to child protection.',
        'If you are looking for a missing child or teenager, do not wait: also call the missing persons line 182 (in Korea). You can report in both places.',
      ],
      SELF_DANGER: [
        'Staff see at once that someone may be under 18, and first decide whether to hand over to child protection.',
      ],
    },
    link: 'See whom you can call',
  },
  BEFORE_YOU_FLY: {
    title: {
      any: 'Before you leave',
      FAMILY: 'If they have not left yet',
      WITNESS: 'If they have not left yet',
      PRO: 'If they have not left yet',
    },
    lines: {
      any: [
        'If you cannot confirm the company’s name, its address and the work somewhere else as well, do not board.',
        'Keep your passport and your phone, whoever asks for them.',
        'Tell someone you trust when and where you are going and whom you are to meet.',
        'You can still stop with a ticket in your hand or at the airport. If anyone threatens you or demands money for it, call 112.',
      ],
      FAMILY: [
        'Naru cannot stop anyone from leaving. If they are about to go and it looks dangerous, call 112.',
        'Rather than blame them, offer to check the company’s name, its address and the work together.',
        'Tell them that they can still stop with a ticket in their hand or at the airport.',
      ],
      WITNESS: [
        'Naru cannot stop anyone from leaving. If they are about to go and it looks dangerous, call 112.',
      ],
      PRO: [
        'Naru cannot stop anyone from leaving. If they are about to go and it looks dangerous, call 112.',
      ],
    },
    link: 'What to check before leaving',
  },
  DO_NOT_CONTACT: {
    title: 'Staff will not contact anyone first',
    lines: {
      any: [
        'You told us that contact would be dangerous. Until staff have lifted that mark, they do not call, write or e-mail.',
        'Once there is a time or a way that is safe, tell us: the receipt code lets you in.',
      ],
    },
  },
  MAILBOX_ONLY: {
    title: 'We will not ask for a phone number or an e-mail',
    lines: {
      any: [
        'You told us that someone watches this device. A call or an e-mail could put you in more danger.',
        'News waits on a page that only the receipt code opens. Look there when it is safe.',
      ],
    },
  },
};
