//! The two guides: which activity, and which Partner ID.

mod activity;
mod because;
mod partner_id;

pub use activity::{
    ActivityAdvice, Answers, Question, Reason as ActivityReason, advise as advise_activity,
};
pub use because::{Because, Effect};
pub use partner_id::{
    Next as PartnerIdNext, Overall as PartnerIdOverall, PartnerIdAdvice, Reason as PartnerIdReason,
    Situation, advise as advise_partner_id,
};
