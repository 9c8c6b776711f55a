import type { Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { SectionSlug } from '@/lib/reports/questionnaire';
import { madePdf, noisyPhoto, wavOf } from '../made-files';
import { publishMadeUpNumbers } from '../published-numbers';
import { activate, invite, somebody } from '../staff-account';
import { type Answers, stories } from '../stories';
import { AfterPages } from './after-pages';
import { CaseDesk } from './case-desk';
import { codeFor, Desk } from './desk';
import { ReportPages } from './report-pages';
import { StatusPage } from './status-page';

/** Called on every page of a tour, with a name for it. */
export type Stop = (name: string) => Promise<void>;
export type Tour = (page: Page, locale: Locale, stop: Stop) => Promise<void>;

/** Opens addresses one after the other. */
async function walk(page: Page, locale: Locale, stop: Stop, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(`/${locale}${path}`);
    await stop(path || '/');
  }
}

/** Pages that need nothing, with each of their errors, and the numbers once there are some. */
const open: Tour = async (page, locale, stop) => {
  await publishMadeUpNumbers(process.env.E2E_POSTGRES_URL ?? '');
  await walk(page, locale, stop, [
    ...['/numbers', '', '/contacts', '/privacy', '/accessibility', '/nothing-is-here', '/sos'],
    ...['/background', '/background/figures', '/background/before-you-go'],
    ...[
      '/report',
      '/report?problem=none',
      '/report?problem=unknown',
      '/report?problem=draft',
      '/report?notice=destroyed',
      '/report/add',
      '/sos/place',
    ],
    ...[
      '/report/receipt',
      '/status',
      '/status?problem=empty',
      '/status?problem=malformed',
      '/status?problem=wrong',
    ],
    ...['/report/resume', '/report/resume?problem=wrong'],
    ...['/status?problem=slow', '/status?problem=expired', '/status?closed=1'],
  ]);
};

/** An answer on each page of the longest report that has to be mended. */
const wrong: Partial<Record<SectionSlug, Answers>> = {
  now: { harm_now: ['RANSOM'], people_count: 'many', deadline_month: '3' },
  person: { birth_year: '99', height_cm: '999' },
  place: { last_contact_at_year: '2026', last_contact_at_time: 'noon' },
  offer: { decided: 'GOING', planned_departure_year: '2026', planned_departure_month: '13' },
  money: { paid_on_year: 'last year' },
  you: { reporter_name: 'x'.repeat(201) },
};

/** The files page empty, refused, and with a photo and a document; the evidence page with what came of it. */
async function handIn(page: Page, locale: Locale, stop: Stop): Promise<void> {
  const said = words(locale).report.files;
  const post = async (name: string, buffer: Buffer) => {
    await page.goto(`/${locale}/report/files/files`);
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await page.getByRole('button', { name: said.page.upload, exact: true }).click();
  };
  await post('page.html', Buffer.from('<!doctype html><p>x'));
  await page.locator('#error-summary').waitFor();
  await stop('files page with a problem');
  await post('photo.jpg', await noisyPhoto(320, 240));
  await post('contract.pdf', madePdf(2_000));
  await page.locator('[data-file]').nth(1).waitFor();
  await stop('files page with files');
  await page.goto(`/${locale}/report/evidence`);
  await stop('FAMILY evidence with files');
  // With JavaScript: one that has arrived since, and one that was refused. Without it there is nothing to choose a file with.
  const chooser = page.locator('input[type=file]');
  if ((await page.evaluate(() => document.querySelectorAll('input[type=file]').length)) === 0) return;
  const html = Buffer.from('<!doctype html><p>x');
  await chooser.setInputFiles([
    { name: 'other.jpg', mimeType: 'image/jpeg', buffer: await noisyPhoto(320, 240) },
    { name: 'page.html', mimeType: 'text/html', buffer: html },
  ]);
  await page.locator('[data-upload=stored]').waitFor();
  await page.locator('[data-upload=refused]').waitFor();
  await stop('FAMILY evidence, one refused');
}

