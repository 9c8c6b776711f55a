/** A server that says which process answers, kept by bin/support/workers.mjs as bin/serve.mjs is. */
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { keepWorkers } from '../../bin/support/workers.mjs';

if (cluster.isPrimary) keepWorkers(2);
else {
  const server = createServer((_request, response) =>
    response.writeHead(200, { connection: 'close' }).end(String(process.pid)),
  );
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
  server.listen(Number(process.argv[2]), '127.0.0.1', () => process.send('serving'));
}
