import { getDb } from '@/db/client';
import { WORK_VIEWS } from '@/lib/cases/queue/views';
import { type BuiltAction, builtActions } from '../access/discover';
import { formsOn } from '../access/forms';
import { join } from '../access/people';
import type { Seen, Visitor } from '../access/visitor';
import { anyOf, type Day } from './day';

const SEARCHED = ['감금', '사진을', '소식', '신고', '없는말'];
/** What somebody who oversees the desk looks at. Not the accounts: those want a fresh sign-in every quarter of an hour. */
const OVERSEEN = [
  ...['', '/board', '/cases', '/cases?state=ALL', '/approvals', '/notices', '/hand-overs', '/returns'],
  ...['/sites', '/audit', '/settings', '/agencies'],
];
/** As often as an open queue asks what is new. */
const ASK_EVERY_MS = 5_000;
const JOBS_EVERY_MS = 4_000;

/** Somebody at the desk: opens pages and presses what is on them. What does not answer as it should throws. */
class Clerk {
  constructor(
    private readonly visitor: Visitor,
    private readonly day: Day,
    private readonly built: ReadonlyMap<string, BuiltAction>,
  ) {}

  /** Opens a page, and what it leads to. */
  async open(path: string): Promise<Seen> {
    return this.settle(path, await this.visitor.get(path));
  }

  /** Presses the form of an action, such as `addNoteAction`, with something typed over what stands in it. */
  async press(page: Seen, action: string, typed: Record<string, string> = {}): Promise<Seen> {
    const form = formsOn(page).find(
      (one) => one.action && this.built.get(one.action)?.key.endsWith(`#${action}`),
    );
    if (!form) throw new Error(`no form of ${action} on ${page.url}`);
    const fields = form.fields.map(([name, value]) => [name, typed[name] ?? value] as const);
    const answer = await this.visitor.post(form.to, fields);
    const led = await this.settle(action, answer);
    if (/[?&]problem=/.test(led.url)) throw new Error(`${action} led to ${led.url}`);
    return led;
  }

  private async settle(what: string, first: Seen): Promise<Seen> {
    let seen = first;
    for (let hops = 0; hops < 5; hops += 1) {
      this.day.atDesk += 1;
      if (seen.status >= 400) throw new Error(`${what} answered ${seen.status}`);
      if (seen.status < 300) return seen;
      if (seen.location.includes('/sign-in')) throw new Error(`${what} asked to sign in`);
      const { pathname, search } = new URL(seen.location, 'http://desk');
      seen = await this.visitor.get(pathname + search);
    }
    throw new Error(`${what} led in circles`);
  }
}

/** What the desk does in a day, in three people's hands, while their pages ask what is new, and the jobs run. */
export async function deskDay(base: string, day: Day, pauseMs: number): Promise<Promise<void>[]> {
  const db = getDb();
  const built = builtActions();
  const members = await Promise.all([
    join(db, base, 'Soak intake', ['INTAKE']),
    join(db, base, 'Soak casework', ['CASEWORKER']),
    join(db, base, 'Soak supervision', ['SUPERVISOR', 'AUDITOR', 'ADMIN']),
  ]);
  const clerks = members.map(({ visitor }) => new Clerk(visitor, day, built));
  const [intake, casework, supervision] = clerks as [Clerk, Clerk, Clerk];
  const look = (clerk: Clerk) => async () => void (await clerk.open(`/ko/staff?view=${anyOf(WORK_VIEWS)}`));
  const search = (clerk: Clerk) => async () =>
    void (await clerk.press(await clerk.open('/ko/staff/search'), 'searchAction', {
      query: anyOf(SEARCHED) ?? '',
    }));
  return [
    day.spend(
      {
        'screening a report': async () => {
          const reference = day.fresh.shift();
          if (!reference) return look(intake)();
          const page = await intake.open(`/ko/staff/reports/${reference}`);
          const screened = await intake.press(page, 'changeStateAction', { action: 'SCREEN' });
          await intake.press(screened, 'addNoteAction');
          day.screened.push(reference);
        },
        'a look at a view': look(intake),
        'a search': search(intake),
      },
      pauseMs,
    ),
    day.spend(
      {
        'making a case of a report': async () => {
          const reference = day.screened.shift();
          if (!reference) return look(casework)();
          const page = await casework.open(`/ko/staff/reports/${reference}`);
          const led = await casework.press(page, 'promoteAction');
          const number = /\/staff\/cases\/([A-Z0-9-]+)/.exec(led.url + led.text)?.[1];
          if (!number) throw new Error(`a promotion led to ${led.url}`);
          const opened = await casework.open(`/ko/staff/cases/${number}`);
          await casework.press(opened, 'stepCaseAction', { action: 'TRIAGE' });
          day.cases.push(number);
        },
        'work on a case': async () => {
          const number = anyOf(day.cases);
          if (!number) return look(casework)();
          const page = await casework.open(`/ko/staff/cases/${number}`);
          await casework.press(page, 'addCaseNoteAction');
        },
        'a look at the queue': look(casework),
        'a search in cases': search(casework),
      },
      pauseMs,
    ),
    day.spend(
      Object.fromEntries(
        OVERSEEN.map((path) => [`/staff${path}`, () => supervision.open(`/ko/staff${path}`)]),
      ),
      pauseMs,
    ),
    ...members
      .slice(0, 2)
      .map(({ visitor }) => day.spend({ 'asking what is new': asking(visitor, day) }, ASK_EVERY_MS)),
    day.spend({ 'a round of jobs': jobs(base) }, JOBS_EVERY_MS),
  ];
}

function asking(visitor: Visitor, day: Day) {
  return async () => {
    const answer = await visitor.get('/ko/staff/work.json');
    day.atDesk += 1;
    if (answer.status !== 200 || !answer.text.startsWith('{'))
      throw new Error(`work.json answered ${answer.status}`);
  };
}

function jobs(base: string) {
  return async () => {
    const answer = await fetch(`${base}/api/jobs`, {
      method: 'POST',
      headers: { authorization: `Bearer ${process.env.CRON_SECRET}` },
      signal: AbortSignal.timeout(60_000),
    });
    const done = await answer.text();
    if (!answer.ok) throw new Error(`a round of jobs answered ${answer.status}: ${done}`);
  };
}
