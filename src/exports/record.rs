//! The rows of an export, whatever it came as: objects of JSON or rows of a table. They are read by
//! meaning.

use std::borrow::Cow;
use std::collections::BTreeSet;

use csv::ByteRecord;

use super::builder::ExportBuilder;
use super::export::ProblemCode;
use super::meaning::{Meaning, Need, is_of_no_use};
use super::table::Table;
use super::text::{is_flattened, plain};
use crate::date::Date;
use crate::evidence::Unread;
use crate::guid::Guid;
use crate::json::Value;
use crate::number;
use crate::paste;
use layout::{Layout, Member, Slot, StatedColumn};

pub mod layout;

/// The rows of an export that one kind reads.
pub struct Records<'r> {
    /// The answer around the rows of a list.
    pub answer: Option<&'r Value<'r>>,
    rows: Rows<'r>,
    reads: &'static [Meaning],
    needs: &'static [Need],
}

/// Where rows come from.
pub enum Rows<'r> {
    /// A list of objects.
    Objects(Cow<'r, [Value<'r>]>),
    /// A table.
    Table(Table<'r>),
}

/// A row while it is read: what of it cannot be read is reported, and remembered.
pub struct Row<'r, 'a> {
    /// What is collected.
    pub builder: &'r mut ExportBuilder<'a>,
    /// The number of the row, counted from 1.
    pub number: usize,
    /// What could not be read so far.
    pub unread: Unread,
    layout: &'r Layout,
    cells: Cells<'r>,
}

#[derive(Clone, Copy)]
enum Cells<'r> {
    Members(&'r [Member<'r>]),
    Columns(&'r ByteRecord),
}

impl<'r> Records<'r> {
    /// Rows of which a kind reads these meanings, and should have what it needs.
    pub fn new(
        rows: Rows<'r>,
        answer: Option<&'r Value<'r>>,
        reads: &'static [Meaning],
        needs: &'static [Need],
    ) -> Self {
        Self { answer, rows, reads, needs }
    }

    /// The same rows, with one row for each element of a list in a member of this name. Programs
    /// write such a list as one object if it has one element.
    #[must_use]
    pub fn unfolded(self, name: &str) -> Self {
        let Rows::Objects(objects) = &self.rows else { return self };
        let mut unfolded = Vec::with_capacity(objects.len());
        for object in objects.iter() {
            match object.get_any_case(name).and_then(Value::list) {
                Some(list) if !list.is_empty() => unfolded.extend(list.iter().map(|element| {
                    let members = object.map().unwrap_or_default().iter();
                    let replaced = members.map(|(key, value)| {
                        let is_it = key.eq_ignore_ascii_case(name);
                        (key.clone(), if is_it { element.clone() } else { value.clone() })
                    });
                    Value::Map(replaced.collect())
                })),
                _ => unfolded.push(object.clone()),
            }
        }
        Self { rows: Rows::Objects(Cow::Owned(unfolded)), ..self }
    }

    /// Counts the rows without reading them.
    pub fn count(self, builder: &mut ExportBuilder<'_>) {
        match self.rows {
            Rows::Objects(objects) => builder.rows += objects.len(),
            Rows::Table(mut table) => table.rows(builder, &mut |_, _, _| {}),
        }
    }

    /// Passes every row to `take`, and reports which columns were not read and which are missing.
    pub fn each<'a>(self, builder: &mut ExportBuilder<'a>, take: &mut dyn FnMut(&mut Row<'_, 'a>)) {
        let before = builder.rows;
        let mut seen = Seen::default();
        match self.rows {
            Rows::Objects(objects) => {
                let mut layouts: Vec<Layout> = Vec::new();
                for object in objects.iter() {
                    builder.rows += 1;
                    let number = builder.rows;
                    let Some(members) = object.map() else {
                        builder.lose_row(number, ProblemCode::RowMalformed);
                        continue;
                    };
                    let known = layouts.iter().position(|layout| layout.fits(members));
                    let at = known.unwrap_or_else(|| {
                        let layout = Layout::of_members(members, self.reads, &builder.stated);
                        seen.add(&layout, &builder.stated);
                        // Rows of many shapes are rare; the last ones are kept.
                        if layouts.len() >= MOST_LAYOUTS {
                            layouts.remove(0);
                        }
                        layouts.push(layout);
                        layouts.len() - 1
                    });
                    let Some(layout) = layouts.get(at) else { continue };
                    let cells = Cells::Members(members);
                    take(&mut Row { builder, number, unread: Unread::NONE, layout, cells });
                }
            }
            Rows::Table(mut table) => {
                let layout = Layout::of_heading(table.heading(), self.reads, &builder.stated);
                seen.add(&layout, &builder.stated);
                table.rows(builder, &mut |builder, number, cells| {
                    let cells = Cells::Columns(cells);
                    take(&mut Row {
                        builder,
                        number,
                        unread: Unread::NONE,
                        layout: &layout,
                        cells,
                    });
                });
            }
        }
        builder.end_of_rows(builder.rows - before);
        seen.report(self.needs, builder);
    }
}

