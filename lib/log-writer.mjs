import pino from 'pino';
import { requestScope } from './request-scope.mjs';

const WARN = 40;
/** What has to stand in the log whatever `LOG_LEVEL` is: a record of what was done, not a report of how it goes. */
const RECORD = 70;

/** Warnings and errors go to the standard error, so that what a command answers on the standard output stays readable by a program. */
const streams = {
  [Symbol.for('pino.metadata')]: true,
  lastLevel: 0,
  /** @param {string} line */
  write(line) {
    (this.lastLevel >= WARN && this.lastLevel < RECORD ? process.stderr : process.stdout).write(line);
  },
};

/**
 * One JSON line an event: `level`, `at`, `requestId` while a request is worked on, the event's own fields, `event`. Written at once and in this
 * thread: a process that is killed has said everything.
 * @param {'debug' | 'info' | 'warn' | 'error'} level what is less than this is not written
 */
export function makeLogger(level) {
  return pino(
    {
      level,
      customLevels: { record: RECORD },
      base: null,
      messageKey: 'event',
      timestamp: () => `,"at":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const id = requestScope.getStore()?.id;
        return id ? { requestId: id } : {};
      },
    },
    streams,
  );
}
