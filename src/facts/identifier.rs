//! The states of an identifier field after reading.

use crate::guid::ShapeFault;
use crate::identifier::IdentifierKind;

/// An identifier field after reading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Identifier<T> {
    /// Nothing was entered.
    Missing,
    /// The text was meant as this identifier but is not one.
    Malformed(ShapeFault),
    /// The text is another kind of identifier.
    WrongKind(IdentifierKind),
    /// The identifier.
    Read(T),
}

impl<T> Identifier<T> {
    /// The identifier, if it could be read.
    pub const fn read(&self) -> Option<&T> {
        match self {
            Self::Read(identifier) => Some(identifier),
            _ => None,
        }
    }
}