/// So many layouts of objects are kept.
const MOST_LAYOUTS: usize = 8;

/// The columns of all rows.
#[derive(Default)]
struct Seen {
    meanings: BTreeSet<Meaning>,
    unread: Vec<String>,
    plain: BTreeSet<String>,
    has_rows: bool,
    conflicts: Vec<String>,
    /// For each column that the caller named, whether there is one.
    stated: Vec<bool>,
}

impl Seen {
    fn add(&mut self, layout: &Layout, stated: &[StatedColumn]) {
        self.has_rows = true;
        self.stated.resize(stated.len(), false);
        for (column, is_there) in stated.iter().zip(&mut self.stated) {
            *is_there |= layout.has(column);
        }
        for meaning in Meaning::ALL {
            match layout.slot(*meaning) {
                Slot::None => {}
                Slot::Conflict => {
                    self.meanings.insert(*meaning);
                    self.conflicts.extend(meaning.names().first().map(|name| (*name).to_owned()));
                }
                Slot::At(..) => drop(self.meanings.insert(*meaning)),
            }
        }
        for name in &layout.unread {
            if self.unread.len() < MOST_NAMES && self.plain.insert(plain(name)) {
                self.unread.push(name.clone());
            }
        }
    }

    fn report(self, needs: &[Need], builder: &mut ExportBuilder<'_>) {
        if !self.has_rows {
            return;
        }
        let is_there = |any_of: &[Meaning]| any_of.iter().any(|one| self.meanings.contains(one));
        let missing = needs.iter().filter(|(_, any_of)| !is_there(any_of));
        builder.miss(missing.map(|(name, _)| (*name).to_owned()).collect());
        builder.report_columns(ProblemCode::ColumnsConflict, self.conflicts);
        let stated = builder.stated.iter().zip(self.stated);
        let absent =
            stated.filter(|(_, is_there)| !is_there).map(|(column, _)| column.shown.clone());
        builder.report_columns(ProblemCode::ColumnsOptionUnknown, absent.collect());
        // What was read of some rows only is not named: it was read where it is.
        let is_told = |name: &&String| !is_of_no_use(&plain(name));
        let told = self.unread.iter().filter(is_told).cloned().collect();
        builder.report_columns(ProblemCode::ColumnsUnread, told);
        for name in self.unread {
            if !builder.unread.contains(&name) {
                builder.unread.push(name);
            }
        }
    }
}

/// More names than this help nobody.
const MOST_NAMES: usize = 100;

