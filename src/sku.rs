//! The SKU table: which SKU a GUID or part number stands for, and which product family it belongs
//! to.
//!
//! source: Microsoft, "Product names and service plan identifiers for licensing", edition of
//! 2026-08-18 (`src/facts/skus.csv`)

use std::borrow::Cow;

use serde::Serialize;

use crate::guid::Guid;
use crate::order::sort_few;
use crate::paste;

/// The source of the table.
#[derive(Clone, Copy, Debug, Serialize)]
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

/// A SKU of the table.
#[derive(Debug)]
pub struct Sku<'a> {
    /// `skuId`. This is the key, because part numbers are not unique.
    pub id: Guid,
    /// `skuPartNumber`.
    pub part_number: Cow<'a, str>,
    /// The display name.
    pub name: Cow<'a, str>,
    /// The product family of a Business Applications SKU; empty for all others.
    pub family: Cow<'a, str>,
}

/// A SKU that an export names.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedSku {
    /// The SKU GUID.
    pub sku_id: Guid,
    /// The SKU part number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sku_part_number: Option<String>,
    /// The display name.
    pub product_name: String,
}

/// The answer to the question whether a SKU belongs to Dynamics 365.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Nature {
    /// It does.
    Dynamics,
    /// It belongs to Power Platform, which can be claimed as Business Applications. The source
    /// names only Dynamics.
    PowerPlatform,
    /// It belongs to neither.
    Other,
}

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
    /// Every product family once.
    families: Vec<String>,
}

/// A hash table with open addressing, from the hash of a name to positions in the SKU table.
/// Sorting hundreds of names would take most of the time that a start takes. A slot holds a
/// position counted from 1, or 0 if it is free. A lookup continues until the first free slot, so it
/// can also yield positions of other hashes.
#[derive(Debug, Default)]
struct HashIndex {
    slots: Vec<u32>,
}

/// What the text in the product field stands for.
#[derive(Debug, Default)]
pub struct Product<'t> {
    /// The SKUs that the text names exactly: by GUID, part number or full name.
    exact: Vec<&'t Sku<'t>>,
    /// The SKU from an export that the text names, if the table does not have it. It has a name but
    /// no family.
    named: Option<NamedSku>,
    /// The families of all SKUs that the text can mean.
    families: Vec<&'t str>,
    /// The distinctive words of the text, because Microsoft 365 workloads are in no table.
    words: String,
}

impl<'a> SkuTable<'a> {
    /// A table without SKUs.
    pub const EMPTY: Self = Self {
        by_id: Vec::new(),
        part_numbers: HashIndex { slots: Vec::new() },
        has_dots: false,
        names: HashIndex { slots: Vec::new() },
        families: Vec::new(),
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
        let mut families: Vec<String> = Vec::new();
        for sku in by_id.iter().filter(|sku| !sku.family.is_empty()) {
            if families.iter().all(|other| *other != sku.family) {
                families.push(sku.family.to_string());
            }
        }
        Self { by_id, part_numbers, has_dots, names, families }
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
            self.found(&self.names, hash(words(text)), matches)
        };
        let words: Vec<String> = words(text).map(str::to_ascii_lowercase).collect();
        let mut families: Vec<&str> = if exact.is_empty() {
            let families = self.families.iter().map(String::as_str);
            families.filter(|family| is_named(family, &words)).collect()
        } else {
            exact.iter().map(|sku| &*sku.family).filter(|family| !family.is_empty()).collect()
        };
        sort_few(&mut families, |family| *family);
        families.dedup();
        let named = exact.is_empty().then(|| only(named, |sku| sku.is_called(text))).flatten();
        Product { exact, named: named.cloned(), families, words: words.join(" ") }
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

impl HashIndex {
    /// Enters position 0, 1, 2, … under these hashes.
    fn of(hashes: impl ExactSizeIterator<Item = u32>) -> Self {
        // At least half of the slots stay free, so that lookups are short.
        let mut slots = vec![0; (2 * hashes.len() + 1).next_power_of_two()];
        for (hash, position) in hashes.zip(1..) {
            let mut free = probe(hash, slots.len()).filter(|at| slots.get(*at) == Some(&0));
            if let Some(slot) = free.next().and_then(|at| slots.get_mut(at)) {
                *slot = position;
            }
        }
        Self { slots }
    }

