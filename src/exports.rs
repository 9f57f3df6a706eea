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
mod meaning;
mod recognize;
mod record;
mod table;
mod text;

pub use builder::ReadOptions;
pub use export::{Export, ExportKind, Problem, ProblemCode};
pub use meaning::Meaning;
pub use text::binary::Binary;

use builder::ExportBuilder;
use kinds::not_evidence;
use text::clothes;

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
    let total = bytes.len();
    if let Some(binary) = Binary::of(bytes) {
        on_progress(total, total);
        return read_binary(binary, ExportBuilder::new("", options, to_ascii));
    }
    let decoded = text::decoded(bytes);
    let text = decoded.trim_start_matches('\u{feff}');
    let mut builder = ExportBuilder::new(text, options, to_ascii);
    if text.contains(char::REPLACEMENT_CHARACTER) {
        builder.report(None, ProblemCode::CharactersLost);
    }
    // UTF-16 and the text decoded from it differ in length.
    let bytes_per_text_byte = total as f64 / decoded.len().max(1) as f64;
    let mut on_text_read =
        |done: usize| on_progress((done as f64 * bytes_per_text_byte) as usize, total);
    let mut is_broken = false;
    if let Some(reason) = not_evidence::of_text(text) {
        builder.be_no_evidence(reason, not_evidence::HELPS);
    } else {
        for body in clothes::bodies(text) {
            is_broken |= recognize::read_text(body, &mut builder, &mut on_text_read);
        }
    }
    if builder.kind == ExportKind::UNKNOWN {
        if let Some((reason, name)) = not_evidence::of_message(text) {
            not_evidence::report_error(reason, name, &mut builder);
        } else if text.contains('\0') {
            builder.report(None, ProblemCode::NotText);
        } else if is_broken {
            builder.report(None, ProblemCode::NotJson);
        } else {
            builder.report(None, ProblemCode::NotRecognised);
        }
    }
    on_progress(total, total);
    builder.finish()
}

fn read_binary(binary: Binary, mut builder: ExportBuilder<'_>) -> Export {
    match binary {
        Binary::Container(_) => builder.kind = ExportKind::CONTAINER,
        Binary::Compound(reason) | Binary::NotEvidence(reason) => {
            builder.be_no_evidence(reason, not_evidence::HELPS);
        }
    }
    if let Some(format) = binary.container() {
        builder.report_name(ProblemCode::Container, format.to_owned());
    }
    builder.finish()
}
