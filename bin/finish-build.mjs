/** What has to be done to a build before it is served; `npm run build` and a build at Vercel run it after `next build`. */
import { fileURLToPath } from 'node:url';
import { stripScripts } from './support/strip-scripts.mjs';

const dist = fileURLToPath(new URL(`../${process.env.NEXT_DIST_DIR || '.next'}`, import.meta.url));
const pages = await stripScripts(dist);
console.log(`${pages} background pages stand without scripts.`);
