//! Checks a CPOR claim (Claiming Partner of Record) before it is filed in Partner Center.
//!
//! The core knows no clock, no language and nothing of JavaScript. The caller passes the day, the SKU
//! table and the conversion of international domain names ([`World`]), and gets codes with parameters.
//! `src/README.md` shows the layers, the way of a claim and of an export, and a glossary.
//!
//! | what | where |
//! |---|---|
//! | fields and closed answers of a claim | [`claim`] |
//! | checks and codes | [`code`] |
//! | closed lists that evidence, rule sets and codes share | [`vocabulary`] |
//! | what a rule set states: severities, sections, activity table, day counts | [`ruleset`] |
//! | reading single values | [`guid`], [`date`], [`domain`], [`identifier`], [`sku`] |
//! | evidence: its parts and how they are joined | [`evidence`] |
//! | reading exports, one file per kind | [`exports`] |
//! | naming the kind of an identifier | [`classify`] |
//! | the fields of a claim after reading | [`facts`] |
//! | the checks | `checks/` |
//! | findings and reports | [`report`], [`timeline`] |
//! | the two guides | [`advise`] |
//! | the claim form, the proof of execution, and what follows filing | [`filing`] |
//! | the diagnosis of the subscription error | [`diagnose`] |
//! | files of claims | [`batch`] |
//! | which claims could be filed | [`plan`] |
//! | the registry as one value | `describe.rs` |
//! | the boundary to JavaScript | `wasm_check.rs`: the check of a claim, as numbers; `wasm.rs`: all else, as JSON |
//!
//! Without the feature `core`, the crate is the check of a claim without evidence, with which a form
//! starts.

pub mod actions;
pub mod address;
#[cfg(feature = "core")]
pub mod advise;
mod api;
#[cfg(feature = "core")]
pub mod batch;
mod checks;
pub mod claim;
pub mod classify;
pub mod code;
pub mod date;
#[cfg(feature = "core")]
mod describe;
#[cfg(feature = "core")]
pub mod diagnose;
pub mod domain;
pub mod evidence;
#[cfg(feature = "core")]
pub mod exports;
pub mod facts;
#[cfg(feature = "core")]
pub mod filing;
pub mod find;
pub mod guid;
pub mod identifier;
pub mod json;
#[cfg(feature = "core")]
pub mod letter;
mod list;
mod number;
mod order;
mod paste;
mod placeholder;
#[cfg(feature = "core")]
pub mod plan;
mod punycode;
pub mod report;
pub mod ruleset;
pub mod sku;
#[cfg(feature = "core")]
#[cfg(test)]
mod testing;
pub mod timeline;
#[cfg(feature = "core")]
#[cfg(test)]
mod types;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
#[cfg(target_arch = "wasm32")]
pub mod wasm_check;

#[cfg(feature = "core")]
pub use api::held;
pub use api::{CheckInput, ClaimReader, InputEntry, ReadEvidence, Understood, World};
#[cfg(feature = "core")]
pub use describe::{Description, describe};
