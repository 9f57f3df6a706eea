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
 * there whatever the options say. `loads` are the options where a caller says nothing.
 */
export function entry({ core, readers, batch, glue, batchParts, code, brought, loads }) {
  const loadExports = (source) => loadReaders(source ?? readers, glue);
  const loadBatch = (source) => loadBatchFrom(source ?? batch, batchParts);
  const init = async (source, options) => {
    const wanted = { exports: true, batch: true, ...loads, ...options };
    const loading = loadCore(source ?? core, { ...options, ...brought });
    await Promise.all([loading, wanted.exports && loadExports(), wanted.batch && loadBatch()]);
  };
  const own = { loadExports, code };
  const lookUpTenant = (domainOrTenantId, options) => lookUp(domainOrTenantId, options, own);
  return { init, loadExports, loadBatch, lookUpTenant };
}
