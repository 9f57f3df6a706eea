//! Finds out what an export is and has it read by its kind.

use std::borrow::Cow;

use super::builder::ExportBuilder;
use super::document::text;
use super::export::{ExportKind, ProblemCode};
use super::kind::{Format, Kind, ReadRows};
use super::kinds::{KINDS, STATED_COLUMNS};
use super::record::{Records, Rows};
use super::table::{SEPARATORS, Table, declared_separator, heading};
use super::text::clothes::{self, Documents, rows_within};
use super::text::{plain, printed};
use crate::evidence::Part;
use crate::json::Value;

/// Reads a text, or a part of one, if it is of any kind; says whether it is JSON that is damaged.
pub fn read_text(
    text: &str,
    builder: &mut ExportBuilder<'_>,
    on_progress: &mut dyn FnMut(usize),
) -> bool {
    let is_json = text.trim_start().starts_with(['{', '[']);
    let mut is_damaged = false;
    if is_json {
        let documents = clothes::documents(text, on_progress);
        is_damaged = documents.is_damaged;
        let is_intact = !is_damaged && !documents.values.is_empty();
        if read_documents(&documents, builder) || is_intact {
            return false;
        }
    }
    if read_table(text, builder, on_progress) {
        return false;
    }
    if let Some((list, is_short)) = printed::printed_list(text) {
        if read_value(&list, true, builder) {
            if is_short {
                builder.lose_row(builder.rows, ProblemCode::Truncated);
            } else {
                heed_end(text, builder);
            }
            return false;
        }
    }
    if let Some(table) = printed::printed_table(text) {
        if read_value(&table, true, builder) {
            heed_end(text, builder);
            return false;
        }
    }
    if !is_json {
        read_documents(&clothes::documents(text, on_progress), builder);
    }
    is_damaged
}

/// What a program prints to a file ends with a line; something may be missing behind what does not.
fn heed_end(text: &str, builder: &mut ExportBuilder<'_>) {
    if !builder.options.is_pasted && !text.ends_with('\n') {
        builder.leave_out(builder.rows, ProblemCode::MaybeCutOff);
    }
}

/// Reads the JSON of a text; says whether any of it is of a kind.
fn read_documents(documents: &Documents<'_>, builder: &mut ExportBuilder<'_>) -> bool {
    let mut is_any = false;
    let mut is_other = false;
    for (value, is_intact) in &documents.values {
        let is_read = read_value(value, *is_intact, builder);
        is_any |= is_read;
        is_other |= !is_read;
    }
    if is_any && documents.is_damaged {
        // The row in which the text breaks off is not among those counted.
        builder.lose_row(builder.rows + 1, ProblemCode::Truncated);
    }
    if is_any && is_other && !documents.is_damaged {
        builder.report(None, ProblemCode::MoreExports);
    }
    is_any
}

/// Reads the export if it is of a kind that comes as JSON; says whether it is.
fn read_value(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) -> bool {
    read_object(value, is_intact, builder) || read_rows(value, is_intact, builder)
}

fn read_object(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) -> bool {
    let formats = KINDS.iter().flat_map(|kind| kind.formats.iter().map(move |one| (kind, one)));
    let mut objects = formats.filter_map(|(kind, format)| match format {
        Format::Object { is_it, read } => is_it(value).then_some((kind, read)),
        Format::Rows { .. } => None,
    });
    let Some((kind, read)) = objects.next() else { return false };
    if is_taken(kind, builder) {
        read(value, is_intact, builder);
    }
    true
}

/// Takes the kind, unless the export is of another one already.
fn is_taken(kind: &'static Kind, builder: &mut ExportBuilder<'_>) -> bool {
    let kind_of_all = kind.export_kind();
    if builder.kind != ExportKind::UNKNOWN && builder.kind != kind_of_all {
        builder.report(None, ProblemCode::MoreExports);
        // It is there, and it is not read.
        builder.evidence.lost.add(Part::Evidence);
        return false;
    }
    builder.kind = kind_of_all;
    builder.parts = kind.parts;
    true
}

fn read_rows(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) -> bool {
    let Some((kind, read, rows)) = rows(value, is_intact, builder) else {
        return false;
    };
    if !is_taken(kind, builder) {
        return true;
    }
    if rows.is_empty() {
        builder.report(None, ProblemCode::Empty);
    }
    if has_more_pages(value, rows.len()) {
        builder.is_excerpt = true;
        builder.report(None, ProblemCode::MorePages);
    }
    let rows = Rows::Objects(Cow::Borrowed(rows));
    read(Records::new(rows, Some(value), kind.reads, kind.needs), builder);
    true
}

