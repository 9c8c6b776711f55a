/**
 * The serving process: Next behind an HTTP server of our own, which decides what a request may claim about itself and how long it may take.
 * Plain JavaScript without tsx and without the react-server condition, because Next runs in here and brings its own. Started by launch.ts,
 * which tells it to end through the channel between them. With WEB_CONCURRENCY it keeps that many processes of its kind behind one port.
 */
import cluster from 'node:cluster';
import { createServer } from 'node:http';
import { Server as NetServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { makeLogger } from '../lib/log-writer.mjs';
import { makeRequestId, requestScope } from '../lib/request-scope.mjs';
import { accessLines, routePatterns } from './support/access-lines.mjs';
import { sayFailures } from './support/failure-pages.mjs';
import { hangUp } from './support/hang-up.mjs';
import { blameMalformedForms } from './support/malformed-forms.mjs';
import { quietConsole } from './support/quiet-console.mjs';
import { isKnownMethod, isReadable, settleOrigin } from './support/requests.mjs';
import { settleForm } from './support/settle-form.mjs';
import { turnstile } from './support/turnstile.mjs';
import { keepWorkers } from './support/workers.mjs';

// Left to itself the heap grows to several times what lives in it before it is collected, wherever the machine has memory to spare; collected when
// half as much again has come, the same work costs no more time and half the memory (docs/measured.md). Not a limit: more is there when more is needed.
setFlagsFromString('--heap-growing-percent=50');

const SECOND = 1000;
/** Long enough to send evidence over a slow mobile line. */
const REQUEST_TIMEOUT = 300 * SECOND;
const HEADERS_TIMEOUT = 20 * SECOND;
/** How often those two are looked at. */
const TIMEOUTS_LOOKED_AT = 5 * SECOND;
/** While ending: how long requests that run may take, how long what goes on behind an answer, and how long a connection without a request is kept. */
const GRACE = Number(process.env.GRACE_SECONDS || 10) * SECOND;
const BEHIND = 10 * SECOND;
const LINGER = SECOND;
/** How long to say that it is ending before it does. */
const DRAIN = Number(process.env.DRAIN_SECONDS || 0) * SECOND;

const dev = process.env.NODE_ENV === 'development';
const host = process.env.HOST || 'localhost';
const port = Number(process.env.PORT || 3000);
const trustedProxies = Number(process.env.TRUST_PROXY || 0);
const publicUrl = process.env.NARU_PUBLIC_URL || '';
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
const enter = turnstile();
let ending = false;

/** Every request has an id from here on: in its log lines, on the page that says that something broke, and in the answer's header. */
function answer(request, response) {
  const id = makeRequestId();
  request.headers['x-request-id'] = id;
  response.setHeader('x-request-id', id);
  const scope = { id };
  requestScope.run(scope, () => answerWithin(request, response, scope));
}

function answerWithin(request, response, scope) {
  noteAccess(request, response);
  if (!isReadable(request.url ?? '')) return refuse(response, 400, 'Bad request');
  if (!isKnownMethod(request.method)) return refuse(response, 405, 'Method not allowed');
  settleOrigin(request, trustedProxies, publicUrl);
  const form = settleForm(request);
  if (!form) return pass(request, response, scope);
  form.then((handOn) => handOn && pass(request, response, scope, handOn)).catch(broke(response));
}

/** `handOn` lets a form go on that was held back. */
function pass(request, response, scope, handOn) {
  // In development Next says more than a page for people does.
  if (!dev) sayFailures(request, response, scope);
  blameMalformedForms(request, response);
  if (ending) {
    response.setHeader('connection', 'close');
    if (request.url === '/api/health') return refuse(response, 503, 'Ending');
  }
  handOn?.();
  // What instrumentation.ts has put there answers the plainest addresses without Next (decision 0042).
  const answered = globalThis.naruPlainly?.(request, response);
  if (answered) answered.catch(broke(response));
  else enter(response, () => handle(request, response).catch(broke(response)));
}

function broke(response) {
  return () => {
    logger.error({}, 'request.unanswered');
    if (response.headersSent) response.destroy();
    else refuse(response, 500, 'Internal error');
  };
}

function listen(address) {
  const server = createServer(
    {
      requestTimeout: REQUEST_TIMEOUT,
      headersTimeout: HEADERS_TIMEOUT,
      connectionsCheckingInterval: TIMEOUTS_LOOKED_AT,
    },
    answer,
  );
  // Longer than the usual proxy's, so that a proxy never sends on a connection that we are closing.
  server.keepAliveTimeout = 65 * SECOND;
  server.on('clientError', hangUp);
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

/**
 * Ends in good order. Where it may (`drains`) it says first, for as long as was asked, that it is ending, so that a balancer looks elsewhere
 * while everything is still answered. Then it takes no new connections, lets the requests that run finish, and closes the pool.
 */
async function end(drains) {
  if (ending) return;
  ending = true;
  if (drains) await sleep(DRAIN);
  // Not http's own close, which hangs up on connections that are idle this very moment: a request may be on its way in one of them.
  const closed = Promise.all(
    servers.map((server) => new Promise((resolve) => NetServer.prototype.close.call(server, resolve))),
  );
  const began = Date.now();
  const sweeping = setInterval(() => {
    const spent = Date.now() - began;
    for (const server of servers) {
      if (spent > GRACE) server.closeAllConnections();
      else if (spent > LINGER) server.closeIdleConnections();
    }
  }, 50);
  await closed;
  clearInterval(sweeping);
  await Promise.race([finish(), sleep(BEHIND)]);
  process.exit(0);
}

/** What goes on behind an answer (pictures that are drawn anew), then the pool. */
async function finish() {
  await app?.close().catch(() => {});
  await globalThis.naruDatabase?.close().catch(() => {});
}

async function serve() {
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => void end(false));
  process.on('SIGTERM', () => void end(true));
  // A launcher that was killed cannot ask: its channel closes, and a server that nobody can stop must not stay.
  process.on('disconnect', () => void end(false));
  // A worker lives on its channel: through it come its connections.
  if (cluster.isPrimary) process.channel?.unref();
  try {
    const { default: next } = await import('next');
    app = next({ dev, dir: root, hostname: 'localhost', port });
    await app.prepare();
    handle = app.getRequestHandler();
    if (!dev) quietConsole(logger);
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
