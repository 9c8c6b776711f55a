/**
 * What Next and packages say on the console is not ours, and an error said there whole holds a statement with its parameters. In a serving process it
 * becomes a line of the log that says what kind of fault it was and no word of it; what broke a request is logged with its place anyway
 * (instrumentation.ts).
 * @param {Record<'error' | 'warn', (fields: object, event: string) => void>} logger
 */
export function quietConsole(logger) {
  for (const level of ['error', 'warn'])
    console[level] = (...said) => {
      const fault = said.find((one) => one instanceof Error);
      logger[level](fault ? kindOf(fault) : {}, 'console.said');
    };
}

function kindOf(fault) {
  const code = fault.code ?? fault.cause?.code;
  return { error: fault.name, ...(typeof code === 'string' ? { code } : {}) };
}
