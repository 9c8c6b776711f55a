import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

type Node = {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
};
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

/**
 * Where the processor's time went, from the profiles that Node wrote into a directory: self time by function, most first. Turbopack puts
 * our own code, React and Next into chunks, so the function's name tells more than its file.
 */
export async function whereTimeGoes(directory: string, most = 40): Promise<string> {
  const files = (await readdir(directory)).filter((file) => file.endsWith('.cpuprofile'));
  const spent = new Map<string, number>();
  let total = 0;
  for (const file of files) {
    const profile = JSON.parse(await readFile(join(directory, file), 'utf8')) as Profile;
    const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
    for (const [index, id] of profile.samples.entries()) {
      const node = nodes.get(id);
      const time = profile.timeDeltas[index] ?? 0;
      if (!node || node.callFrame.functionName === '(idle)') continue;
      const { functionName, url } = node.callFrame;
      const name = `${functionName || '(nameless)'} ${url.replace(/^.*\/(node_modules|\.next)\//, '$1/').slice(-90)}`;
      spent.set(name, (spent.get(name) ?? 0) + time);
      total += time;
    }
  }
  return [...spent]
    .sort((one, other) => other[1] - one[1])
    .slice(0, most)
    .map(([name, time]) => `${((time / total) * 100).toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
}
