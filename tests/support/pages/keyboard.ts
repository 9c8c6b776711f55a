import { expect, type Locator, type Page } from '@playwright/test';

const MOST_TABS = 250;
const MOST_ARROWS = 40;

/** Somebody who has no mouse: moves with Tab and the arrows, chooses with Space, sends with Enter. Nothing is focused or filled for them. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Moves on with Tab until this has the focus, and the focus can be seen. */
  async reach(target: Locator): Promise<void> {
    // Most of the way is gone without looking at every stop; only how often to press is worked out, never where the focus is.
    for (let tabs = await target.evaluate(stopsBefore); tabs > 1; tabs -= 1)
      await this.page.keyboard.press('Tab');
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      if (await hasFocus(target)) return this.seesFocus(target);
      await this.page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${target}`);
  }

  private async seesFocus(target: Locator): Promise<void> {
    const outline = await target.evaluate((element) => {
      const style = getComputedStyle(element);
      const around = element.closest('label') ? getComputedStyle(element.closest('label') as Element) : style;
      const shown = (one: CSSStyleDeclaration) =>
        (one.outlineStyle !== 'none' && Number.parseFloat(one.outlineWidth) >= 2) || one.boxShadow !== 'none';
      return shown(style) || shown(around);
    });
    expect(outline, 'what has the focus shows it').toBe(true);
  }

  /** Answers one control, whatever it is. `nth` for the second and later inputs of a name. */
  async answer(name: string, value: string, nth = 0): Promise<void> {
    const choices = this.page.locator(`input[name="${name}"]:is([type=radio], [type=checkbox])`);
    if ((await choices.count()) > 0) return this.choose(name, value);
    const select = this.page.locator(`select[name="${name}"]`);
    if ((await select.count()) > 0) return this.pick(select, value);
    await this.reach(this.page.locator(`:is(input, textarea)[name="${name}"]`).nth(nth));
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(value);
  }

  private async choose(name: string, value: string): Promise<void> {
    const wanted = this.page.locator(`input[name="${name}"][value="${value}"]`);
    if ((await wanted.getAttribute('type')) === 'checkbox') {
      await this.reach(wanted);
      if (!(await wanted.isChecked())) await this.page.keyboard.press('Space');
      return;
    }
    // Tab comes to a group of radio buttons once; inside it the arrows move.
    const group = this.page.locator(`input[name="${name}"]`);
    const entrance = (await group.and(this.page.locator(':checked')).count())
      ? group.and(this.page.locator(':checked'))
      : group.first();
    await this.reach(entrance);
    for (let arrows = 0; arrows < MOST_ARROWS && !(await hasFocus(wanted)); arrows += 1)
      await this.page.keyboard.press('ArrowDown');
    if (!(await wanted.isChecked())) await this.page.keyboard.press('Space');
    await expect(wanted).toBeChecked();
  }

  private async pick(select: Locator, value: string): Promise<void> {
    await this.reach(select);
    for (let arrows = 0; arrows < MOST_ARROWS && (await select.inputValue()) !== value; arrows += 1)
      await this.page.keyboard.press('ArrowDown');
    await expect(select).toHaveValue(value);
  }

  /** Moves to a button and presses it; Enter is how a keyboard says so. */
  async press(button: Locator): Promise<void> {
    await this.reach(button);
    await this.page.keyboard.press('Enter');
  }
}

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Runs in the page: about how many stops Tab makes from where the focus is to this element. A group of radio buttons is one. */
function stopsBefore(target: Element): number {
  const names = new Set<string>();
  const stops = [
    ...document.querySelectorAll<HTMLInputElement>(
      'a[href], button, input:not([type=hidden]), select, textarea',
    ),
  ].filter((stop) => {
    if (stop === target || stop === document.activeElement) return true;
    if (stop.offsetParent === null) return false;
    if (stop.type !== 'radio') return true;
    const known = names.has(stop.name);
    names.add(stop.name);
    return !known;
  });
  const from = stops.indexOf(document.activeElement as HTMLInputElement);
  const to = stops.indexOf(target as HTMLInputElement);
  return from >= 0 && to > from ? to - from - 2 : 0;
}
