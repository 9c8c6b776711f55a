/** `npm run dev`: the same as `npm start`, with Next's development server and without a build. */
import { bootstrap } from './support/bootstrap.mjs';

await bootstrap('bin/launch.ts', ['development'], { NODE_ENV: 'development' });
