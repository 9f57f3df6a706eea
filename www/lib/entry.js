// What the entries of the package have in common: the library, and where they have its wasm from.

import { init as load, loadExports as loadReaders, lookUpTenant as lookUp } from "./preflight.js";

/**
 * `init`, `loadExports` and `lookUpTenant` of an entry that brings its own sources; a caller's source
 * goes before them. An entry that must not load anything gives `glue`, the readers' script, `code`,
 * the look-up's, and languages and SKU table as `brought`: these are there whatever the options say.
 */
export function entry({ core, readers, glue, code, brought }) {
  const loadExports = (source) => loadReaders(source ?? readers, glue);
  const init = async (source, options) => {
    const { exports = true } = options ?? {};
    const loading = load(source ?? core, { ...options, ...brought });
    await Promise.all([loading, exports && loadExports()]);
  };
  const own = { loadExports, code };
  const lookUpTenant = (domainOrTenantId, options) => lookUp(domainOrTenantId, options, own);
  return { init, loadExports, lookUpTenant };
}
