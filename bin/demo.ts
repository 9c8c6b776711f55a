import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { closeDb, getDb } from '@/db/client';
import { now } from '@/lib/clock';
import { hasReports } from '@/lib/reports/queries';
import { createActiveAccount } from '@/lib/staff/commands';
import type { Role } from '@/lib/staff/roles';
import type { StaffActor } from '@/lib/staff/session';
import { fileScenario } from '../seeds/demo/file-report';
import { makeCrew } from '../seeds/demo/many/crew';
import { loadMany } from '../seeds/demo/many/load';
import { type DemoTeam, demoActor, workOnCases } from '../seeds/demo/open-cases';
import { filePastWeeks } from '../seeds/demo/past-weeks';
import { scenarios } from '../seeds/demo/scenarios';
import { demoStaff } from '../seeds/demo/staff';

const { values: options } = parseArgs({
  options: {
    yes: { type: 'boolean' },
    past: { type: 'boolean' },
    reports: { type: 'string', default: '0' },
    open: { type: 'string', default: '0.01' },
    seed: { type: 'string', default: '7' },
  },
});

const [many, open, seed] = [options.reports, options.open, options.seed].map(Number) as [
  number,
  number,
  number,
];

/**
 * Made-up staff and reports, with `--past` also those of five past weeks and numbers published of them, with `--reports 10000` that many more with
 * cases and all, a share of them `--open`, by `--seed`. Only where there is no report yet: a database with reports may hold real ones.
 */
async function demo(): Promise<number> {
  if (!Number.isInteger(many) || many < 0 || !(open >= 0 && open <= 1) || !Number.isInteger(seed)) {
    console.error('As in: npm run demo -- --reports 10000 --open 0.01 --seed 7');
    return 1;
  }
  const elsewhere = process.env.NARU_EMBEDDED !== '1';
  if (elsewhere && !options.yes) {
    console.error(
      'This is not the embedded database. If made-up reports belong in it, run: npm run demo -- --yes',
    );
    return 1;
  }
  const db = getDb();
  if (await hasReports(db)) {
    console.error('There are reports in this database already, so nothing made up is put among them.');
    return 1;
  }
  const team: Partial<Record<Role, StaffActor>> = {};
  console.log('Made-up staff (the passwords are shown this once):');
  for (const person of demoStaff) {
    const password = randomBytes(12).toString('base64url');
    const created = await createActiveAccount(db, { ...person, roles: [...person.roles], password });
    if (!created.ok) console.log(`  ${person.email}: is there already`);
    else {
      for (const role of person.roles) team[role] = demoActor(created.staffId, person.name, person.roles);
      console.log(
        `  ${person.email}  ${person.roles.join('+')}  password: ${password}\n    ${created.otpauthUri}`,
      );
    }
  }
  const references = new Map<number, string>();
  console.log('Made-up reports:');
  for (const scenario of scenarios) {
    const receipt = await fileScenario(db, scenario, now(), scenario.number % 4 === 0 ? 'en' : 'ko');
    references.set(scenario.number, receipt.reference);
    console.log(
      `  ${String(scenario.number).padStart(2)}  ${scenario.expected}  ${receipt.reference}  ${receipt.code}  ${scenario.kind}: ${scenario.about}`,
    );
  }
  // Staff of before may be there without reports; nobody acts for them.
  if (team.INTAKE && team.CASEWORKER && team.SUPERVISOR)
    console.log(`Made-up cases: ${await workOnCases(db, team as DemoTeam, references)}`);
  if (options.past) {
    console.log(`Made-up reports of past weeks: ${await filePastWeeks(db)}. Their numbers: /ko/numbers`);
  }
  if (many > 0) await fileMany();
  return 0;
}

async function fileMany(): Promise<void> {
  const started = performance.now();
  const told = (loaded: number) => process.stdout.write(`\rMade-up reports with their cases: ${loaded}`);
  await loadMany(getDb(), { reports: many, open, seed, crew: await makeCrew(getDb()), told });
  console.log(` in ${((performance.now() - started) / 1000).toFixed(0)} s`);
}

try {
  process.exitCode = await demo();
} finally {
  await closeDb();
}
