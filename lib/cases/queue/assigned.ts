/** The filter for what belongs to no one. */
export const NOBODY = 'nobody';
