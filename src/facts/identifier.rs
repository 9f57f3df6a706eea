//! An identifier field after reading.

use crate::guid::ShapeFault;
use crate::identifier::IdentifierKind;

/// An identifier field after reading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Identifier<T> {
    /// Nothing was typed.
    Missing,
    /// Meant as this identifier, but not one.
    Malformed(ShapeFault),
    /// Another identifier.
    WrongKind(IdentifierKind),
    /// Read.
    Read(T),
}

impl<T> Identifier<T> {
    /// The identifier, if it was read.
    pub const fn read(&self) -> Option<&T> {
        match self {
            Self::Read(identifier) => Some(identifier),
            _ => None,
        }
    }
}
