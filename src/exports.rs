//! Reads the exports that partners and customers have: from Microsoft Graph, from Partner Center, from
//! the public tenant lookup.
//!
//! What an export is follows from its content. Its file name decides only between two kinds that fit
//! equally well, or where there are no rows to go by. Each kind is one file in `exports/kinds/`.
//!
//! Whatever cannot be read is left out and reported with its row. A row whose tenant, status or day is
//! damaged never counts as a row without one: it could look better than it is.

mod builder;
mod day;
mod document;
mod export;
mod kind;
mod kinds;
mod recognize;
mod table;
mod text;

pub use builder::ReadOptions;
pub use export::{Export, ExportKind, Problem, ProblemCode};

use builder::ExportBuilder;
use recognize::JsonForm;

use crate::domain::ToAscii;

/// Called with the number of bytes read so far and the number of bytes in all.
pub type OnProgress<'a> = &'a mut dyn FnMut(usize, usize);

/// Reads an export from its bytes, in UTF-8 or UTF-16.
///
/// Never fails: an export that cannot be read has the kind `unknown` and a problem that says why.
/// `on_progress` is called about every megabyte and once at the end.
///
/// ```
/// use cpor_preflight::exports::{ReadOptions, read};
///
/// let table = b"Microsoft ID,Company name,Primary domain name,Relationship\n\
///     3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6,Contoso,contoso.com,Reseller\n";
/// let export = read(table, ReadOptions::default(), &|_| None, &mut |_, _| {});
/// assert_eq!((export.kind.name(), export.rows), ("partner-center-customers", 1));
/// assert_eq!(export.evidence.tenants[0].domains, ["contoso.com"]);
/// ```
pub fn read(
    bytes: &[u8],
    options: ReadOptions<'_>,
    to_ascii: ToAscii<'_>,
    on_progress: OnProgress<'_>,
) -> Export {
    let mut builder = ExportBuilder::new(options, to_ascii);
    let text = text::decoded(bytes);
    if text.contains(char::REPLACEMENT_CHARACTER) {
        builder.report(None, ProblemCode::CharactersLost);
    }
    // UTF-16 and the text decoded from it differ in length.
    let total = bytes.len();
    let bytes_per_text_byte = total as f64 / text.len().max(1) as f64;
    let mut on_text_read =
        |done: usize| on_progress((done as f64 * bytes_per_text_byte) as usize, total);
    let text = text.trim_start_matches('\u{feff}');
    let form = recognize::read_document(text, &mut builder, &mut on_text_read);
    if builder.kind == ExportKind::UNKNOWN
        && !recognize::read_table(text, &mut builder, &mut on_text_read)
    {
        let code = match form {
            JsonForm::Broken => ProblemCode::NotJson,
            JsonForm::Intact | JsonForm::Other => ProblemCode::NotRecognised,
        };
        builder.report(None, code);
    }
    on_progress(total, total);
    builder.finish()
}
