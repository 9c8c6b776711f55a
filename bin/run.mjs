/** `node bin/run.mjs NAME …` runs bin/NAME.ts with the packages installed, the environment loaded and the database ready. */
import { bootstrap } from './support/bootstrap.mjs';

await bootstrap('bin/support/command.ts', process.argv.slice(2));
