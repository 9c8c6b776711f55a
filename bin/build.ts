import { buildWhenStale } from './support/build';

/** `npm run build`: builds where something has changed since the last build, with the variables that are set, so that `npm start` has nothing left to build. */
if ((await buildWhenStale()) === 'fresh') console.log('Nothing has changed since the last build.');
