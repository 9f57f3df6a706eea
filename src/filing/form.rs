//! "For the claim form": all that Partner Center's form asks for, in its order.

use serde::Serialize;

use super::Said;
use crate::claim::Field;
use crate::facts::Facts;
use crate::list::as_map;
use crate::ruleset::{Asked, FormField, Topic};

/// The fields of the form for a claim.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ClaimForm {
    /// The ID of the rule set.
    pub ruleset: &'static str,
    /// The fields, in the order of the form.
    pub fields: Vec<FormEntry>,
    /// The values that were read from the claim, in their usual form.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "{ [Name in Field]?: string }"))]
    pub understood: Vec<(&'static str, String)>,
}

/// A field of the form.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct FormEntry {
    /// The field.
    pub id: FormField,
    /// The field of a claim here that it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<Field>,
    /// When the form asks for it.
    pub asked: Asked,
    /// What Microsoft's pages contradict each other about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Topic>,
    /// Its source.
    pub source: Said,
}

/// The fields that the form asks for in such a claim. What the claim does not say yet leaves fields in.
pub fn claim_form(facts: &Facts<'_>) -> ClaimForm {
    let rows = facts.rules.filing().form.iter();
    let rows = rows.filter(|row| row.scope.includes(facts.area, facts.activity));
    let entry = |row: &crate::ruleset::FormRow| FormEntry {
        id: row.field,
        field: row.answer,
        asked: row.asked,
        topic: row.topic,
        source: Said::of(row.source, false),
    };
    ClaimForm {
        ruleset: facts.rules.id,
        fields: rows.map(entry).collect(),
        understood: facts.understood(),
    }
}
