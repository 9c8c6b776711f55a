import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url));
const alias = { '@': root.replace(/\/$/, ''), 'server-only': `${root}node_modules/server-only/empty.js` };
/** Far from UTC and from Seoul, so that a date that forgets its zone fails here first. */
const env = { TZ: 'Pacific/Kiritimati', NODE_ENV: 'test' } as const;

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], env, testTimeout: 30_000 },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          // These talk to servers and processes of their own, and the driver makes no difference to them: once is enough.
          exclude:
            process.env.TEST_DRIVER === 'vercel'
              ? ['connection-limits', 'embedded-server', 'evidence-images', 'evidence-scan'].map(
                  (name) => `tests/integration/${name}.test.ts`,
                )
              : [],
          env,
          globalSetup: ['tests/support/database-server.ts'],
          setupFiles: ['tests/support/integration-environment.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
