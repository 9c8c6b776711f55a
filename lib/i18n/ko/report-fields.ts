import { offerFields } from './report-fields-offer';
import { placeFields } from './report-fields-place';
import { situationFields } from './report-fields-situation';

/** Every field of the questionnaire by its posted name. */
export const reportFields = { ...situationFields, ...placeFields, ...offerFields };

export type ReportFields = typeof reportFields;
