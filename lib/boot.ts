import { checkEnv } from './env';

/** Checks the environment when a server starts. A bad one ends the process with one clear line: a throw would not stop `next start`. */
export function checkEnvOrExit(): void {
  try {
    checkEnv();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The environment is not usable.'}\n`);
    process.exit(1);
  }
}
