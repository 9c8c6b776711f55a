/** Runs once when a server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { checkEnvOrExit } = await import('@/lib/boot');
    checkEnvOrExit();
    await leaveFailurePage();
    if (process.env.NODE_ENV === 'production') {
      const { answerPlainly } = await import('@/app/[locale]/sos/plainly');
      Object.assign(globalThis, { naruPlainly: answerPlainly });
    }
  }
}

type Broken = { address: string; reference: string; form: FormData | null | undefined; posted: boolean };

/** The page that bin/serve.mjs answers with in place of Next's own, where something broke (bin/support/failure-pages.mjs). */
async function leaveFailurePage(): Promise<void> {
  const [{ failurePage }, { sortTyped }, { police, consular }] = await Promise.all([
    import('@/lib/i18n/failure-page'),
    import('@/lib/typed-form'),
    import('@/lib/contacts/published'),
  ]);
  const numbers = [
    { ...police, id: 'police' as const },
    { ...consular, id: 'consular' as const },
  ];
  Object.assign(globalThis, {
    naruFailurePage: ({ address, reference, form, posted }: Broken) =>
      failurePage({
        locale: address.startsWith('/en') ? 'en' : 'ko',
        address,
        reference,
        typed: form ? sortTyped(form) : null,
        posted,
        numbers,
      }),
  });
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
    const [{ describeError, isAway }, { log }, { requestScope }] = await Promise.all([
      import('@/lib/errors'),
      import('@/lib/log'),
      import('@/lib/request-scope.mjs'),
    ]);
    const scope = requestScope.getStore();
    if (scope && isAway(error)) scope.status = 503;
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
