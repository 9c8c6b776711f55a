import { z } from 'zod';

/**
 * The only place that reads `process.env`. Every value is checked once; what is wrong is said in one line a person can act on.
 * `next build` evaluates this file without secrets, so secrets are optional here and asked for where they are used
 * (`requireSecret`), and `instrumentation.ts` calls `checkEnv` when a server starts.
 */
const keyring = z
  .string()
  .regex(
    /^[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=(,[A-Za-z0-9_-]{1,32}:[A-Za-z0-9+/]{43}=)*$/,
    'must be id:base64 of 32 bytes, comma-separated, the first one writes',
  );

/** Recipients of age: X25519 (`age1…`) or one of the post-quantum kinds. */
const recipients = z
  .string()
  .regex(/^age1[a-z0-9]+(,age1[a-z0-9]+)*$/, 'must be public keys of age, age1…, comma-separated');
const identity = z
  .string()
  .regex(/^AGE-SECRET-KEY-(PQ-)?1[A-Z0-9]+$/, 'must be a private key of age, AGE-SECRET-KEY-1…');

const blank = (value: unknown) => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(type: T) => z.preprocess(blank, type.optional());

/** Either all of them or none: half a store would lose files. */
const S3_NAMES = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

const values = z.object({
  NODE_ENV: z.preprocess(blank, z.enum(['development', 'production', 'test']).default('development')),
  POSTGRES_URL: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  POSTGRES_URL_NON_POOLING: optional(z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://')),
  POSTGRES_DRIVER: optional(z.enum(['pg', 'vercel'])),
  /** Only for a local server behind a WebSocket-to-TCP proxy: `host:port` of that proxy. */
  POSTGRES_WS_PROXY: optional(z.string().regex(/^[\w.-]+:\d+$/, 'must be host:port')),
  NARU_KEYS: optional(keyring),
  NARU_BACKUP_TO: optional(recipients),
  NARU_BACKUP_KEY: optional(identity),
  NARU_BACKUP_DAYS: z.preprocess(blank, z.coerce.number().int().min(1).max(3650).default(30)),
  NARU_DATA_DIR: z.preprocess(blank, z.string().default('.data')),
  NARU_PUBLIC_URL: optional(z.url({ protocol: /^https?$/ })),
  NEXTAUTH_SECRET: optional(z.string().min(32, 'must be at least 32 characters')),
  NEXTAUTH_URL: optional(z.url({ protocol: /^https?$/ })),
  /** Read by Next while it builds; checked here with the others. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(
    z
      .base64()
      .refine(
        (key) => [16, 24, 32].includes(Buffer.from(key, 'base64').length),
        'must be base64 of 16, 24 or 32 bytes',
      ),
  ),
  CRON_SECRET: optional(z.string().min(16, 'must be at least 16 characters')),
  SMTP_URL: optional(z.url({ protocol: /^smtps?$/, error: 'must be smtp://… or smtps://…' })),
  SMTP_FROM: optional(z.string().regex(/^[^\s@<>]+@[^\s@<>]+$/, 'must be one e-mail address')),
  CLAMD_URL: optional(z.string().regex(/^tcp:\/\/[\w.-]+:\d{1,5}$/, 'must be tcp://host:port')),
  S3_ENDPOINT: optional(z.url({ protocol: /^https?$/ })),
  S3_BUCKET: optional(z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'must be the name of a bucket')),
  S3_REGION: optional(z.string()),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  TRUST_PROXY: z.preprocess(blank, z.coerce.number().int().min(0).max(10).default(0)),
  HOST: z.preprocess(blank, z.string().default('localhost')),
  PORT: z.preprocess(blank, z.coerce.number().int().min(0).max(65535).default(3000)),
  /** Read by bin/serve.mjs; checked here with the others. */
  WEB_CONCURRENCY: z.preprocess(blank, z.coerce.number().int().min(1).max(64).default(1)),
  /** Read by bin/serve.mjs. */
  DRAIN_SECONDS: z.preprocess(blank, z.coerce.number().int().min(0).max(60).default(0)),
  /** Read by bin/serve.mjs. */
  GRACE_SECONDS: z.preprocess(blank, z.coerce.number().int().min(1).max(300).default(10)),
  /** Connections to PostgreSQL that one process holds at most. */
  POSTGRES_POOL_SIZE: z.preprocess(blank, z.coerce.number().int().min(1).max(100).default(10)),
  LOG_LEVEL: z.preprocess(blank, z.enum(['debug', 'info', 'warn', 'error']).default('info')),
});

const schema = values.superRefine((given, context) => {
  if (given.SMTP_URL && !given.NARU_PUBLIC_URL)
    context.addIssue({
      code: 'custom',
      path: ['NARU_PUBLIC_URL'],
      message: 'must be set together with SMTP_URL: mail says where the desk is',
    });
  const missing = S3_NAMES.filter((name) => !given[name]);
  if (missing.length === S3_NAMES.length) return;
  for (const name of missing)
    context.addIssue({
      code: 'custom',
      path: [name],
      message: 'must be set together with the other S3_ values',
    });
});

export type Env = z.infer<typeof schema>;

/** Reads the environment. Throws an Error whose message names every bad variable, and never its value. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const result = schema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable. ${lines.join('; ')}. See .env.example.`);
}

let cached: Env | undefined;

/** The checked environment of this process. */
export function env(): Env {
  cached ??= readEnv();
  return cached;
}

export type ObjectStoreSettings = {
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Where evidence goes when it does not stay in the database; null when it does. */
export function objectStoreSettings(): ObjectStoreSettings | null {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_REGION: region } = env();
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env();
  if (!endpoint || !bucket || !region || !accessKeyId || !secretAccessKey) return null;
  return { endpoint, bucket, region, accessKeyId, secretAccessKey };
}

export type MailSettings = { url: string; from: string; desk: string };

/** Where mail goes out, in whose name, and where the desk is; null where no mail is sent. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL: url, SMTP_FROM: from } = env();
  const desk = publicUrl();
  if (!url || !desk) return null;
  return { url, from: from ?? `naru@${new URL(desk).hostname}`, desk };
}

type Secret = 'NARU_KEYS' | 'NEXTAUTH_SECRET' | 'POSTGRES_URL' | 'CRON_SECRET';

/** A value without which the caller cannot work. Throws with the variable's name when it is not set. */
export function requireSecret(name: Secret): string {
  const value = env()[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm start\` makes it on one machine; elsewhere see .env.example.`);
  return value;
}

/** What a serving process cannot do without; called once when it starts, so that a gap is found before a person finds it. */
export function checkEnv(): void {
  for (const name of ['POSTGRES_URL', 'NARU_KEYS', 'NEXTAUTH_SECRET'] as const) requireSecret(name);
}

/** True when people reach this server over https, so that cookies may be marked Secure. */
export function servesHttps(): boolean {
  return (env().NARU_PUBLIC_URL ?? '').startsWith('https://');
}

/** Where people reach this server, as its operator said; null where nobody did. No slash at the end. */
export function publicUrl(): string | null {
  return env().NARU_PUBLIC_URL?.replace(/\/+$/, '') ?? null;
}
