/** Runs in the page: everything that can be tapped and is smaller than 44 by 44 px, links inside running text excepted. */
export function smallTargets(): string[] {
  const least = 43.5;
  const inText = (link: Element) => {
    const line = link.closest('p, li, dd, td, caption, label');
    return (
      line !== null &&
      getComputedStyle(link).display === 'inline' &&
      line.textContent?.trim() !== link.textContent?.trim()
    );
  };
  const areaOf = (control: Element) => {
    const choice = control.matches('input[type=checkbox], input[type=radio]');
    return choice ? (control.closest('label') ?? control.parentElement ?? control) : control;
  };
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
    .filter(
      (control) =>
        control.closest('.sr-only') === null && !control.matches('[aria-hidden=true]') && !inText(control),
    )
    .map((control) => ({ control, box: areaOf(control).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.height < least || box.width < least))
    .map(
      ({ control, box }) =>
        `${control.outerHTML.slice(0, 120)} is ${Math.round(box.width)} by ${Math.round(box.height)}`,
    );
}
