import { expect, type Page } from '@playwright/test';
import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReporterKind } from '@/lib/reports/kinds';
import type { SectionSlug } from '@/lib/reports/questionnaire';
import type { Answers } from '../stories';
import { ReportPages } from './report-pages';

/** What can be done after a report was sent: adding to it and asking for something. */
export class AfterPages {
  private readonly said;
  private readonly form;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.said = words(locale).report;
    this.form = new ReportPages(page, locale);
  }

  /** From the receipt, the answer of sos or the status to the choice of topics. */
  async addMore(): Promise<void> {
    await this.page.getByRole('link', { name: this.said.more.add.link }).click();
    await expect(this.page.locator('h1')).toHaveText(this.said.more.add.title);
  }

  /** Opens a topic, answers it, and comes back to the choice. */
  async tell(slug: SectionSlug, kind: ReporterKind, answers: Answers): Promise<void> {
    const title = forKind(this.said.pages[slug].title, kind) ?? '';
    await this.page.getByRole('button', { name: title }).click();
    await this.form.isAt(slug, kind);
    await this.form.answer(answers);
    await this.page.getByRole('button', { name: this.said.more.add.save, exact: true }).click();
    await expect(this.page.locator('h1')).toHaveText(this.said.more.add.title);
  }

  /** To the check page, and away. */
  async check(): Promise<void> {
    await this.page.getByRole('link', { name: this.said.more.add.toCheck }).click();
    await expect(this.page.locator('h1')).toHaveText(this.said.more.add.check.title);
  }

  async sendAddition(): Promise<void> {
    await this.page.getByRole('button', { name: this.said.more.add.check.send, exact: true }).click();
    await expect(this.page.getByText(this.said.more.add.sent)).toBeVisible();
  }

  async typeBack(code: string): Promise<void> {
    const { typeBack } = this.said.more.receipt;
    await this.page.getByLabel(typeBack.label, { exact: true }).fill(code);
    await this.page.getByRole('button', { name: typeBack.check, exact: true }).click();
  }

  /** From the open status: the page that explains, then the request. */
  async askToWithdraw(reason: string): Promise<void> {
    const { requests } = this.said.more;
    await this.page.getByRole('link', { name: requests.links.WITHDRAW }).click();
    await expect(this.page.locator('h1')).toHaveText(requests.withdraw.title);
    await this.page.getByLabel(requests.withdraw.reason).fill(reason);
    await this.page.getByRole('button', { name: requests.withdraw.send, exact: true }).click();
    await expect(this.page.getByText(requests.sent)).toBeVisible();
  }

  /** From the open status: asks that nothing be agreed to any more. */
  async askForConsent(): Promise<void> {
    const { requests } = this.said.more;
    await this.page.getByRole('link', { name: requests.links.CONSENT }).click();
    await this.page.getByRole('button', { name: requests.consent.send, exact: true }).click();
    await expect(this.page.getByText(requests.sent)).toBeVisible();
  }

  get additions() {
    return this.page.getByTestId('addition');
  }

  get requests() {
    return this.page.getByTestId('request');
  }
}
