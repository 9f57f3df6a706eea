//! Finds out what an export is and has it read by its kind.

use super::builder::ExportBuilder;
use super::document::text;
use super::export::ProblemCode;
use super::kind::{Format, Kind, Signs};
use super::kinds::KINDS;
use super::table::{SEPARATORS, Table, declared_separator, heading};
use super::text::plain;
use crate::json::{self, Value};

/// What a text is as JSON.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum JsonForm {
    /// Not JSON, and not meant as such.
    Other,
    /// Meant as JSON, but damaged.
    Broken,
    /// JSON.
    Intact,
}

/// Reads the export if it is of a kind that comes as JSON; then the builder knows the kind.
pub fn read_document(
    text: &str,
    builder: &mut ExportBuilder<'_>,
    on_progress: &mut dyn FnMut(usize),
) -> JsonForm {
    if !text.trim_start().starts_with(['{', '[']) {
        return JsonForm::Other;
    }
    let (value, fault) = json::parse_with_progress(text, on_progress);
    let is_intact = fault.is_none();
    let is_recognized =
        read_object(&value, is_intact, builder) || read_rows(&value, is_intact, builder);
    if is_intact {
        return JsonForm::Intact;
    }
    if is_recognized {
        // The row in which the text breaks off is not among those counted.
        builder.leave_out(builder.rows + 1, ProblemCode::Truncated);
    }
    JsonForm::Broken
}

/// Reads the export if it is of a kind that comes as a table; says whether it is.
pub fn read_table<'t>(
    text: &'t str,
    builder: &mut ExportBuilder<'_>,
    on_progress: &'t mut dyn FnMut(usize),
) -> bool {
    let (declared, text) = declared_separator(text);
    let separators =
        SEPARATORS.iter().filter(|separator| declared.is_none_or(|one| one == **separator));
    let tables = || {
        each_format(|format| match format {
            Format::Table { signs, read } => Some((*signs, *read)),
            Format::Object { .. } | Format::Rows { .. } => None,
        })
    };
    let mut found = separators.filter_map(|separator| {
        let columns = heading(text, *separator);
        let has = |sign: &str| columns.iter().any(|column| column == sign);
        let (kind, read) = best(tables(), has, builder.options.name)?;
        Some((kind, read, *separator, columns))
    });
    let Some((kind, read, separator, columns)) = found.next() else { return false };
    builder.kind = kind.export_kind();
    read(Table::new(text, separator, columns, on_progress), builder);
    if builder.rows == 0 {
        builder.report(None, ProblemCode::Empty);
    }
    true
}

fn read_object(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) -> bool {
    let mut objects = each_format(|format| match format {
        Format::Object { members, read } => Some((*members, *read)),
        Format::Rows { .. } | Format::Table { .. } => None,
    });
    let has_one = |members: &[&str]| members.iter().any(|name| value.get_any_case(name).is_some());
    let Some((kind, (_, read))) = objects.find(|(_, (members, _))| has_one(members)) else {
        return false;
    };
    builder.kind = kind.export_kind();
    read(value, is_intact, builder);
    true
}

fn read_rows(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) -> bool {
    let Some((kind, read, rows)) = rows(value, is_intact, builder.options.name) else {
        return false;
    };
    builder.kind = kind.export_kind();
    builder.rows = rows.len();
    if rows.is_empty() {
        builder.report(None, ProblemCode::Empty);
    }
    if has_more_pages(value, rows.len()) {
        builder.is_excerpt = true;
        builder.report(None, ProblemCode::MorePages);
    }
    read(value, rows, builder);
    true
}

type ReadRows = fn(&Value<'_>, &[Value<'_>], &mut ExportBuilder<'_>);

/// How many rows are looked at to find out what an export is.
const SAMPLED_ROWS: usize = 100;

