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
//! | everything that is a list | `describe.rs` |
//! | the boundary to JavaScript | `wasm_check.rs`: the check of a claim, as numbers; `wasm.rs`: all else, as JSON |
//!
//! Without the feature `core`, the crate is the check of a claim without evidence, which is what a form
//! starts with.

#[cfg(feature = "core")]
pub mod advise;
mod api;
#[cfg(feature = "core")]
pub mod batch;
mod checks;
pub mod claim;
pub mod code;
pub mod date;
#[cfg(feature = "core")]
mod describe;
#[cfg(feature = "core")]
pub mod diagnose;
pub mod domain;
pub mod evidence;
pub mod facts;
pub mod guid;
pub mod identifier;
pub mod json;
mod list;
mod order;
mod paste;
pub mod report;
pub mod ruleset;
pub mod sku;
#[cfg(test)]
mod testing;
pub mod timeline;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
#[cfg(target_arch = "wasm32")]
pub mod wasm_check;

#[cfg(feature = "core")]
pub use api::held;
pub use api::{CheckInput, ClaimReader, InputEntry, ReadEvidence, Understood, World};
#[cfg(feature = "core")]
pub use describe::{Description, describe};
