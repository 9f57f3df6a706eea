//! The registry of the kinds of exports.
//!
//! A new kind is a file in `exports/kinds/` that declares its `KIND`, and its name here.
#![deny(dead_code, reason = "a kind that is not in the list would never be read")]

mod graph;
mod insights;
mod license_report;
pub mod not_evidence;
mod openid_configuration;
mod partner_center;
mod sku_reference;
mod stated_columns;
mod subscription;

use super::export::ExportKind;
use super::kind::{Kind, ReadRows};
use graph::{contracts, organization, subscribed_skus, subscriptions};
use insights::{business_applications_usage, cpor_usage, customers_and_tenants, dynamics_usage};
use partner_center::{customers, profile, reconciliation, subscriptions as own_subscriptions};

/// The kind of a table whose columns a person names, which no table has by itself.
pub const STATED_COLUMNS: (&Kind, ReadRows) = (&stated_columns::KIND, stated_columns::read);

/// Declares [`KINDS`] and the list of their names.
macro_rules! kinds {
    ($($kind:ident,)+) => {
        /// Every kind, in the order of lists.
        pub const KINDS: &[&Kind] = &[$(&$kind::KIND,)+];

        impl ExportKind {
            /// The name of every kind, with `container` and `unknown` last.
            pub const NAMES: &'static [&'static str] =
                &[$($kind::KIND.name,)+ Self::CONTAINER.name(), Self::UNKNOWN.name()];
        }
    };
}

kinds! {
    subscriptions,
    subscribed_skus,
    organization,
    contracts,
    openid_configuration,
    customers,
    own_subscriptions,
    reconciliation,
    profile,
    dynamics_usage,
    cpor_usage,
    business_applications_usage,
    customers_and_tenants,
    license_report,
    sku_reference,
    stated_columns,
    not_evidence,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::exports::kind::Format;
    use crate::exports::text::plain;

    /// A file that declares a kind without standing in the list would never be asked.
    #[test]
    fn every_declared_kind_is_registered() {
        fn declared(folder: &Path) -> usize {
            let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
            paths
                .map(|path| match path.is_dir() {
                    true => declared(&path),
                    false => {
                        let text = fs::read_to_string(path).unwrap();
                        usize::from(text.contains("pub const KIND: Kind"))
                    }
                })
                .sum()
        }
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/exports/kinds");
        assert_eq!(declared(Path::new(folder)), KINDS.len());
    }

    #[test]
    fn names_and_ranks_are_unique() {
        let names: BTreeSet<_> = ExportKind::NAMES.iter().collect();
        assert_eq!(names.len(), KINDS.len() + 2);
        let file_names = || KINDS.iter().flat_map(|kind| kind.file_names);
        let ranks: BTreeSet<_> = file_names().map(|name| name.rank).collect();
        assert_eq!(ranks.len(), file_names().count());
        let sets = || KINDS.iter().flat_map(|kind| kind.entity_sets);
        assert_eq!(sets().collect::<BTreeSet<_>>().len(), sets().count());
    }

    #[test]
    fn signs_can_occur() {
        for kind in KINDS {
            for format in kind.formats {
                let Format::Rows { signs, .. } = format else { continue };
                let all: Vec<_> = signs.own.iter().chain(signs.shared).collect();
                assert!(!signs.own.is_empty(), "{}", kind.name);
                assert!((1..=all.len()).contains(&signs.at_least), "{}", kind.name);
                let others = signs.all_of.iter().copied().flatten().chain(signs.against);
                for name in all.iter().copied().chain(others) {
                    assert_eq!(plain(name), **name, "{}", kind.name);
                }
                // A name that rules the kind out is none of its signs.
                assert!(!all.iter().any(|name| signs.against.contains(name)), "{}", kind.name);
            }
            assert!(kind.file_names.iter().all(|name| plain(name.word) == name.word));
        }
    }

    /// Of the meanings that a kind needs, it reads at least one.
    #[test]
    fn what_is_needed_is_read() {
        for kind in KINDS.iter().filter(|kind| !kind.reads.is_empty()) {
            for (_, any_of) in kind.needs {
                assert!(any_of.iter().all(|one| kind.reads.contains(one)), "{}", kind.name);
            }
        }
    }
}
