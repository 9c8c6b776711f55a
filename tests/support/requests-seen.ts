import { expect, type Page } from '@playwright/test';

/** Every address that a page's browser asked for, with the referrer it sent along. */
export class RequestsSeen {
  private readonly seen: string[] = [];

  constructor(...pages: Page[]) {
    for (const page of pages) {
      page.on('request', (request) => {
        void request.allHeaders().then(
          ({ referer = '' }) => this.seen.push(`${request.url()} ${referer}`),
          () => this.seen.push(request.url()),
        );
        this.seen.push(request.url());
      });
      page.on('framenavigated', (frame) => this.seen.push(frame.url()));
    }
  }

  /** Fails when any of these words stood in an address or a referrer, as they are or percent-encoded. */
  neverHeld(words: readonly string[]): void {
    expect(this.seen.length).toBeGreaterThan(0);
    const all = this.seen
      .flatMap((line) => [line, decoded(line)])
      .join('\n')
      .toLowerCase();
    for (const word of words) expect(all, `an address held “${word}”`).not.toContain(word.toLowerCase());
  }
}

function decoded(line: string): string {
  try {
    return decodeURIComponent(line.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
