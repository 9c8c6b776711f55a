import type { ByKind } from '../by-kind';

/** A page's heading, and why it is asked. */
export type TopicWords = { title: ByKind; lead?: ByKind };

const topics = {
  safety: {
    title: '연락해도 안전한가요?',
    lead: {
      any: '잘못 연락했다가 누군가 더 위험해지지 않도록 먼저 여쭤봐요.',
      OFFER: '안전하게 연락드리려고 먼저 여쭤봐요.',
      RETURNEE: '안전하게 연락드리려고 먼저 여쭤봐요.',
    },
  },
  now: {
    title: {
      any: '지금 무슨 일이 있나요?',
      SELF_DANGER: '지금 무슨 일을 겪고 있나요?',
      FAMILY: '가족·친구에게 무슨 일이 있나요?',
      WITNESS: '무엇을 보거나 들었나요?',
      OFFER: '그 밖에 무슨 일이 있었나요?',
      RETURNEE: '현지에서 무슨 일이 있었나요?',
      PRO: '대상자에게 무슨 일이 있나요?',
    },
    lead: {
      any: '폭력이나 협박처럼 떠올리기 힘든 일도 여쭤봐요. 답하기 어려우면 비워 두세요. 답해 주신 만큼 급한 정도를 더 잘 가늠할 수 있어요.',
      SELF_DANGER: '답할 수 있는 것만 답하고 바로 보내도 돼요. 다른 이야기는 보낸 뒤에 더할 수 있어요.',
      OFFER: '폭력이나 협박처럼 떠올리기 힘든 일도 여쭤봐요. 해당하는 일이 없으면 건너뛰어도 돼요.',
      RETURNEE:
        '폭력이나 협박처럼 떠올리기 힘든 일도 여쭤봐요. 답하기 어려우면 비워 두세요. 쉬었다가 나중에 이어 써도 돼요.',
    },
  },
  person: {
    title: {
      any: '어떤 사람인가요?',
      SELF_DANGER: '본인에 대해 알려 주세요',
      FAMILY: '가족·친구는 어떤 사람인가요?',
      PRO: '대상자는 어떤 사람인가요?',
    },
    lead: {
      any: '그 사람을 찾고 알아보는 데 쓰여요. 주민등록번호는 적지 마세요.',
      SELF_DANGER: '본인을 찾고 알아보는 데 쓰여요. 주민등록번호는 적지 마세요.',
    },
  },
  place: {
    title: {
      any: '어디에 있나요?',
      SELF_DANGER: '지금 어디에 있나요?',
      FAMILY: '어디에 있고 언제 연락됐나요?',
      WITNESS: '어디에서 일어난 일인가요?',
      RETURNEE: '어디에 있었나요?',
      PRO: '어디에 있고 언제 연락됐나요?',
    },
    lead: {
      any: '짐작이어도 괜찮아요. 작은 단서라도 그곳을 찾는 데 도움이 돼요.',
      RETURNEE: '기억나는 것만 적어 주세요. 아직 그곳에 남아 있는 사람을 찾는 데 도움이 돼요.',
    },
  },
  offer: {
    title: { any: '어떤 일자리 제안이었나요?', OFFER: '어떤 제안을 받았나요?' },
    lead: {
      any: '누가 어떻게 사람을 모으는지 알면 다른 사람이 떠나는 것을 막을 수 있어요. 모르는 것은 비워 두세요.',
      OFFER:
        '적어 주신 내용으로 누가 어떻게 사람을 모으는지 알 수 있어요. 아직 떠나기 전이라면 정말 다행이에요.',
    },
  },
  money: {
    title: '돈을 요구받거나 보냈나요?',
    lead: '돈이 어디로 갔는지 따라가는 데 쓰여요. 아는 것만 적어 주세요.',
  },
  'made-to-do': {
    title: '거기에서 하게 된 일',
    lead: '답하고 싶은 것만 답해 주세요. 모두 비워 두어도 신고는 똑같이 접수돼요.',
  },
  evidence: {
    title: '사진이나 파일이 있나요?',
    lead: '없으면 건너뛰어도 돼요. 파일을 구하려고 위험한 일은 하지 마세요.',
  },
  you: {
    title: { any: '신고하는 분과 동의', SELF_DANGER: '연락과 동의', PRO: '신고하시는 담당자와 동의' },
    lead: {
      any: '이름을 밝히지 않아도 신고할 수 있어요. 동의는 하나씩 따로 고르면 되고, 동의하지 않아도 신고는 접수돼요.',
      PRO: '확인할 것이 있을 때 연락드려요. 동의는 하나씩 따로 고르면 되고, 동의하지 않아도 신고는 접수돼요.',
    },
  },
} satisfies Record<string, TopicWords>;

export type ReportTopics = Record<keyof typeof topics, TopicWords>;
export const reportTopics: ReportTopics = topics;
