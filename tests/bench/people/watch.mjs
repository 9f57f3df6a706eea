// What runs in the pages that are measured. Each function stands alone, because it is sent there as text.

/**
 * Puts a text into the first input as soon as there is one, again and again until the page answers it, and
 * notes when that answer is painted, and what was asked for and worked until then.
 */
export function watchStart({ selector, text, answer, isBox }) {
  const seen = { blocking: 0, largest: [] };
  const note = (type, each) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({
      type,
      buffered: true,
    });
  note("longtask", ({ duration }) => {
    seen.blocking += Math.max(0, duration - 50);
  });
  note("largest-contentful-paint", ({ startTime }) => {
    seen.largest.push(startTime);
  });
  const roots = (root) => [
    root,
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ];
  const find = () => {
    for (const root of roots(document)) {
      const one = root.querySelector(selector);
      if (one && !one.disabled && one.checkVisibility()) return one;
    }
    return undefined;
  };
  const paste = (control) => {
    if (isBox) {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      const options = { bubbles: true, cancelable: true, composed: true, clipboardData };
      control.dispatchEvent(new ClipboardEvent("paste", options));
      return;
    }
    // Past the setters that libraries put over it.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(control, text);
    const inputType = "insertFromPaste";
    const options = { bubbles: true, composed: true };
    control.dispatchEvent(new InputEvent("input", { ...options, inputType, data: text }));
    control.dispatchEvent(new Event("change", options));
    control.dispatchEvent(new FocusEvent("blur", { composed: true }));
    control.dispatchEvent(new FocusEvent("focusout", options));
  };
  const isAnswered = () =>
    roots(document).some((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (data.includes(answer) && parentElement?.checkVisibility()) return true;
      }
      return false;
    });
  let next = 0;
  const look = (now) => {
    const control = find();
    if (seen.pasted && isAnswered()) {
      const { port1, port2 } = new MessageChannel();
      // Comes when the frame is done.
      port1.onmessage = () => end();
      port2.postMessage(0);
      return;
    }
    if (control && now >= next) {
      seen.pasted = true;
      paste(control);
      next = now + 50;
    }
    requestAnimationFrame(look);
  };
  const end = () => {
    const usable = performance.now();
    const { blocking } = seen;
    const files = performance
      .getEntriesByType("resource")
      .filter((one) => one.responseEnd <= usable && !one.name.startsWith("data:"))
      .sort((a, b) => a.startTime - b.startTime);
    const depths = new Map();
    for (const one of files) {
      const before = [...depths].filter(([other]) => other.responseEnd <= one.startTime);
      depths.set(one, 1 + Math.max(0, ...before.map(([, depth]) => depth)));
    }
    const [html] = performance.getEntriesByType("navigation");
    const sizes = [html, ...files].map(({ encodedBodySize }) => encodedBodySize);
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const figures = {
      ...{ usable, blocking, paint: paint?.startTime ?? usable, requests: sizes.length },
      bytes: sizes.reduce((a, b) => a + b, 0),
      series: Math.max(0, ...depths.values()),
    };
    // What has been painted is told later.
    setTimeout(() => {
      const until = seen.largest.filter((time) => time <= usable);
      globalThis.benchStart = { ...figures, lcp: until.at(-1) ?? usable };
    }, 300);
  };
  requestAnimationFrame(look);
}

/** Prepares to say how long it is from the next key until a message is gone, or there, and painted. */
export function watchKey([message, isThere]) {
  const roots = (root) => [
    root,
    ...[...root.querySelectorAll("*")].flatMap(({ shadowRoot }) =>
      shadowRoot ? roots(shadowRoot) : [],
    ),
  ];
  const isShown = () =>
    roots(document).some((root) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const { data, parentElement } = walker.currentNode;
        if (data.includes(message) && parentElement?.checkVisibility()) return true;
      }
      return false;
    });
  globalThis.benchKey = new Promise((done) => {
    addEventListener(
      "keydown",
      ({ timeStamp }) => {
        let frames = 0;
        const look = () => {
          frames += 1;
          if (frames > 300) return done(undefined);
          if (isShown() !== isThere) return requestAnimationFrame(look);
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now() - timeStamp);
          port2.postMessage(0);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
}