/// Reads the export if it is of a kind that comes as a table; says whether it is.
fn read_table(
    text: &str,
    builder: &mut ExportBuilder<'_>,
    on_progress: &mut dyn FnMut(usize),
) -> bool {
    let (declared, text) = declared_separator(text);
    let mut start = 0;
    // PowerShell writes the name of a type before the heading, people write a title.
    for line in text.split_inclusive('\n').take(MOST_TITLES) {
        let table = text.get(start..).unwrap_or_default();
        start += line.len();
        let separators =
            SEPARATORS.iter().filter(|separator| declared.is_none_or(|one| one == **separator));
        let mut found = separators.filter_map(|separator| {
            let columns = heading(head(table), *separator);
            let (kind, read) = kind_of_columns(&columns, builder)?;
            Some((kind, read, *separator, columns))
        });
        let Some((kind, read, separator, columns)) = found.next() else { continue };
        if !is_taken(kind, builder) {
            return true;
        }
        let mut on_table_read = |done: usize| on_progress(start - line.len() + done);
        let rows = Rows::Table(Table::new(table, separator, columns, &mut on_table_read));
        read(Records::new(rows, None, kind.reads, kind.needs), builder);
        if builder.rows == 0 {
            builder.report(None, ProblemCode::Empty);
        }
        return true;
    }
    false
}

/// So many lines may stand before the heading of a table.
const MOST_TITLES: usize = 20;

