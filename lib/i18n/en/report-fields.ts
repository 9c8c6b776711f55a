import type { ReportFields } from '../ko/report-fields';
import { offerFields } from './report-fields-offer';
import { placeFields } from './report-fields-place';
import { situationFields } from './report-fields-situation';

/** Every field of the questionnaire by its posted name. */
export const reportFields: ReportFields = { ...situationFields, ...placeFields, ...offerFields };
