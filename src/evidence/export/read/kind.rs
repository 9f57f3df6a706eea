//! Which kind of export has such members or columns?

use super::ExportKind;

/// What tells a kind of export from the others.
pub struct Signs {
    /// The kind.
    pub kind: ExportKind,
    /// Members or columns that its rows have, as [`plain`] writes them.
    pub names: &'static [&'static str],
    /// Of these it has at least so many.
    pub at_least: usize,
}

/// The kind of which most signs are there; where two are level, the one that the file's name names.
pub fn of(all: &[Signs], has: impl Fn(&str) -> bool, name: Option<&str>) -> Option<ExportKind> {
    let score = |signs: &Signs| signs.names.iter().filter(|name| has(name)).count();
    let scores = all.iter().map(|signs| (score(signs), signs));
    let fitting: Vec<_> = scores.filter(|(score, signs)| *score >= signs.at_least).collect();
    let most = fitting.iter().map(|(score, _)| *score).max()?;
    let mut best = fitting.iter().filter(|(score, _)| *score == most).map(|(_, signs)| signs.kind);
    let kind = best.next()?;
    match best.next() {
        None => Some(kind),
        Some(other) => named(name?).filter(|named| *named == kind || *named == other),
    }
}

/// The kind that a file's name, or the address it came from, names.
pub fn named(name: &str) -> Option<ExportKind> {
    let name = plain(name);
    let (_, kind) = NAMES.iter().find(|(word, _)| name.contains(word))?;
    Some(*kind)
}

/// The first that occurs counts.
const NAMES: &[(&str, ExportKind)] = &[
    ("subscribedsku", ExportKind::GraphSubscribedSkus),
    ("openidconfiguration", ExportKind::OpenidConfiguration),
    ("partnercentersubscriptions", ExportKind::PartnerCenterSubscriptions),
    ("graphsubscriptions", ExportKind::GraphSubscriptions),
    ("directorysubscriptions", ExportKind::GraphSubscriptions),
    ("companysubscription", ExportKind::GraphSubscriptions),
    ("cpor", ExportKind::CporUsageReport),
    ("dynamics", ExportKind::DynamicsUsageReport),
    ("customers", ExportKind::PartnerCenterCustomers),
    ("licensing", ExportKind::SkuReference),
];

/// Letters and digits alone, in lower case: `Customer Tenant-ID` is `customertenantid`.
pub fn plain(name: &str) -> String {
    let known = name.chars().filter(|character| character.is_alphanumeric());
    known.flat_map(char::to_lowercase).collect()
}
