//! What the proof of execution has to show.

use serde::Serialize;

use super::Said;
use crate::claim::CompetingPartner;
use crate::date::Date;
use crate::facts::Facts;
use crate::list::as_map;
use crate::ruleset::{ProofItem, ProofRow, Topic};

/// The checklist for a claim.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ProofChecklist {
    /// The ID of the rule set.
    pub ruleset: &'static str,
    /// The items, in the order in which a document is put together.
    pub items: Vec<ProofEntry>,
    /// The values that were read from the claim, in their usual form.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "{ [Name in Field]?: string }"))]
    pub understood: Vec<(&'static str, String)>,
}

/// An item of the checklist.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct ProofEntry {
    /// The item.
    pub id: ProofItem,
    /// The earliest day that its date may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The day by which it has to be there, and the latest one that its date may have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What Microsoft's pages contradict each other about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// Its source.
    pub source: Said,
}

/// What the proof has to show for such a claim. What the claim does not say yet leaves items in.
///
/// Days count from that of submission, or from today.
pub fn proof_checklist(facts: &Facts<'_>) -> ProofChecklist {
    let rows = facts.rules.filing().proof.iter();
    let rows = rows.filter(|row| row.scope.includes(facts.area, facts.activity));
    let rows = rows.filter(|row| !is_idle(row.item, facts));
    ProofChecklist {
        ruleset: facts.rules.id,
        items: rows.map(|row| entry(row, facts.day)).collect(),
        understood: facts.understood(),
    }
}

/// The items of the claim's checklist among these.
pub fn items_of(facts: &Facts<'_>, wanted: &[ProofItem]) -> Vec<ProofEntry> {
    let mut items = proof_checklist(facts).items;
    items.retain(|item| wanted.contains(&item.id));
    items
}

/// With no other partner there is no other proof.
fn is_idle(item: ProofItem, facts: &Facts<'_>) -> bool {
    let compares = matches!(item, ProofItem::Comparison | ProofItem::Newest);
    compares && facts.competing == Some(CompetingPartner::No)
}

fn entry(row: &ProofRow, submitted: Date) -> ProofEntry {
    let from = (row.months > 0).then(|| submitted.minus_months(row.months));
    ProofEntry {
        id: row.item,
        from,
        due: from.map(|_| submitted),
        topic: row.topic,
        source: Said::of(row.source, row.is_hearsay),
    }
}