/** Every page of the report as a family member meets it, blank and with something to mend. */
const report: Tour = async (page, locale, stop) => {
  const form = new ReportPages(page, locale);
  const { legs } = stories.family(locale);
  await form.begin('FAMILY');
  for (const { slug } of legs) {
    await page.goto(`/${locale}/report/${slug}`);
    await form.isAt(slug, 'FAMILY');
    if (slug === 'evidence') {
      await handIn(page, locale, stop);
      continue;
    }
    await stop(`FAMILY ${slug}`);
    await form.answer(wrong[slug] ?? {});
    await form.continue();
    await page.locator('#error-summary').waitFor();
    await stop(`FAMILY ${slug} with problems`);
  }
};

/** The start page beside a draft, what is told above a page, the check page, and the pages that other kinds meet differently. */
const around: Tour = async (page, locale, stop) => {
  const form = new ReportPages(page, locale);
  await form.begin('FAMILY');
  await walk(page, locale, stop, [
    ...['/report', '/report?problem=none', '/report/now?from=check&notice=masked.replaced.restarted'],
    ...['/report/check', '/report/check?problems=1', '/report/resume?from=check', '/report/erase?from=check'],
  ]);
  for (const [kind, slug] of [
    ['SELF_DANGER', 'now'],
    ['OFFER', 'offer'],
  ] as const) {
    await page.context().clearCookies();
    await form.begin(kind);
    await page.goto(`/${locale}/report/${slug}`);
    await stop(`${kind} ${slug}`);
    await form.continue();
    await page.locator('#error-summary').waitFor();
    await stop(`${kind} ${slug} with problems`);
  }
};

/** What is said before somebody is asked what they were made to do, and the questions. */
const madeToDo: Tour = async (page, locale, stop) => {
  await new ReportPages(page, locale).begin('RETURNEE');
  await walk(page, locale, stop, ['/report/made-to-do', '/report/made-to-do?part=questions&more=wants']);
};

/** What comes after sending: receipt, status, messages; and sos with its answers. */
const sent: Tour = async (page, locale, stop) => {
  const { code } = await new ReportPages(page, locale).file(stories.inDanger(locale));
  await stop('receipt');
  const after = new AfterPages(page, locale);
  await after.typeBack('nothing');
  await page.locator('#error-summary').waitFor();
  await stop('receipt, typed back wrongly');
  await after.addMore();
  await after.tell('place', 'SELF_DANGER', { city: 'A town' });
  await stop('adding more');
  await after.check();
  await stop('adding more, check');
  await after.sendAddition();
  const status = new StatusPage(page, locale);
  await status.open(code);
  await stop('status, open');
  await status.write('  ');
  await page.locator('#error-summary').waitFor();
  await stop('status, empty message');
  await status.write('One more thing.');
  await page.getByTestId('message').waitFor();
  await stop('status, message sent');
  await walk(page, locale, stop, [
    '/status/consent',
    '/status/withdraw',
    '/status/withdraw?problem=unreadable',
  ]);
  await page.goto(`/${locale}/status`);
  await after.askToWithdraw('A reason.');
  await stop('status, asked to withdraw');
  const { sos } = words(locale).report;
  await page.goto(`/${locale}/sos`);
  await page.getByRole('button', { name: sos.send }).click();
  await page.getByText(sos.problems.summary).waitFor();
  await stop('sos, nothing written');
  await page.getByLabel(sos.narrative.label).fill('Help');
  await page.getByRole('button', { name: sos.send }).click();
  await page.getByTestId('receipt-code').waitFor();
  await stop('sos, received');
  await page.goto(`/${locale}/sos/place`);
  await stop('sos, place');
};

