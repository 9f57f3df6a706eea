/**
 * Watches for the pointer being pressed while the focus is in a node. The answer acts now, or when the
 * pointer is let go: a field that is left because something else is pressed must not move that away
 * before the press has become a click.
 */
export function watchPointer(node) {
  const waiting = [];
  let isPressed = false;
  let watching;
  node.addEventListener("focusin", watch);
  node.addEventListener("focusout", () => isPressed || stopIfLeft());
  return (act) => {
    if (isPressed) waiting.push(act);
    else act();
  };

  function watch() {
    if (watching) return;
    watching = new AbortController();
    const options = { capture: true, signal: watching.signal };
    addEventListener("pointerdown", press, options);
    addEventListener("click", release, options);
    for (const type of ["pointerup", "pointercancel"]) {
      addEventListener(type, () => setTimeout(release), options);
    }
  }

  function press() {
    isPressed = true;
  }

  function release() {
    isPressed = false;
    for (const act of waiting.splice(0)) act();
    stopIfLeft();
  }

  /** The focus moves from one field to the next by way of none. */
  function stopIfLeft() {
    setTimeout(() => {
      if (isPressed || node.matches(":focus-within")) return;
      watching?.abort();
      watching = undefined;
    });
  }
}