/// The kind and rows of an answer, of one page of it, or of a bare list; a lone object is one row.
fn rows<'v>(
    value: &'v Value<'v>,
    is_intact: bool,
    file_name: Option<&str>,
) -> Option<(&'static Kind, ReadRows, &'v [Value<'v>])> {
    let inside = ["value", "items"].iter().find_map(|name| value.get_any_case(name));
    // PowerShell turns a list of one element into that element.
    let lone = || inside.filter(|inside| inside.map().is_some()).unwrap_or(value);
    let list = value.list().or_else(|| inside?.list());
    // If a lone row breaks off, anything may be missing from it.
    let rows = list.or_else(|| is_intact.then(|| std::slice::from_ref(lone())))?;
    let members = rows.iter().take(SAMPLED_ROWS).filter_map(Value::map).flatten();
    let mut names: Vec<String> = members.map(|(key, _)| plain(key)).collect();
    names.sort_unstable();
    names.dedup();
    let has = |sign: &str| names.binary_search_by(|name| name.as_str().cmp(sign)).is_ok();
    let formats = || {
        each_format(|format| match format {
            Format::Rows { signs, read } => Some((*signs, *read)),
            Format::Object { .. } | Format::Table { .. } => None,
        })
    };
    // Without a readable row, what is around the rows can still tell.
    let by_context = || {
        let entity_set = entity_set(value)?;
        formats().find(|(kind, _)| kind.entity_set == Some(&*entity_set))
    };
    let by_file_name = || {
        let is_empty = list.is_some_and(<[_]>::is_empty);
        let named = of_file_name(file_name.filter(|_| is_empty)?)?;
        formats().find(|(kind, _)| kind.name == named.name)
    };
    let without_rows = || by_context().or_else(by_file_name).map(|(kind, (_, read))| (kind, read));
    let (kind, read) = best(formats(), has, file_name).or_else(without_rows)?;
    Some((kind, read, rows))
}

/// The last part of the answer's context: which set of entities it lists.
fn entity_set(answer: &Value<'_>) -> Option<String> {
    let context = text(answer, "@odata.context")?;
    Some(plain(context.rsplit(['#', '/']).next()?))
}

/// Is this one page of several? Graph and Partner Center say so in different ways.
fn has_more_pages(answer: &Value<'_>, rows: usize) -> bool {
    let links = answer.get_any_case("links");
    let total = text(answer, "totalCount").and_then(|total| total.parse::<usize>().ok());
    text(answer, "@odata.nextLink").is_some()
        || links.is_some_and(|links| links.get_any_case("next").is_some())
        || total.is_some_and(|total| total > rows)
}

/// Every format of one sort, with its kind, in the order of the registry.
fn each_format<T>(
    select: impl Fn(&'static Format) -> Option<T>,
) -> impl Iterator<Item = (&'static Kind, T)> {
    KINDS.iter().flat_map(move |kind| {
        let formats: Vec<_> = kind.formats.iter().filter_map(&select).collect();
        formats.into_iter().map(|format| (*kind, format))
    })
}

/// The kind with the most signs. If two have equally many, the file name decides between them.
fn best<R: Copy>(
    formats: impl Iterator<Item = (&'static Kind, (Signs, R))>,
    has: impl Fn(&str) -> bool,
    file_name: Option<&str>,
) -> Option<(&'static Kind, R)> {
    let score = |signs: Signs| signs.names.iter().filter(|name| has(name)).count();
    let scores = formats.map(|(kind, (signs, read))| (score(signs), signs.at_least, kind, read));
    let fitting: Vec<_> = scores.filter(|(score, at_least, ..)| score >= at_least).collect();
    let most = fitting.iter().map(|(score, ..)| *score).max()?;
    let mut best = fitting.iter().filter(|(score, ..)| *score == most);
    let (_, _, first, read_first) = best.next()?;
    let Some((_, _, second, read_second)) = best.next() else { return Some((*first, *read_first)) };
    let named = of_file_name(file_name?)?.name;
    if named == first.name {
        Some((*first, *read_first))
    } else {
        (named == second.name).then_some((*second, *read_second))
    }
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
