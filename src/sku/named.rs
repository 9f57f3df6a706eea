//! SKUs that exports name.

use serde::Serialize;

use crate::guid::Guid;

/// A SKU that an export names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct NamedSku {
    /// The SKU GUID.
    pub sku_id: Guid,
    /// The SKU part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_part_number: Option<String>,
    /// The display name.
    pub product_name: String,
}

impl NamedSku {
    /// Is this the SKU's GUID, part number or name?
    pub(super) fn is_called(&self, text: &str) -> bool {
        Guid::parse(text) == Ok(self.sku_id)
            || self.has_part_number(text)
            || self.product_name.eq_ignore_ascii_case(text)
    }

    /// Compares regardless of case.
    fn has_part_number(&self, text: &str) -> bool {
        self.sku_part_number.as_deref().is_some_and(|number| number.eq_ignore_ascii_case(text))
    }

    /// The part number of the one SKU that has it, in any case; `None` if several SKUs share it.
    pub fn by_part_number<'n>(named: &'n [Self], part_number: &str) -> Option<&'n str> {
        let sku = only(named, |sku| sku.has_part_number(part_number))?;
        sku.sku_part_number.as_deref()
    }

    /// The display name and the part number, or a dash.
    pub(super) fn name_and_part_number(&self) -> (&str, &str) {
        (&self.product_name, self.sku_part_number.as_deref().unwrap_or("–"))
    }
}

/// The item that matches, if it is the only one.
pub(super) fn only(named: &[NamedSku], matches: impl Fn(&NamedSku) -> bool) -> Option<&NamedSku> {
    let mut found = named.iter().filter(|sku| matches(sku));
    found.next().filter(|_| found.next().is_none())
}
