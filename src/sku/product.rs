//! What the text in the product field stands for.

use super::entry::Sku;
use super::named::NamedSku;
use super::workload::{Class, Workload, bundle_may_have};

/// What the text in the product field stands for.
#[derive(Debug)]
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
    /// The workload with whose name the text begins.
    pub(super) workload: Option<&'static Workload>,
    /// The SKU with whose name the text begins.
    pub(super) begun: Option<&'t Sku<'t>>,
    /// Where it belongs.
    pub(super) class: Class,
    /// The known names that are nearest to one that is not known.
    pub(super) nearest: Vec<&'t str>,
}

impl Default for Product<'_> {
    fn default() -> Self {
        let (exact, named, families) = Default::default();
        let (words, workload, begun, nearest) = Default::default();
        Self { exact, named, families, words, workload, begun, class: Class::Missing, nearest }
    }
}

impl Product<'_> {
    /// Is the name one of the known ones?
    pub const fn is_known(&self) -> bool {
        !matches!(self.class, Class::Missing | Class::Unrecognized)
    }

    /// Is it one of Business Applications?
    pub const fn is_business(&self) -> bool {
        matches!(self.class, Class::Business | Class::BusinessUsageElsewhere)
    }

    /// The workload with whose name the text begins.
    pub const fn workload(&self) -> Option<&'static str> {
        match self.workload {
            Some(workload) => Some(workload.name),
            None => None,
        }
    }

    /// Where it belongs.
    pub const fn class(&self) -> Class {
        self.class
    }

    /// The known names that are nearest to one that is not known.
    pub fn nearest(&self) -> &[&str] {
        &self.nearest
    }

    /// Can a subscription to this SKU be for the product? Errs on the side of yes.
    pub fn may_be(&self, sku: &Sku<'_>) -> bool {
        let has = |family: &&str| {
            *family == sku.family
                || bundle_may_have(&sku.family, family)
                || bundle_may_have(family, &sku.family)
        };
        self.exact.iter().any(|exact| exact.id == sku.id)
            || self.families.iter().any(has)
            || self.families.is_empty() && self.may_be_in(sku)
    }

    /// Can a product without a family be in this bundle? Any suite may have a workload of Microsoft 365.
    fn may_be_in(&self, sku: &Sku<'_>) -> bool {
        let is_suite = sku.family.is_empty() && self.exact.is_empty();
        bundle_may_have(&sku.family, "") || is_suite && self.class == Class::Microsoft365
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
        let same_workload = || self.workload.is_some() && self.workload == other.workload;
        same_name()
            || same_words()
            || same_workload()
            || self.exact.iter().any(|sku| other.exact.iter().any(|exact| exact.id == sku.id))
            || self.families.iter().any(|family| other.families.contains(family))
    }

    /// The product's name; empty if it is not known.
    pub fn label(&self) -> &str {
        let sku = self.exact.first().copied().or(self.begun);
        match (sku, self.workload, &self.named) {
            (Some(sku), ..) => &sku.name,
            (None, Some(workload), _) => workload.name,
            (None, None, Some(named)) => &named.product_name,
            (None, None, None) => match self.class {
                Class::Suite => "Microsoft 365",
                Class::Azure => "Azure",
                _ => "",
            },
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
