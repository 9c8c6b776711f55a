import type { BrowserContext, Page } from '@playwright/test';
import { words } from '@/lib/i18n/words';
import { FormClient } from '../support/form-client';
import { expect, test } from '../support/journey';
import { codeFor, type Person } from '../support/pages/desk';
import { activate, somebody } from '../support/staff-account';

const { desk, staff, codes, report } = words('ko');
const said = desk.case;

async function signedIn(context: BrowserContext, person: Person, secret: string): Promise<FormClient> {
  const client = new FormClient(context.request);
  await client.open('/ko/staff/sign-in');
  await client.submit({ email: person.email, password: person.password, code: codeFor(secret) });
  expect(client.title).toContain(staff.queue.title);
  return client;
}

/** A new case of a new report; answers its address. */
async function openCase(reporter: FormClient, worker: FormClient): Promise<string> {
  await reporter.open('/ko/sos');
  await reporter.press(report.sos.send, { narrative: '여기서 나갈 수가 없어요' });
  const reference = reporter.testId('reference');
  await worker.open(`/ko/staff/reports/${reference}`);
  await worker.submit({ action: 'SCREEN', reason: '' });
  await worker.press(desk.report.case.promote);
  return new URL(worker.url).pathname;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const state = (page: Page) => page.getByTestId('case-state');
/** Folded forms open by their headline. */
const unfold = (page: Page, title: string) => page.locator('summary', { hasText: title }).click();

test('two people edit one case from two browsers and lose no word; a second one closes it', async ({
  browser,
  request,
}) => {
  const [worker, lead] = [somebody('고은별'), somebody('마루한')];
  const [secret, leadSecret] = await Promise.all([
    activate(worker, ['CASEWORKER']),
    activate(lead, ['SUPERVISOR']),
  ]);
  const [one, other] = [await browser.newContext(), await browser.newContext()];
  const client = await signedIn(one, worker, secret);
  await signedIn(other, lead, leadSecret);
  const address = await openCase(new FormClient(request), client);
  const [mine, theirs] = [await one.newPage(), await other.newPage()];
  await Promise.all([mine.goto(address), theirs.goto(address)]);

  await mine.locator('#step_reason').fill('동행인의 진술이 구체적임');
  await theirs.locator('#level').selectOption('U1');
  await theirs.locator('#level_reason').fill('다쳤다는 문자를 새로 받음');
  await press(theirs, said.level.submit);
  await expect(theirs.getByText(said.done.level)).toBeVisible();
  await press(mine, said.step.actions.TRIAGE);
  const both = mine.getByTestId('both-versions');
  await expect(both).toContainText('U2');
  await expect(both).toContainText('U1');
  const conflict = mine.getByRole('alert').filter({ hasText: said.conflict.title });
  await expect(conflict).toContainText('다쳤다는 문자를 새로 받음');
  await expect(conflict).toContainText('동행인의 진술이 구체적임');
  await expect(mine.locator('#step_reason')).toHaveValue('동행인의 진술이 구체적임');
  await expect(state(mine)).toHaveText(codes.case_state.NEW);
  await press(mine, said.step.actions.TRIAGE);
  await expect(state(mine)).toHaveText(codes.case_state.TRIAGED);

  await theirs.locator('#note').fill('공관과 통화함');
  await press(theirs, said.note.submit);
  await mine.locator('#note').fill('가족에게 알림');
  await press(mine, said.note.submit);
  const timeline = mine.getByTestId('timeline');
  for (const text of [
    '공관과 통화함',
    '가족에게 알림',
    '동행인의 진술이 구체적임',
    '다쳤다는 문자를 새로 받음',
  ])
    await expect(timeline).toContainText(text);

  await unfold(mine, said.hold.title);
  await mine.locator('#hold_until').fill('곧');
  await mine.locator('#hold_reason').fill('통신 기록 대기');
  await press(mine, said.hold.submit);
  await expect(mine.locator('#hold_until-error')).toContainText(said.problems['no-moment']);
  await expect(mine.locator('#hold_reason')).toHaveValue('통신 기록 대기');
  await mine.locator('#hold_until').fill('+3d');
  await press(mine, said.hold.submit);
  await expect(state(mine)).toHaveText(codes.case_state.ON_HOLD);
  await press(mine, said.step.actions.RESUME);
  await expect(state(mine)).toHaveText(codes.case_state.TRIAGED);

  await unfold(mine, said.close.title);
  await mine.locator('#disposition').selectOption('FALSE_REPORT');
  await mine.locator('#close_reason').fill('지어낸 신고로 확인');
  await press(mine, said.close.submit);
  await expect(mine.getByText(desk.acts.waits)).toBeVisible();
  await expect(state(mine)).toHaveText(codes.case_state.TRIAGED);
  // Its name goes on with what is agreed to.
  const approve = (page: Page) =>
    page.getByRole('button', { name: new RegExp(`^${desk.approvals.approve} ?:`) });
  await expect(approve(mine)).toHaveCount(0);
  await theirs.goto(address);
  await approve(theirs).click();
  await expect(state(theirs)).toHaveText(codes.case_state.CLOSED);
  await mine.goto('/ko/staff/cases?state=CLOSED');
  await expect(mine.locator(`a[href="${address}"]`)).toBeVisible();
  await Promise.all([one.close(), other.close()]);
});
