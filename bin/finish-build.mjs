/** What has to be done to a build before it is served; a build at Vercel runs it after `next build`, every other one does the same (support/build.ts). */
import { fileURLToPath } from 'node:url';
import { stripScripts } from './support/strip-scripts.mjs';

const dist = fileURLToPath(new URL(`../${process.env.NEXT_DIST_DIR || '.next'}`, import.meta.url));
const pages = await stripScripts(dist);
console.log(`${pages} background pages stand without scripts.`);
