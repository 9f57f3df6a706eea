//! What is found in a text.

use serde::{Serialize, Serializer};

use crate::claim::Field;
use crate::classify::confidence;

/// A value in a text that a field of a claim can have.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct FoundField {
    /// The field.
    pub field: Field,
    /// The value in its usual form.
    pub value: String,
    /// What it is.
    #[cfg_attr(test, ts(type = "IdentifierKind | \"answer\" | \"day\" | \"product-name\""))]
    pub kind: &'static str,
    /// `certain` if a name or an address says which field it is for, or if no other takes its form;
    /// `likely` if it could be for another field, or for none.
    #[serde(rename = "confidence", serialize_with = "as_confidence")]
    #[cfg_attr(test, ts(rename = "confidence", type = "\"certain\" | \"likely\""))]
    pub certain: bool,
    /// Where it begins in the text, in UTF-16 units.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// The name that stands beside it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// Is it quoted from an earlier email? What the writer says now counts before it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, ts(optional, as = "Option<bool>"))]
    pub quoted: bool,
}

fn as_confidence<S: Serializer>(certain: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(confidence(*certain))
}
