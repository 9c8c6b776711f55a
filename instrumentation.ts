/** Runs once when a server starts. A bad environment ends the process with one clear line: a throw here would not stop it. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  try {
    const { checkEnv } = await import('@/lib/env');
    checkEnv();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The environment is not usable.'}\n`);
    process.exit(1);
  }
}

/** Every unexpected error ends here, logged once: its class, its place and the request's id, never its message or the address's query. */
export async function onRequestError(
  error: unknown,
  request: { path: string; method: string; headers: Record<string, string | string[] | undefined> },
): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const [{ describeError }, { log }] = await Promise.all([import('@/lib/errors'), import('@/lib/log')]);
  const id = request.headers['x-request-id'];
  const digest = (error as { digest?: unknown } | null)?.digest;
  log.error('request.failed', {
    ...describeError(error),
    method: request.method,
    path: request.path.split('?')[0] ?? '',
    ...(typeof id === 'string' ? { requestId: id } : {}),
    ...(typeof digest === 'string' ? { digest } : {}),
  });
}