    /// The positions that may have this hash, in order.
    fn at(&self, hash: u32) -> impl Iterator<Item = usize> {
        let slots = probe(hash, self.slots.len()).map_while(|at| self.slots.get(at));
        slots.map_while(|position| (*position as usize).checked_sub(1))
    }
}

/// The slots to look at for a hash, in order. Their number is a power of two.
fn probe(hash: u32, slots: usize) -> impl Iterator<Item = usize> {
    (0..slots).map(move |step| (hash as usize).wrapping_add(step) & (slots - 1))
}

/// FNV-1a of words, regardless of case.
fn hash<'t>(words: impl IntoIterator<Item = &'t str>) -> u32 {
    let mut hash = 0x811c_9dc5;
    for word in words {
        for byte in word.bytes().chain([b' ']) {
            hash = (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193);
        }
    }
    hash
}

/// Are the words the same, regardless of case?
fn is_same<'t>(
    mut some: impl Iterator<Item = &'t str>,
    mut others: impl Iterator<Item = &'t str>,
) -> bool {
    loop {
        match (some.next(), others.next()) {
            (Some(word), Some(other)) if word.eq_ignore_ascii_case(other) => {}
            (word, other) => return word.is_none() && other.is_none(),
        }
    }
}

impl Sku<'_> {
    /// Decides by the family column of the table, never by a prefix of the name.
    pub fn nature(&self) -> Nature {
        match &*self.family {
            "" => Nature::Other,
            "power-platform" => Nature::PowerPlatform,
            _ => Nature::Dynamics,
        }
    }

    /// SKUs of these families contain several products, so they never contradict a product.
    fn is_bundle(&self) -> bool {
        matches!(&*self.family, "customer-engagement" | "operations" | "team-members" | "other")
    }
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

impl NamedSku {
    /// Is this the SKU's GUID, part number or name?
    fn is_called(&self, text: &str) -> bool {
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

    fn name_and_part_number(&self) -> (&str, &str) {
        (&self.product_name, self.sku_part_number.as_deref().unwrap_or("–"))
    }
}

/// The item that matches, if it is the only one.
fn only(named: &[NamedSku], matches: impl Fn(&NamedSku) -> bool) -> Option<&NamedSku> {
    let mut found = named.iter().filter(|sku| matches(sku));
    found.next().filter(|_| found.next().is_none())
}

fn sku(line: &str) -> Option<Sku<'_>> {
    let mut cells = cells(line);
    let id = Guid::parse(&cells.next()?).ok()?;
    Some(Sku { id, part_number: cells.next()?, name: cells.next()?, family: cells.next()? })
}

/// The cells of a line of CSV. Quoted cells can contain commas and doubled quotes.
fn cells(line: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut rest = Some(line);
    std::iter::from_fn(move || {
        let line = rest?;
        let Some(quoted) = line.strip_prefix('"') else {
            let (cell, after) = line.split_once(',').map_or((line, None), |(a, b)| (a, Some(b)));
            rest = after;
            return Some(Cow::Borrowed(cell));
        };
        let mut cell = String::new();
        let mut characters = quoted.char_indices().peekable();
        rest = None;
        while let Some((at, character)) = characters.next() {
            if character != '"' {
                cell.push(character);
            } else if characters.next_if(|(_, next)| *next == '"').is_some() {
                cell.push('"');
            } else {
                rest = quoted.get(at + 1..).and_then(|after| after.strip_prefix(','));
                break;
            }
        }
        Some(Cow::Owned(cell))
    })
}

/// Do the words name the family? Families such as `marketing/customer-insights` have two names.
fn is_named(family: &str, words: &[String]) -> bool {
    let has = |part: &str| words.iter().any(|word| word == part);
    family != "other" && family.split('/').any(|name| name.split('-').all(has))
}

/// The distinctive words of a product name, in order.
fn words(name: &str) -> impl Iterator<Item = &str> {
    name.split(|character: char| !character.is_ascii_alphanumeric()).filter(|word| {
        ["", "microsoft", "for", "edition", "the"].iter().all(|no| !no.eq_ignore_ascii_case(word))
    })
}

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
            let found: Vec<Guid> = table.product(&name, &[]).exact.iter().map(|s| s.id).collect();
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

    #[test]
    fn quoted_cells() {
        let row = r#"x,"a, ""b""",,"c""#;
        assert_eq!(cells(row).collect::<Vec<_>>(), ["x", r#"a, "b""#, "", "c"]);
        assert_eq!(cells("").collect::<Vec<_>>(), [""]);
    }
}
