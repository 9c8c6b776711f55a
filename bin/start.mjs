/** `npm start`: everything from a fresh clone to a serving process. */
import { bootstrap } from './support/bootstrap.mjs';

await bootstrap('bin/launch.ts', ['production'], { NODE_ENV: 'production' });
