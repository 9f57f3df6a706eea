// What the entries of the package have in common: the library, and where they have its wasm from.

import {
  loadBatch as loadBatchFrom,
  init as loadCore,
  loadExports as loadReaders,
  lookUpTenant as lookUp,
} from "./preflight.js";

/**
 * `init`, `loadExports`, `loadBatch` and `lookUpTenant` of an entry that brings its own sources; a
 * caller's source goes before them. An entry that must not load anything gives `glue`, the readers'
 * script, `batchParts`, `code`, the look-up's, and languages and SKU table as `brought`: these are
 * there whatever the options say.
 */
export function entry({ core, readers, batch, glue, batchParts, code, brought }) {
  const loadExports = (source) => loadReaders(source ?? readers, glue);
  const loadBatch = (source) => loadBatchFrom(source ?? batch, batchParts);
  const init = async (source, options) => {
    const { exports: wantsExports = true, batch: wantsBatch = true } = options ?? {};
    const loading = loadCore(source ?? core, { ...options, ...brought });
    await Promise.all([loading, wantsExports && loadExports(), wantsBatch && loadBatch()]);
  };
  const own = { loadExports, code };
  const lookUpTenant = (domainOrTenantId, options) => lookUp(domainOrTenantId, options, own);
  return { init, loadExports, loadBatch, lookUpTenant };
}
