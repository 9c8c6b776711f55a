import { join } from 'node:path';
import { type Finding, runScanner } from './scanners';

const MOST_SECONDS = 900;

/** What nikto finds: old holes by their addresses, headers, methods. */
export async function nikto(address: string, directory: string): Promise<Finding[]> {
  const { hostname, port } = new URL(address);
  const args = ['-host', hostname, '-port', port, '-ask', 'no', '-nointeractive', '-nolookup'];
  const output = await runScanner('nikto', args, join(directory, 'nikto'), MOST_SECONDS);
  const checked = /(\d+) items checked: (\d+) error/.exec(output);
  if (!checked || Number(checked[2]) > 0)
    throw new Error(`nikto did not come through: ${output.slice(-1_000)}`);
  const lines = output.split('\n').filter((line) => line.startsWith('+ '));
  // The lines about the run itself: target and times, and what it counted.
  const own =
    /^\+ (Target |Start Time|End Time|Server: No banner|\d+ host|\d+ items checked|No CGI Directories)/;
  return lines
    .filter((line) => !own.test(line))
    .map((line) => ({ scanner: 'nikto', what: line.slice(2), method: 'GET', path: '' }));
}
