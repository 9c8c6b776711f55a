import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One line a request, when it is over: method, the pattern of its route, status, milliseconds. Never its address, so no id, reference, code or
 * query; never where it came from, by which browser, or a cookie. `status` 0: the client left before it was answered.
 * @param {{ info: (fields: object, event: string) => void }} logger
 * @param {(path: string) => string} patternOf
 */
export function accessLines(logger, patternOf) {
  return (request, response) => {
    const began = performance.now();
    response.once('close', () =>
      logger.info(
        {
          method: request.method ?? '',
          route: patternOf(request.url ?? ''),
          status: response.headersSent ? response.statusCode : 0,
          ms: Math.round(performance.now() - began),
          ...(response.headersSent && !response.writableFinished ? { cut: true } : {}),
        },
        'request',
      ),
    );
  };
}

/** What no route of ours answers: files of the build, files of `public`, and addresses that are not there. */
const BUILD = '/_next';
const OTHER = 'other';

/**
 * Tells an address its route's pattern (`/[locale]/report/[section]`), from the list that the build left. Without a build (development) there
 * is only `other`.
 * @param {string} buildDirectory
 * @returns {(url: string) => string}
 */
export function routePatterns(buildDirectory) {
  let routes = [];
  try {
    const manifest = JSON.parse(readFileSync(join(buildDirectory, 'routes-manifest.json'), 'utf8'));
    // In the order in which Next tries them: what is fixed before what is not.
    routes = [...manifest.staticRoutes, ...manifest.dynamicRoutes].map(({ page, regex }) => ({
      page,
      regex: new RegExp(regex),
    }));
  } catch {
    // Development, where nothing was built.
  }
  return (url) => {
    const path = url.split('?', 1)[0];
    if (path.startsWith(`${BUILD}/`)) return BUILD;
    return routes.find(({ regex }) => regex.test(path))?.page ?? OTHER;
  };
}
