import type { Locale } from '@/lib/i18n/locale';
import type { Chance } from './chance';
import { cityName, landmark, siteName } from './vocabulary';

export type Theme = 'held' | 'silent' | 'ransom' | 'detained' | 'seen' | 'offered' | 'returned';

/** Begin a story, by what it is about. */
const OPENINGS: Readonly<Record<Locale, Readonly<Record<Theme, readonly string[]>>>> = {
  ko: {
    held: [
      '{city}의 {site} 건물 {n}층에 감금되어 있다고 합니다.',
      '고수익 일자리라고 해서 갔는데 도착하자마자 여권과 휴대전화를 빼앗겼습니다.',
      '{city} 외곽 숙소에서 나가지 못하게 하고 밤마다 방을 옮긴다고 합니다.',
      '하루 {n}시간씩 컴퓨터 앞에서 전화를 돌리게 하고 할당량을 못 채우면 때린다고 합니다.',
    ],
    silent: [
      '{city} 공항에 도착했다는 카카오톡을 끝으로 {n}일째 연락이 없습니다.',
      '친구가 소개한 일을 하러 출국한 뒤 전화기가 꺼져 있고 메신저도 읽지 않습니다.',
      '{n}일 전 짧은 통화가 마지막이었고 목소리가 평소와 달랐습니다.',
    ],
    ransom: [
      '텔레그램으로 위약금 {n}천만 원을 코인으로 보내라는 협박을 받았습니다.',
      '돈을 보내지 않으면 다른 조직에 넘기겠다는 영상을 보내 왔습니다.',
      '계좌로 {n}백만 원을 보냈는데도 풀어 주지 않고 다시 요구합니다.',
    ],
    detained: [
      '현지 단속 때 함께 붙잡혀 이민국 수용시설에 있다고 합니다.',
      '{city} 경찰서에 {n}일째 구금되어 있고 통역이 없다고 합니다.',
    ],
    seen: [
      '{city} {site} 앞을 지나다가 창문의 쇠창살 안에서 한국말로 도와 달라는 소리를 들었습니다.',
      '배달을 갔던 건물 {n}층에서 얼굴에 멍이 든 젊은 사람들을 보았습니다.',
      '온라인에서 알게 된 사람이 같은 숙소에 한국인이 여럿 갇혀 있다고 했습니다.',
    ],
    offered: [
      '월 {n}백만 원에 숙식과 항공권을 준다는 해외 상담원 모집 광고를 보고 연락했습니다.',
      '대출을 갚아 준다며 통장과 신분증 사진을 먼저 보내라고 합니다.',
      '오픈채팅에서 번역 아르바이트라고 했는데 비행기표부터 끊어 준다고 합니다.',
    ],
    returned: [
      '{city}의 {site}에서 {n}개월 동안 시키는 대로 메시지를 보냈고 지금은 귀국했습니다.',
      '같이 있던 사람들이 아직 남아 있어 장소와 관리자를 알립니다.',
    ],
  },
  en: {
    held: [
      'They keep us on floor {n} of {site} in {city} and nobody may leave the gate.',
      'My passport and phone were taken on the first day, and we work {n} hours without a break.',
    ],
    silent: [
      'He wrote from the airport in {city} and nobody has heard from him for {n} days.',
      'Her phone has been off since she left for a job a friend had told her about.',
    ],
    ransom: ['Somebody on Telegram asks for {n} thousand dollars in coins before they let him go.'],
    detained: ['He was taken in a raid and is in immigration detention in {city} without an interpreter.'],
    seen: [
      'I deliver food to {site} in {city} and saw young men with bruised faces behind a locked grille.',
      'Somebody called out in Korean from a window on floor {n}.',
    ],
    offered: ['They offer a chat support job with a free ticket and {n} thousand dollars a month.'],
    returned: ['I worked at {site} in {city} for {n} months and came home last week.'],
  },
};

