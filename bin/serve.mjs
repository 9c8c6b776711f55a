/**
 * The serving process: Next behind an HTTP server of our own, which decides what a request may claim about itself and how long it may take.
 * Plain JavaScript without tsx and without the react-server condition, because Next runs in here and brings its own. Started by launch.ts,
 * which tells it to end through the channel between them. With WEB_CONCURRENCY it keeps that many processes of its kind behind one port.
 */
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeLogger } from '../lib/log-writer.mjs';
import { makeRequestId, requestScope } from '../lib/request-scope.mjs';
import { accessLines, routePatterns } from './support/access-lines.mjs';
import { blameMalformedForms } from './support/malformed-forms.mjs';
import { isReadable, settleOrigin } from './support/requests.mjs';
import { keepWorkers } from './support/workers.mjs';

const SECOND = 1000;
/** Long enough to send evidence over a slow mobile line. */
const REQUEST_TIMEOUT = 300 * SECOND;
const HEADERS_TIMEOUT = 20 * SECOND;
const GRACE = 10 * SECOND;

const dev = process.env.NODE_ENV === 'development';
const host = process.env.HOST || 'localhost';
const port = Number(process.env.PORT || 3000);
const trustedProxies = Number(process.env.TRUST_PROXY || 0);
const workers = dev ? 1 : Number(process.env.WEB_CONCURRENCY || 1);

const root = fileURLToPath(new URL('..', import.meta.url));
const logger = makeLogger(process.env.LOG_LEVEL || 'info');
/** In a terminal they would bury what `npm start` has said; there they are written when they are asked for. */
const writesAccess = Boolean(process.env.LOG_LEVEL) || !process.stdout.isTTY;
let noteAccess = (_request, _response) => {};

/** localhost is two addresses, and which one a browser tries first is its own affair. */
const addresses = host === 'localhost' ? ['127.0.0.1', '::1'] : [host];

let app;

function refuse(response, status, text) {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`${text}\n`);
}

let handle;
let ending = false;

/** Every request has an id from here on: in its log lines, on the page that says that something broke, and in the answer's header. */
function answer(request, response) {
  const id = makeRequestId();
  request.headers['x-request-id'] = id;
  response.setHeader('x-request-id', id);
  requestScope.run({ id }, () => answerWithin(request, response));
}

function answerWithin(request, response) {
  noteAccess(request, response);
  if (!isReadable(request.url ?? '')) return refuse(response, 400, 'Bad request');
  settleOrigin(request, trustedProxies);
  blameMalformedForms(request, response);
  if (ending) response.setHeader('connection', 'close');
  handle(request, response).catch(() => {
    logger.error({}, 'request.unanswered');
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'Internal error');
  });
}

function listen(address) {
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: HEADERS_TIMEOUT }, answer);
  // Longer than the usual proxy's, so that a proxy never sends on a connection that we are closing.
  server.keepAliveTimeout = 65 * SECOND;
  server.on('clientError', (_error, socket) => {
    if (socket.writable)
      socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  if (dev) server.on('upgrade', app.getUpgradeHandler());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => resolve(server));
  });
}

async function listenEverywhere() {
  const first = await listen(addresses[0]);
  const others = addresses.slice(1).map((address) =>
    // A machine without IPv6 has only the first; a port that someone else holds on the second is still a fault.
    listen(address).catch((error) => {
      if (error.code === 'EADDRINUSE') throw error;
      return undefined;
    }),
  );
  return [first, ...(await Promise.all(others))].filter(Boolean);
}

let servers = [];

/** Takes no new connections, lets the requests that run finish, and ends. */
async function end() {
  if (ending) return;
  ending = true;
  const closed = Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  for (const server of servers) server.closeIdleConnections();
  const patience = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, GRACE);
  await closed;
  clearTimeout(patience);
  await app?.close().catch(() => {});
  process.exit(0);
}

async function serve() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end());
  // A launcher that was killed cannot ask: its channel closes, and a server that nobody can stop must not stay.
  process.on('disconnect', () => void end());
  // A worker lives on its channel: through it come its connections.
  if (cluster.isPrimary) process.channel?.unref();
  try {
    const { default: next } = await import('next');
    app = next({ dev, dir: root, hostname: 'localhost', port });
    await app.prepare();
    handle = app.getRequestHandler();
    if (writesAccess)
      noteAccess = accessLines(logger, routePatterns(join(root, process.env.NEXT_DIST_DIR || '.next')));
    servers = await listenEverywhere();
    process.send?.('serving');
  } catch (error) {
    process.stderr.write(`The server did not start: ${error.message}\n`);
    process.exit(1);
  }
}

if (cluster.isPrimary && workers > 1) keepWorkers(workers);
else await serve();