/** What hangs on a case, blank, with a problem, and with something in it. */
async function tourOfCase(page: Page, locale: Locale, stop: Stop, number: string): Promise<void> {
  const at = new CaseDesk(page, locale, number);
  await at.open('/people/new');
  await stop('a person is added');
  await at.addPerson('가나루');
  await at.recordSafety('CONTACTED_FREE', 'TEXT_MESSAGE');
  await page.waitForURL(/problem=/);
  await stop('person with a problem');
  await at.findSite('Bokor');
  await stop('a site is chosen');
  await page.locator('input[name=site_choice]').first().check();
  await at.recordSite();
  await at.planReturn();
  await stop('return, planned');
  await walk(page, locale, stop, [
    `/staff/cases/${number}`,
    `/staff/cases/${number}/returns/new`,
    '/staff/sites',
    '/staff/returns',
  ]);
  await page.goto(`/${locale}/staff/sites`);
  await page.locator('tbody a').first().click();
  await page.locator('input[name=site_ko]').waitFor();
  await stop('site');
}

/** The desk: getting in, and every page with what can go wrong on it. */
const desk: Tour = async (page, locale, stop) => {
  const { staff } = words(locale);
  await walk(page, locale, stop, ['/staff/sign-in', '/staff/sign-in?problem=wrong', '/staff/setup?token=x']);
  const form = new ReportPages(page, locale);
  await form.tell(stories.family(locale));
  await page.goto(`/${locale}/report/files/files`);
  const handedIn = [
    { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await noisyPhoto(320, 240) },
    { name: 'chat.txt', mimeType: 'text/plain', buffer: Buffer.from('가나루: 살려 주세요\n') },
    { name: 'voice.wav', mimeType: 'audio/wav', buffer: wavOf(4_000) },
  ];
  for (const [at, file] of handedIn.entries()) {
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('button', { name: words(locale).report.files.page.upload, exact: true }).click();
    await page.locator('[data-file]').nth(at).waitFor();
  }
  await page.goto(`/${locale}/report/check`);
  await form.send();
  const { reference, code } = await form.receipt();
  await stop('receipt with a file');
  await new StatusPage(page, locale).open(code);
  await new AfterPages(page, locale).askForConsent();
  const [witness] = stories.shortly(locale);
  const person = somebody('Seo Bada');
  const link = await invite(person, ['SUPERVISOR', 'ADMIN', 'AUDITOR']);
  await page.goto(link.replace(/\/(ko|en)\/staff/, `/${locale}/staff`));
  await stop('setup');
  await page.getByRole('button', { name: staff.setup.submit }).click();
  await page.waitForURL(/problem=/);
  await stop('setup with a problem');
  const at = new Desk(page, locale);
  await at.signUp(link, person);
  await stop('recovery codes');
  await at.keepRecoveryCodes();
  await stop('queue');
  await at.open(reference);
  await at.decide('SCREEN');
  await at.isIn('SCREENING');
  await stop('report, state changed');
  await at.note('A note.');
  await at.message('A message.');
  const { facts } = words(locale).desk;
  await page.goto(`/${locale}/staff/reports/${reference}/facts/person`);
  await stop('facts about the person');
  await page.goto(`/${locale}/staff/reports/${reference}/facts/now`);
  await stop('facts');
  await page.locator('#people_count').fill('many');
  await page.getByRole('button', { name: facts.submit }).click();
  await page.locator('#error-summary').waitFor();
  await stop('facts with problems');
  await page.locator('#people_count').fill('3');
  await page.getByLabel(facts.source, { exact: true }).selectOption('REPORTER');
  await page.getByLabel(facts.confidence, { exact: true }).selectOption('HIGH');
  await page.getByRole('button', { name: facts.submit }).click();
  await page.waitForURL(/done=facts/);
  await stop('report, facts recorded');
  await at.decide('MARK_ABUSE');
  await page.waitForURL(/problem=/);
  await stop('report with a problem');
  await page.getByTestId('desk-file').getByText(staff.files.original).first().click();
  await page.getByRole('button', { name: staff.files.download }).first().click();
  await page.waitForURL(/form=original/);
  await stop('report with a file that no reason was given for');
  await at.open(reference);
  await tourOfCase(page, locale, stop, await at.promote());
  await at.open(reference);
  const { search, viewer } = words(locale).desk;
  await page.locator(`a[href*="/staff/reports/${reference}/pictures/"]`).click();
  await page.getByText(viewer.open).click();
  await page.getByLabel(viewer.clear).check();
  await stop('picture, open');
  await at.open(reference);
  await page.locator(`a[href*="/staff/reports/${reference}/texts/"]`).click();
  await stop('text, closed');
  await page.getByRole('button', { name: viewer.text.open }).click();
  await page.getByTestId('text').waitFor();
  await stop('text, open');
  await at.open(reference);
  await page.locator(`a[href*="/staff/reports/${reference}/recordings/"]`).click();
  await page.getByRole('button', { name: viewer.recording.open }).click();
  await page.waitForURL(/problem=/);
  await stop('recording with a problem');
  await page.getByLabel(viewer.recording.reason).fill('A reason that says why.');
  await page.getByRole('button', { name: viewer.recording.open }).click();
  await page.locator('audio').waitFor();
  await stop('recording, open');
  await page.goto(`/${locale}/staff/search`);
  await page.getByRole('button', { name: search.submit }).click();
  await page.getByText(search.blank).waitFor();
  await stop('search, nothing asked');
  await page.getByLabel(search.query).fill('가족 family');
  await page.getByRole('button', { name: search.submit }).click();
  await page.locator('#hits').waitFor();
  await stop('search, answered');
  await walk(page, locale, stop, [
    '/staff/board',
    '/staff/notices',
    `/staff/reports/${reference}`,
    `/staff/reports/${reference}?form=message&problem=empty`,
    `/staff/reports/${reference}?form=state&problem=conflict&seen=RECEIVED`,
    ...[
      '/staff?state=WITHDRAWN&level=U5',
      '/staff?state=ALL',
      '/staff/accounts',
      '/staff/audit',
      '/staff/erasures',
    ],
    ...['/staff/agencies', '/staff/agencies/local-police?form=agency&problem=bad-date', '/staff/hand-overs'],
    ...[
      '',
      '/operator?form=operator&problem=name-missing',
      '/numbers',
      '/duty',
      '/mail',
      '/retention?look=1&ABUSE=91',
      '/retention?look=1&ABUSE=1',
    ].map((page) => `/staff/settings${page}`),
    '/staff/settings/periods',
    '/staff/settings/periods/standing?form=period&problem=bad-opens',
    '/staff/settings/templates',
    '/staff/settings/templates/new',
    ...[
      `/staff?open=${reference}`,
      '/staff?view=mine',
      `/staff?open=${reference}&form=level&problem=no-reason`,
    ],
    ...[`/staff/bulk?act=ASSIGN_ME&item=${reference}&item=NR-2222-2222`, '/staff/help'],
  ]);
  await page.goto(`/${locale}/staff/accounts`);
  await page.getByRole('button', { name: staff.accounts.inviteSubmit }).click();
  await page.waitForURL(/problem=/);
  await stop('accounts with a problem');
  await page.context().clearCookies();
  const risky = { ...(witness ?? stories.inDanger(locale)) };
  const legs = risky.legs.map((leg) =>
    leg.slug === 'safety' ? { ...leg, answers: { contact_risk: 'RISKY' } } : leg,
  );
  const quiet = await form.file({ ...risky, legs });
  const other = somebody('Cha Garam');
  const secret = await activate(other, ['INTAKE']);
  await at.signIn(other, codeFor(secret));
  await at.isOpen();
  await at.open(quiet.reference);
  await stop('report that nobody may be contacted about');
  await walk(page, locale, stop, [
    `/staff/reports/${quiet.reference}?form=recuse&problem=not-confirmed`,
    `/staff?open=${quiet.reference}&form=recuse&problem=no-reason`,
  ]);
  await at.open(quiet.reference);
  await page.getByLabel(words(locale).desk.report.level.level).selectOption('U5');
  await page.getByLabel(words(locale).desk.report.level.reason, { exact: true }).fill('A reason.');
  await page.getByRole('button', { name: words(locale).desk.report.level.submit }).click();
  await page.waitForURL(/done=level/);
  await stop('report, level changed or to be agreed to');
  await page.goto(`/${locale}/staff/approvals`);
  await stop('approvals');
};

/** Every page there is, by how one gets there. */
export const tours: Readonly<Record<string, Tour>> = { open, report, around, madeToDo, sent, desk };
