//! `checkBatch`.

use std::rc::Rc;

use cpor_preflight::batch::layout::Layout;
use cpor_preflight::batch::results::{Results, Wanted};
use cpor_preflight::batch::{Batch, Part, RowFinding, RowResult, Totals};
use cpor_preflight::claim::Field;
use cpor_preflight::code::Code;
use cpor_preflight::json::{self, Value};
use cpor_preflight::report::Report;
use serde_json::Map;

use crate::random::Random;
use crate::world::{check, world};
use crate::{Target, mutate};

/// A file, and the number of the evidence.
pub type Input = (Vec<u8>, usize);

pub struct Batches;

const EVIDENCE: [&str; 3] = [
    "null",
    r#"{"partnerIds":[{"id":"5357564","kind":"location","enrolled":true}]}"#,
    r#"{"tenants":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domains":["contoso.com"],"source":"x"}],
        "subscriptions":[{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
        "skuPartNumber":"DYN365_FINANCE","status":"active","channel":"web-direct","provisioning":"provisioned"}],
        "associations":[{"tenantId":"x"}]}"#,
];

const FILES: [&str; 5] = [
    include_str!("../samples/claims.csv"),
    include_str!("corpus/batches/quotes.csv"),
    include_str!("corpus/batches/semicolons.csv"),
    include_str!("corpus/batches/tabs.csv"),
    include_str!("corpus/batches/found.csv"),
];

/// Rows that are compared with their claims alone.
const ROWS: usize = 20;
/// A row with more cells is not read.
const CELLS: usize = 1 << 14;

impl Target for Batches {
    type Input = Input;

    fn corpus(&self) -> Vec<Input> {
        let files = FILES.iter().map(|file| file.as_bytes().to_vec());
        files.flat_map(|file| (0..EVIDENCE.len()).map(move |known| (file.clone(), known))).collect()
    }

    fn draw(&self, inputs: &[Input], random: &mut Random) -> Input {
        let (bytes, known) = random.one_of(inputs);
        let (other, _) = random.one_of(inputs);
        let known = if random.one_in(4) { random.below(EVIDENCE.len()) } else { *known };
        (mutate::bytes(bytes, other, random), known)
    }

    fn size(&self, (bytes, _): &Input) -> usize {
        // Each is checked twice, and again in small pieces.
        4 * bytes.len()
    }

    fn shown(&self, (bytes, known): &Input) -> String {
        format!("{known} {:?}", String::from_utf8_lossy(bytes))
    }

    fn answer(&self, (bytes, known): &Input, random: &mut Random) -> (String, Vec<String>) {
        let mut faults = Vec::new();
        let layout = Layout::read(bytes, &Value::Null);
        let whole = checked(bytes, &layout, EVIDENCE[*known], &mut |_| usize::MAX);
        let largest = 1 + random.below(bytes.len().min(500));
        // A byte-order mark comes in one piece: what reads the layout needs more than that first.
        let mut cut = |rest: usize| {
            let least = if rest == bytes.len() { 3 } else { 1 };
            least + random.below(largest)
        };
        let pieces = checked(bytes, &layout, EVIDENCE[*known], &mut cut);
        if whole.bytes != *bytes {
            faults.push("bytes are lost or added".to_owned());
        }
        let rows = |checked: &Checked| checked.rows.iter().map(|(row, _)| *row).collect::<Vec<_>>();
        let totals = |checked: &Checked| format!("{:?}", checked.totals);
        for (is_same, what) in [
            (rows(&pieces) == rows(&whole), "rows"),
            (pieces.findings == whole.findings, "findings"),
            (pieces.bytes == whole.bytes, "bytes"),
            (pieces.file == whole.file, "results"),
            (totals(&pieces) == totals(&whole), "sums"),
        ] {
            if !is_same {
                faults.push(format!("in pieces of at most {largest}, {what} are others"));
            }
        }
        faults.extend(odd_rows(&whole, &layout, EVIDENCE[*known]));
        let Totals { verdicts, problems, .. } = &whole.totals;
        let problems: Vec<_> = problems.iter().map(|(problem, ..)| problem).collect();
        let fields: Vec<_> = layout.columns.iter().take(40).map(|column| column.field).collect();
        let verdicts = verdicts.map(|count| count.min(2));
        (format!("{} {fields:?} {verdicts:?} {problems:?}", layout.delimiter), faults)
    }
}

