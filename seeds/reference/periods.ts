import type { NewPeriod } from '@/lib/periods/commands';

/**
 * October 2025, the whole month in Korea, half-open; that there was such a period is reported by an article of mid-October 2025
 * (lib/background will cite it). The standing period takes what arrives outside every dated one: danger never waits for a period.
 */
export const referencePeriods: readonly NewPeriod[] = [
  {
    slug: '2025-10',
    nameKo: '2025년 10월 특별신고기간',
    nameEn: 'Special reporting period, October 2025',
    noticeKo: '캄보디아에서 일어난 것과 비슷한 피해를 2025년 10월 한 달 동안 집중해서 접수합니다.',
    noticeEn:
      'Throughout October 2025, reports of incidents like those in Cambodia are being taken with priority.',
    opensAt: new Date('2025-10-01T00:00:00+09:00'),
    closesAt: new Date('2025-11-01T00:00:00+09:00'),
    standing: false,
  },
  {
    slug: 'standing',
    nameKo: '상시 신고',
    nameEn: 'Standing reporting',
    noticeKo: '지금은 정해진 특별신고기간이 아니지만 신고는 언제나 접수합니다.',
    noticeEn: 'No special reporting period is running now. Reports are taken at any time.',
    opensAt: new Date('2025-01-01T00:00:00+09:00'),
    closesAt: null,
    standing: true,
  },
];
