//! The partner's own Partner IDs.

use serde::Serialize;

use super::unread::Unread;
use crate::date::Date;
use crate::paste;
use crate::placeholder;
use crate::vocabulary::AccountKind;

/// One of the partner's own Partner IDs.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct PartnerAccount {
    /// The Partner ID: digits, stored as text.
    pub id: String,
    /// Whether it is a location or the global account.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AccountKind>,
    /// The special partner type, such as FRP FastTrack.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partner_type: Option<String>,
    /// The incentive programs in which it is enrolled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub programs: Option<Vec<String>>,
    /// Is it enrolled in any incentive program?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enrolled: Option<bool>,
    /// The name of the location.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day as of which the enrollment holds; without one, today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Date>,
    /// The members that could not be read.
    #[serde(skip_serializing_if = "Unread::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<crate::types::UnreadNames>"))]
    pub unread: Unread,
}

impl PartnerAccount {
    /// The partner type, unless it says no more than that there is no special one.
    pub fn special_type(&self) -> Option<&str> {
        let is_special = |name: &&str| {
            !placeholder::says_nothing(name)
                && !ORDINARY_TYPES.contains(&paste::slug(name).as_str())
        };
        self.partner_type.as_deref().filter(is_special)
    }
}

/// What lists say of an ID without a special partner type, as slugs.
const ORDINARY_TYPES: [&str; 12] = [
    "",
    "no",
    "nein",
    "kein",
    "not-applicable",
    "standard",
    "default",
    "regular",
    "normal",
    "location",
    "partner-location",
    "standort",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ordinary_type_is_no_special_one() {
        for (name, special) in [
            ("FRP FastTrack", Some("FRP FastTrack")),
            ("CSP Indirect Reseller", Some("CSP Indirect Reseller")),
            ("Location", None),
            ("STANDARD", None),
            ("None", None),
            ("n/a", None),
            ("-", None),
            ("keine", None),
        ] {
            let account = PartnerAccount {
                id: "5357564".into(),
                kind: None,
                partner_type: Some(name.into()),
                programs: None,
                enrolled: None,
                name: None,
                as_of: None,
                unread: Unread::NONE,
            };
            assert_eq!(account.special_type(), special, "{name}");
        }
    }
}
