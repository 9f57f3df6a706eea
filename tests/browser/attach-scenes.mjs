// A page with a form that attach is put to, with a library of the test's own: what tests of attach's parts share.
import { inRoot } from "../../scripts/tools.mjs";
import { usePage } from "./harness.mjs";

const openPage = usePage({ folder: inRoot("dist") });

/** A page whose `scene(html, options)` attaches to the form in it, with `found` as what is found of its claim. */
export async function open() {
  const opened = await openPage({
    path: "/host.html",
    async prepare(page) {
      const body = "<!doctype html><html lang=en><title>Host</title><main></main>";
      await page.route("**/host.html", (route) =>
        route.fulfill({ contentType: "text/html", body }),
      );
      await page.route("**/favicon.ico", (route) => route.fulfill({ status: 204 }));
    },
  });
  const { page } = opened;
  await page.evaluate(async () => {
    window.attach = (await import("/attach.js")).attach;
    window.found = [];
    const labels = {
      severities: { blocks: "Stop", warns: "Careful", informs: "Note" },
      verdicts: { fix: { title: "To fix" }, confirm: { title: "Open" }, ready: { title: "Fine" } },
    };
    window.library = {
      init: async () => {},
      negotiateLocale: () => "en",
      describe: () => ({ labels }),
      checkClaim: () => ({
        verdict: found.some(({ severity }) => severity === "blocks") ? "fix" : "ready",
        findings: structuredClone(found),
      }),
    };
    window.finding = (code, fields, more) => ({
      ...{
        code,
        fields,
        kind: "field",
        severity: "blocks",
        what: `${code}!`,
        why: "Why.",
        next: "Do.",
      },
      ...{ source: { section: "S", ruleset: "2023-10", url: "https://example.com/s" }, ...more },
    });
    window.scene = (html, options) => {
      document.querySelector("main").innerHTML = html;
      window.form = document.querySelector("form");
      window.before = document.querySelector("main").innerHTML;
      window.me = attach(form, { library, ...options });
      return me.check();
    };
    /** The elements in order, each with its name or class; messages by their codes. */
    window.drawn = (node = document.querySelector("main")) =>
      [...node.children].map((child) => {
        if (child.matches(".cpor-message")) return `(${child.dataset.code})`;
        const own = child.name || child.id || child.className || child.localName;
        return child.children.length ? `${own}[${drawn(child).join(" ")}]` : own;
      });
    /** What a control is described by, in words. */
    window.described = (control) =>
      (control.getAttribute("aria-describedby") ?? "")
        .split(" ")
        .filter(Boolean)
        .map((id) => document.getElementById(id)?.dataset.code ?? id);
  });
  return {
    ...opened,
    /** What `ask` returns in the page, where a form with these findings has been checked. */
    async scene(html, found, options, ask) {
      await page.evaluate(
        async ([text, list, given]) => {
          window.found = list.map((one) => finding(...one));
          await scene(text, given);
        },
        [html, found, options],
      );
      return page.evaluate(ask);
    },
  };
}
