import type { Scenario } from './scenario';

/** Reports by the person in danger. Names and places are made up; the coordinates lie in the open sea. */
export const ownDangerScenarios: readonly Scenario[] = [
  {
    number: 1,
    about: 'confined and beaten, forced to defraud, place known, can text',
    kind: 'SELF_DANGER',
    expected: 'U1',
    answers: () => ({
      device_safe: ['SHARED'],
      can_talk: ['TEXT'],
      situation: ['CONFINED'],
      harm_now: ['VIOLENCE'],
      control: ['PASSPORT', 'FORCED_CRIME'],
      latitude: ['10.4512'],
      longitude: ['103.3021'],
      accuracy_m: ['25'],
      narrative: [
        '고수익 텔레마케팅이라고 해서 왔는데 도착하자마자 여권을 빼앗겼어요. 보이스피싱을 못 하겠다고 하면 전기 충격기로 때립니다. 밤 11시 이후에만 휴대폰을 몰래 쓸 수 있어요. 제발 살려 주세요.',
      ],
    }),
  },
  {
    number: 2,
    about: 'confined, passport and phone taken, can text',
    kind: 'SELF_DANGER',
    expected: 'U2',
    answers: () => ({
      device_safe: ['MONITORED'],
      can_talk: ['TEXT'],
      situation: ['CONFINED'],
      control: ['PASSPORT', 'PHONE'],
      narrative: [
        'They keep all passports in the office on the ground floor and check our phones every evening. We are not let out of the gate. A friend lent me this phone for ten minutes. Please only write, do not call.',
      ],
    }),
  },
  {
    number: 12,
    about: 'escaped and hiding, can speak, place known',
    kind: 'SELF_DANGER',
    expected: 'U1',
    answers: () => ({
      device_safe: ['SAFE'],
      can_talk: ['VOICE'],
      situation: ['ESCAPED_HIDING'],
      latitude: ['10.4390'],
      longitude: ['103.3107'],
      accuracy_m: ['12'],
      narrative: [
        '어젯밤 담을 넘어 나왔어요. 지금은 큰길 옆 빈 가게 안에 숨어 있습니다. 관리자들이 오토바이로 돌아다니며 찾고 있어요. 배터리가 30퍼센트 남았고 통화할 수 있습니다.',
      ],
    }),
  },
  {
    number: 14,
    about: 'one sentence through the emergency page',
    kind: 'SELF_DANGER',
    viaSos: true,
    expected: 'U2',
    answers: () => ({ narrative: ['캄보디아인데 여기서 나갈 수가 없어요 도와주세요'] }),
  },
  {
    number: 16,
    about: 'may go out but is watched, guards at the gate',
    kind: 'SELF_DANGER',
    expected: 'U2',
    answers: () => ({
      device_safe: ['SHARED'],
      can_talk: ['WINDOW'],
      situation: ['FREE_BUT_CONTROLLED'],
      control: ['GUARDS'],
      narrative: [
        '일요일에는 관리자와 같이 시장에 나갈 수 있지만 혼자서는 못 나갑니다. 정문에 경비 네 명이 있고 담 위에 철조망이 있어요. 연락은 일요일 오후 2시쯤에만 가능합니다.',
      ],
    }),
  },
];
