/**
 * Loaded before every command, and used by the launcher: what a person gets to read when something goes wrong. An error of the database
 * driver is told by its code alone, because its message holds the query's parameters, and those can be answers or keys.
 */
export function tellError(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : undefined;
  if (!('query' in error) && !('params' in error)) return error.message;
  const code = cause?.code ?? 'unknown error';
  const where = (error.stack ?? '')
    .split('\n')
    .filter((line) => /\/(lib|db|seeds|bin)\//.test(line) && !line.includes('node_modules'));
  return `The database refused a query (${code})${where[0] ? `,${where[0].replace(/^\s+at/, ' at')}` : ''}.`;
}

process.on('uncaughtException', (error) => {
  process.stderr.write(`${tellError(error)}\n`);
  process.exit(1);
});
