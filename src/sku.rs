//! The SKU table: which SKU a GUID or part number stands for, and which product family it belongs
//! to.
//!
//! source: Microsoft, "Product names and service plan identifiers for licensing", edition of
//! 2026-08-18 (`src/facts/skus.csv`)

use serde::Serialize;

use crate::guid::Guid;
use crate::identifier::look_alike;
use crate::order::sort_few;
use crate::paste;

mod entry;
mod hash_index;
mod named;
mod product;
mod workload;

pub use entry::{Nature, Sku};
pub use named::NamedSku;
pub use product::Product;
pub use workload::{Class, class_of, short_name};

use entry::sku;
use hash_index::{HashIndex, hash, is_same, words};
use named::only;

/// The source of the table.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SkuSource {
    /// The title.
    pub source: &'static str,
    /// Where to read it.
    pub url: &'static str,
    /// The day of the edition.
    pub date: &'static str,
    /// The number of SKUs that it lists.
    pub count: usize,
}

/// The source of `src/facts/skus.csv`.
pub const SKU_SOURCE: SkuSource = SkuSource {
    source: "Product names and service plan identifiers for licensing",
    url: "https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference",
    date: "2026-08-18",
    count: 620,
};

/// All known SKUs. An empty table knows none and decides nothing.
#[derive(Debug, Default)]
pub struct SkuTable<'a> {
    by_id: Vec<Sku<'a>>,
    /// Finds SKUs by their part number.
    part_numbers: HashIndex,
    /// Does any part number contain a dot?
    has_dots: bool,
    /// Finds SKUs by the distinctive words of their name.
    names: HashIndex,
}

impl<'a> SkuTable<'a> {
    /// A table without SKUs.
    pub const EMPTY: Self = Self {
        by_id: Vec::new(),
        part_numbers: HashIndex::EMPTY,
        has_dots: false,
        names: HashIndex::EMPTY,
    };

    /// Reads a table from CSV with the columns `sku_id,sku_part_number,product_name,family,trial`
    /// and a header. Skips lines that are not a SKU.
    pub fn read(csv: &'a str) -> Self {
        let by_id: Vec<Sku<'a>> = csv.lines().filter_map(sku).collect();
        // INVARIANT: the file is sorted by ID (tested), so a binary search works without sorting it
        // here.
        let part_numbers = HashIndex::of(by_id.iter().map(|sku| hash([&*sku.part_number])));
        let has_dots = by_id.iter().any(|sku| sku.part_number.contains('.'));
        let names = HashIndex::of(by_id.iter().map(|sku| hash(words(&sku.name))));
        Self { by_id, part_numbers, has_dots, names }
    }

    /// The number of SKUs.
    pub fn len(&self) -> usize {
        self.by_id.len()
    }

    /// Is the table without SKUs?
    pub fn is_empty(&self) -> bool {
        self.by_id.is_empty()
    }

    /// The GUIDs of all SKUs.
    pub fn ids(&self) -> impl Iterator<Item = Guid> {
        self.by_id.iter().map(|sku| sku.id)
    }

