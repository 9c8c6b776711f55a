/** How many answers one question takes where it may be answered repeatedly. */
export const MOST_REPEATED = 20;
