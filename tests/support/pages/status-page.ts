import { expect, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** A report's status, as the holder of its receipt code meets it. */
export class StatusPage {
  private readonly said;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.said = words(locale).report.status;
  }

  async enter(code: string): Promise<void> {
    await this.page.goto(`/${this.locale}/status`);
    await this.page.getByLabel(this.said.code, { exact: true }).fill(code);
    await this.page.getByRole('button', { name: this.said.open }).click();
  }

  async open(code: string): Promise<void> {
    await this.enter(code);
    await expect(this.page.locator('h1')).toHaveText(this.said.heading);
  }

  async shows(state: keyof typeof this.said.states): Promise<void> {
    await expect(this.page.getByTestId('report-state')).toHaveText(this.said.states[state].name);
  }

  get messages() {
    return this.page.getByTestId('message');
  }

  async write(text: string): Promise<void> {
    await this.page.getByLabel(this.said.messages.write).fill(text);
    await this.page.getByRole('button', { name: this.said.messages.send }).click();
  }
}
