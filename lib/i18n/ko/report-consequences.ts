import type { ByKind } from '../by-kind';

/** What follows from an answer: a heading, a few lines, and where to read on. */
export type ConsequenceWords = {
  title: ByKind;
  lines: { any: string[] } & Record<string, string[]>;
  link?: string;
};

const consequences = {
  CHILD_PROTECTION: {
    title: '아이나 청소년이 있다면 먼저 살펴요',
    lines: {
      any: [
        '만 18세가 안 된 사람이 있다고 담당자 화면에 바로 표시되고, 아동 보호를 맡은 곳에 넘길지 먼저 판단해요.',
        '사라진 아이나 청소년을 찾고 있다면 기다리지 말고 실종 신고 182(한국)에도 신고해 주세요. 두 곳에 신고해도 괜찮아요.',
      ],
      SELF_DANGER: [
        '만 18세가 안 된 사람이 있다고 담당자 화면에 바로 표시되고, 아동 보호를 맡은 곳에 넘길지 먼저 판단해요.',
      ],
    },
    link: '전화할 수 있는 곳 보기',
  },
  BEFORE_YOU_FLY: {
    title: {
      any: '떠나기 전에 잠깐만요',
      FAMILY: '아직 떠나기 전이라면',
      WITNESS: '아직 떠나기 전이라면',
      PRO: '아직 떠나기 전이라면',
    },
    lines: {
      any: [
        '회사 이름과 주소, 맡을 일을 다른 곳에서도 확인할 수 없다면 비행기를 타지 마세요.',
        '여권과 휴대폰은 누가 달라고 해도 맡기지 마세요.',
        '언제 어디로 누구를 만나러 가는지 믿을 수 있는 사람에게 알려 두세요.',
        '이미 표를 끊었어도, 공항에 있어도 그만둘 수 있어요. 겁을 주거나 돈을 물어내라고 하면 112에 전화하세요.',
      ],
      FAMILY: [
        '나루는 출국을 막을 수 없어요. 당장 떠나려 하고 위험해 보이면 112에 전화하세요.',
        '나무라기보다 회사 이름과 주소, 맡을 일을 함께 확인해 보자고 해 보세요.',
        '표를 끊었어도, 공항에 있어도 그만둘 수 있다고 말해 주세요.',
      ],
      WITNESS: ['나루는 출국을 막을 수 없어요. 당장 떠나려 하고 위험해 보이면 112에 전화하세요.'],
      PRO: ['나루는 출국을 막을 수 없어요. 당장 떠나려 하고 위험해 보이면 112에 전화하세요.'],
    },
    link: '떠나기 전에 확인할 것',
  },
  DO_NOT_CONTACT: {
    title: '담당자가 먼저 연락하지 않아요',
    lines: {
      any: [
        '‘연락하면 위험’을 고르셔서, 담당자가 이 표시를 풀기 전까지는 전화도 메시지도 이메일도 보내지 않아요.',
        '연락해도 되는 때나 방법이 생기면 접수 확인 코드로 들어와 알려 주세요.',
      ],
    },
  },
  MAILBOX_ONLY: {
    title: '전화번호와 이메일은 묻지 않을게요',
    lines: {
      any: [
        '누가 이 기기를 보고 있다고 하셔서, 전화나 이메일이 오면 더 위험해질 수 있어요.',
        '새 소식은 접수 확인 코드로 들어와야만 볼 수 있는 화면에 남겨 둘게요. 안전할 때 들어와 보세요.',
      ],
    },
  },
} satisfies Record<string, ConsequenceWords>;

export type ReportConsequences = Record<keyof typeof consequences, ConsequenceWords>;
export const reportConsequences: ReportConsequences = consequences;
