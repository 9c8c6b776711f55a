import { env } from './env';
import { makeLogger } from './log-writer.mjs';

/** Only these kinds of value: a caller that wants to log an object has to say which of its fields are harmless. */
type Fields = Record<string, string | number | boolean>;

let logger: ReturnType<typeof makeLogger> | undefined;

function write(level: 'debug' | 'info' | 'warn' | 'error' | 'record', event: string, fields: Fields): void {
  logger ??= makeLogger(env().LOG_LEVEL);
  logger[level](fields, event);
}

/** One JSON line an event (lib/log-writer.mjs). Never an answer, a contact, a token or a query parameter. */
export const log = {
  debug: (event: string, fields: Fields = {}) => write('debug', event, fields),
  info: (event: string, fields: Fields = {}) => write('info', event, fields),
  warn: (event: string, fields: Fields = {}) => write('warn', event, fields),
  error: (event: string, fields: Fields = {}) => write('error', event, fields),
  /** Written whatever `LOG_LEVEL` is: what a log that is kept elsewhere has to hold. */
  record: (event: string, fields: Fields = {}) => write('record', event, fields),
};
