/** What an agency may be given. */
export const MASKS = ['FULL', 'NO_REPORTER', 'NO_PERSONS', 'MONEY_ONLY'] as const;
export type Mask = (typeof MASKS)[number];

/** The legal grounds a hand-over can rest on. */
export const BASES = ['CONSENT', 'LIFE_IN_DANGER', 'LAW', 'REQUEST'] as const;
export type Basis = (typeof BASES)[number];

type MaskRule = {
  /** Who reported. */
  reporter: boolean;
  /** Who it is about. */
  persons: boolean;
  /** Sections of the report, besides those two. S6 is never among them: it is handed on only where it was consented to or is required. */
  sections: readonly string[];
};

const everything = ['S0', 'S1', 'S2', 'S3', 'S4', 'S5', 'S7'];

/** What stands in a package for each mask; who builds one reads it here. */
export const MASK_RULES: Readonly<Record<Mask, MaskRule>> = {
  FULL: { reporter: true, persons: true, sections: everything },
  NO_REPORTER: { reporter: false, persons: true, sections: everything },
  NO_PERSONS: { reporter: false, persons: false, sections: ['S3', 'S4'] },
  MONEY_ONLY: { reporter: false, persons: false, sections: ['S5'] },
};

export const isBasis = (value: unknown): value is Basis => BASES.some((basis) => basis === value);
export const isMask = (value: unknown): value is Mask => MASKS.some((mask) => mask === value);
