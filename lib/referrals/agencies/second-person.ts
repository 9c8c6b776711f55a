type Opened = { openedBy: string | null; confirmedBy: string | null };

/** Whether a second person has looked at whom this agency is and what it may be given, since somebody last changed that. */
export const isConfirmed = ({ openedBy, confirmedBy }: Opened): boolean =>
  openedBy === null || confirmedBy !== null;

/** Whether each hand-over to an agency takes a second person: it is abroad, or one person alone says who it is. */
export const takesSecondPerson = (agency: Opened & { abroad: boolean }): boolean =>
  agency.abroad || !isConfirmed(agency);
