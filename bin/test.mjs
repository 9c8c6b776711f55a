/** `npm test`: every check there is, from a fresh clone. */
import { bootstrap } from './support/bootstrap.mjs';

await bootstrap('bin/support/test-suite.ts', process.argv.slice(2));
