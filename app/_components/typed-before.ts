type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
type Standing = { value: string; checked: boolean };

/**
 * Takes down what stands in a form's controls until React has taken them over, and puts it back where that changed it: React resets a
 * textarea that the server filled to the server's text. Called while the form is rendered; in a page that the browser built itself there is
 * nothing to take down.
 */
export function typedBefore(id: string): (form: HTMLFormElement | null) => void {
  if (typeof document === 'undefined') return () => {};
  const served = document.getElementById(id);
  if (!(served instanceof HTMLFormElement)) return () => {};
  const standing = new Map<Control, Standing>();
  const takeDown = () => {
    for (const control of served.elements)
      if (isControl(control)) standing.set(control, { value: control.value, checked: isChecked(control) });
  };
  takeDown();
  served.addEventListener('input', takeDown);
  return (form) => {
    served.removeEventListener('input', takeDown);
    // The page before this one, when the browser only exchanged what stands on it.
    if (form !== served) return;
    for (const [control, { value, checked }] of standing) {
      if (control.value !== value) control.value = value;
      if (control instanceof HTMLInputElement && control.checked !== checked) control.checked = checked;
    }
  };
}

const isChecked = (control: Control) => control instanceof HTMLInputElement && control.checked;

const isControl = (element: Element): element is Control =>
  element instanceof HTMLTextAreaElement ||
  element instanceof HTMLSelectElement ||
  (element instanceof HTMLInputElement && element.type !== 'hidden' && element.type !== 'file');
