import type { Locale } from '@/lib/i18n/locale';
import type { Chance } from './chance';

/** What made-up reports name. Nobody is called so on purpose, no number is in use: 010-0 and +855 00 are given to nobody. */
const SURNAMES =
  '김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍 전 고 문 양 손 배 백 허 남 심'.split(' ');
const GIVEN =
  '가온 나루 다온 라온 마루 바름 새벽 아라 자람 찬솔 하늘 한별 은솔 도담 미르 슬기 보람 이든 해솔 여울 지우 서율 민솔 윤슬 태오 하랑 재윤 건율 시완 예담 소율 주하 연두 로운 우솔 선율 다솜 가람 단비 봄결'.split(
    ' ',
  );
const LATIN_SURNAMES =
  'KIM LEE PARK CHOI JUNG KANG CHO YOON JANG LIM HAN OH SEO SHIN KWON HWANG AHN SONG'.split(' ');
const LATIN_GIVEN =
  'GAON NARU DAON RAON MARU BAREUM SAEBYEOK ARA JARAM CHANSOL HANEUL EUNSOL DODAM MIR SEULGI BORAM EDEN HAESOL YEOUL SEOYUL MINSOL TAEO HARANG'.split(
    ' ',
  );
const SITE_FIRST =
  '은하수 청솔 금빛 해오름 푸른 큰별 새길 달빛 황금 동녘 맑은 장미 연꽃 흰돌 무지개 돌담'.split(' ');
const SITE_LAST = '타운 빌라 리조트 센터 파크 스퀘어 호텔 캐슬'.split(' ');
const SITES_EN =
  'Blue Gate,Golden Lotus,Silver Star,Green Hill,Old Harbour,White Stone,Red Maple,East Bridge'.split(',');
const CITIES = '시아누크빌 프놈펜 바벳 포이펫 캄폿 코콩 오스마치 스바이리엥 시엠레아프 따께오'.split(' ');
const CITIES_EN = ['Sihanoukville', 'Phnom Penh', 'Bavet', 'Poipet', 'Kampot', 'Koh Kong', 'Siem Reap'];
const LANDMARKS = [
  '파란 대문',
  '붉은 벽돌 담장',
  '주유소 맞은편',
  '강가의 창고',
  '카지노 뒷길',
  '시장 건너편',
  '초록 지붕',
  '물탱크 옆',
  '사원 북쪽',
  '국경 검문소',
];
const LANDMARKS_EN = [
  'a blue gate',
  'a petrol station',
  'the river',
  'a casino',
  'the night market',
  'a temple',
];

export const hangulName = (chance: Chance) => chance.pick(SURNAMES) + chance.pick(GIVEN);
export const passportName = (chance: Chance) => `${chance.pick(LATIN_SURNAMES)} ${chance.pick(LATIN_GIVEN)}`;
export const siteName = (chance: Chance, locale: Locale) =>
  locale === 'en'
    ? chance.pick(SITES_EN)
    : `${chance.pick(SITE_FIRST)} ${chance.pick(SITE_LAST)} ${chance.of(0.3) ? `${chance.int(2, 9)}동` : ''}`.trim();
export const cityName = (chance: Chance, locale: Locale) => chance.pick(locale === 'en' ? CITIES_EN : CITIES);
export const landmark = (chance: Chance, locale: Locale) =>
  chance.pick(locale === 'en' ? LANDMARKS_EN : LANDMARKS);
export const phone = (chance: Chance) =>
  chance.of(0.7)
    ? `010-0${chance.digits(3)}-${chance.digits(4)}`
    : `+855 00 ${chance.digits(3)} ${chance.digits(3)}`;
export const handle = (chance: Chance) =>
  `@example_${chance.pick(['hr', 'boss', 'mina', 'job', 'team', 'kim', 'star', 'manager'])}_${chance.digits(4)}`;
