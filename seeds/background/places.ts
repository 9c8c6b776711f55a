import { at } from './at';
import type { Place } from './types';

/** The places the articles name. Positions are longitude and latitude in degrees, of the town or mountain, for the map only. */
export const places: readonly Place[] = [
  {
    id: 'seoul',
    name: { ko: '서울', en: 'Seoul' },
    position: [126.98, 37.57],
    claim: {
      id: 'place-seoul',
      kind: 'fact',
      text: {
        ko: '국무회의가 열려 대응팀 파견이 결정된 곳입니다.',
        en: 'Where the Cabinet met and the response team was decided on.',
      },
      sources: [at('c', 1)],
    },
  },
  {
    id: 'phnom-penh',
    name: { ko: '프놈펜', en: 'Phnom Penh' },
    position: [104.92, 11.56],
    claim: {
      id: 'place-phnom-penh',
      kind: 'fact',
      text: {
        ko: '대응팀이 간 곳이고, 여행경보가 오른 곳이며, 사진 설명에 따르면 사기 조직 근거지 한 곳이 단속된 곳입니다.',
        en: 'Where the response team went, where the travel alert was raised, and where, by a photo caption, a fraud centre was raided.',
      },
      sources: [at('a', 6), at('c', 11), at('e', 11)],
    },
  },
  {
    id: 'bokor',
    name: { ko: '캄포트주 보코르산', en: 'Bokor Mountain, Kampot' },
    position: [104.02, 10.63],
    claim: {
      id: 'place-bokor',
      kind: 'fact',
      text: {
        ko: '22세 대학생이 이 근처에서 발견되었습니다.',
        en: 'The 22-year-old student was found near here.',
      },
      sources: [at('a', 5, 20), at('c', 10)],
    },
  },
  {
    id: 'kuala-lumpur',
    name: { ko: '쿠알라룸푸르', en: 'Kuala Lumpur' },
    position: [101.69, 3.14],
    claim: {
      id: 'place-kuala-lumpur',
      kind: 'fact',
      text: {
        ko: '아세안 정상회의 때 두 나라 정상이 만나 공동 태스크포스에 합의한 곳입니다.',
        en: 'Where the two leaders met beside the ASEAN summit and agreed on the joint task force.',
      },
      sources: [at('d', 7)],
    },
  },
];