    /// The SKU with this GUID.
    pub fn by_id(&self, id: Guid) -> Option<&Sku<'a>> {
        let at = self.by_id.binary_search_by_key(&id, |sku| sku.id).ok()?;
        self.by_id.get(at)
    }

    /// The SKU with this part number, in any case; `None` if several SKUs share it.
    pub fn by_part_number(&self, part_number: &str) -> Option<&Sku<'a>> {
        // Most texts that are looked up are domains.
        if !self.has_dots && part_number.contains('.') {
            return None;
        }
        let matches = |sku: &Sku<'_>| sku.part_number.eq_ignore_ascii_case(part_number);
        match self.found(&self.part_numbers, hash([part_number]), matches)[..] {
            [sku] => Some(sku),
            _ => None,
        }
    }

    /// The SKU that an export names: by GUID, or else by part number.
    ///
    /// If the table does not have the GUID, the part number does not count: part numbers are
    /// reused, so a new SKU under a known one stays unknown.
    pub fn of(&self, id: Option<Guid>, part_number: Option<&str>) -> Option<&Sku<'a>> {
        match id {
            Some(id) => self.by_id(id),
            None => self.by_part_number(&paste::clean(part_number?)),
        }
    }

    /// What a text stands for: a GUID, a part number, a name, or words from the name of a family.
    /// `named` holds SKUs from exports, which count if the table has none.
    pub fn product<'t>(&'t self, text: &str, named: &[NamedSku]) -> Product<'t> {
        let exact: Vec<&Sku<'a>> = if let Ok(id) = Guid::parse(text) {
            self.by_id(id).into_iter().collect()
        } else if let Some(sku) = self.by_part_number(text) {
            vec![sku]
        } else {
            let matches = |sku: &Sku<'_>| is_same(words(&sku.name), words(text));
            let mut called = self.found(&self.names, hash(words(text)), matches);
            // Of several whose names differ in little, the one that is called just so comes first.
            sort_few(&mut called, |sku| !sku.name.eq_ignore_ascii_case(text));
            called
        };
        let named = exact.is_empty().then(|| only(named, |sku| sku.is_called(text))).flatten();
        let called = named.map_or(text, |named| &named.product_name);
        let tokens = workload::tokens(called);
        let workload = exact.is_empty().then(|| workload::workload(&tokens)).flatten();
        let begun = exact.is_empty() && workload.is_none();
        let begun = begun.then(|| self.begun(called)).flatten();
        let class = match (exact.first().copied(), workload, begun) {
            (Some(sku), ..) | (None, None, Some(sku)) => class_of(sku),
            (None, Some(workload), _) => workload.class,
            (None, None, None) if workload::is_suite(&tokens) => Class::Suite,
            (None, None, None) if tokens.first().is_some_and(|word| word == "azure") => {
                Class::Azure
            }
            (None, None, None) => Class::Unrecognized,
        };
        let of_workload = workload.map(|workload| workload.family);
        let skus = exact.iter().copied().chain(begun).map(|sku| &*sku.family);
        let mut families: Vec<&str> =
            skus.chain(of_workload).filter(|family| !family.is_empty()).collect();
        sort_few(&mut families, |family| *family);
        families.dedup();
        let nearest = match class {
            Class::Unrecognized => {
                let mut mistyped: Vec<_> = self.mistyped(text).collect();
                sort_few(&mut mistyped, |number| *number);
                mistyped.dedup();
                if mistyped.is_empty() { workload::nearest(called) } else { mistyped }
            }
            _ => Vec::new(),
        };
        let words: Vec<String> = words(text).map(str::to_ascii_lowercase).collect();
        let words = words.join(" ");
        Product { exact, named: named.cloned(), families, words, workload, begun, class, nearest }
    }

    /// The part numbers that a text is, if O stands for 0 in it, or I or L for 1, or the other way round.
    fn mistyped<'t>(&'t self, text: &str) -> impl Iterator<Item = &'t str> {
        let alike = |(one, other): (u8, u8)| look_alike(one) == look_alike(other);
        let is_it = move |sku: &&'t Sku<'a>| {
            let number = sku.part_number.as_bytes();
            number.len() == text.len() && number.iter().copied().zip(text.bytes()).all(alike)
        };
        self.by_id.iter().filter(is_it).map(|sku| &*sku.part_number)
    }

    /// The SKU with whose name a text begins, word for word.
    fn begun(&self, text: &str) -> Option<&Sku<'a>> {
        let all: Vec<&str> = words(text).take(MAX_WORDS).collect();
        let longest_first = (2..all.len()).rev();
        longest_first.filter_map(|length| all.get(..length)).find_map(|begin| {
            let begin = || begin.iter().copied();
            let matches = |sku: &Sku<'_>| is_same(words(&sku.name), begin());
            self.found(&self.names, hash(begin()), matches).first().copied()
        })
    }

    fn found(
        &self,
        positions: &HashIndex,
        hash: u32,
        matches: impl Fn(&Sku<'_>) -> bool,
    ) -> Vec<&Sku<'a>> {
        positions
            .at(hash)
            .filter_map(|position| self.by_id.get(position))
            .filter(|sku| matches(sku))
            .collect()
    }
}

