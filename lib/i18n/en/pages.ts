import type { Pages } from '../ko/pages';
import { failure } from './failure';
import { accessibility } from './page-accessibility';
import { contacts } from './page-contacts';
import { home } from './page-home';
import { notFound } from './page-not-found';
import { numbers } from './page-numbers';
import { privacy } from './page-privacy';

/** The pages that are mostly words. */
export const pages: Pages = { home, contacts, privacy, accessibility, numbers, notFound, failure };
