//! Which column or member of a row has which meaning.

use crate::exports::meaning::Meaning;
use crate::exports::text::plain;
use crate::json::Value;
use crate::paste;

/// Where the meanings of one sequence of names are.
pub struct Layout {
    /// The names, by which rows with the same members are recognized; `None` for the inner names of a
    /// member that is no object.
    names: Vec<(String, Option<Vec<String>>)>,
    slots: [Slot; Meaning::ALL.len()],
    /// The names that are not read, as they are written.
    pub unread: Vec<String>,
}

/// The position of a meaning.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Slot {
    /// There is none.
    None,
    /// Two columns have the same name.
    Conflict,
    /// The column or member, and the one within that member.
    At(u16, Option<u16>),
}

/// What a person said that a column means.
pub struct StatedColumn {
    plain: String,
    /// Its name, as messages show it.
    pub shown: String,
    meaning: Meaning,
}

impl StatedColumn {
    /// A column of this name.
    pub fn new(name: &str, meaning: Meaning) -> Self {
        Self { plain: plain(name), shown: shown(name), meaning }
    }

    /// Is this its name?
    pub fn is_named(&self, name: &str) -> bool {
        self.plain == plain(name)
    }
}

impl Layout {
    /// The layout of a heading.
    pub fn of_heading(heading: &[String], reads: &[Meaning], stated: &[StatedColumn]) -> Self {
        let names = heading.iter().map(|name| (name.clone(), None)).collect();
        Self::of(names, reads, stated, true)
    }

    /// The layout of an object.
    pub fn of_members(members: &[Member<'_>], reads: &[Meaning], stated: &[StatedColumn]) -> Self {
        let name = |(key, value): &Member<'_>| {
            let inner = value.map().map(|inner| inner.iter().map(|(key, _)| key.to_string()));
            (key.to_string(), inner.map(Iterator::collect))
        };
        Self::of(members.iter().map(name).collect(), reads, stated, false)
    }

    /// Is this the layout of the object?
    pub fn fits(&self, members: &[Member<'_>]) -> bool {
        let is_same =
            |((name, inner), (key, value)): (&(String, Option<Vec<String>>), &Member<'_>)| {
                **key == **name
                    && match (inner, value.map()) {
                        (None, None) => true,
                        (Some(inner), Some(members)) => {
                            inner.len() == members.len()
                                && inner.iter().zip(members).all(|(name, (key, _))| **key == **name)
                        }
                        _ => false,
                    }
            };
        self.names.len() == members.len() && self.names.iter().zip(members).all(is_same)
    }

    /// Is there a column of this name?
    pub fn has(&self, column: &StatedColumn) -> bool {
        columns(&self.names).iter().any(|other| other.plain == column.plain)
    }

    /// Where a meaning is.
    pub fn slot(&self, meaning: Meaning) -> Slot {
        self.slots.get(meaning as usize).copied().unwrap_or(Slot::None)
    }

    fn of(
        names: Vec<(String, Option<Vec<String>>)>,
        reads: &[Meaning],
        stated: &[StatedColumn],
        is_table: bool,
    ) -> Self {
        let columns = columns(&names);
        let mut slots = [Slot::None; Meaning::ALL.len()];
        let mut is_read = vec![false; columns.len()];
        let mut is_stated = vec![false; columns.len()];
        for column in stated {
            let found = columns.iter().position(|other| other.plain == column.plain);
            if let (Some(at), Some(slot)) = (found, slots.get_mut(column.meaning as usize)) {
                *slot = columns.get(at).map_or(Slot::None, |column| column.slot);
                is_stated.get_mut(at).into_iter().for_each(|mark| *mark = true);
            }
        }
        is_read.clone_from(&is_stated);
        // The first meaning that a kind reads takes a name that several could have.
        for meaning in reads {
            let Some(slot) = slots.get_mut(*meaning as usize).filter(|slot| **slot == Slot::None)
            else {
                continue;
            };
            let free =
                columns.iter().enumerate().filter(|(at, _)| is_read.get(*at) == Some(&false));
            let ranked = free.filter_map(|(at, column)| Some((meaning.rank(&column.plain)?, at)));
            let Some((_, at)) = ranked.min() else { continue };
            let Some(column) = columns.get(at) else { continue };
            let is_double = |(other, mark): (&Column, &mut bool)| {
                let is_same = other.plain == column.plain;
                *mark |= is_same;
                is_same
            };
            let doubles = columns.iter().zip(&mut is_read).map(is_double).filter(|is| *is).count();
            // Of two members with one name, the last one counts; of two columns, none.
            *slot = if is_table && doubles > 1 { Slot::Conflict } else { column.slot };
        }
        // Of an object of which something is read, what is left is named; another one as a whole.
        let has_read_inner = |outer: u16| {
            let mut read = columns.iter().zip(&is_read).filter(|(_, is_read)| **is_read);
            read.any(|(column, _)| matches!(column.slot, Slot::At(at, Some(_)) if at == outer))
        };
        let is_named = |slot: Slot| match slot {
            Slot::At(outer, inner) => has_read_inner(outer) == inner.is_some(),
            Slot::None | Slot::Conflict => false,
        };
        let unread = columns.iter().zip(&is_read).filter(|(column, is_read)| {
            !**is_read && !column.plain.is_empty() && is_named(column.slot)
        });
        let unread = unread.map(|(column, _)| column.shown.clone()).collect();
        Self { names, slots, unread }
    }
}

/// A member of an object.
pub type Member<'v> = (std::borrow::Cow<'v, str>, Value<'v>);

struct Column {
    plain: String,
    shown: String,
    slot: Slot,
}

fn columns(names: &[(String, Option<Vec<String>>)]) -> Vec<Column> {
    let mut columns = Vec::new();
    for (at, (name, inner)) in names.iter().enumerate() {
        let Ok(at) = u16::try_from(at) else { break };
        let slot = Slot::At(at, None);
        columns.push(Column { plain: plain(name), shown: shown(name), slot });
        for (within, inner) in inner.iter().flatten().enumerate() {
            let name = format!("{name}.{inner}");
            let slot =
                u16::try_from(within).map_or(Slot::None, |at_inner| Slot::At(at, Some(at_inner)));
            columns.push(Column { plain: plain(&name), shown: shown(&name), slot });
        }
    }
    columns
}

/// A name as messages show it.
fn shown(name: &str) -> String {
    const LONGEST: usize = 60;
    paste::shortened(paste::clean(name).into_owned(), LONGEST)
}
