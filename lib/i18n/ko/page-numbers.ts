/** Public numbers: official lines, in 합쇼체. Every line about rounding must stay true of lib/statistics. */
export const numbers = {
  title: '신고 통계',
  lead: '나루가 받은 신고를 센 숫자입니다. 정부나 경찰의 통계가 아니며, 신고되지 않은 일까지 포함한 실제 피해 규모를 뜻하지 않습니다.',
  received: '받은 신고',
  through: (day: string) => `${day}까지`,
  about: (count: string) => `약 ${count}건`,
  count: (count: string) => `${count}건`,
  underFive: '5건 미만',
  leftOut: (count: string) =>
    `통계 이용에 동의하지 않으셨거나 동의를 여쭙지 못한 신고(${count})는 이 숫자들에 넣지 않았습니다.`,
  notYet: {
    title: '아직 공개한 숫자가 없습니다',
    body: (day: string, fewest: number) =>
      `셀 수 있는 신고가 ${fewest}건 이상 모인 뒤 첫 숫자를 공개합니다. 다음에 공개할 수 있는 날은 ${day}입니다.`,
  },
  reading: {
    title: '숫자를 읽는 법',
    why: '숫자를 서로 빼거나 지난주 숫자와 견주어 보아도 한 사람의 신고를 알아낼 수 없도록 다음과 같이 적습니다.',
    items: (delay: number, fewest: number) => [
      '모든 숫자는 5건 단위로 어림한 것입니다. 실제 건수와 5건까지 다를 수 있습니다.',
      '5건에 이르지 않은 칸은 ‘5건 미만’으로 적습니다. 한 건도 없는 칸도 똑같이 적습니다.',
      '한번 숫자를 적은 칸은 실제 건수가 5건 이상 달라졌을 때에만 고쳐 적고, 줄어들더라도 ‘5건 미만’으로 되돌리지 않습니다.',
      '칸마다 따로 어림하므로 칸을 모두 더한 값이 받은 신고 수와 다를 수 있습니다.',
      `일요일에 끝난 한 주를 ${delay}일이 지난 뒤 월요일에 더합니다. 새로 더할 신고가 ${fewest}건에 이르지 않거나, 여러 표를 견주어 어느 칸의 실제 건수를 알아낼 수 있으면 다음 주로 미룹니다.`,
      '날짜는 한국 시각으로 세고, 날짜별 숫자는 한번 공개하면 고치지 않습니다.',
    ],
  },
  tables: {
    period: { title: '기간별', column: '신고 기간', none: '어느 기간에도 들지 않음', note: '' },
    day: {
      title: '날짜별',
      column: '접수한 날',
      none: '',
      note: '마지막으로 센 날까지 다섯 주입니다.',
    },
    kind: { title: '종류별', column: '신고한 사람과 내용', none: '', note: '' },
    level: {
      title: '긴급도별',
      column: '긴급도',
      none: '',
      note: '급한 순서를 정하려고 신고의 답에서 계산한 것으로, 사실로 확인된 피해의 정도가 아닙니다.',
    },
    province: {
      title: '캄보디아 지역별',
      column: '주(州)',
      none: '지역을 모르거나 캄보디아가 아님',
      note: '신고하신 분이 고른 지역입니다.',
    },
    stage: {
      title: '진행 단계별',
      column: '진행 단계',
      none: '',
      note: '신고하신 분에게 보이는 단계이며, 마지막으로 센 날에 어느 단계였는지를 셉니다.',
    },
    outcome: {
      title: '결과별',
      column: '결과',
      none: '',
      note: '사건이 끝난 것과 사람의 안전을 확인한 것은 다릅니다. 그래서 두 숫자를 늘 나란히 적습니다.',
    },
  },
  outcomes: { CLOSED: '종결', SAFETY_UNCONFIRMED: '안전 미확인' },
  noOutcomes: '아직 사건의 결과가 하나도 기록되지 않았습니다. 기록되면 이 표에 숫자를 적습니다.',
  noneRecorded: '기록 없음',
  countColumn: '건수',
  caseColumn: '사건 수',
  caption: (table: string, through: string) => `${table} 신고 건수, ${through}`,
  outcomeCaption: (through: string) => `사건의 결과, ${through}`,
  chart: (table: string, shown: string) => `${table} 신고 건수 막대그래프. ${shown}`,
  chartTitle: (table: string) => `${table} 신고 건수`,
  chartLeavesOut: '그림에는 5건 이상인 칸만 그렸습니다. 모든 칸은 표에 있습니다.',
  noChart: '5건 이상인 칸이 없어 그림은 그리지 않았습니다.',
  data: {
    title: '파일로 받기',
    body: '이 화면의 숫자를 그대로 담은 파일입니다. CSV의 둘째 줄에는 인도적 지원 분야에서 함께 쓰는 HXL 표시(해시태그)가 있습니다.',
    json: '신고 통계 JSON 파일',
    csv: '신고 통계 CSV 파일',
    terms: '이용 조건은 운영 기관이 아직 정하지 않았습니다.',
  },
};

export type Numbers = typeof numbers;
