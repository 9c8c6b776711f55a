import { type Level, levels } from '@/lib/urgency/levels';
import { type CaseState, caseLists } from './code-lists';

/** A case as somebody had it before their eyes when they decided: what a form carries, so that a conflict can say what has changed since. */
export type SeenCase = {
  version: number;
  state: CaseState;
  level: Level;
  assignedTo: string | null;
  at: Date;
};

/** As a hidden field and an address hold it: codes, ids and a time, nothing that anybody wrote. */
export function writeSeen({ version, state, level, assignedTo, at }: SeenCase): string {
  return [version, state, level, assignedTo ?? '', at.getTime()].join('.');
}

/** Reads what `writeSeen` wrote; null for anything else. */
export function readSeen(text: string | undefined): SeenCase | null {
  const [version, state, level, assignedTo, at] = (text ?? '').split('.');
  const knownState = caseLists.case_state.find((one) => one === state);
  const knownLevel = levels.find((one) => one === level);
  if (
    !knownState ||
    !knownLevel ||
    !/^\d{1,9}$/.test(version ?? '') ||
    !/^\d{1,14}$/.test(at ?? '') ||
    !/^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/.test(assignedTo ?? '')
  )
    return null;
  return {
    version: Number(version),
    state: knownState,
    level: knownLevel,
    assignedTo: assignedTo || null,
    at: new Date(Number(at)),
  };
}
