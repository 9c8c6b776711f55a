import type { Finding, Scanner } from './scanners';

/** What a scanner says that is no hole: what it says, and why. `holds`: asked of the server each time, where it can be. */
type Harmless = {
  scanner: Scanner;
  says: RegExp;
  why: string;
  holds?: (address: string, finding: Finding) => Promise<boolean>;
};

const HARMLESS: readonly Harmless[] = [
  {
    scanner: 'wapiti',
    says: /^Cross Site Request Forgery: Lack of anti CSRF token/,
    why: 'a form without a token: where it comes from is asked instead. Sent from elsewhere, each was refused, or (sos) moved nothing in the browser that sent it',
    holds: refusedFromElsewhere,
  },
  {
    scanner: 'wapiti',
    says: /^Secure Flag cookie: Secure flag is not set/,
    why: 'a cookie without Secure: it is scanned over http; over https (NARU_PUBLIC_URL) each has it',
  },
  {
    scanner: 'wapiti',
    says: /^HTTP Secure Headers: X-XSS-Protection is not set/,
    why: 'no X-XSS-Protection: browsers have dropped it; the content security policy stands in its place',
  },
  {
    scanner: 'nikto',
    says: /Uncommon header '(?:x-content-type-options|cross-origin-[a-z-]+|referrer-policy|x-frame-options|permissions-policy|strict-transport-security|content-security-policy)' found/,
    why: 'a header that is uncommon: those that protect',
  },
  {
    scanner: 'nikto',
    says: /Uncommon header '(?:refresh|link|x-request-id)' found/,
    why: 'a header that is uncommon: how Next redirects, a style sheet to load early, the id of a request',
  },
  {
    scanner: 'nikto',
    says: /sitemap\.xml: This gives a nice listing of the site content/,
    why: 'the sitemap: it lists public pages and is there for that',
  },
  {
    scanner: 'nikto',
    says: /^Root page \/ redirects to: \/(?:ko|en)$/,
    why: 'the root page leads on: to the language of who reads',
  },
  {
    scanner: 'nikto',
    says: /Server leaks inodes via ETags/,
    why: 'an ETag taken for an inode: it is a digest of the page',
  },
];

/** Parts what scanners say into what is known to be harmless, with how often it was said, and everything else. */
export async function judge(
  address: string,
  findings: readonly Finding[],
): Promise<{ harmless: Map<string, number>; others: string[] }> {
  const harmless = new Map<string, number>();
  const others: string[] = [];
  for (const finding of findings) {
    const known = HARMLESS.find(
      ({ scanner, says }) => scanner === finding.scanner && says.test(finding.what),
    );
    if (known && (!known.holds || (await known.holds(address, finding))))
      harmless.set(known.why, (harmless.get(known.why) ?? 0) + 1);
    else others.push(`${finding.scanner}: ${finding.what} (${finding.method} ${finding.path})`);
  }
  return { harmless, others };
}

/** Whether a form sent by a page of somebody else's is refused; or, where reports are taken from anywhere, leaves no cookie behind. */
async function refusedFromElsewhere(address: string, { path }: Finding): Promise<boolean> {
  const body = new FormData();
  body.append('narrative', '다른 사이트에서 보낸 글');
  const answer = await fetch(new URL(path, address), {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  });
  await answer.arrayBuffer();
  return (
    answer.status === 403 || (/\/sos(?:\/place)?$/.test(path) && answer.headers.getSetCookie().length === 0)
  );
}
