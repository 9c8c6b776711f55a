/**
 * Expected outcomes are values, not exceptions: a command answers `{ok: true, …}` or `{ok: false, reason}`.
 * Anything thrown is unexpected, logged once at the edge with the request's id, and shown as that id.
 */
export type Refusal<Reason extends string> = { ok: false; reason: Reason };

export function refuse<Reason extends string>(reason: Reason): Refusal<Reason> {
  return { ok: false, reason };
}

/** PostgreSQL's SQLSTATEs; both drivers put them on the error's cause. */
const UNIQUE_VIOLATION = '23505';
const DEADLOCK = '40P01';

/** True when the error says that a unique constraint was violated; with a name, that one. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  const found = stateIn(error);
  return found?.code === UNIQUE_VIOLATION && (!constraint || found.constraint === constraint);
}

/** True when PostgreSQL gave this transaction up, because it and another waited for each other. Nothing of it is stored. */
export const isDeadlock = (error: unknown): boolean => stateIn(error)?.code === DEADLOCK;

/**
 * PostgreSQL is starting, stopping, full or out of reach, takes no more connections, or only reads (a standby, a primary that has handed over).
 * The first line is over in seconds when somebody restarts it.
 */
const AWAY = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08006', '08003', '08001'],
  ...['ETIMEDOUT', 'EHOSTUNREACH', 'ENOTFOUND', 'EAI_AGAIN', '08000', '08004', '53300'],
  ...['25006', '53100', '53200', '55P03', '57P05'],
]);

/** True when the fault is that the database cannot do its work just now, not what it was asked. */
export function isAway(error: unknown): boolean {
  const { code, cause, message } = (error ?? {}) as {
    code?: string;
    cause?: { code?: string; message?: string };
    message?: string;
  };
  if (AWAY.has(code ?? '') || AWAY.has(cause?.code ?? '')) return true;
  return /terminated|timeout exceeded when trying to connect|Connection ended|Query read timeout/i.test(
    `${cause?.message ?? ''} ${cause ? '' : (message ?? '')}`,
  );
}

type WithState = { code?: string; constraint?: string };

const stateIn = (error: unknown): WithState | null =>
  (error as { cause?: WithState } | null)?.cause ?? (error as WithState | null);

/**
 * What may be written to a log about an error: its class and SQLSTATE, its own code, and where it was thrown.
 * Never its message: a database driver puts the query's parameters there, and parameters are answers.
 */
export function describeError(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = (error as { code?: unknown }).code ?? (error.cause as { code?: unknown } | undefined)?.code;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    where: frames
      .slice(0, 4)
      .map((line) => line.trim().replace(/\(.*?([^/\\]+:\d+):\d+\)$/, '($1)'))
      .join(' < '),
  };
}
