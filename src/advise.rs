//! The two guides: which activity, and which Partner ID.

mod activity;
mod partner_id;

pub use activity::{
    ActivityAdvice, Answers, Question, Reason as ActivityReason, advise as advise_activity,
};
pub use partner_id::{
    Next as PartnerIdNext, Overall as PartnerIdOverall, PartnerIdAdvice, Reason as PartnerIdReason,
    Situation, advise as advise_partner_id,
};

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
