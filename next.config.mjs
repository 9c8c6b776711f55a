import { answerHeaders } from './lib/answer-headers.mjs';

/** @type {import('next').NextConfig} */
const config = {
  // A second build beside the first is for the test that keeps a page open over a rebuild; its types were checked with the first.
  distDir: process.env.NEXT_DIST_DIR || '.next',
  typescript: { ignoreBuildErrors: Boolean(process.env.NEXT_DIST_DIR) },
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  productionBrowserSourceMaps: false,
  // Title and meta belong into <head> for every browser. Otherwise Next streams them into <body> when a page is slow, and only a script moves them.
  htmlLimitedBots: /.*/,
  // A report's text is at most some tens of kilobytes; what is larger gets a page that explains (proxy.ts) before it is read.
  // An address that no page has is answered by app/global-not-found.tsx, whole without JavaScript.
  experimental: { serverActions: { bodySizeLimit: '4mb' }, globalNotFound: true },
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    'file-type',
    '@tus/server',
    'sharp',
    'heic-decode',
    'exifr',
    'nodemailer',
  ],
  // For a deployment that traces files: migrations, and the process that draws pictures anew, which nothing imports.
  outputFileTracingIncludes: {
    '/*': [
      './db/migrations/**',
      './lib/evidence/processing/*.mjs',
      './node_modules/{sharp,@img,detect-libc,semver,heic-decode,libheif-js,exifr}/**',
    ],
  },
  headers: async () => [
    { source: '/:path*', headers: answerHeaders },
    // proxy.ts keeps away from the API; what Next answers there by itself is a page like any other.
    {
      source: '/api/:path*',
      headers: [
        {
          key: 'Content-Security-Policy',
          value:
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        },
      ],
    },
    // Open data: what app/api/_data/open-answer.ts lets other sites read.
    {
      source: '/api/numbers.:format(json|csv)',
      headers: [{ key: 'Cross-Origin-Resource-Policy', value: 'cross-origin' }],
    },
    { source: '/:locale(ko|en)/staff/:path*', headers: [{ key: 'X-Robots-Tag', value: 'noindex' }] },
  ],
};

export default config;
