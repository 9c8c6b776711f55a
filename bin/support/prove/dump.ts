import pg from 'pg';
import { allSteps } from '@/lib/reports/steps';
import { type ReporterKind, reporterKinds } from '@/lib/urgency/answers';
import { Browser, type Page, type Weather } from './browser';
import { type Figure, none, type Stage } from './figure';
import { fullReport, STEM } from './full-report';
import { Needles } from './needles';
import { receiptOn } from './reporter';

const ROWS = 2_000;
/** Reference data that staff write and no reporter does: its codes are words of the questionnaire too. */
const NO_ANSWERS = ['public.agencies'];

/**
 * Reports with every question of their kind answered, page by page, into a database in which nothing else was done; then every row of every table is
 * searched for what was typed.
 */
export async function proveDump({ app, database, long }: Stage): Promise<Figure[]> {
  const reports = long ? 1_000 : 12;
  const weather: Weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map() };
  const typed = new Set<string>();
  let begun = 0;
  const hand = async () => {
    while (begun < reports) {
      const kind = reporterKinds[begun % reporterKinds.length] as ReporterKind;
      begun += 1;
      const own = ` ${begun.toString(36)}`;
      for (const word of await fileWhole(new Browser(app.address, weather), kind, own)) typed.add(word);
    }
  };
  await Promise.all(Array.from({ length: 4 }, hand));
  // Every text begins with the same word, which stands nowhere else: when that is found nowhere, none of them is.
  const words = [STEM, ...[...typed].filter((word) => !word.includes(STEM))];
  const { found, bytes, clear } = await searchEverything(
    new Needles(words),
    new Needles(['FAMILY', 'SELF_DANGER']),
  );
  const log = (await database.log()) + app.output;
  return [
    none(
      `of ${typed.size} answers and codes of ${reports} whole reports found in ${Math.round(bytes / 1e6)} MB of rows`,
      found,
    ),
    none('of them found in the logs of the application and of PostgreSQL', new Needles(words).in(log)),
    {
      what: 'lines about requests that were searched',
      value: String(app.output.split('"event":"request"').length - 1),
      bar: 'one a page',
      held: app.output.includes('"route":"/[locale]/report/[section]"'),
    },
    {
      what: 'the search finds what does stand in the clear',
      value: clear.join(', ') || 'nothing',
      bar: 'both',
      held: clear.length === 2,
    },
  ];
}

/** Types a whole report; answers every word of it that may be found nowhere, its receipt code among them. */
export async function fileWhole(browser: Browser, kind: ReporterKind, own: string): Promise<string[]> {
  const { answers, words } = fullReport(kind, own);
  await browser.send(await browser.open('/ko/report'), { reporter_kind: kind });
  let page: Page | undefined;
  for (const { slug } of allSteps(kind)) {
    // What somebody was made to do is asked on a second page, behind the one that says who reads it.
    const part = slug === 'made-to-do' ? '?part=questions' : '';
    const form = await browser.open(`/ko/report/${slug}${part}`);
    const asked = Object.entries(answers).filter(([name]) => form.html.includes(`name="${name}"`));
    page = await browser.send(form, Object.fromEntries(asked));
    if (page.url.includes('problems=1'))
      throw new Error(`${kind} was sent back to ${page.url}: ${problemsOn(page)}`);
  }
  const receipt = receiptOn(await browser.send(await browser.open('/ko/report/check'), {}));
  return [...words, receipt.code, receipt.code.replaceAll('-', '')];
}

const problemsOn = ({ html }: Page) =>
  /id="error-summary"[\s\S]*?<\/ul>/
    .exec(html)?.[0]
    .replace(/<[^>]+>/g, ' ')
    .slice(0, 300) ?? '';

/** Every row of every table as PostgreSQL writes it out, which is what a dump holds: bytes stand there in hexadecimal. */
export async function searchEverything(needles: Needles, control: Needles) {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  await client.connect();
  const found = new Set<string>();
  const clear = new Set<string>();
  let bytes = 0;
  try {
    const tables = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')",
    );
    await client.query('begin transaction isolation level repeatable read read only');
    for (const { name } of tables.rows) {
      await client.query(`declare rows cursor for select t::text as row from ${name} t`);
      for (;;) {
        const { rows } = await client.query<{ row: string }>(`fetch ${ROWS} from rows`);
        if (rows.length === 0) break;
        const text = rows.map(({ row }) => row).join('\n');
        bytes += text.length;
        if (!NO_ANSWERS.includes(name)) for (const word of needles.in(text)) found.add(`${word} in ${name}`);
        for (const word of control.in(text)) clear.add(word);
      }
      await client.query('close rows');
    }
    await client.query('commit');
  } finally {
    await client.end();
  }
  return { found: [...found], bytes, clear: [...clear] };
}
