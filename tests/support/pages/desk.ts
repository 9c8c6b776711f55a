import { expect, type Page } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReportState } from '@/lib/reports/code-lists';
import type { ReportAction } from '@/lib/reports/transitions';

export type Person = { name: string; email: string; password: string };

/** What an authenticator app would show now. */
export function codeFor(secret: string): string {
  return new TOTP({ secret: Secret.fromBase32(secret.replace(/\s/g, '')) }).generate();
}

/** The staff desk. */
export class Desk {
  private readonly said;
  private readonly states;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.said = words(locale).staff;
    this.states = words(locale).codes.report_state;
  }

  /** Makes an account from an invitation, with an authenticator; ends on the recovery codes. Answers the authenticator's secret. */
  async signUp(link: string, { name, email, password }: Person): Promise<string> {
    const { setup } = this.said;
    await this.page.goto(link.replace(/\/(ko|en)\/staff/, `/${this.locale}/staff`));
    await this.page.getByLabel(setup.name, { exact: true }).fill(name);
    // Who was invited by name has their e-mail already.
    const field = this.page.getByLabel(setup.email, { exact: true });
    if ((await field.count()) > 0) await field.fill(email);
    await this.page.getByLabel(setup.password, { exact: true }).fill(password);
    const secret = await this.page.getByTestId('totp-secret').innerText();
    await this.page.getByLabel(setup.code, { exact: true }).fill(codeFor(secret));
    await this.page.getByRole('button', { name: setup.submit }).click();
    await expect(this.page.locator('h1')).toHaveText(setup.codes.title);
    return secret;
  }

  async keepRecoveryCodes(): Promise<void> {
    await expect(this.page.getByTestId('recovery-codes').getByRole('listitem')).toHaveCount(10);
    await this.page.getByRole('button', { name: this.said.setup.codes.submit }).click();
    await this.isOpen();
  }

  async signIn({ email, password }: Omit<Person, 'name'>, code: string): Promise<void> {
    const { signIn } = this.said;
    await this.page.goto(`/${this.locale}/staff/sign-in`);
    await this.page.getByLabel(signIn.email, { exact: true }).fill(email);
    await this.page.getByLabel(signIn.password, { exact: true }).fill(password);
    await this.page.getByLabel(signIn.code, { exact: true }).fill(code);
    await this.page.getByRole('button', { name: signIn.submit, exact: true }).click();
  }

  async isOpen(): Promise<void> {
    await expect(this.page.locator('h1')).toHaveText(this.said.queue.title);
  }

  /** The row of a report in the work of one level, wherever in that list it stands. */
  async find(reference: string, level: string, view = 'all') {
    await this.page.goto(`/${this.locale}/staff?view=${view}&level=${level}`);
    const row = this.page.getByTestId('queue-row').filter({ hasText: reference });
    while ((await row.count()) === 0) {
      const next = this.page.getByRole('link', { name: this.said.queue.next });
      const address = await next.getAttribute('href', { timeout: 2_000 });
      await this.page.goto(address ?? '');
    }
    return row;
  }

  async open(reference: string): Promise<void> {
    await this.page.goto(`/${this.locale}/staff/reports/${reference}`);
    await expect(this.page.locator('h1')).toHaveText(this.said.report.title(reference));
  }

  async decide(action: ReportAction, reason = ''): Promise<void> {
    await this.page.getByLabel(this.said.report.actionNames[action]).check();
    await this.page.getByLabel(this.said.report.reason, { exact: true }).fill(reason);
    await this.page.getByRole('button', { name: this.said.report.apply }).click();
  }

  async isIn(state: ReportState): Promise<void> {
    await expect(this.page.getByTestId('report-state')).toHaveText(this.states[state]);
  }

  /** Makes a case of the report whose page is open; answers the case's number. */
  async promote(): Promise<string> {
    const { promote } = words(this.locale).desk.report.case;
    await this.page.getByRole('button', { name: promote, exact: true }).click();
    await this.page.waitForURL(/\/staff\/cases\/CA-/);
    return /CA-\d{4}-\d+/.exec(this.page.url())?.[0] ?? '';
  }

  async note(text: string): Promise<void> {
    await this.page.getByLabel(this.said.report.note, { exact: true }).fill(text);
    await this.page.getByRole('button', { name: this.said.report.addNote }).click();
    await expect(this.page.getByRole('region', { name: this.said.report.notes })).toContainText(text);
  }

  async message(text: string): Promise<void> {
    await this.page.getByLabel(this.said.report.message, { exact: true }).fill(text);
    await this.page.getByRole('button', { name: this.said.report.send }).click();
    await expect(this.messages).toContainText(text);
  }

  get messages() {
    return this.page.getByRole('region', { name: this.said.report.messages });
  }
}
