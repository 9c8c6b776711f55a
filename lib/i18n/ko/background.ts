import { beforeYouGo } from './background-before-you-go';
import { pages } from './background-pages';
import { shell } from './background-shell';

/** The words around the background; what it says about the events is data in seeds/background. */
export const background = { shell, pages, beforeYouGo };

export type Background = typeof background;
