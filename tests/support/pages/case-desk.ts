import { expect, type Page } from '@playwright/test';
import type { Locale } from '@/lib/i18n/locale';
import { words } from '@/lib/i18n/words';

/** What hangs on a case: its people, sites and return operations, each on pages of its own. */
export class CaseDesk {
  private readonly said;

  constructor(
    readonly page: Page,
    readonly locale: Locale,
    readonly number: string,
  ) {
    this.said = words(locale).desk;
  }

  async open(part = ''): Promise<void> {
    await this.page.goto(`/${this.locale}/staff/cases/${this.number}${part}`);
  }

  private press(name: string) {
    return this.page.getByRole('button', { name, exact: true }).click();
  }

  private async pick(field: string, value: string) {
    await this.page.locator(`select[name=${field}]`).selectOption(value);
  }

  /** Ends on the page of the person. */
  async addPerson(name: string): Promise<void> {
    await this.open('/people/new');
    await this.page.locator('input[name=person_name_ko]').fill(name);
    await this.press(this.said.people.add.submit);
    await expect(this.page.locator('h1')).toHaveText(name);
  }

  /** On the page of a person. */
  async recordSafety(value: string, source: string): Promise<void> {
    await this.pick('safety_value', value);
    await this.pick('safety_source', source);
    await this.pick('safety_confidence', 'HIGH');
    await this.press(this.said.people.recordAxis(this.said.people.axes.SAFETY));
  }

  /** Looks a site up; ends where one is chosen. */
  async findSite(name: string): Promise<void> {
    await this.open('/sites/new');
    await this.page.locator('input[name=site_name]').fill(name);
    await this.page.locator('input[name=site_name]').press('Enter');
    await this.page.locator('#choose').waitFor();
  }

  async recordSite(): Promise<void> {
    await this.press(this.said.sites.add.submit);
    await expect(this.page.getByText(this.said.sites.done['site-add'])).toBeVisible();
  }

  /** Decides a return for the first of the case's people; ends on its page. */
  async planReturn(): Promise<void> {
    await this.open('/returns/new');
    await this.page.locator('#who-plan input').first().check();
    await this.press(this.said.returns.plan.submit);
    await expect(this.page.getByTestId('return-state')).toHaveText(this.said.returns.states.PLANNED);
  }

  /** On the page of a return operation. */
  async step(action: 'START' | 'FINISH'): Promise<void> {
    await this.page.locator(`#action-${action}`).check();
    await this.press(this.said.returns.page.stepSubmit);
    const state = action === 'START' ? 'UNDERWAY' : 'DONE';
    await expect(this.page.getByTestId('return-state')).toHaveText(this.said.returns.states[state]);
  }
}
