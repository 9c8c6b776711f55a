/** A number as widely published. Whether an operator has confirmed it stands in the settings (NUMBERS). */
export type PublishedContact = {
  id: 'police' | 'missing' | 'consular';
  /** As people read it. */
  shown: string;
  /** As a phone dials it. */
  href: string;
};

/** Korea's police, to be dialled inside Korea. */
export const police: PublishedContact = { id: 'police', shown: '112', href: 'tel:112' };

/** Missing persons line. */
export const missing: PublishedContact = { id: 'missing', shown: '182', href: 'tel:182' };

/** Consular line, 24 hours, from anywhere. */
export const consular: PublishedContact = {
  id: 'consular',
  shown: '+82-2-3210-0404',
  href: 'tel:+82232100404',
};

export const publishedContacts = [police, missing, consular] as const;
