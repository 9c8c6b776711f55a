/**
 * What Next and packages say on the console is not ours, and an error said there whole holds a statement with its parameters. In a serving process it
 * becomes a line of the log that says what kind of fault it was and no word of it; what broke a request is logged with its place anyway
 * (instrumentation.ts). When nobody takes the log any more it is lost and people are served all the same: a broken pipe that is itself logged would break the
 * pipe again, without end.
 * @param {Record<'error' | 'warn', (fields: object, event: string) => void>} logger
 */
export function quietConsole(logger) {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  // What Node warns of is no error; it would say it on the console.
  process.removeAllListeners('warning');
  process.on('warning', (warning) =>
    logger.warn({ ...kindOf(warning), where: placesIn(warning.stack, 1) }, 'process.warning'),
  );
  for (const level of ['error', 'warn'])
    console[level] = (...said) => {
      const fault = said.find((one) => one instanceof Error);
      logger[level](fault ? kindOf(fault) : { where: saidAt() }, 'console.said');
    };
}

function kindOf(fault) {
  const code = fault.code ?? fault.cause?.code;
  return { error: fault.name, ...(typeof code === 'string' ? { code } : {}) };
}

/** Who said it: the places on the stack above ours. */
const saidAt = () => placesIn(new Error().stack, 4);

/** Three places of a stack, names of files and functions and no more. */
function placesIn(stack, from) {
  const frames = stack?.split('\n').slice(from, from + 3) ?? [];
  return frames.map((frame) => frame.trim().replace(/\(?\/?[^()]*\/([^/()]+)\)?$/, '($1)')).join(' < ');
}
