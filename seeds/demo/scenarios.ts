import type { Scenario } from './scenario';
import { familyScenarios } from './scenarios-family';
import { otherScenarios } from './scenarios-others';
import { ownDangerScenarios } from './scenarios-own-danger';

/** The sixteen agreed scenarios, in the order of the agreed list. */
export const scenarios: readonly Scenario[] = [
  ...ownDangerScenarios,
  ...familyScenarios,
  ...otherScenarios,
].toSorted((one, other) => one.number - other.number);
