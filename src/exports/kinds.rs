//! The registry of the kinds of exports.
//!
//! A new kind is a file in `exports/kinds/` that declares its `KIND`, and its name here.
#![deny(dead_code, reason = "a kind that is not in the list would never be read")]

mod cpor_usage_report;
mod dynamics_usage_report;
mod graph;
mod graph_subscribed_skus;
mod graph_subscriptions;
mod openid_configuration;
mod partner_center_customers;
mod partner_center_subscriptions;
mod sku_reference;

use super::export::ExportKind;
use super::kind::Kind;

/// Declares [`KINDS`] and the list of their names.
macro_rules! kinds {
    ($($kind:ident,)+) => {
        /// Every kind, in the order of lists.
        pub const KINDS: &[&Kind] = &[$(&$kind::KIND,)+];

        impl ExportKind {
            /// The name of every kind, with `unknown` last.
            pub const NAMES: &'static [&'static str] =
                &[$($kind::KIND.name,)+ Self::UNKNOWN.name()];
        }
    };
}

kinds! {
    graph_subscriptions,
    graph_subscribed_skus,
    openid_configuration,
    partner_center_customers,
    partner_center_subscriptions,
    dynamics_usage_report,
    cpor_usage_report,
    sku_reference,
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;

    use super::*;
    use crate::exports::kind::Format;
    use crate::exports::text::plain;

    /// A file that declares a kind without standing in the list would never be asked.
    #[test]
    fn every_declared_kind_is_registered() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/exports/kinds");
        let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
        let texts = files.map(|file| fs::read_to_string(file).unwrap());
        let declared = texts.filter(|text| text.contains("pub const KIND: Kind")).count();
        assert_eq!(declared, KINDS.len());
    }

    #[test]
    fn names_and_ranks_are_unique() {
        let names: BTreeSet<_> = ExportKind::NAMES.iter().collect();
        assert_eq!(names.len(), KINDS.len() + 1);
        let file_names = || KINDS.iter().flat_map(|kind| kind.file_names);
        let ranks: BTreeSet<_> = file_names().map(|name| name.rank).collect();
        assert_eq!(ranks.len(), file_names().count());
    }

    #[test]
    fn signs_can_occur() {
        for kind in KINDS {
            assert!(!kind.formats.is_empty(), "{}", kind.name);
            for format in kind.formats {
                let signs = match format {
                    Format::Object { members, .. } => {
                        assert!(!members.is_empty(), "{}", kind.name);
                        continue;
                    }
                    Format::Rows { signs, .. } | Format::Table { signs, .. } => signs,
                };
                assert!((1..=signs.names.len()).contains(&signs.at_least), "{}", kind.name);
                assert!(signs.names.iter().all(|name| plain(name) == *name), "{}", kind.name);
            }
            assert!(kind.file_names.iter().all(|name| plain(name.word) == name.word));
        }
    }
}
