import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { getDb } from '@/db/client';
import { formsOn } from './access/forms';
import { join } from './access/people';
import { type Seen, Visitor } from './access/visitor';
import { type Figure, none, type Stage } from './figure';
import { report } from './reporter';

/** Written so that nothing of it survives a careless hand: quotes, angle brackets, an ampersand, line breaks, two languages. */
const WORDS = '살려 주세요 "3층" <B동> & it’s locked\r\n둘째 줄\r\n\r\n셋째 줄';
const NOTE = '메모: "다시" <걸어> 본다 & 기록\r\n둘째 줄';

/**
 * The database goes away, and then only reads, under people without JavaScript: what they typed stands in the answer, in a form that is sent
 * again with one press and arrives whole. What needs no database is there all the while.
 */
export async function proveKept({ app, database }: Stage): Promise<Figure[]> {
  const wrong: string[] = [];
  const hold = (what: string, held: boolean) => {
    if (!held) wrong.push(what);
  };
  const reporter = new Visitor(app.address, 'reporter');
  const clerk = (await join(getDb(), app.address, 'Kept intake', ['INTAKE'])).visitor;
  const weather = { requests: 0, broken: 0, unavailable: 0, reasons: new Map<string, number>() };
  const { reference } = await report(app.address, weather);
  const now = await begin(reporter);
  const desk = await clerk.get(`/ko/staff/reports/${reference}`);
  const noteFields = fieldsWith(desk, 'note', NOTE);

  await database.kill();
  const logged = app.output.length;
  const [kept, noted, queue, ...pages] = await Promise.all([
    reporter.post('/ko/report/now', [...fieldsWith(now, 'narrative', WORDS), ['harm_now', 'VIOLENCE']]),
    clerk.post(`/ko/staff/reports/${reference}`, noteFields),
    clerk.get('/ko/staff'),
    ...AWAY.map(([path]) => new Visitor(app.address, 'reader').get(path)),
  ]);
  for (const [at, [path, status]] of AWAY.entries())
    hold(`${path} answered ${pages[at]?.status} while away, not ${status}`, pages[at]?.status === status);
  for (const { text, url } of pages.filter(({ status }) => status === 503))
    hold(`${url} says whom to call`, text.includes('tel:112') || url.startsWith('/api/'));
  for (const [what, seen, words] of [
    ['the report page', kept, WORDS],
    ['the desk', noted, NOTE],
  ] as const) {
    hold(`${what} answered ${seen?.status}, not 503`, seen?.status === 503);
    hold(
      `${what} does not hold what was typed`,
      shownIn(seen).some(([, text]) => same(text, words)),
    );
    hold(`${what} says whom to call`, Boolean(seen?.text.includes('tel:112')));
    hold(`${what} shows the request's number`, /[0-9A-Z]{5}-[0-9A-Z]{5}<\/code>/.test(seen?.text ?? ''));
  }
  hold(`the desk answered ${queue?.status}, not 503`, queue?.status === 503);
  hold('the desk says whom to call', Boolean(queue?.text.includes('tel:112')));
  await database.start();
  await app.untilHealthy();

  await setReadOnly(true);
  const readOnly = await reporter.post('/ko/report/now', shownIn(kept));
  hold(`the report page answered ${readOnly.status} while the database only reads`, readOnly.status === 503);
  hold(
    'and does not hold what was typed',
    shownIn(readOnly).some(([, text]) => same(text, WORDS)),
  );
  await setReadOnly(false);
  await app.untilHealthy();

  // Sent again with one press: exactly what the page held.
  const sent = await reporter.post('/ko/report/now', shownIn(readOnly));
  hold(
    `sent again it answered ${sent.status} ${sent.location}`,
    sent.status === 303 && sent.location.includes('/ko/report/check'),
  );
  const after = await reporter.get('/ko/report/now');
  hold(
    'what was sent again is not stored whole',
    shownIn(after).some(([, text]) => same(text, WORDS)),
  );
  hold(
    'what was chosen is lost',
    /value="VIOLENCE"[^>]*checked|checked[^>]*value="VIOLENCE"/.test(after.text),
  );
  const renoted = await clerk.post(`/ko/staff/reports/${reference}`, shownIn(noted));
  hold(
    `the note, sent again, answered ${renoted.status} ${renoted.location}`,
    renoted.location.includes('done='),
  );
  const seen = await clerk.get(`/ko/staff/reports/${reference}`);
  hold('the note stands on the report once', shownText(seen.text).split('둘째 줄').length === 2);
  const said = app.output.slice(logged);
  return [
    none('things lost or left unsaid while the database was away', wrong),
    none(
      'lines of the log with a statement, a parameter or a typed word',
      said.split('\n').filter((line) => /select |insert |params|둘째|살려|메모/.test(line)),
    ),
    {
      what: 'faults in the log with their request',
      value: String(
        said.match(/"level":"error"[^\n]*"requestId"|"requestId"[^\n]*"level":"error"/g)?.length ?? 0,
      ),
      bar: 'some',
      held: /"level":"error"[^\n]*"requestId"/.test(said),
    },
  ];
}

