//! A SKU of the table, and how it is read from a line of CSV.

use std::borrow::Cow;

use crate::guid::Guid;

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
    /// Is it a trial?
    pub is_trial: bool,
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

impl Sku<'_> {
    /// Decides by the family column of the table, never by a prefix of the name.
    pub fn nature(&self) -> Nature {
        match &*self.family {
            "" => Nature::Other,
            "power-platform" => Nature::PowerPlatform,
            _ => Nature::Dynamics,
        }
    }
}

/// Reads a line of CSV; `None` if it is not a SKU.
pub(super) fn sku(line: &str) -> Option<Sku<'_>> {
    let mut cells = cells(line);
    let id = Guid::parse(&cells.next()?).ok()?;
    let (part_number, name, family) = (cells.next()?, cells.next()?, cells.next()?);
    let is_trial = cells.next().is_some_and(|trial| trial == "true");
    Some(Sku { id, part_number, name, family, is_trial })
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_cells() {
        let row = r#"x,"a, ""b""",,"c""#;
        assert_eq!(cells(row).collect::<Vec<_>>(), ["x", r#"a, "b""#, "", "c"]);
        assert_eq!(cells("").collect::<Vec<_>>(), [""]);
    }
}