/** Go on with any story. */
const DETAILS: Readonly<Record<Locale, readonly string[]>> = {
  ko: [
    '{landmark} 쪽이 보인다고 했고 담 위에 철조망이 있다고 합니다.',
    '정문에는 경비 {n}명이 있고 혼자서는 나갈 수 없다고 합니다.',
    '관리자는 중국어를 쓰고 한국인 팀장이 따로 있다고 들었습니다.',
    '밤 {n}시 이후에만 몰래 문자를 보낼 수 있다고 합니다.',
    '같은 방에 한국인이 {n}명 더 있다고 했습니다.',
    '건강이 좋지 않아 약을 먹어야 하는데 약이 떨어졌다고 합니다.',
    '가족에게 알리면 더 위험해진다고 해서 조심스럽습니다.',
    '112와 영사콜센터에 물어보았지만 아직 답을 듣지 못했습니다.',
    '보낸 사진에는 {landmark} 쪽이 찍혀 있습니다.',
    '출국은 인천공항이었고 비행기표는 모집책이 끊어 주었습니다.',
    '위치를 보내 준 적이 있는데 {city} 시내에서 차로 {n}분 거리였습니다.',
    '보이스피싱을 거절하면 전기 충격기로 위협한다고 합니다.',
    '통장이 범죄에 쓰였다는 은행 연락도 받았습니다.',
    '{site}에서 다른 곳으로 곧 옮겨진다는 이야기를 들었습니다.',
    '처음에는 카지노 사무직이라고 했고 계약서는 쓰지 않았습니다.',
    '마지막 메시지는 말투가 달라서 다른 사람이 쓴 것 같습니다.',
  ],
  en: [
    'There is {landmark} nearby and wire on top of the wall.',
    'Guards stand at the gate, {n} of them at night.',
    'He can write after {n} at night and must not be called.',
    'There are {n} other Koreans in the same room.',
    'The managers speak Chinese and a Korean team leader checks the phones.',
    'They say everybody will be moved to another town soon.',
    'We asked the embassy and have no answer yet.',
    'The last message did not sound like him at all.',
  ],
};

/** About 150 characters. */
const ENOUGH = 125;

/** A made-up story of that length: how it begins, then details until there is enough of it. */
export function narrate(chance: Chance, theme: Theme, locale: Locale): string {
  const told = [chance.pick(OPENINGS[locale][theme])];
  const more = [...DETAILS[locale]];
  const length = () => told.reduce((sum, text) => sum + text.length, 0);
  while (length() < ENOUGH && more.length > 0) told.push(...more.splice(chance.int(0, more.length - 1), 1));
  return told.map((text) => filled(chance, text, locale)).join(' ');
}

const filled = (chance: Chance, text: string, locale: Locale) =>
  text.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'city') return cityName(chance, locale);
    if (slot === 'site') return siteName(chance, locale);
    if (slot === 'landmark') return landmark(chance, locale);
    return `${chance.int(2, 14)}`;
  });

/** What staff write: to a reporter, to each other, about a step. */
export const STAFF_WORDS = {
  message: [
    '접수했습니다. 담당자가 확인하고 있으며 새로 알게 된 것이 있으면 이곳에 남겨 주십시오.',
    '말씀해 주신 장소를 확인하고 있습니다. 마지막 대화 화면을 보내 주실 수 있습니까?',
    'We have read your report and are looking into it. Please tell us here if anything changes.',
  ],
  answer: [
    '감사합니다. 어제 저녁에 짧은 문자가 한 번 왔습니다.',
    '새로 연락이 오면 바로 알려 드리겠습니다.',
    'Thank you. He wrote again last night.',
  ],
  note: [
    '가족과 통화함. 마지막 위치를 다시 확인하기로 함.',
    '영사와 통화했고 현지 확인을 요청함.',
    '같은 장소를 말하는 다른 신고가 있어 함께 봄.',
    'Caller asked not to be phoned before six in the evening.',
  ],
  reason: ['확인한 내용에 따라 정리함', '신고인과 통화하여 확인함', '다른 기관에서 이미 처리 중임'],
  task: ['가족에게 다시 연락', '출입국 기록 확인 요청', '위치 사진 비교', '기관 회신 확인'],
} as const;
