// Constructed style sheets: every policy allows them, and all elements of a document share them.

const PLACEHOLDER = `:host{display:block}:host([hidden]){display:none!important}
.cpor{box-sizing:border-box;min-block-size:var(--cpor-min-block-size,var(--wide));padding:var(--cpor-padding,clamp(.5rem,2vw,1.5rem));font-family:var(--cpor-font-family,inherit);font-size:var(--cpor-font-size,1rem);line-height:var(--cpor-line-height,1.55)}
@media (max-width:760px){.cpor{min-block-size:var(--cpor-min-block-size,var(--narrow))}}
button{font:inherit;min-block-size:44px;padding:.55rem 1rem}`;

/** A document keeps its sheets by their texts under this name: it accepts none of another document. */
const SHEETS = Symbol("cpor-preflight.sheets");

/** The sheet with this text for a document. */
export function sheetFor(document: Document, css: string): CSSStyleSheet {
  const { CSSStyleSheet } = document.defaultView ?? globalThis;
  const kept = document as Document & { [SHEETS]?: Map<string, CSSStyleSheet> };
  kept[SHEETS] ??= new Map();
  const known = kept[SHEETS].get(css);
  if (known) return known;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  kept[SHEETS].set(css, sheet);
  return sheet;
}

export const placeholderSheet = (document: Document): CSSStyleSheet =>
  sheetFor(document, PLACEHOLDER);
