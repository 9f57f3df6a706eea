//! Closed lists of names (`names!`) and how lists of pairs are serialized.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// Declares an enum in which each variant has a public name.
///
/// Generates the enum, `ALL` and `NAMES` (in the order of declaration), `name()`, `from_name()` and
/// `from_typed()`, so that there is no second list to maintain. The enum serializes as its name.
macro_rules! names {
    ($(#[$meta:meta])* $visibility:vis enum $Name:ident {
        $($(#[$variant_meta:meta])* $Variant:ident = $name:literal,)+
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
        $visibility enum $Name { $($(#[$variant_meta])* $Variant,)+ }

        #[allow(dead_code, reason = "not every list is read in every direction")]
        #[expect(clippy::allow_attributes, reason = "whether the lint fires depends on the list")]
        impl $Name {
            /// Every variant, in the order of declaration.
            $visibility const ALL: &'static [Self] = &[$(Self::$Variant,)+];

            /// Every name, in the order of declaration.
            $visibility const NAMES: &'static [&'static str] = &[$($name,)+];

            /// The name in claims, reports and catalogs.
            $visibility const fn name(self) -> &'static str {
                match self { $(Self::$Variant => $name,)+ }
            }

            /// The variant with this name as a person may type it: in any case, with spaces or
            /// underscores for hyphens.
            $visibility fn from_typed(text: &str) -> Option<Self> {
                let is_name = |name: &&str| $crate::paste::is_slug(name, text);
                Self::ALL.get(Self::NAMES.iter().position(is_name)?).copied()
            }

            /// The variant with exactly this name.
            $visibility fn from_name(name: &str) -> Option<Self> {
                Self::ALL.get($crate::list::position(Self::NAMES, name)?).copied()
            }
        }

        impl serde::Serialize for $Name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(test)]
        impl ts_rs::TS for $Name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &ts_rs::Config) -> String {
                stringify!($Name).to_owned()
            }

            fn inline(config: &ts_rs::Config) -> String {
                <Self as ts_rs::TS>::name(config)
            }
        }
    };
}

pub(crate) use names;

/// The position of a name in a list. Not inlined, because otherwise every list would have its own
/// copy.
#[inline(never)]
pub(crate) fn position(names: &[&str], name: &str) -> Option<usize> {
    names.iter().position(|other| *other == name)
}

/// Serializes pairs as a map.
pub(crate) fn as_map<S: Serializer, K: Serialize, V: Serialize>(
    pairs: &[(K, V)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(Some(pairs.len()))?;
    for (key, value) in pairs {
        map.serialize_entry(key, value)?;
    }
    map.end()
}
