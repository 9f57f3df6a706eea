//! What the text in the product field stands for.

use super::entry::Sku;
use super::named::NamedSku;

/// What the text in the product field stands for.
#[derive(Debug, Default)]
pub struct Product<'t> {
    /// The SKUs that the text names exactly: by GUID, part number or full name.
    pub(super) exact: Vec<&'t Sku<'t>>,
    /// The SKU from an export that the text names, if the table does not have it. It has a name but
    /// no family.
    pub(super) named: Option<NamedSku>,
    /// The families of all SKUs that the text can mean.
    pub(super) families: Vec<&'t str>,
    /// The distinctive words of the text, because Microsoft 365 workloads are in no table.
    pub(super) words: String,
}

impl Product<'_> {
    /// Was the text understood?
    pub fn is_known(&self) -> bool {
        !self.exact.is_empty() || !self.families.is_empty()
    }

    /// Can a subscription to this SKU be for the product? Errs on the side of yes.
    pub fn may_be(&self, sku: &Sku<'_>) -> bool {
        sku.is_bundle()
            || self.exact.iter().any(|exact| exact.id == sku.id)
            || self.families.iter().any(|family| *family == sku.family)
    }

    /// Is a subscription to this SKU for another product?
    pub fn differs_from(&self, sku: &Sku<'_>) -> bool {
        if self.exact.is_empty() {
            self.is_known() && !self.may_be(sku)
        } else {
            self.exact.iter().all(|exact| exact.id != sku.id)
        }
    }

    /// As far as can be told, do both texts stand for the same product?
    pub fn overlaps(&self, other: &Self) -> bool {
        let same_name = || self.named.is_some() && self.named == other.named;
        let same_words = || !self.words.is_empty() && self.words == other.words;
        same_name()
            || same_words()
            || self.exact.iter().any(|sku| other.exact.iter().any(|exact| exact.id == sku.id))
            || self.families.iter().any(|family| other.families.contains(family))
    }

    /// The product in words: its name, or else the families that it can belong to.
    pub fn label(&self) -> String {
        match self.exact.first() {
            Some(sku) => sku.name.to_string(),
            None => self.families.join(", "),
        }
    }

    /// The name and part number as reports show them, or `None` if the text names no SKU.
    pub fn understood(&self) -> Option<String> {
        let (name, part_number) = self.name_and_part_number()?;
        Some([name, " (", part_number, ")"].concat())
    }

    /// The name and part number of the SKU that the text names.
    pub fn name_and_part_number(&self) -> Option<(&str, &str)> {
        match self.exact.first() {
            Some(sku) => Some((&*sku.name, &*sku.part_number)),
            None => Some(self.named.as_ref()?.name_and_part_number()),
        }
    }
}
