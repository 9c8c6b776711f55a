import { caseCodes } from './codes-case';
import { offerCodes } from './codes-offer';
import { personCodes } from './codes-person';
import { provinceCodes } from './codes-province';

/** Every code list by its name, every code by itself: `codes.situation.CONFINED`. */
export const codes = { ...personCodes, ...offerCodes, ...caseCodes, ...provinceCodes };

export type Codes = typeof codes;

/** The name of a code list. */
export type CodeListName = keyof Codes;
