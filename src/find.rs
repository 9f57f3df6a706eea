//! Finds the fields of a claim in any text: an email, a ticket, cells of a spreadsheet, an address.
//!
//! A value counts for a field if a name beside it says so, if an address says so, or if only one field
//! takes its form. What could be for two fields is found for both.

pub mod labels;
pub mod values;

#[cfg(feature = "core")]
mod domains;
#[cfg(feature = "core")]
mod doubt;
#[cfg(feature = "core")]
mod fields;
#[cfg(feature = "core")]
mod found;
#[cfg(feature = "core")]
mod layout;
#[cfg(feature = "core")]
pub mod mail;
#[cfg(feature = "core")]
mod plain;
#[cfg(feature = "core")]
mod products;
mod steps;

#[cfg(feature = "core")]
pub use fields::find_fields;
#[cfg(feature = "core")]
pub use found::FoundField;
