/** What was wrong with a field, as far as a browser needs to know to see that it is mended. */
export type Complaint = { field: string; names: readonly string[]; code: string; limit?: number };

type Control = {
  type: string;
  value: string;
  checked?: boolean;
  defaultValue?: string;
  defaultChecked?: boolean;
};

const isFilled = (control: Control) =>
  control.type === 'radio' || control.type === 'checkbox'
    ? control.checked === true
    : control.value.trim() !== '';

/** Still what the server found wrong. A select does not say what it was; the server looks at it again. */
const isUntouched = (control: Control) =>
  control.type === 'radio' || control.type === 'checkbox'
    ? control.checked === control.defaultChecked
    : control.value === control.defaultValue;

/**
 * Whether a field looks mended: it was changed, and what the browser can see of the rule holds. The server has the last word when the page
 * is sent.
 */
export function isMended({ code, limit }: Complaint, controls: readonly Control[]): boolean {
  if (controls.every(isUntouched)) return false;
  if (code === 'needed') return controls.some(isFilled);
  if (code === 'too-long')
    return controls.every(({ value }) => [...value].length <= (limit ?? Number.POSITIVE_INFINITY));
  if (code === 'too-many') return controls.filter(isFilled).length <= (limit ?? 1);
  if (code === 'unreadable') return controls.every(({ value }) => !value.includes('\ufffd'));
  if (code === 'year-missing')
    return controls.some((control) => control.type === 'text' && /^\d{4}$/.test(control.value.trim()));
  if (code === 'not-a-number' || code === 'out-of-range')
    return controls.every(({ value }) => !value.trim() || !Number.isNaN(Number(value)));
  return controls.every((control) => control.type === 'checkbox' || /^[\d:\s]*$/.test(control.value));
}