impl<'r> Row<'r, '_> {
    /// Does the row have a column with this meaning, empty or not?
    pub fn has(&self, meaning: Meaning) -> bool {
        self.layout.slot(meaning) != Slot::None
    }

    /// The text of a cell or member, cleaned; `None` if there is none. What is not text is `?`, which
    /// no reader accepts, because it is damage.
    pub fn text(&self, meaning: Meaning) -> Option<Cow<'r, str>> {
        let text = match (self.layout.slot(meaning), self.cells) {
            (Slot::None, _) => return None,
            (Slot::Conflict, _) => return Some("?".into()),
            (Slot::At(at, _), Cells::Columns(cells)) => {
                let cell = cells.get(usize::from(at))?;
                paste::clean(std::str::from_utf8(cell).unwrap_or("?"))
            }
            (Slot::At(..), Cells::Members(_)) => text_of(self.value(meaning)?)?,
        };
        (!is_nothing(&text)).then_some(text)
    }

    /// The object itself; `None` for the row of a table.
    pub fn object(&self) -> Option<&'r [Member<'r>]> {
        match self.cells {
            Cells::Members(members) => Some(members),
            Cells::Columns(_) => None,
        }
    }

    /// The value of a member of an object.
    pub fn value(&self, meaning: Meaning) -> Option<&'r Value<'r>> {
        let (Slot::At(at, within), Cells::Members(members)) =
            (self.layout.slot(meaning), self.cells)
        else {
            return None;
        };
        let (_, value) = members.get(usize::from(at))?;
        let value = match within {
            None => value,
            Some(within) => &value.map()?.get(usize::from(within))?.1,
        };
        (*value != Value::Null).then_some(value)
    }

    /// Is the member there, and `null`? A cell never is.
    pub fn is_null(&self, meaning: Meaning) -> bool {
        let (Slot::At(at, None), Cells::Members(members)) = (self.layout.slot(meaning), self.cells)
        else {
            return false;
        };
        members.get(usize::from(at)).is_some_and(|(_, value)| *value == Value::Null)
    }

    /// The elements of a list; `None` if there is none. A table, and a program that prints lists, has
    /// a text with spaces or commas between the elements, or what is left of a list that was not
    /// written out; then there are no elements either.
    pub fn list(&mut self, meaning: Meaning) -> Option<Cow<'r, [Value<'r>]>> {
        match self.value(meaning) {
            Some(Value::List(items)) => {
                let is_flat = |item: &Value<'_>| item.text().is_some_and(is_flattened);
                if items.iter().any(is_flat) {
                    self.builder.report(None, ProblemCode::ValuesFlattened);
                    return None;
                }
                Some(Cow::Borrowed(items))
            }
            Some(Value::Text(_)) | None => {
                let text = self.text(meaning)?;
                if is_flattened(&text) {
                    self.builder.report(None, ProblemCode::ValuesFlattened);
                    return None;
                }
                let is_between = |one: char| matches!(one, ' ' | ',' | ';' | '|');
                let parts = text.split(is_between).filter(|part| !part.is_empty());
                let parts = parts.map(|part| Value::Text(part.to_owned().into()));
                Some(Cow::Owned(parts.collect()))
            }
            Some(_) => Some(Cow::Owned(vec![Value::Text("?".into())])),
        }
    }

    /// Reads a value. A missing or empty one is fine; one that cannot be read is a problem of the row,
    /// and nothing passes that depends on it.
    pub fn read<T>(&mut self, meaning: Meaning, read: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let text = self.text(meaning)?;
        let value = read(&text);
        if value.is_none() {
            self.damage(meaning);
        }
        value
    }

    /// Reports that a value cannot be read.
    pub fn damage(&mut self, meaning: Meaning) {
        self.unread.add(meaning.member());
        self.builder.report(Some(self.number), ProblemCode::RowMalformed);
    }

    /// Reads a GUID; see [`Row::read`].
    pub fn guid(&mut self, meaning: Meaning) -> Option<Guid> {
        self.read(meaning, |text| Guid::parse(text).ok())
    }

    /// Reads the number of a partner; see [`Row::read`].
    pub fn digits(&mut self, meaning: Meaning) -> Option<String> {
        self.read(meaning, number::digits)
    }

    /// Reads `true` or `false`; see [`Row::read`].
    pub fn flag(&mut self, meaning: Meaning) -> Option<bool> {
        self.read(meaning, |text| match plain(text).as_str() {
            "true" | "yes" | "1" | "wahr" | "ja" => Some(true),
            "false" | "no" | "0" | "falsch" | "nein" => Some(false),
            _ => None,
        })
    }

    /// Reads a day; one that cannot be read, or in two ways, is a problem of the row.
    pub fn day(&mut self, meaning: Meaning) -> Option<Date> {
        let text = self.text(meaning)?;
        let day = self.builder.day_of(&text);
        if let Err(fault) = day {
            self.unread.add(meaning.member());
            self.builder.report(Some(self.number), fault);
        }
        day.ok()
    }

    /// The ID of what the row is about. Without one, the row is left out; if it is there and cannot be
    /// read, rows of that part are lost.
    pub fn id(&mut self, meaning: Meaning) -> Option<Guid> {
        let id = self.guid(meaning);
        if id.is_none() {
            self.leave_out_without(meaning);
        }
        id
    }

    /// Leaves the row out because its ID cannot be read or is missing.
    pub fn leave_out_without(&mut self, meaning: Meaning) {
        if !self.has(meaning) {
            self.builder.rows_without_id.push(self.number);
        } else if self.text(meaning).is_some() {
            self.builder.lose_row(self.number, ProblemCode::IdMalformed);
        } else {
            self.builder.leave_out(self.number, ProblemCode::IdMalformed);
        }
    }

    /// The day of a row. A row whose day is damaged is lost, because it would count as the newest.
    pub fn row_day(&mut self, meaning: Meaning) -> Result<Option<Date>, ()> {
        let Some(text) = self.text(meaning) else { return Ok(self.builder.stated_day) };
        let read =
            if meaning == Meaning::Month { ExportBuilder::month_of } else { ExportBuilder::day_of };
        let day =
            read(self.builder, &text).map_err(|fault| self.builder.lose_row(self.number, fault))?;
        self.builder.newest_day = self.builder.newest_day.max(Some(day));
        Ok(Some(day))
    }
}

fn text_of<'v>(value: &'v Value<'v>) -> Option<Cow<'v, str>> {
    Some(match value {
        Value::Bool(true) => "true".into(),
        Value::Bool(false) => "false".into(),
        // PowerShell may write a day as an object that contains it.
        Value::Map(_) => value.get_any_case("value").map_or(Some("?".into()), text_of)?,
        Value::List(items) if items.is_empty() => return None,
        _ => paste::clean(value.text_or_number().unwrap_or("?")),
    })
}

/// Words that programs write where there is no value.
fn is_nothing(text: &str) -> bool {
    const WORDS: [&str; 8] = ["null", "NULL", "NaN", "nan", "N/A", "n/a", "#N/A", "-"];
    text.is_empty() || text.len() <= "null".len() && WORDS.contains(&text)
}
