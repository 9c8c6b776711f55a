import { expect, type Page, test } from '@playwright/test';
import { forKind } from '@/lib/i18n/by-kind';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';
import type { ReporterKind } from '@/lib/reports/kinds';
import type { SectionSlug } from '@/lib/reports/questionnaire';
import { madePdf } from '../made-files';
import type { Answers, Story } from '../stories';

export type Receipt = { reference: string; code: string };

/** The report, as a person meets it. */
export class ReportPages {
  private readonly said;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
  ) {
    this.said = words(locale).report;
  }

  async open(): Promise<void> {
    await this.page.goto(`/${this.locale}/report`);
  }

  /** Chooses what the report is about and goes on. */
  async begin(kind: ReporterKind): Promise<void> {
    await this.open();
    await this.choose(kind);
    await this.page.waitForURL(/\/report\/\w+/);
  }

  async choose(kind: ReporterKind): Promise<void> {
    await this.page.locator(`input[name="reporter_kind"][value="${kind}"]`).check();
    await this.press(this.said.pages.start.continue);
  }

  /** Answers what stands on the page. */
  async answer(answers: Answers): Promise<void> {
    for (const [name, value] of Object.entries(answers)) {
      for (const [index, one] of [value].flat().entries()) await this.answerOne(name, one, index);
    }
  }

  private async answerOne(name: string, value: string, index: number): Promise<void> {
    const choices = this.page.locator(`input[name="${name}"]:is([type=radio], [type=checkbox])`);
    if ((await choices.count()) > 0)
      return this.page.locator(`input[name="${name}"][value="${value}"]`).check();
    const select = this.page.locator(`select[name="${name}"]`);
    if ((await select.count()) > 0) return void (await select.selectOption(value));
    await this.page.locator(`:is(input, textarea)[name="${name}"]`).nth(index).fill(value);
  }

  async continue(): Promise<void> {
    await this.press(this.said.nav.continue);
  }

  async skip(): Promise<void> {
    await this.press(this.said.nav.skip);
  }

  async send(): Promise<void> {
    await this.press(this.said.pages.check.send);
  }

  private async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async isAt(slug: SectionSlug, kind: ReporterKind): Promise<void> {
    await expect(this.page.locator('h1')).toHaveText(forKind(this.said.pages[slug].title, kind));
  }

  async isAtCheck(): Promise<void> {
    await expect(this.page.locator('h1')).toHaveText(this.said.pages.check.title);
  }

  /** From the start page to the check page. */
  async tell(story: Story): Promise<void> {
    await this.begin(story.kind);
    for (const { slug, answers, file } of story.legs) {
      await this.isAt(slug, story.kind);
      await this.answer(answers);
      if (file) await this.handIn();
      await this.continue();
    }
    await this.isAtCheck();
  }

  /** A file, the way there is without JavaScript: posted by itself, and back. With it files go up from the page, which evidence.spec tries. */
  private async handIn(): Promise<void> {
    const { files } = this.said;
    if (test.info().project.use.javaScriptEnabled !== false) return;
    await this.page.getByRole('button', { name: files.add }).click();
    const paper = { name: 'paper.pdf', mimeType: 'application/pdf', buffer: madePdf(2_000) };
    await this.page.locator('input[type=file]').setInputFiles(paper);
    await this.press(files.page.upload);
    await this.page.getByRole('link', { name: files.page.done }).click();
    await expect(this.page.locator('[data-file]')).toContainText('paper.pdf');
  }

  /** What stands on the receipt, which must be on the screen. */
  async receipt(): Promise<Receipt> {
    await expect(this.page.locator('h1')).toHaveText(this.said.pages.receipt.title);
    return {
      reference: await this.page.getByTestId('reference').innerText(),
      code: await this.page.getByTestId('receipt-code').innerText(),
    };
  }

  /** The whole of it: told, sent, receipt read. */
  async file(story: Story): Promise<Receipt> {
    await this.tell(story);
    await this.send();
    return this.receipt();
  }
}