/** What is asked for while the database is away, and how it has to be answered. */
const AWAY = [
  ['/ko/background', 200],
  ['/ko/contacts', 200],
  ['/en/sos', 200],
  ['/ko', 200],
  ['/ko/report', 503],
  ['/ko/status', 200],
  ['/ko/staff/sign-in', 200],
  ['/api/health', 503],
] as const;

/** Begins a report and answers its page for what is happening now. */
async function begin(reporter: Visitor): Promise<Seen> {
  await reporter.get('/ko/report');
  const [form] = formsOn(await reporter.get('/ko/report')).filter(({ fields }) =>
    fields.some(([name]) => name === 'reporter_kind'),
  );
  await reporter.post('/ko/report', [
    ...(form?.fields ?? []).filter(([name]) => name !== 'reporter_kind'),
    ['reporter_kind', 'SELF_DANGER'],
  ]);
  return reporter.get('/ko/report/now');
}

/** The hidden fields of the page's form that holds `name`, and what is typed into that. */
function fieldsWith(page: Seen, name: string, typed: string): [string, string][] {
  const forms = [...page.text.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((one) => one.includes(`name="${name}"`));
  if (!form) throw new Error(`no ${name} on ${page.url}`);
  return [...hiddenIn(form), [name, typed]];
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" };
const decode = (text: string) => text.replace(/&([#\w]+);/g, (found, name) => ENTITIES[name] ?? found);

const hiddenIn = (form: string) =>
  [...form.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)].map(([input]): [string, string] => [
    decode(/\sname="([^"]*)"/.exec(input)?.[1] ?? ''),
    decode(/\svalue="([^"]*)"/.exec(input)?.[1] ?? ''),
  ]);

/** What a browser would send from the form that a page holds: hidden fields and texts as they stand, line breaks as browsers write them. */
function shownIn(page: Seen | undefined): [string, string][] {
  const forms = [...(page?.text ?? '').matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form);
  const form = forms.find((one) => one.includes('<textarea')) ?? '';
  const texts = [...form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']): [string, string] => [
      decode(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''),
      // A browser leaves out a line break right behind the tag.
      decode(text.replace(/^\r?\n/, '')).replace(/\r?\n/g, '\r\n'),
    ],
  );
  return [...hiddenIn(form), ...texts];
}

const same = (one: string, other: string) => one.replaceAll('\r\n', '\n') === other.replaceAll('\r\n', '\n');

/** What stands on a page for a reader, without what its scripts carry. */
const shownText = (html: string) => html.replace(/<script\b[\s\S]*?<\/script>/g, '');

/** As a standby, or a primary that has handed over: every new transaction only reads. */
async function setReadOnly(only: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: process.env.POSTGRES_URL });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('set default_transaction_read_only = off');
    const [row] = (await client.query<{ name: string }>('select current_database() as name')).rows;
    const name = pg.escapeIdentifier(row?.name ?? '');
    await client.query(`alter database ${name} set default_transaction_read_only = ${only ? 'on' : 'off'}`);
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and usename = current_user',
    );
  } finally {
    await client.end();
  }
  await sleep(100);
}
