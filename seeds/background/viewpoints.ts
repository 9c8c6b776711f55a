import { at } from './at';
import type { Viewpoint } from './types';

/** What each side says. Side by side and in its own best sense; the pages take none of them. */
export const viewpoints: readonly Viewpoint[] = [
  {
    id: 'korea-government',
    name: { ko: '한국 정부', en: 'Korea’s government' },
    lead: {
      ko: '대통령과 대변인, 대표단이 한 말입니다.',
      en: 'What the president, spokespersons and the delegation said.',
    },
    claims: [
      {
        id: 'view-resources',
        kind: 'statement',
        by: { ko: '이재명 대통령', en: 'President Lee Jae Myung' },
        dates: ['2025-10-14'],
        text: {
          ko: '10월 14일 국무회의에서 돈이 걸림돌이 되어서는 안 된다고 말했습니다. 피해자를 도우려고 제 돈을 쓴 국민과 외교관이 있었다며 안타까워했습니다.',
          en: 'At the Cabinet meeting of 14 October: “Finances must not become an obstacle.” He felt for citizens and diplomats who had paid out of their own pockets to help victims.',
        },
        sources: [at('e', 2, 13, 15)],
      },
      {
        id: 'view-embassy',
        kind: 'statement',
        by: { ko: '김남준 대통령실 대변인', en: 'presidential spokesperson Kim Nam-joon' },
        text: {
          ko: '대사관의 경찰관을 늘리고, 범죄가 잦은 지역의 여행경보를 더 올리는 것도 검토하겠다고 밝혔습니다.',
          en: 'The embassy will get more police officers, and alerts for the areas where most crime happens may go up further.',
        },
        sources: [at('c', 4, 5)],
      },
      {
        id: 'view-regular',
        kind: 'statement',
        by: { ko: '이재명 대통령', en: 'President Lee Jae Myung' },
        text: {
          ko: '두 나라 수사 당국이 늘 협력하는 체계를 서둘러 만들라고 지시했습니다.',
          en: 'He wants standing cooperation between the two countries’ law enforcement, and soon.',
        },
        sources: [at('c', 7)],
      },
      {
        id: 'view-asean',
        kind: 'statement',
        by: { ko: '이재명 대통령', en: 'President Lee Jae Myung' },
        text: {
          ko: '법 집행이 약한 국경 지역에 사기 조직이 퍼져 젊은이를 이용하고 있다며, 아세안 전체와 협력하겠다고 말했습니다.',
          en: 'Scam centres have spread along borders where the law is weakly enforced and prey on the young, so Korea will work with ASEAN as a whole.',
        },
        sources: [at('d', 13, 14)],
      },
      {
        id: 'view-joint-investigation',
        kind: 'fact',
        text: {
          ko: '정부는 대학생 사건을 캄보디아 당국과 함께 수사할 준비를 하고 있었습니다.',
          en: 'The government was getting ready to investigate the student’s death together with Cambodia.',
        },
        sources: [at('e', 12)],
      },
      {
        id: 'view-refugees',
        kind: 'statement',
        by: { ko: '한국 정부', en: 'the Korean government' },
        text: {
          ko: '난민으로 인정받았거나 신청한 사람은 국제법에 따라 본국으로 강제로 돌려보낼 수 없다는 입장입니다.',
          en: 'International law forbids sending anyone who is a refugee, or has asked to be one, back against their will.',
        },
        sources: [at('b', 19)],
      },
    ],
  },
  {
    id: 'cambodia',
    name: { ko: '캄보디아 정부와 학계', en: 'Cambodia’s government and academics' },
    lead: {
      ko: '캄보디아 쪽 인사가 직접 한 말과, 한국 당국자가 전한 캄보디아의 생각입니다.',
      en: 'What Cambodians said themselves, and what Korean officials report of Cambodia’s view.',
    },
    claims: [
      {
        id: 'view-victim-too',
        kind: 'statement',
        by: { ko: '터치 소카크 캄보디아 내무부 대변인', en: 'Touch Sokhak, Interior Ministry spokesperson' },
        dates: ['2025-10-13'],
        text: {
          ko: '캄보디아도 피해자라는 점을 한국이 이해해 주기 바란다고 10월 13일에 말했습니다. 관계가 나빠지면 범죄 조직에 기회가 된다는 것입니다. 비슷하거나 더 심한 일이 다른 나라에서도 일어나고 있다고도 했습니다.',
          en: 'On 13 October he asked Korea to see that “Cambodia, too, was a victim of this crime.” If relations suffer, the gangs gain; and the same or worse, he says, happens in other countries.',
        },
        sources: [{ article: 'a', paragraphs: [10, 11], inferred: true }],
      },
      {
        id: 'view-pressure',
        kind: 'statement',
        by: {
          ko: '킨 피어 캄보디아 왕립학술원 국제관계연구소장',
          en: 'Kin Phea, who heads an institute of the state-run Royal Academy',
        },
        text: {
          ko: '압박은 두 나라 관계를 해칠 뿐이며, 지역과 국제 사회의 협력만이 이런 범죄를 막을 수 있다고 말합니다.',
          en: 'Pressure only makes relations unhealthy; what prevents such crimes is cooperation, in the region and beyond.',
        },
        sources: [at('a', 3, 4)],
      },
      {
        id: 'view-foreigners',
        kind: 'statement',
        by: { ko: '한국 당국자(캄보디아의 생각을 전하며)', en: 'a Korean official, on how Cambodia sees it' },
        text: {
          ko: '중국인이 한국인에게 저지른 범죄는 캄보디아가 보기에 외국인끼리의 범죄입니다. 신속히 붙잡았는데도 왜 캄보디아가 가장 많이 비난받느냐고 오랫동안 물었다고 합니다.',
          en: 'To Cambodia, crimes by Chinese nationals against Koreans are crimes among foreigners. Its officials had acted fast and arrested people, and asked at length why the blame fell mostly on them.',
        },
        sources: [at('b', 13, 14)],
      },
      {
        id: 'view-in-laws',
        kind: 'statement',
        by: { ko: '캄보디아 고위 당국자', en: 'a senior Cambodian official' },
        text: {
          ko: '두 나라 사이에 결혼이 많아 한국을 “사돈의 나라”로 여긴다고 했습니다. 지난해 통계에서 한국 남성과 결혼한 외국인 여성의 나라 가운데 캄보디아는 동남아시아에서 베트남, 태국, 필리핀 다음인 네 번째였습니다.',
          en: 'So many marriages join the two countries that Cambodia regards Korea as “a nation of in-laws”. In last year’s data on Korean men marrying foreign women, Cambodia comes fourth in Southeast Asia, after Vietnam, Thailand and the Philippines.',
        },
        sources: [at('b', 9, 11)],
      },
      {
        id: 'view-not-publicised',
        kind: 'statement',
        by: {
          ko: '캄보디아 고위 당국자(대표단이 전함)',
          en: 'a senior Cambodian official, as the delegation tells it',
        },
        text: {
          ko: '두 나라 관계를 존중하여 한국인과 캄보디아인이 얽힌 범죄가 있어도 일부러 알리지 않았다고 했습니다. 만남은 짧게 예정되었지만 번번이 한 시간을 넘겼습니다.',
          en: 'Out of respect for the relationship, Cambodia had held back from publicising crimes with Koreans and Cambodians in them. Each meeting, meant to be brief, ran past an hour.',
        },
        sources: [at('b', 6, 10)],
      },
      {
        id: 'view-dissidents',
        kind: 'statement',
        by: { ko: '일부 관측통', en: 'some observers' },
        text: {
          ko: '캄보디아의 태도에는, 한국에 망명을 신청한 캄보디아 반체제 인사를 한국이 넘겨주지 않는 데 대한 불만도 섞여 있다고 봅니다.',
          en: 'They see another grievance in Cambodia’s answer: Korea will not extradite Cambodian dissidents who sought asylum there.',
        },
        sources: [at('b', 18, 20)],
      },
      {
        id: 'view-communication',
        kind: 'statement',
        by: { ko: '두 나라', en: 'both countries' },
        text: {
          ko: '두 나라는 오해를 막고 여행과 안전에 대한 걱정을 덜 수 있도록 정보를 나누고 국민에게 더 잘 알리기로 약속했습니다.',
          en: 'Both have promised to share more and explain more to the public, so that misunderstandings and worries about travel ease.',
        },
        sources: [at('d', 10)],
      },
      {
        id: 'view-priority',
        kind: 'statement',
        by: { ko: '훈 마네트 캄보디아 총리', en: 'Prime Minister Hun Manet' },
        text: {
          ko: '사이버 범죄와 싸우는 일은 이전 정부 때부터 우선 과제였다고 말했습니다.',
          en: 'Fighting cybercrime was a priority under the previous mandate already, he says.',
        },
        sources: [at('d', 11)],
      },
      {
        id: 'view-us-cambodia',
        kind: 'fact',
        text: {
          ko: '같은 정상회의에서 캄보디아와 미국은 마약과 온라인 사기에 함께 맞서기로 했습니다.',
          en: 'At the same summit Cambodia and the United States agreed to act together on narcotics and online scams.',
        },
        sources: [at('d', 18)],
      },
    ],
  },
  {
    id: 'public-and-rights',
    name: { ko: '캄보디아의 시민과 단체', en: 'People and groups in Cambodia' },
    lead: {
      ko: '인권단체와 관광 안내원 단체, 누리꾼의 말입니다. 정부와 생각이 다른 말도 있습니다.',
      en: 'A rights group, tour guides, people commenting online. Not all of them agree with their government.',
    },
    claims: [
      {
        id: 'view-licadho',
        kind: 'statement',
        by: { ko: '암 삼 아트 리카도 활동국장', en: 'Am Sam Ath of the rights group Licadho' },
        text: {
          ko: '태스크포스를 환영하며, 캄보디아가 이 기회에 의지를 보여야 한다고 말합니다. 신뢰를 얻으려면 부패를 없애고, 협력의 결과를 투명하게 밝히며 법을 집행해야 한다는 것입니다.',
          en: 'He welcomes the task force as Cambodia’s chance to show that it means it. Trust, to him, takes an end to corruption, law that is enforced, and openness about what cooperation brings.',
        },
        sources: [at('d', 21, 22, 23)],
      },
      {
        id: 'view-tourism',
        kind: 'statement',
        by: {
          ko: '심 속켕 캄보디아 한국인 관광 안내원 협회장',
          en: 'Seam Sokkheng, head of the tour guides’ association',
        },
        text: {
          ko: '한국이 사기 범죄와 관광을 구별하지 않은 것이 아쉽다고 말합니다.',
          en: 'It is a pity, says the guides’ president, that scam operations and tourism were not told apart.',
        },
        sources: [at('a', 13)],
      },
      {
        id: 'view-complacency',
        kind: 'statement',
        by: {
          ko: '캄보디아 내무부 페이스북의 댓글',
          en: 'a comment on the Interior Ministry’s Facebook page',
        },
        text: {
          ko: '내무부가 온라인 범죄를 잡으려고 애쓰지 않다가 한국인이 숨지고서야 입장을 냈다고 나무랍니다.',
          en: 'It faults the ministry for doing nothing about online crime until a Korean had died.',
        },
        sources: [at('a', 15, 16)],
      },
      {
        id: 'view-workers',
        kind: 'statement',
        by: { ko: '또 다른 댓글', en: 'another comment there' },
        text: {
          ko: '한국에서 일하는 캄보디아 사람들이 모욕과 차별을 당하고 있다며, 한국의 분노가 더 커지기 전에 정부가 풀어 달라고 합니다.',
          en: 'It says that Cambodian workers in Korea are insulted and treated as lesser, and asks the government to settle things before anger there grows.',
        },
        sources: [at('a', 17)],
      },
    ],
  },
  {
    id: 'people-power',
    name: { ko: '국민의힘(당시 야당)', en: 'People Power Party (opposition)' },
    lead: { ko: '10월 14일에 나온 말입니다.', en: 'Said on 14 October.' },
    claims: [
      {
        id: 'view-late',
        kind: 'statement',
        by: { ko: '최보윤 의원', en: 'Rep. Choi Bo-yoon' },
        text: {
          ko: '새로운 일이 아닌데도 정부가 손을 놓고 있다가 이제야 움직인다고 비판합니다.',
          en: 'The crimes are not new, Choi says; the government sat still and acts only now.',
        },
        sources: [at('c', 14)],
      },
      {
        id: 'view-posts',
        kind: 'statement',
        by: { ko: '최보윤 의원', en: 'Rep. Choi Bo-yoon' },
        text: {
          ko: '현지 수사 공조를 강화하고 비어 있는 대사 자리를 채우는 등 나라 전체가 나서야 한다고 요구합니다.',
          en: 'The whole state should act: closer investigation on the ground, and diplomatic posts filled, the empty ambassador’s post first.',
        },
        sources: [at('c', 15)],
      },
    ],
  },
  {
    id: 'democratic',
    name: { ko: '더불어민주당(당시 여당)', en: 'Democratic Party (governing)' },
    lead: { ko: '10월 14일에 나온 말입니다.', en: 'Said on 14 October.' },
    claims: [
      {
        id: 'view-previous',
        kind: 'statement',
        by: { ko: '한정애 정책위의장', en: 'Han Jeoung-ae, who chairs its policy committee' },
        text: {
          ko: '범죄가 늘기 시작한 것은 이전 정부 때라고 말합니다. 국제범죄 대응 인력을 줄이고 경찰관을 늘려 달라는 요청을 무시했다는 것입니다.',
          en: 'The rise began under the previous government, which by Han’s account cut the staff for international crime and left requests for more police unanswered.',
        },
        sources: [at('c', 16, 18)],
      },
      {
        id: 'view-aid',
        kind: 'statement',
        by: { ko: '한정애 정책위의장', en: 'Han Jeoung-ae' },
        text: {
          ko: '그러면서도 캄보디아에 주는 개발원조는 늘렸다고 지적합니다.',
          en: 'All the while, Han adds, it raised development aid to Cambodia.',
        },
        sources: [at('c', 17)],
      },
    ],
  },
];
