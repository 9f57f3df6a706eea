//! What Microsoft and people call the statuses of claims and the reasons for which claims come back, in
//! every language.

use std::cmp::Reverse;

use crate::paste::{self, letters};
use crate::ruleset::{Filing, ReasonRow, Status};

include!(concat!(env!("OUT_DIR"), "/filing.rs"));

/// The status that a text names: by its ID, or as Partner Center shows it.
pub fn status(text: &str) -> Option<Status> {
    let text = letters(text);
    Status::ALL
        .iter()
        .copied()
        .find(|status| names(STATUS_NAMES, status.name()).any(|name| name == text))
}

/// The reason that a text names: its ID or Microsoft's heading, alone or with more around it. Of several,
/// the heading comes first; what follows explains it.
pub fn reason(filing: &'static Filing, text: &str) -> Option<&'static ReasonRow> {
    let text = letters(text);
    let place = |row: &'static ReasonRow| {
        let names = names(REASON_NAMES, row.reason.name());
        names.filter_map(|name| Some((paste::position(&text, &name)?, Reverse(name.len())))).min()
    };
    let named = filing.reasons.iter().filter_map(|row| Some((place(row)?, row)));
    named.min_by_key(|(place, _)| *place).map(|(_, row)| row)
}

/// The names of what has this ID, and the ID.
fn names(all: &'static [(&str, &[&str])], id: &'static str) -> impl Iterator<Item = String> {
    let own = all.iter().filter(move |(of, _)| *of == id).flat_map(|(_, names)| *names);
    own.map(|name| (*name).to_owned()).chain([letters(id)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ruleset::ReturnReason;

    #[test]
    fn every_name_stands_for_something() {
        for (id, _) in STATUS_NAMES {
            assert!(Status::NAMES.contains(id), "{id}");
        }
        for (id, _) in REASON_NAMES {
            assert!(ReturnReason::NAMES.contains(id), "{id}");
        }
    }
}
