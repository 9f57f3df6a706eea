//! Why a guide ranks a candidate as it does.

use serde::Serialize;

use crate::list::names;

names! {
    /// Which way an answer points.
    pub enum Effect {
        /// Towards this one.
        For = "for",
        /// Away from it.
        Against = "against",
        /// Not answered, or not decided by the answer.
        Open = "open",
        /// Neither way.
        Neutral = "neutral",
    }
}

/// One reason of a ranking.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
pub struct Because {
    /// The question.
    pub question: &'static str,
    /// The answer, if there is one.
    pub answer: Option<String>,
    /// Which way it points.
    pub effect: Effect,
    /// Key of the sentence that says so.
    pub reason: &'static str,
}
