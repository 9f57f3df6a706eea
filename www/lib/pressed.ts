// What waits while a button is pressed: one that moves meanwhile gets no click.

export interface Press {
  /** Does something once nothing is pressed; of several things, the last. */
  whenOver(act: () => void): void;
  /** What waits need not be done. */
  forget(): void;
}

/** Watches the pointer until the signal aborts. */
export function pressed(signal: AbortSignal): Press {
  let isDown = false;
  let waiting: (() => void) | undefined;
  const release = () => {
    isDown = false;
    waiting?.();
    waiting = undefined;
  };
  const on = (type: string, act: () => unknown) =>
    addEventListener(type, act, { capture: true, signal });
  on("pointerdown", () => {
    isDown = true;
  });
  on("click", release);
  for (const type of ["pointerup", "pointercancel"]) on(type, () => setTimeout(release));
  return {
    whenOver(act) {
      if (isDown) waiting = act;
      else act();
    },
    forget() {
      waiting = undefined;
    },
  };
}