/// As much of a text as a heading can have.
fn head(text: &str) -> &str {
    const LONGEST: usize = 1 << 16;
    let mut end = LONGEST.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn kind_of_columns(
    columns: &[String],
    builder: &ExportBuilder<'_>,
) -> Option<(&'static Kind, ReadRows)> {
    let names: Vec<String> = columns.iter().map(|name| plain(name)).collect();
    let has = |sign: &str| names.iter().any(|name| name == sign);
    best(&has, None, builder.options.name).or_else(|| {
        let is_column = |name: &String| builder.stated.iter().any(|column| column.is_named(name));
        columns.iter().any(is_column).then_some(STATED_COLUMNS)
    })
}

/// How many rows are looked at to find out what an export is.
const SAMPLED_ROWS: usize = 100;

/// The kind and rows of an answer, of one page of it, or of a bare list; a lone object is one row.
fn rows<'v>(
    value: &'v Value<'v>,
    is_intact: bool,
    builder: &ExportBuilder<'_>,
) -> Option<(&'static Kind, ReadRows, &'v [Value<'v>])> {
    let file_name = builder.options.name;
    let inside = rows_within(value);
    // PowerShell turns a list of one element into that element.
    let lone = || inside.filter(|inside| inside.map().is_some()).unwrap_or(value);
    let list = value.list().or_else(|| inside?.list());
    // If a lone row breaks off, anything may be missing from it.
    let rows = list.or_else(|| is_intact.then(|| std::slice::from_ref(lone())))?;
    let mut names = Vec::new();
    rows.iter().take(SAMPLED_ROWS).for_each(|row| add_names("", row, &mut names));
    names.sort_unstable();
    names.dedup();
    let has = |sign: &str| names.binary_search_by(|name: &String| name.as_str().cmp(sign)).is_ok();
    let entity_set = entity_set(value);
    let by_name = || {
        let is_empty = list.is_some_and(<[_]>::is_empty);
        let named = of_file_name(file_name.filter(|_| is_empty)?)?;
        rows_format(named)
    };
    let stated = || {
        let is_stated = |column: &str| builder.stated.iter().any(|stated| stated.is_named(column));
        names.iter().any(|name| is_stated(name)).then_some(STATED_COLUMNS)
    };
    let (kind, read) =
        best(&has, entity_set.as_deref(), file_name).or_else(by_name).or_else(stated)?;
    Some((kind, read, rows))
}

/// The names of an object's members, and of those within them: `termInfo.status`.
fn add_names(outer: &str, value: &Value<'_>, names: &mut Vec<String>) {
    for (key, value) in value.map().unwrap_or_default() {
        let name = [outer, &plain(key)].concat();
        if outer.is_empty() {
            let element = value.list().and_then(<[_]>::first);
            add_names(&name, element.unwrap_or(value), names);
        }
        names.push(name);
    }
}

/// The path in the answer's context: which set of entities it lists.
fn entity_set(answer: &Value<'_>) -> Option<String> {
    let context = text(answer, "@odata.context")?;
    let set = context.split_once('#').map_or(&*context, |(_, set)| set);
    // Behind the set are the columns that were selected.
    let mut depth = 0_u32;
    let outside = set.chars().filter(|one| {
        match one {
            '(' => depth += 1,
            ')' => {
                depth = depth.saturating_sub(1);
                return false;
            }
            _ => {}
        }
        depth == 0
    });
    let set: String = outside.collect();
    let set = set.trim_end_matches("/$entity");
    Some(plain(set))
}

/// Is this one page of several? Graph and Partner Center say so in different ways.
fn has_more_pages(answer: &Value<'_>, rows: usize) -> bool {
    let links = answer.get_any_case("links");
    let total = text(answer, "totalCount").and_then(|total| total.parse::<usize>().ok());
    text(answer, "@odata.nextLink").is_some()
        || links.is_some_and(|links| links.get_any_case("next").is_some())
        || total.is_some_and(|total| total > rows)
}

/// The kind that an answer names, or else the one with the most signs. If two have equally many, the
/// file name decides between them.
fn best(
    has: &dyn Fn(&str) -> bool,
    entity_set: Option<&str>,
    file_name: Option<&str>,
) -> Option<(&'static Kind, ReadRows)> {
    if let Some(set) = entity_set {
        let named = KINDS.iter().find(|kind| kind.entity_sets.iter().any(|one| set.ends_with(one)));
        if let Some(format) = named.and_then(|kind| format_with_set(kind, has)) {
            return Some(format);
        }
    }
    let named = file_name.and_then(of_file_name).map(|kind| kind.name);
    let formats = KINDS.iter().flat_map(|kind| kind.formats.iter().map(move |one| (*kind, one)));
    let scores = formats.filter_map(|(kind, format)| match format {
        Format::Rows { signs, read } => {
            Some((signs.score(has, named == Some(kind.name))?, kind, *read))
        }
        Format::Object { .. } => None,
    });
    let fitting: Vec<_> = scores.collect();
    let most = fitting.iter().map(|(score, ..)| *score).max()?;
    let mut best = fitting.iter().filter(|(score, ..)| *score == most);
    let (_, first, read) = best.next()?;
    let others: Vec<_> = best.filter(|(_, kind, _)| kind.name != first.name).collect();
    if others.is_empty() || named == Some(first.name) {
        return Some((first, *read));
    }
    let (_, kind, read) = others.into_iter().find(|(_, kind, _)| named == Some(kind.name))?;
    Some((kind, *read))
}

/// The format of a kind that the rows have the most signs of.
fn format_with_set(
    kind: &'static Kind,
    has: &dyn Fn(&str) -> bool,
) -> Option<(&'static Kind, ReadRows)> {
    let signs = kind.formats.iter().filter_map(|format| match format {
        // A set of another kind can have the same name.
        Format::Rows { signs, .. } if signs.against.iter().any(|name| has(name)) => None,
        Format::Rows { signs, read } => {
            let names = signs.own.iter().chain(signs.shared);
            Some((names.filter(|name| has(name)).count(), *read))
        }
        Format::Object { .. } => None,
    });
    let (_, read) = signs.max_by_key(|(count, _)| *count)?;
    Some((kind, read))
}

fn rows_format(kind: &'static Kind) -> Option<(&'static Kind, ReadRows)> {
    kind.formats.iter().find_map(|format| match format {
        Format::Rows { read, .. } => Some((kind, *read)),
        Format::Object { .. } => None,
    })
}

/// The kind that a file name or an address names.
fn of_file_name(name: &str) -> Option<&'static Kind> {
    let name = plain(name);
    let rank = |kind: &Kind| {
        let words = kind.file_names.iter().filter(|file_name| name.contains(file_name.word));
        words.map(|file_name| file_name.rank).min()
    };
    let ranked = KINDS.iter().filter_map(|kind| Some((rank(kind)?, *kind)));
    ranked.min_by_key(|(rank, _)| *rank).map(|(_, kind)| kind)
}
