/** Numbers to call. */
export const contacts = {
  title: '연락처',
  lead: '나루는 112나 영사콜센터를 대신하지 않아요. 목숨이 위험하면 먼저 전화해 주세요.',
  unconfirmed: '널리 알려진 번호를 옮긴 것으로, 운영 기관이 아직 확인하지 않았습니다.',
  ownUnconfirmed: '운영 기관이 더한 번호로, 확인한 날이 적혀 있지 않습니다.',
  verified: (date: string) => `확인한 날: ${date}`,
  call: (number: string) => `전화하기: ${number}`,
  items: {
    police: {
      name: '경찰 112',
      what: '한국에서 누군가 위험하거나 범죄를 신고할 때. 가족이 해외에서 감금된 것 같을 때에도 한국 경찰에 신고할 수 있어요.',
      where: '한국에서 거는 번호',
    },
    missing: {
      name: '실종 신고 182',
      what: '가족이나 아는 사람이 사라져 찾고 있을 때.',
      where: '한국에서 거는 번호',
    },
    consular: {
      name: '영사콜센터',
      what: '해외에서 위험에 놓였거나, 체포되었거나, 여권을 잃었을 때. 해외에 있는 가족이 걱정될 때에도 걸 수 있어요.',
      where: '해외와 한국 어디서나, 24시간',
    },
  },
  naru: {
    title: '나루 운영 기관',
    body: '운영 기관과 그 연락처는 아직 정해지지 않았습니다. 정해지면 이곳에 적습니다.',
  },
};

export type Contacts = typeof contacts;
