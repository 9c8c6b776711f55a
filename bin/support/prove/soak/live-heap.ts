import WebSocket from 'ws';

/** Says how much a process that was started with `--inspect` still needs: its JavaScript heap and buffers, in MB, after everything else was collected. */
export async function liveHeap(output: string): Promise<number> {
  const address = /Debugger listening on (ws:\/\/\S+)/.exec(output)?.[1];
  if (!address) throw new Error('The process said no address of its inspector.');
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  let asked = 0;
  const ask = <Result>(method: string): Promise<Result> => {
    asked += 1;
    const id = asked;
    return new Promise((resolve, reject) => {
      socket.on('message', (data) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: Result; error?: unknown };
        if (answer.id !== id) return;
        if (answer.result) resolve(answer.result);
        else reject(new Error(`${method}: ${JSON.stringify(answer.error)}`));
      });
      socket.send(JSON.stringify({ id, method }));
    });
  };
  try {
    // Twice: what only a finaliser held is gone the second time.
    await ask('HeapProfiler.collectGarbage');
    await ask('HeapProfiler.collectGarbage');
    const usage = await ask<{ usedSize: number; backingStorageSize?: number }>('Runtime.getHeapUsage');
    return (usage.usedSize + (usage.backingStorageSize ?? 0)) / 2 ** 20;
  } finally {
    socket.close();
  }
}
