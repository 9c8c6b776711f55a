/** What is said before anybody is asked what they were made to do. The operator’s counsel has to confirm what it says of the law. */
export const reportCompartment = {
  title: '먼저 읽어 주세요',
  lead: '거기에서 어떤 일을 하게 됐는지 여쭤보려고 해요. 답하지 않아도 신고는 똑같이 접수되고, 나중에 답해도 돼요.',
  points: [
    {
      title: '누가 읽나요?',
      text: '여기에 적은 답은 다른 답과 떼어 다른 열쇠로 암호화해 보관해요. 사건 담당자와 책임자만, 왜 여는지 적은 다음에 열 수 있어요. 누가 언제 열었는지는 모두 기록에 남아요. 급한 정도를 정할 때에는 쓰지 않아요.',
    },
    {
      title: '조사를 받을 수도 있어요',
      text: '억지로 한 일이어도 경찰이나 검찰이 조사할 수 있어요. 나루는 처벌받지 않게 해 주겠다고 약속할 수 없고, 법원의 영장처럼 법에 근거가 있으면 여기에 적은 답을 내주어야 할 수도 있어요. 강요당했다는 사정은 따로 살펴야 할 중요한 일이에요.',
    },
    {
      title: '자수가 무엇인가요?',
      text: '죄가 될 수 있는 일을 한 사람이 스스로 경찰이나 검찰에 알리는 것이에요. 법에는 자수하면 벌을 줄이거나 면할 수 있다고 되어 있지만, 꼭 그렇게 되는 것은 아니에요. 나루에 적는 것은 자수가 아니에요.',
    },
    {
      title: '무료로 법률 도움을 받을 수 있나요?',
      text: '나라나 변호사 단체가 운영하는 무료 법률 상담이 있어요. 경찰에 가기 전에 먼저 상담해 볼 수 있어요. 해외에 있으면 대사관이나 영사관에 물어보세요. 나루가 확인한 연락처는 아직 없고, 정해지면 여기에 적을게요.',
    },
  ] as { title: string; text: string }[],
  notAdvice: '이 글은 법률 자문이 아니에요. 운영 기관의 법률 담당자가 아직 확인하지 않았어요.',
  skip: '이 부분은 건너뛰기',
  go: '읽었어요. 질문 보기',
};

export type ReportCompartment = typeof reportCompartment;
