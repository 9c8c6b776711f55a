import { type Locale, otherLocale } from './locale';

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe between tags and in quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** A whole page without script or style sheet, for where Next cannot or must not answer. `body` is HTML of ours. */
export function plainPage(locale: Locale, title: string, body: string, style = ''): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><link rel="icon" href="data:,"><title>${escapeHtml(title)}</title>${style ? `<style>${style}</style>` : ''}</head><body>${body}</body></html>`;
}

/** The same address in the other language. */
export function otherAddress(locale: Locale, path: string): string {
  return `/${otherLocale(locale)}${path}`;
}
