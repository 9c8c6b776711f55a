/** The page of the preview, for the form on it. */
export const bulkPlace = { path: '/staff/bulk', kept: 'bulk' };
