//! The plan: which claims could be filed for the customers in the evidence, what is open about each, and
//! why the rest cannot be claimed.
//!
//! Each claim is checked as any other. Business Applications are claimed by subscription and activity,
//! Microsoft 365 by tenant and workload.
//!
//! A plan can have hundreds of thousands of claims. What is the same for many of them crosses the boundary
//! once: what a subscription's claims have in common, how a check ends, why something is excluded.

use std::borrow::Cow;

use crate::advise::PartnerIdAdvice;
use crate::api::{ReadEvidence, World};
use crate::evidence::Evidence;
use crate::json::Value;
use crate::ruleset::RuleSet;

mod answer;
mod context;
mod customers;
mod exclusion;
mod planner;
mod renewals;

pub use answer::{
    Excluded, Plan, PlanExclusion, PlanOutcome, PlanReason, PlannedClaim, PlannedOffer, Renewed,
};
use context::Context;
use planner::Planner;

/// Plans the claims for the customers in the evidence. Answers in the context that are none count as not
/// given. What it says of the partner's own Partner IDs counts as evidence.
pub fn plan(
    world: World<'_>,
    context: &Value<'_>,
    evidence: &ReadEvidence,
    options: &Value<'_>,
) -> Plan {
    let (ruleset, today) = world.options(options, &mut Vec::new());
    let rules = ruleset.unwrap_or_else(|| RuleSet::in_force(today));
    let (context, stated) = Context::read(context, &evidence.0, world.to_ascii);
    let evidence: Cow<'_, Evidence> = match stated {
        None => Cow::Borrowed(&evidence.0),
        Some(stated) => Cow::Owned(evidence.0.clone().merged_with(stated)),
    };
    let PartnerIdAdvice { partner_id, next, .. } = context.advise_partner_id(today);
    let plan = Plan {
        ruleset: rules.id,
        partner_id: context.only_partner_id().or(partner_id),
        partner_id_next: next,
        reconsider: None,
        offers: Vec::new(),
        outcomes: Vec::new(),
        excluded: Vec::new(),
        exclusions: Vec::new(),
        reasons: Vec::new(),
    };
    Planner::of(world, (ruleset, rules), today, &evidence, context, plan).planned()
}
