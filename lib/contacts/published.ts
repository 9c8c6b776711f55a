/** A number as widely published. None has been confirmed by an operator yet, and the page says so. */
export type PublishedContact = {
  id: 'police' | 'missing' | 'consular';
  /** As people read it. */
  shown: string;
  /** As a phone dials it. */
  href: string;
  /** The day the operator confirmed the number, or null while nobody has. */
  verifiedOn: string | null;
};

/** Korea's police, to be dialled inside Korea. */
export const police: PublishedContact = { id: 'police', shown: '112', href: 'tel:112', verifiedOn: null };

/** Missing persons line. */
export const missing: PublishedContact = { id: 'missing', shown: '182', href: 'tel:182', verifiedOn: null };

/** Consular call centre, 24 hours, from anywhere. */
export const consular: PublishedContact = {
  id: 'consular',
  shown: '+82-2-3210-0404',
  href: 'tel:+82232100404',
  verifiedOn: null,
};

export const publishedContacts = [police, missing, consular] as const;
