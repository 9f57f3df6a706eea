// Constructed style sheets: they are allowed by every policy, and shared by all elements of a document.

const PLACEHOLDER = `:host{display:block}:host([hidden]){display:none!important}
.cpor{box-sizing:border-box;min-block-size:var(--cpor-min-block-size,var(--wide));padding:var(--cpor-padding,clamp(.5rem,2vw,1.5rem));font-family:var(--cpor-font-family,inherit);font-size:var(--cpor-font-size,1rem);line-height:var(--cpor-line-height,1.55)}
@media (max-width:760px){.cpor{min-block-size:var(--cpor-min-block-size,var(--narrow))}}
button{font:inherit;min-block-size:44px;padding:.55rem 1rem}`;

const sheets = new WeakMap();

/** The sheet with this text; a document has its own, as it takes none from another. */
export function sheetFor(document, css) {
  const { CSSStyleSheet } = document.defaultView ?? globalThis;
  const own = sheets.get(document) ?? new Map();
  sheets.set(document, own);
  if (!own.has(css)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    own.set(css, sheet);
  }
  return own.get(css);
}

export const placeholderSheet = (document) => sheetFor(document, PLACEHOLDER);
