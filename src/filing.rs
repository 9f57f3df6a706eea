//! The time around filing: what the claim form asks for, what the proof of execution has to show, and what
//! follows from a status in Partner Center.
//!
//! What Microsoft's pages say stands in the rule sets (`ruleset/filing_*.rs`).

mod after;
mod form;
mod names;
mod proof;

pub use after::{
    Actor, AfterFiling, AfterNext, Deadline, DeadlineStep, Mend, TextKind, after_filing,
};
pub use form::{ClaimForm, FormEntry, claim_form};
pub use names::{reason, status};
pub use proof::{ProofChecklist, ProofEntry, proof_checklist};

use serde::Serialize;

use crate::ruleset::{Page, Source};

/// Where something is said.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Said {
    /// The page.
    pub page: &'static Page,
    /// The heading; empty for the page as a whole.
    pub section: &'static str,
    /// Do only third parties say so?
    pub hearsay: bool,
}

impl Said {
    const fn of(Source { page, section }: Source, hearsay: bool) -> Self {
        Self { page, section, hearsay }
    }
}
