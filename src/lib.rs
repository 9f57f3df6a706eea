//! Checks a CPOR claim (Claiming Partner of Record) before it is filed in Partner Center.
//!
//! The core knows no clock, no language and nothing of JavaScript: the caller brings the day, the
//! SKU table and the conversion of international domain names ([`World`]), and gets codes with
//! parameters. Where to look:
//!
//! | what | where |
//! |---|---|
//! | fields and closed answers of a claim | [`claim`] |
//! | checks and codes | [`code`] |
//! | what a rule set says: severities, sections, activity table, day counts | [`ruleset`] |
//! | one check | `checks/` |
//! | reading and naming identifiers | [`guid`], [`domain`], [`identifier`] |
//! | evidence: shape, join, exports | [`evidence`] |
//! | the two guides | [`advise`] |
//! | the diagnosis of the subscription error | [`diagnose`] |
//! | a claim that changes while it is checked | [`session`] |
//! | everything that is a list | `describe.rs` |
//! | the boundary to JavaScript | `wasm_check.rs` and `wasm.rs`, with evidence `wasm_evidence.rs`, of the readers of exports `wasm_exports.rs`, of many claims `wasm_batch.rs` |

#[cfg(feature = "evidence")]
pub mod advise;
mod api;
#[cfg(feature = "batch")]
pub mod batch;
mod checks;
pub mod claim;
pub mod classify;
pub mod code;
pub mod date;
#[cfg(feature = "evidence")]
mod describe;
#[cfg(feature = "evidence")]
pub mod diagnose;
pub mod domain;
pub mod evidence;
#[cfg(feature = "evidence")]
pub mod exports;
pub mod facts;
pub mod guid;
pub mod identifier;
pub mod json;
mod list;
mod order;
mod paste;
pub mod report;
pub mod ruleset;
pub mod session;
pub mod sku;
#[cfg(test)]
mod testing;
pub mod timeline;
pub mod vocabulary;
#[cfg(all(target_arch = "wasm32", feature = "check"))]
pub mod wasm;
#[cfg(all(target_arch = "wasm32", feature = "batch"))]
pub mod wasm_batch;
#[cfg(all(target_arch = "wasm32", feature = "check"))]
pub mod wasm_check;
#[cfg(all(target_arch = "wasm32", feature = "check", feature = "evidence"))]
pub mod wasm_evidence;
#[cfg(all(target_arch = "wasm32", feature = "exports"))]
pub mod wasm_exports;
#[cfg(target_arch = "wasm32")]
mod wasm_host;

#[cfg(feature = "evidence")]
pub use api::HeldEvidence;
pub use api::{ReadEvidence, World};
#[cfg(feature = "evidence")]
pub use describe::{Description, describe};
