import type { Codes } from '../ko/codes';
import { caseCodes } from './codes-case';
import { offerCodes } from './codes-offer';
import { personCodes } from './codes-person';
import { provinceCodes } from './codes-province';

/** Every code list by its name, every code by itself: `codes.situation.CONFINED`. */
export const codes: Codes = { ...personCodes, ...offerCodes, ...caseCodes, ...provinceCodes };
