import type { StatusTone } from '@/app/_components/status-tag';
import type { CasePerson } from '@/lib/cases/reading/queries';
import { SAFETY } from '@/lib/cases/safety';

/** Green only where somebody has seen or heard that the person is free of danger. */
export const safetyTone = ({ atRisk, safety }: CasePerson): StatusTone =>
  atRisk ? 'danger' : SAFETY[safety].confirmed ? 'success' : 'neutral';
