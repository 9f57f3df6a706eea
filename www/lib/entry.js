// What the entries of the package have in common: the library, and where they have its wasm from.

import {
  init as load,
  loadBatch as loadBatchFrom,
  loadExports as loadReaders,
  loadEvidence as loadWhole,
  lookUpTenant as lookUp,
} from "./preflight.js";

/**
 * `init`, `loadEvidence`, `loadExports`, `loadBatch` and `lookUpTenant` of an entry that brings its
 * own sources; a caller's source goes before them. An entry that must not load anything gives `glue`,
 * the scripts of core and readers, `batchParts`, `code`, the look-up's, and languages and SKU table as
 * `brought`: these are there whatever the options say, and `check`, which is in the core, is not.
 * `loads` are the options where a caller says nothing; `whenAsked` has parts that are then loaded when
 * they are first asked for.
 */
export function entry(own) {
  const { check, core, readers, batch, glue, batchParts, code, brought, loads, whenAsked } = own;
  const loadEvidence = (source) => loadWhole(source ?? core, glue?.core);
  const loadExports = (source) => loadReaders(source ?? readers, glue?.readers);
  const loadBatch = (source) => loadBatchFrom(source ?? batch, batchParts);
  const init = async (source, options) => {
    const wanted = { evidence: true, exports: true, batch: true, ...loads, ...options };
    // What is loaded while somebody waits has no time to load texts.
    const mayWait = (part) => !FEW.includes(wanted.texts) && options?.[part] === undefined;
    const later = Object.entries(whenAsked ?? {}).filter(([part]) => mayWait(part));
    wanted.evidence ||= !check && !source;
    const wasm = source ?? (wanted.evidence ? core : check);
    const loading = load(wasm, { ...wanted, ...brought }, glue?.core, Object.fromEntries(later));
    await Promise.all([loading, wanted.exports && loadExports(), wanted.batch && loadBatch()]);
  };
  const parts = { loadExports, code };
  const lookUpTenant = (domainOrTenantId, options) => lookUp(domainOrTenantId, options, parts);
  return { init, loadEvidence, loadExports, loadBatch, lookUpTenant };
}

/** What `texts` can be for less than all. */
const FEW = ["first", "form"];