/// No name of a product has more words.
const MAX_WORDS: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &str = include_str!("facts/skus.csv");

    #[test]
    fn the_table_is_complete() {
        let table = SkuTable::read(CSV);
        assert_eq!(table.len(), CSV.lines().count() - 1);
        assert!(!table.is_empty() && SkuTable::read("").is_empty());
        let claimable = table.by_id.iter().filter(|sku| sku.nature() != Nature::Other).count();
        assert_eq!((table.len(), claimable), (SKU_SOURCE.count, 215));
        assert!(table.by_id.is_sorted_by_key(|sku| sku.id));
        for sku in &table.by_id {
            assert_eq!(sku.part_number, paste::clean(&sku.part_number), "{sku:?}");
            assert!(!sku.name.is_empty(), "{sku:?}");
        }
    }

    #[test]
    fn natures() {
        let table = SkuTable::read(CSV);
        for (id, nature) in [
            ("1e1a282c-9c54-43a2-9310-98ef728faace", Some(Nature::Dynamics)),
            ("55c9eb4e-c746-45b4-b255-9ab6b19d5c62", Some(Nature::Dynamics)),
            ("06ebc4ee-1bb5-47dd-8120-11324bc54e06", Some(Nature::Other)),
            ("d2dea78b-507c-4e56-b400-39447f4738f8", Some(Nature::PowerPlatform)),
            ("11111111-1111-1111-1111-111111111111", None),
        ] {
            let sku = table.by_id(Guid::parse(id).unwrap());
            assert_eq!(sku.map(Sku::nature), nature, "{id}");
        }
    }

    #[test]
    fn a_new_guid_is_not_decided_by_a_known_part_number() {
        let table = SkuTable::read(CSV);
        let part_number = Some("DYN365_ENTERPRISE_SALES");
        assert!(table.of(None, part_number).is_some());
        assert!(table.of(Some(Guid::NIL), part_number).is_none());
        assert!(table.of(None, Some("dyn365_enterprise_sales\u{a0}")).is_some());
        assert!(table.of(None, Some("MCOPSTN5")).is_none(), "two SKUs share it");
    }

    #[test]
    fn products() {
        let table = SkuTable::read(CSV);
        for (text, understood, families) in [
            ("DYN365_FINANCE", Some("Dynamics 365 Finance (DYN365_FINANCE)"), vec!["finance"]),
            (
                "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
                Some("Dynamics 365 Finance (DYN365_FINANCE)"),
                vec!["finance"],
            ),
            (
                "dynamics 365 finance",
                Some("Dynamics 365 Finance (DYN365_FINANCE)"),
                vec!["finance"],
            ),
            (
                "Dynamics 365 for Sales, Enterprise",
                Some("Dynamics 365 for Sales Enterprise Edition (DYN365_ENTERPRISE_SALES)"),
                vec!["sales"],
            ),
            ("Dynamics 365", None, vec![]),
            ("Teams", None, vec![]),
            ("", None, vec![]),
        ] {
            let product = table.product(text, &[]);
            assert_eq!(product.understood().as_deref(), understood, "{text}");
            assert_eq!(product.families, families, "{text}");
        }
        assert!(table.product("Business Central", &[]).families.contains(&"business-central"));
    }

    #[test]
    fn every_sku_is_found_by_its_names() {
        let table = SkuTable::read(CSV);
        let same = |one: &str, other: &str| words(one).eq(words(other));
        for sku in &table.by_id {
            let name = sku.name.to_ascii_lowercase();
            let called = |other: &&Sku<'_>| same(&other.name.to_ascii_lowercase(), &name);
            let found = table.product(&name, &[]).exact;
            assert_eq!(found[0].name.to_ascii_lowercase(), name);
            let mut found: Vec<Guid> = found.iter().map(|sku| sku.id).collect();
            sort_few(&mut found, |id| *id);
            let all: Vec<Guid> = table.by_id.iter().filter(called).map(|sku| sku.id).collect();
            assert_eq!(found, all, "{name}");
            let numbered = table.by_id.iter().filter(|other| other.part_number == sku.part_number);
            let found = table.by_part_number(&sku.part_number.to_ascii_lowercase());
            assert_eq!(found.is_some(), numbered.count() == 1, "{}", sku.part_number);
        }
        assert!(table.product("Dynamics 365 Finance and more", &[]).exact.is_empty());
    }

    /// They have a name but no family, because nothing more is known about them.
    #[test]
    fn skus_that_exports_name() {
        let table = SkuTable::read(CSV);
        let named = |id, part_number: &str, name: &str| NamedSku {
            sku_id: Guid::parse(id).unwrap(),
            sku_part_number: Some(part_number.to_owned()),
            product_name: name.to_owned(),
        };
        let named = [
            named("5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d01", "NEW_P1", "Dynamics 365 New"),
            named("5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d02", "TWICE", "One"),
            named("5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d03", "TWICE", "Two"),
            named("55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "DYN365_FINANCE", "Finance, renamed"),
        ];
        let new = Some("Dynamics 365 New (NEW_P1)");
        for (text, understood, is_known) in [
            ("5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d01", new, false),
            ("new_p1", new, false),
            ("dynamics 365 new", new, false),
            ("TWICE", None, false),
            ("Two", Some("Two (TWICE)"), false),
            ("DYN365_FINANCE", Some("Dynamics 365 Finance (DYN365_FINANCE)"), true),
            ("Something else", None, false),
        ] {
            let product = table.product(text, &named);
            assert_eq!(product.understood().as_deref(), understood, "{text}");
            assert_eq!(product.is_known(), is_known, "{text}");
            assert_eq!(product.overlaps(&table.product("NEW_P1", &named)), understood == new);
        }
        assert_eq!(NamedSku::by_part_number(&named, "new_p1"), Some("NEW_P1"));
        assert_eq!(NamedSku::by_part_number(&named, "TWICE"), None);
    }

    /// A text that is not understood never differs, nor does a SKU that can contain several
    /// products.
    #[test]
    fn products_that_differ() {
        let table = SkuTable::read(CSV);
        for (text, part_number, differs) in [
            ("DYN365_FINANCE", "DYN365_FINANCE", false),
            ("DYN365_FINANCE", "DYN365_ENTERPRISE_SALES", true),
            ("Sales", "DYN365_ENTERPRISE_SALES", false),
            ("Sales", "DYN365_FINANCE", true),
            ("Sales", "DYN365_TEAM_MEMBERS", false),
            ("Something else", "DYN365_FINANCE", false),
        ] {
            let sku = table.by_part_number(part_number).unwrap();
            assert_eq!(table.product(text, &[]).differs_from(sku), differs, "{text} {part_number}");
        }
    }

    #[test]
    fn a_part_number_may_have_a_dot() {
        let row = "55c9eb4e-c746-45b4-b255-9ab6b19d5c62,DYN365.FINANCE,Finance,finance,false";
        let table = SkuTable::read(row);
        let found = table.by_part_number("dyn365.finance").map(|sku| sku.part_number.as_ref());
        assert_eq!(found, Some("DYN365.FINANCE"));
        assert_eq!(table.ids().collect::<Vec<_>>(), [table.by_id[0].id]);
    }
}
