import type { NewTemplate } from '@/lib/cases/templates/commands';

/** What earlier releases loaded and this one says differently: a stored copy that still says it is brought up to date. */
export const supersededTexts: readonly string[] = [
  '지금 있는 곳을 찾는 데 도움이 되는 것이 있으면 알려 주세요. 건물 이름, 층과 호수, 창밖에 보이는 것, 공유받은 위치, 사진 무엇이든 괜찮아요. 위험하면 하지 않으셔도 돼요.',
  'Someone has read your report. We are looking into it now, and will write here when we learn more.',
];

/** Texts to start a message to a reporter from. They promise nothing and name nobody. */
export const referenceTemplates: readonly NewTemplate[] = [
  {
    slug: '01-received',
    titleKo: '신고를 읽었습니다',
    titleEn: 'We have read your report',
    textKo:
      '보내 주신 신고를 담당자가 읽었어요. 지금 확인하고 있고, 새로 알게 되는 것이 있으면 여기에 적어 드릴게요.',
    textEn:
      'A member of our staff has read your report. We are looking into it now, and will write here when we learn more.',
  },
  {
    slug: '02-ask-place',
    titleKo: '장소를 더 알려 주세요',
    titleEn: 'Asking for the place',
    textKo:
      '지금 있는 곳을 찾는 데 도움이 되는 것이 있으면 알려 주세요. 건물 이름, 층과 호수, 창밖에 보이는 것, 공유받은 위치, 사진 무엇이든 괜찮아요. 위험하면 절대 하지 마세요.',
    textEn:
      'Anything that helps to find the place is welcome: the name of the building, floor and room, what can be seen from the window, a shared location, a photo. If it is dangerous, please do not.',
  },
  {
    slug: '03-ask-last-contact',
    titleKo: '마지막 연락을 알려 주세요',
    titleEn: 'Asking about the last contact',
    textKo:
      '마지막으로 연락이 닿은 때와 방법, 그때 한 말을 기억나는 대로 적어 주세요. 정확하지 않아도 괜찮아요.',
    textEn:
      'Please write when and how you were last in touch, and what was said, as far as you remember. It need not be exact.',
  },
  {
    slug: '04-do-not-pay',
    titleKo: '돈을 요구받았을 때',
    titleEn: 'When money is demanded',
    textKo:
      '돈을 보내라는 연락을 받으셨다면 보내기 전에 먼저 여기에 알려 주세요. 요구한 사람의 계정, 계좌, 대화 내용을 지우지 말고 남겨 두세요.',
    textEn:
      'If somebody demands money, please tell us here before you send any. Keep the account, the bank details and the messages; do not delete them.',
  },
  {
    slug: '05-handed-over',
    titleKo: '기관에 전달했습니다',
    titleEn: 'Handed over',
    textKo:
      '신고 내용을 담당 기관에 전달했어요. 기관에서 답이 오면 여기에 알려 드릴게요. 그사이 달라진 것이 있으면 언제든 적어 주세요.',
    textEn:
      'Your report has been handed to the agency in charge. We will write here when it answers. If anything changes meanwhile, please tell us.',
  },
  {
    slug: '06-still-working',
    titleKo: '아직 확인하고 있습니다',
    titleEn: 'Still looking into it',
    textKo: '아직 새로 알려 드릴 소식은 없지만 확인을 이어 가고 있어요. 잊지 않고 있습니다.',
    textEn: 'There is no news yet, but we are still looking into it. You are not forgotten.',
  },
];
