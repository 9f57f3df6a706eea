//! The reasons in a ranking.

use serde::Serialize;

use crate::list::names;

names! {
    /// The effect of an answer on a candidate.
    pub enum Effect {
        /// It speaks for the candidate.
        For = "for",
        /// It speaks against the candidate.
        Against = "against",
        /// There is no answer, or the answer does not decide.
        Open = "open",
        /// It makes no difference.
        Neutral = "neutral",
    }
}

/// A reason in a ranking.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Because {
    /// The question.
    pub question: &'static str,
    /// The answer, if there is one.
    pub answer: Option<String>,
    /// The effect of the answer.
    pub effect: Effect,
    /// The name of the sentence that explains it.
    pub reason: &'static str,
}
