import { at } from './at';
import type { Claim, Text } from './types';

/** One step of the way into a compound and out of it; `short` is what the picture says. */
export type LureStep = Claim & { title: Text; short: Text };

export const lureSteps: readonly LureStep[] = [
  {
    id: 'lure-offer',
    kind: 'fact',
    title: { ko: '일자리 제안', en: 'The offer' },
    short: { ko: '쉽고 보수 높은 일', en: 'Easy work, high pay' },
    text: {
      ko: '시작은 가짜 일자리입니다. 일은 쉽고 보수는 많다고 합니다.',
      en: 'It starts with a job that does not exist: the work is easy, they say, and the pay is high.',
    },
    sources: [at('c', 9), at('e', 1)],
  },
  {
    id: 'lure-travel',
    kind: 'fact',
    title: { ko: '출국', en: 'The journey' },
    short: { ko: '속아서 캄보디아로', en: 'Deceived into going' },
    text: {
      ko: '제안에 속은 사람이 캄보디아로 갑니다.',
      en: 'Believing it, people travel to Cambodia.',
    },
    sources: [at('e', 1)],
  },
  {
    id: 'lure-held',
    kind: 'fact',
    title: { ko: '감금', en: 'Held' },
    short: { ko: '나갈 수 없음', en: 'Not free to leave' },
    text: {
      ko: '도착하면 뜻과 다르게 붙잡힙니다. 이런 단지가 수백 곳이고, 중국계 조직이 운영한다는 곳이 많다고 알려져 있습니다.',
      en: 'Once there they are kept against their will. There are said to be hundreds of compounds; many, it is alleged, are run by Chinese syndicates.',
    },
    sources: [at('c', 9), at('d', 15)],
  },
  {
    id: 'lure-forced',
    kind: 'fact',
    title: { ko: '강요된 범죄', en: 'Forced crime' },
    short: { ko: '사기와 불법 도박 일', en: 'Scams, illegal gambling' },
    text: {
      ko: '보이스피싱과 불법 도박, 온라인 사기, 로맨스 스캠 일을 하게 됩니다. 그래서 한 사람이 피해자이면서 피의자가 됩니다.',
      en: 'They are put to work in voice phishing, illegal gambling, online scams, romance scams. That is how one person becomes a victim and a suspect at once.',
    },
    sources: [at('c', 9), at('b', 4, 20), at('d', 17)],
  },
  {
    id: 'lure-found',
    kind: 'fact',
    title: { ko: '단속 또는 구조 요청', en: 'Crackdown or call for help' },
    short: { ko: '단속·구조 요청', en: 'Raid, or a call for help' },
    text: {
      ko: '밖으로 나오는 길은 두 가지로 나타납니다. 현지 당국의 단속에서 붙잡히거나, 스스로 구조를 요청하는 것입니다. 10월에 돌아온 64명 가운데 59명이 앞의 경우, 5명이 뒤의 경우였습니다.',
      en: 'Two ways out appear: being picked up in a raid by the local authorities, or asking to be rescued. Of the 64 who came back in October 59 had come the first way and 5 the second.',
    },
    dates: ['2025-10'],
    sources: [at('b', 22)],
  },
  {
    id: 'lure-return',
    kind: 'fact',
    title: { ko: '귀국과 수사', en: 'Return, and what follows' },
    short: { ko: '귀국, 수사', en: 'Home, and investigation' },
    text: {
      ko: '돌아가지 않겠다고 하는 사람도 있었고, 구조를 요청하고도 나중에 마음을 바꾼 사람도 있었습니다. 남으면 다시 사기에 쓰이거나 갇힐 수 있어, 영사가 한 사람씩 만나 귀국해 적법한 절차를 밟겠다고 할 때까지 설득했습니다. 돌아온 사람 대부분은 수사를 받습니다.',
      en: 'Some refused to go home at first; some who had asked for help later no longer wanted to. To stay might have meant scam work or confinement again, so a consul kept meeting each of them alone until they were ready to go and to answer for things lawfully. Most are now under investigation.',
    },
    sources: [at('b', 22, 23), at('d', 17)],
  },
];
