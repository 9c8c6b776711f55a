/** Runs once when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkEnvOrExit } = await import('@/lib/boot');
    checkEnvOrExit();
  }
}

type FailedRequest = { path: string; method: string; headers: Record<string, string | string[] | undefined> };

/** Every unexpected error ends here, logged once: its class, its place and the request's id, never its message or the address's query. */
export async function onRequestError(error: unknown, request: FailedRequest): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
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
}
