//! The check of many claims without a browser around it, as a ceiling for `npm run bench -- bulk`:
//! reads the file that it is given, checks it once for every line on standard input, and answers each
//! with a line of JSON.

use std::error::Error;
use std::io::{BufRead, Write};
use std::rc::Rc;
use std::time::Instant;

use cpor_preflight::batch::layout::Layout;
use cpor_preflight::batch::results::{Results, Wanted};
use cpor_preflight::batch::{Batch, code_name};
use cpor_preflight::date::Date;
use cpor_preflight::sku::SkuTable;
use cpor_preflight::{World, json};

const SKUS: &str = include_str!("../../src/facts/skus.csv");
/// The rules that the other contenders follow.
const OPTIONS: &str = r#"{"ruleset":"2020-06"}"#;
/// As much as the library hands to its module at once.
const PIECE: usize = 1 << 20;
const FIRST: usize = 1000;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("the path of a file of claims is missing")?;
    let file = std::fs::read(path)?;
    let skus = SkuTable::read(SKUS);
    let today = Date::from_calendar(2026, 11, 22).ok_or("no day")?;
    let world = World { today, skus: &skus, to_ascii: &to_ascii };
    let evidence = Rc::new(world.evidence(&json::Value::Null));
    let mut answers = std::io::stdout();
    for line in std::io::stdin().lock().lines() {
        line?;
        let start = Instant::now();
        let layout = Layout::read(&file, &json::Value::Null);
        let wanted = Wanted { rows: false, findings: FIRST, file: true };
        let mut results = Results::new(wanted, layout.delimiter);
        let options = json::parse(OPTIONS).0;
        let mut batch = Batch::new(world, evidence.clone(), &options, layout, 5);
        let mut annotated = Vec::new();
        let mut pieces = file.chunks(PIECE).peekable();
        while let Some(piece) = pieces.next() {
            results.expect(piece.len());
            let mut each = |raw: &[u8], part, found: &[_]| results.add(raw, part, found);
            batch.push(piece, pieces.peek().is_none(), &mut each);
            annotated.push(std::mem::take(&mut results.file));
        }
        let ms = start.elapsed().as_secs_f64() * 1000.0;
        let counts = batch.totals().codes.iter().enumerate().filter(|(_, count)| **count > 0);
        let codes: serde_json::Map<_, _> =
            counts.map(|(code, count)| (code_name(code).to_owned(), (*count).into())).collect();
        let length: usize = annotated.iter().map(Vec::len).sum();
        let answer = serde_json::json!({
            "ms": ms, "rows": batch.totals().rows, "codes": codes, "length": length,
        });
        writeln!(answers, "{answer}")?;
    }
    Ok(())
}

/// Browsers and Node know all international names; the generated files have one letter of them.
#[expect(clippy::unnecessary_wraps, reason = "the caller may fail")]
fn to_ascii(host: &str) -> Option<String> {
    Some(host.replace('ü', "ue"))
}
