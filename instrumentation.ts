/** Runs once when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkEnvOrExit } = await import('@/lib/boot');
    checkEnvOrExit();
    if (process.env.NODE_ENV === 'production') {
      const { answerPlainly } = await import('@/app/[locale]/sos/plainly');
      Object.assign(globalThis, { naruPlainly: answerPlainly });
    }
  }
}

type FailedRequest = { method: string; headers: Record<string, string | string[] | undefined> };
type FailedRoute = { routePath: string };

/** Every unexpected error ends here, logged once: its class, its place, its route's pattern and the request's id, never its message or its address. */
export async function onRequestError(
  error: unknown,
  request: FailedRequest,
  { routePath }: FailedRoute,
): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const [{ describeError }, { log }] = await Promise.all([import('@/lib/errors'), import('@/lib/log')]);
    const id = request.headers['x-request-id'];
    const digest = (error as { digest?: unknown } | null)?.digest;
    log.error('request.failed', {
      ...describeError(error),
      method: request.method,
      route: routePath,
      ...(typeof id === 'string' ? { requestId: id } : {}),
      ...(typeof digest === 'string' ? { digest } : {}),
    });
  }
}