struct Checked {
    rows: Vec<(RowResult, Vec<u8>)>,
    findings: Vec<RowFinding>,
    bytes: Vec<u8>,
    /// With verdict and codes.
    file: Vec<u8>,
    totals: Totals,
}

fn checked(
    file: &[u8],
    layout: &Layout,
    evidence: &str,
    piece: &mut dyn FnMut(usize) -> usize,
) -> Checked {
    let evidence = world().evidence(&json::parse(evidence).0);
    let mut batch = Batch::new(world(), Rc::new(evidence), &Value::Null, layout.clone(), 5);
    let (mut rows, mut findings, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    let mut results =
        Results::new(Wanted { rows: true, findings: 1000, file: true }, layout.delimiter);
    let mut each = |raw: &[u8], part: Part, found: &[RowFinding]| {
        bytes.extend_from_slice(raw);
        findings.extend_from_slice(found);
        results.add(raw, part, found);
        if let Part::Row(row) = part {
            rows.push((row, raw.to_vec()));
        }
    };
    let mut rest = file;
    loop {
        let (now, after) = rest.split_at(piece(rest.len()).min(rest.len()));
        rest = after;
        batch.push(now, rest.is_empty(), &mut each);
        if rest.is_empty() {
            break;
        }
    }
    let totals = batch.totals().clone();
    Checked { rows, findings, bytes, file: results.file, totals }
}

/// Rows that are answered otherwise than their claims alone.
fn odd_rows(checked: &Checked, layout: &Layout, evidence: &str) -> Vec<String> {
    let mut faults = Vec::new();
    for (row, raw) in checked.rows.iter().take(ROWS) {
        let (Some(verdict), Ok(raw)) = (row.verdict, std::str::from_utf8(raw)) else { continue };
        if raw.len() > 100_000 {
            continue;
        }
        let cells = cells(raw, char::from(layout.delimiter));
        let mut claim = Map::new();
        let cells = if cells.len() > CELLS { Vec::new() } else { cells };
        for (column, cell) in layout.columns.iter().zip(cells) {
            let Some(field) = column.field else { continue };
            claim.entry(field.name()).or_insert(cell.into());
        }
        let alone = check(world(), &serde_json::Value::Object(claim).to_string(), evidence, "null");
        let found = checked.findings.iter().filter(|finding| finding.row == row.row);
        let mut found: Vec<_> = found
            .filter(|finding| finding.code < Code::ALL.len())
            .map(|finding| (finding.code, finding.field))
            .collect();
        found.sort();
        if (verdict, found) != (alone.verdict, codes(&alone)) {
            faults.push(format!("row {} {raw:?} is answered otherwise than alone", row.row));
        }
    }
    faults
}

fn codes(report: &Report) -> Vec<(usize, Option<Field>)> {
    let first = |fields: &[Field]| fields.first().copied();
    let mut codes: Vec<_> =
        report.findings.iter().map(|one| (one.code as usize, first(one.fields))).collect();
    codes.sort();
    codes.dedup();
    codes
}

/// The cells of a record: a quote at a cell's beginning opens it, a doubled one in it is one.
fn cells(raw: &str, delimiter: char) -> Vec<String> {
    let mut cells = vec![String::new()];
    let (mut is_quoted, mut is_start) = (false, true);
    let raw = raw.trim_start_matches(['\r', '\n', '\u{feff}']);
    let mut characters = raw.chars().peekable();
    while let Some(character) = characters.next() {
        let was_start = std::mem::take(&mut is_start);
        let cell = cells.last_mut().unwrap();
        match character {
            '"' if is_quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' if is_quoted => is_quoted = false,
            '"' if was_start => is_quoted = true,
            '\r' | '\n' if !is_quoted => break,
            _ if character == delimiter && !is_quoted => {
                cells.push(String::new());
                is_start = true;
            }
            _ => cell.push(character),
        }
    }
    cells
}
