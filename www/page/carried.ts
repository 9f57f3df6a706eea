// What a person is in the middle of, while the page is drawn anew: texts that nothing has taken yet, the focus and the
// selection.

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Texts of which only their control knows. */
const TYPED = "textarea[data-key], input[data-typed]";

/** Remembers all that; the answer brings it to the controls of the same keys. */
export function carried(): () => void {
  const active = document.activeElement;
  const key = keyIn(active);
  const { selectionStart, selectionEnd } = (active ?? {}) as Control;
  const texts = new Map(
    [...document.querySelectorAll<Control>(TYPED)].map((one) => [keyOf(one), one.value]),
  );
  return () => {
    for (const one of document.querySelectorAll<Control>(TYPED)) {
      const text = texts.get(keyOf(one));
      // What the page has put there itself, in another language say, is not the person’s.
      if (!text || one.value !== one.defaultValue) continue;
      one.value = text;
      one.dispatchEvent(new Event("input"));
    }
    if (!key || document.activeElement === active) return;
    const control = withKey(key);
    control?.focus({ preventScroll: true });
    select(control, selectionStart, selectionEnd);
  };
}

/** By what a control, or another place, is found again in the next drawing. */
export const keyIn = (node: Element | null): string =>
  node?.getAttribute("data-key") || node?.id || "";
export const withKey = (key: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ??
  document.getElementById(key);

const keyOf = (node: Element) => node.getAttribute("data-key") ?? "";

function select(control: HTMLElement | null, from: number | null, to: number | null): void {
  if (from === null || from === undefined) return;
  if (!(control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement)) return;
  // Of a day or a box to tick, nothing can be selected.
  if (control.selectionStart !== null) control.setSelectionRange(from, to ?? from);
}
