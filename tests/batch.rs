//! Many claims in one file: each row is answered as its claim alone, whatever the file looks like and
//! in whatever pieces it comes, and no byte of it is lost.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeSet;
use std::rc::Rc;

use cpor_preflight::batch::layout::{Layout, field};
use cpor_preflight::batch::results::{BLANK, Results, Wanted};
use cpor_preflight::batch::{Batch, Part, RowFinding, RowResult, Totals, code_name};
use cpor_preflight::claim::Field;
use cpor_preflight::code::{BatchProblem, Code, CrossRowCode};
use cpor_preflight::json;
use cpor_preflight::report::Verdict;

#[path = "support/world.rs"]
mod world;

use world::{check, world};

/// Unoptimised, every row takes a tenth of a millisecond.
const ROWS: u64 = if cfg!(debug_assertions) { 4_000 } else { 1_000_000 };
const ROWS_A_FILE: u64 = 1_000;

const EVIDENCE: &str = r#"{
    "tenants":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domains":["contoso.com"],"source":"x"}],
    "unresolvedDomains":[{"domain":"contosso.com","reason":"not-found"}],
    "subscriptions":[
        {"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","skuPartNumber":"DYN365_FINANCE","status":"active","channel":"web-direct","provisioning":"provisioned"},
        {"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03","status":"suspended","channel":"csp"}],
    "partnerIds":[{"id":"5357564","kind":"location","enrolled":true}],
    "associations":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","product":"Business Central","holder":"other-partner"}]}"#;

/// Nothing about a customer.
const ACCOUNTS: &str = r#"{"partnerIds":[
    {"id":"5357564","kind":"location","enrolled":true},
    {"id":"12345","kind":"global-account","enrolled":false}]}"#;

struct Checked {
    verdicts: Vec<Option<Verdict>>,
    offsets: Vec<u64>,
    findings: Vec<RowFinding>,
    bytes: Vec<u8>,
    totals: Totals,
    layout: Layout,
}

/// Checks a file that comes in pieces of this size.
fn checked(file: &[u8], piece: usize, evidence: &str) -> Checked {
    let layout = Layout::read(file, &json::Value::Null);
    let evidence = world().evidence(&json::parse(evidence).0);
    let mut batch = Batch::new(world(), Rc::new(evidence), &json::Value::Null, layout.clone(), 5);
    let (mut verdicts, mut findings, mut bytes) = (Vec::new(), Vec::new(), Vec::new());
    let mut offsets = Vec::new();
    let mut each = |raw: &[u8], part: Part, found: &[RowFinding]| {
        bytes.extend_from_slice(raw);
        findings.extend_from_slice(found);
        if let Part::Row(result) = part {
            verdicts.push(result.verdict);
            offsets.push(result.offset);
            assert_eq!(result.row as usize, verdicts.len());
            let bits = found.iter().fold(0, |bits, finding| bits | 1_u128 << finding.code);
            assert_eq!(result.codes, bits);
        }
    };
    let mut pieces = file.chunks(piece).peekable();
    while let Some(bytes) = pieces.next() {
        batch.push(bytes, pieces.peek().is_none(), &mut each);
    }
    let totals = batch.totals().clone();
    assert_eq!(sums(&verdicts, &findings), (totals.rows, totals.verdicts, totals.codes.clone()));
    Checked { verdicts, offsets, findings, bytes, totals, layout }
}

/// Rows, those of each verdict and those of each code, counted from what was told row by row.
fn sums(verdicts: &[Option<Verdict>], findings: &[RowFinding]) -> (u32, [u32; 3], Vec<u32>) {
    let rows = |verdict| verdicts.iter().filter(|one| **one == verdict).count() as u32;
    let told: BTreeSet<_> = findings.iter().map(|finding| (finding.code, finding.row)).collect();
    let codes = (0..Code::ALL.len() + CrossRowCode::ALL.len())
        .map(|code| told.iter().filter(|(one, _)| *one == code).count() as u32);
    let of_each =
        [Verdict::Fix, Verdict::Confirm, Verdict::Ready].map(|verdict| rows(Some(verdict)));
    (of_each.iter().sum(), of_each, codes.collect())
}

#[test]
fn every_row_is_answered_as_its_claim_alone() {
    let mut random = Random(0x5eed_2026_1122);
    let header: Vec<&str> = Field::NAMES.to_vec();
    let mut verdicts = [0; Verdict::ALL.len()];
    for file in 0..ROWS / ROWS_A_FILE {
        // Without evidence, rows that look the same are answered together.
        let evidence = if file % 2 == 0 { EVIDENCE } else { ACCOUNTS };
        let rows: Vec<Vec<&str>> = (0..ROWS_A_FILE).map(|_| random.row()).collect();
        let lines = std::iter::once(&header).chain(&rows).map(|row| line(row, ','));
        let file: String = lines.collect();
        let result = checked(file.as_bytes(), 1 << 16, evidence);
        assert_eq!(result.bytes, file.as_bytes());
        assert_eq!(result.verdicts.len() as u64, ROWS_A_FILE);
        for (at, row) in rows.iter().enumerate() {
            let claim: serde_json::Map<String, serde_json::Value> = header
                .iter()
                .zip(row)
                .map(|(name, text)| ((*name).into(), (*text).into()))
                .collect();
            let claim = serde_json::Value::Object(claim).to_string();
            let alone = check(world(), &claim, evidence, "null");
            if row.iter().all(|text| text.trim().is_empty()) {
                assert_eq!(result.verdicts[at], None);
                continue;
            }
            verdicts[alone.verdict as usize] += 1;
            assert_eq!(result.verdicts[at], Some(alone.verdict), "{claim}");
            let number = at as u32 + 1;
            let own = result.findings.iter().filter(|finding| finding.row == number);
            let mut own: Vec<_> = own
                .filter(|finding| finding.code < Code::ALL.len())
                .map(|finding| (finding.code, finding.field))
                .collect();
            let first = |fields: &[Field]| fields.first().copied();
            let mut due: Vec<_> =
                alone.findings.iter().map(|f| (f.code as usize, first(f.fields))).collect();
            own.sort();
            due.sort();
            due.dedup();
            assert_eq!(own, due, "{claim}");
        }
    }
    assert!(verdicts.iter().all(|count| *count > 0), "{verdicts:?}");
}

/// Cut at every byte, the same file gives the same answers and the same bytes.
#[test]
fn the_pieces_do_not_matter() {
    let file = "customerTenantId;customerDomain;product;subscriptionId\r\n\
        3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6;contoso.com;\"Dynamics 365 \"\"Finance\"\"\";\"a\r\nb\"\r\n\r\n\
        \n;;;\n3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6;münchen.de;Sales\n";
    let whole = checked(file.as_bytes(), file.len(), EVIDENCE);
    assert_eq!(whole.bytes, file.as_bytes());
    assert_eq!(whole.verdicts.len(), 3);
    for piece in 1..file.len() {
        let result = checked(file.as_bytes(), piece, EVIDENCE);
        assert_eq!(result.bytes, whole.bytes, "{piece}");
        assert_eq!(result.findings, whole.findings, "{piece}");
        assert_eq!(result.verdicts, whole.verdicts, "{piece}");
    }
}

/// A row with a cell that is never closed, or with more cells than can be read, is too long: where it
/// begins and what is wrong with it is the same however it comes.
#[test]
fn the_pieces_of_a_row_that_is_too_long_do_not_matter() {
    let unclosed = format!("\"{}", "x\n".repeat(1 << 20));
    let columns = format!("{}\r\n5357564\n", "y,".repeat(1 << 15));
    for (long, problems) in [
        (unclosed, vec![BatchProblem::RowTooLong, BatchProblem::UnclosedQuote]),
        (columns, vec![BatchProblem::RowTooLong]),
    ] {
        let file = format!("partnerId\n5357564\n\n{long}");
        let whole = checked(file.as_bytes(), file.len(), "null");
        assert_eq!(whole.offsets[..2], [10, 19]);
        let found: Vec<_> = whole.totals.problems.iter().map(|(one, ..)| *one).collect();
        assert_eq!(found, problems);
        for piece in [1_000, 4_096, 1 << 20] {
            let result = checked(file.as_bytes(), piece, "null");
            assert_eq!(result.offsets, whole.offsets, "{piece}");
            assert_eq!(result.findings, whole.findings, "{piece}");
            assert_eq!(result.totals.problems, whole.totals.problems, "{piece}");
            assert!(result.bytes == file.as_bytes(), "{piece}");
        }
    }
}

#[test]
fn files_of_every_layout() {
    let row = [
        "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
        "contoso.com",
        "Dynamics 365 Finance, new",
        "5357564",
    ];
    let names = [
        ["customerTenantId", "customerDomain", "product", "partnerId"],
        ["Customer tenant ID", "Customer domain", "Product", "MPN ID"],
        ["Mandanten-ID des Kunden", "Domäne des Kunden", "Produkt", "MPN-ID"],
        ["MICROSOFT_ID", "primary domain name", "Workload", "mpnId"],
    ];
    let fields = [Field::CustomerTenantId, Field::CustomerDomain, Field::Product, Field::PartnerId];
    for names in names {
        for delimiter in [',', ';', '\t', '|'] {
            for end in ["\n", "\r\n", "\r"] {
                for before in ["", "\u{feff}", "Claims of this week\n\nas of 2026-11-22\n"] {
                    let rows =
                        [line(&names, delimiter), line(&row, delimiter), line(&row, delimiter)];
                    let file = format!("{before}{}", rows.concat().replace('\n', end));
                    let result = checked(file.as_bytes(), file.len(), EVIDENCE);
                    let shown: Vec<_> = result.layout.columns.iter().map(|one| &one.name).collect();
                    assert_eq!(shown, names.each_ref(), "{file:?}");
                    assert_eq!(result.layout.preview, [row, row], "{file:?}");
                    let columns: Vec<_> =
                        result.layout.columns.iter().filter_map(|column| column.field).collect();
                    assert_eq!(columns, fields, "{file:?}");
                    assert_eq!(result.verdicts.len(), 2, "{file:?}");
                    assert_eq!(result.bytes, file.as_bytes(), "{file:?}");
                    assert!(result.totals.problems.is_empty(), "{file:?} {:?}", result.totals);
                }
            }
        }
    }
    let declared = "sep=|\ncustomerTenantId|product\nx|y, z; a\n";
    assert_eq!(checked(declared.as_bytes(), 9, "{}").verdicts.len(), 1);
}

/// What separates the columns of a file whose names are not known.
#[test]
fn columns_of_any_name() {
    for (file, delimiter, width, preview) in [
        ("sep=|\na,b,c|d\n1,2,3|4\n", b'|', 2, 1),
        ("a;b,x\n1;2\n3;4\n", b';', 2, 2),
        ("a,b;x\n1,2\n3,4\n\n\n", b',', 2, 2),
        ("a\n1,2\n", b',', 1, 1),
        ("", b',', 0, 0),
        // What comes after the rows that are looked at says nothing.
        (&*format!("a;b,c\n{}{}", "1;2\n".repeat(14), "1,2\n".repeat(50)), b';', 2, 5),
    ] {
        let layout = Layout::read(file.as_bytes(), &json::Value::Null);
        assert_eq!((layout.delimiter, layout.columns.len()), (delimiter, width), "{file:?}");
        assert_eq!(layout.preview.len(), preview, "{file:?}");
    }
}

/// A header is found below long titles, and below ten of them.
#[test]
fn titles_of_any_length() {
    for titles in [format!("{}\n", "a".repeat(20_000)), "Title\n".repeat(9)] {
        let file = format!("{titles}product;activity\n{}", "x;y\n".repeat(9));
        let layout = Layout::read(file.as_bytes(), &json::Value::Null);
        let columns: Vec<_> = layout.columns.iter().map(|column| column.field).collect();
        assert_eq!(columns, [Some(Field::Product), Some(Field::Activity)]);
        assert_eq!(layout.preview, [["x", "y"]; 5]);
    }
}

/// The columns of a file can be named as the form names its fields, in every language.
#[test]
fn labels_of_the_form_name_columns() {
    let folders = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/www/text")).unwrap();
    let folders: Vec<_> =
        folders.map(|folder| folder.unwrap().path()).filter(|path| path.is_dir()).collect();
    assert!(folders.len() > 1);
    for folder in folders {
        let text = std::fs::read_to_string(folder.join("claim.js")).unwrap();
        let fields = text.split("  fields: {").nth(1).unwrap();
        for known in Field::ALL {
            let own = fields.split(&format!("{}:", known.name())).nth(1).unwrap();
            let label = own.split("label: \"").nth(1).unwrap().split('"').next().unwrap();
            assert_eq!(field(label), Some(*known), "{label} in {}", folder.display());
        }
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_first_row() {
    let long = format!("product\n{}\nx\n", "a".repeat(3 << 20));
    for (file, expected) in [
        ("a,b\n1,2\n".as_bytes(), vec![(BatchProblem::NoColumns, 1, 0)]),
        (b"product,activity\nx,y\nx\nx,y,z\n", vec![(BatchProblem::RaggedRows, 2, 2)]),
        (b"product,activity\n,\nx,y\n , \n", vec![(BatchProblem::BlankRows, 2, 1)]),
        (b"product\nM\xfcnchen\n", vec![(BatchProblem::NotUtf8, 1, 1)]),
        (b"product\nx\n\"y\nz\n", vec![(BatchProblem::UnclosedQuote, 1, 2)]),
        (b"product\nx\n\"y\"\"\n", vec![(BatchProblem::UnclosedQuote, 1, 2)]),
        // Inches.
        (b"product\n24\"\nx", vec![]),
        (b"product\nx\n24\"", vec![]),
        (b"product\nx\n\"24\"\"\"", vec![]),
        (long.as_bytes(), vec![(BatchProblem::RowTooLong, 1, 1)]),
        (b"product\n", vec![]),
        (b"", vec![(BatchProblem::NoColumns, 1, 0)]),
    ] {
        let result = checked(file, 1 << 16, "{}");
        let shown = String::from_utf8_lossy(&file[..file.len().min(60)]);
        assert_eq!(result.totals.problems, expected, "{shown}");
        assert_eq!(result.bytes, file, "{shown}");
    }
}

/// What the person says of the columns counts for the columns that it is said of.
#[test]
fn columns_can_be_named_by_hand() {
    let file = b"product,activity,MPN ID\nusage,Teams,5357564\n";
    for (columns, due) in [
        ("null", [Some(Field::Product), Some(Field::Activity), Some(Field::PartnerId)]),
        (
            r#"["activity","product"]"#,
            [Some(Field::Activity), Some(Field::Product), Some(Field::PartnerId)],
        ),
        (r#"["activity",null,"none"]"#, [Some(Field::Activity), None, None]),
    ] {
        let layout = Layout::read(file, &json::parse(columns).0);
        let fields: Vec<_> = layout.columns.iter().map(|column| column.field).collect();
        assert_eq!(fields, due, "{columns}");
    }
}

/// The layout is read from a beginning, which may end anywhere.
#[test]
fn a_character_may_break_off_at_the_end_of_the_beginning() {
    for (head, is_utf8) in [
        (&b"product\nM\xc3\xbc"[..], true),
        (b"product\nM\xc3", true),
        (b"product\nM\xfcn", false),
        (b"product\n\xf0\x9f\x98", true),
    ] {
        let layout = Layout::read(head, &json::Value::Null);
        assert_eq!(layout.is_utf8, is_utf8, "{head:?}");
        assert_eq!(layout.columns[0].field, Some(Field::Product), "{head:?}");
    }
}

/// With the option, words are read as the codes that they stand for; without it, they are no answer.
#[test]
fn answers_in_words_are_the_codes() {
    let rows = |area: &str, role: &str| {
        format!(
            "customerTenantId,solutionArea,userRole\n3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6,{area},{role}\n"
        )
    };
    let codes = rows("business-applications", "global-admin");
    let told = |file: &str, options: &str| {
        let options = json::parse(options).0;
        let layout = Layout::read(file.as_bytes(), &json::Value::Null);
        let evidence = world().evidence(&json::Value::Null);
        let mut batch = Batch::new(world(), Rc::new(evidence), &options, layout, 5);
        let mut told = Vec::new();
        batch.push(file.as_bytes(), true, &mut |_, _, found| told.extend_from_slice(found));
        told
    };
    let with = r#"{"answersInWords":true}"#;
    let in_words = rows("Dynamics 365", "Globaler Administrator");
    assert_eq!(told(&in_words, with), told(&codes, "null"));
    assert_eq!(told(&codes, with), told(&codes, "null"));
    assert_ne!(told(&in_words, "null"), told(&codes, "null"));
    assert_ne!(told(&rows("Tanz", "Tänzer"), with), told(&codes, "null"));
}

/// Older spreadsheets write other bytes for the same letters, and pages hide characters in what is copied.
#[test]
fn bytes_and_hidden_characters_change_no_answer() {
    let head = "customerTenantId,solutionArea,product\n";
    let tenant = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
    let row = |product: &[u8]| [tenant.as_bytes(), b",microsoft-365,", product, b"\n"].concat();
    for (product, shown) in [
        (&b"Pr\xe9sales"[..], "Pr\u{e9}sales"),
        (b"\x80 \x8a\x9f", "\u{20ac} \u{160}\u{178}"),
        (b"x\xa1\xff", "x\u{a1}\u{ff}"),
    ] {
        let file = [head.as_bytes(), &row(product), &row(shown.as_bytes())].concat();
        let result = checked(&file, 1 << 16, "{}");
        let others: Vec<_> = result.findings.iter().map(|one| one.other_row).collect();
        assert!(others.contains(&1), "{shown}");
        assert_eq!(result.totals.problems, [(BatchProblem::NotUtf8, 1, 1)], "{shown}");
    }
    let plain = checked(&[head.as_bytes(), &row(b"Teams")].concat(), 1 << 16, "{}").findings;
    for hidden in ["\u{200b}", "\u{feff}", "\u{ad}"] {
        let typed =
            format!("{head}3f1c7a52-{hidden}9b0e-4d6a-8c27-5e41f0a9d3b6,microsoft-365,Teams\n");
        assert_eq!(checked(typed.as_bytes(), 1 << 16, "{}").findings, plain, "{hidden:?}");
        let area = format!("{head}{tenant},micro{hidden}soft-365,Teams\n");
        assert_eq!(checked(area.as_bytes(), 1 << 16, "{}").findings, plain, "{hidden:?}");
    }
}

/// Rows that look nearly the same are answered each by itself, in whatever order they come.
#[test]
fn rows_that_differ_in_one_thing() {
    let contoso = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
    let good = |field| values(field).0[0];
    let changes = [
        (Field::PartnerId, &["", "12345", "12346", "4391507", "x"][..]),
        (Field::OwnTenantId, &[contoso, "b9a8d7c6-1234-4f5e-9a0b-77c6d5e4f3a2"]),
        // One in many seems to be known.
        (
            Field::CustomerTenantId,
            &[
                "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f",
                "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e60",
                "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e61",
            ],
        ),
        (Field::CustomerTenantId, &["", "3f1c", "x", "3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6", "1"]),
        (Field::SubscriptionId, &["", "3f1c", "x", "3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6", "1"]),
        (Field::CustomerDomain, &["", "a..b", "a b.de", "gmail.com", contoso, "a@contoso.com"]),
        (Field::UserRole, &["", "other", "billing-admin"]),
        (Field::SolutionArea, &["", "microsoft-365"]),
        (Field::Activity, &["", "presales", "revenue-association"]),
        (Field::PurchaseChannel, &["", "csp", "other", "unknown"]),
        (Field::CompetingPartner, &["", "yes", "unknown"]),
        (Field::ProofOfExecution, &["", "missing", "unknown"]),
    ];
    let row = |field: Field, text| -> Vec<&str> {
        Field::ALL.iter().map(|one| if *one == field { text } else { good(*one) }).collect()
    };
    let changed =
        changes.iter().flat_map(|(field, texts)| texts.iter().map(|text| (*field, *text)));
    let mut rows: Vec<_> = changed.map(|(field, text)| row(field, text)).collect();
    rows.push(row(Field::Product, good(Field::Product)));
    let about = r#","problems":[{"code":"contradiction","part":"tenants","id":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","field":"cloud"}]}"#;
    let doubtful = format!("{}{about}", ACCOUNTS.trim_end_matches('}').trim_end());
    for evidence in ["{}", ACCOUNTS, &*doubtful] {
        for _ in 0..2 {
            rows.reverse();
            for found in found_and_due(&rows, evidence) {
                assert_eq!(found.0, found.1, "{evidence}");
            }
        }
    }
}

/// For each row the codes in the file and those of its claim alone, without those across rows.
fn found_and_due(rows: &[Vec<&str>], evidence: &str) -> Vec<(BTreeSet<usize>, BTreeSet<usize>)> {
    let header = line(Field::NAMES, ',');
    let codes = |rows: &[Vec<&str>]| -> Vec<BTreeSet<usize>> {
        let lines: String = rows.iter().map(|row| line(row, ',')).collect();
        let result = checked((header.clone() + &lines).as_bytes(), 1 << 16, evidence);
        let of_row = |number| {
            let own = result.findings.iter().filter(|one| one.row as usize == number);
            own.map(|one| one.code).filter(|code| *code < Code::ALL.len()).collect()
        };
        (1..=rows.len()).map(of_row).collect()
    };
    let alone = rows.iter().flat_map(|row| codes(std::slice::from_ref(row)));
    codes(rows).into_iter().zip(alone).collect()
}

/// Rows that look the same are answered together, but not where the evidence knows one of them.
#[test]
fn a_known_customer_is_not_answered_as_an_unknown_one() {
    // One stranger in many seems to be known.
    for stranger in 0..8 {
        not_answered_as(&format!("7c4d2e10-6a5b-4c3d-9e8f-{stranger:012}"));
    }
}

fn not_answered_as(stranger: &str) {
    let header = ["customerTenantId", "customerDomain", "solutionArea"];
    let contoso = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
    let rows = [(stranger, "fabrikam.com"), (stranger, "contoso.com"), (stranger, "contosso.com")];
    let rows = [&rows[..], &[(contoso, "fabrikam.com"), (contoso, "contoso.com")]].concat();
    let rows: Vec<String> = rows
        .iter()
        .map(|(tenant, domain)| line(&[tenant, domain, "business-applications"], ','))
        .collect();
    let told = |rows: &str| {
        let result = checked((line(&header, ',') + rows).as_bytes(), 1 << 16, EVIDENCE);
        let told = result.findings.iter().map(|one| (one.row, one.code)).collect::<Vec<_>>();
        (result.verdicts, told)
    };
    for (first, before) in rows.iter().enumerate() {
        for (second, after) in rows.iter().enumerate().filter(|(second, _)| *second != first) {
            let (verdicts, found) = told(&format!("{before}{after}"));
            let (alone, due) = told(after);
            let own = found.into_iter().filter(|(row, code)| *row == 2 && *code < Code::ALL.len());
            assert_eq!(own.map(|(_, code)| (1, code)).collect::<Vec<_>>(), due, "{first} {second}");
            assert_eq!(verdicts[1], alone[0], "{before}{after}");
        }
    }
}

/// Each of thousands of subscriptions is found again, and none is taken for another.
#[test]
fn what_was_claimed_thousands_of_rows_ago() {
    const COUNT: u32 = 3_000;
    let subscriptions =
        || (1..=COUNT).map(|number| format!("0b6f4c1e-2d83-47aa-9f10-{number:012x}\n"));
    let file: String = ["subscriptionId\n".to_owned()]
        .into_iter()
        .chain(subscriptions())
        .chain(subscriptions())
        .collect();
    let result = checked(file.as_bytes(), 1 << 16, "{}");
    let duplicate = CrossRowCode::DuplicateInFile.name();
    let across = result.findings.iter().filter(|finding| code_name(finding.code) == duplicate);
    let found: Vec<_> = across.map(|finding| (finding.row, finding.other_row)).collect();
    let due: Vec<_> = (1..=COUNT).map(|row| (row + COUNT, row)).collect();
    assert_eq!(found, due);
}

#[test]
fn rows_that_claim_the_same() {
    let tenant = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
    let other = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
    let business = "business-applications";
    let a = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
    let b = "{0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A01}";
    let c = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02";
    let duplicate = CrossRowCode::DuplicateInFile.name();
    let two = CrossRowCode::SubscriptionUnderTwoTenants.name();
    for (first, second, expected) in [
        ([tenant, business, "Finance", a], [tenant, business, "Finance", a], Some(duplicate)),
        ([tenant, business, "Finance", a], [tenant, business, "Sales", b], Some(duplicate)),
        ([tenant, business, "Finance", a], [other, business, "Finance", b], Some(two)),
        ([tenant, business, "Finance", a], ["", business, "Finance", a], Some(duplicate)),
        ([tenant, business, "Finance", a], [tenant, business, "Finance", c], None),
        (
            [tenant, "microsoft-365", "Teams", ""],
            [tenant, "microsoft-365", "teams ", ""],
            Some(duplicate),
        ),
        (
            [tenant, "microsoft-365", "Teams", ""],
            [tenant, "microsoft-365", "Microsoft Teams", ""],
            Some(duplicate),
        ),
        (
            [tenant, "microsoft-365", "Exchange", ""],
            [tenant, "microsoft-365", "Exchange Online", ""],
            Some(duplicate),
        ),
        (
            [tenant, "microsoft-365", "Teams", ""],
            [tenant, "microsoft-365", "Teams Phone", ""],
            None,
        ),
        (
            [tenant, business, "Sales", ""],
            [tenant, business, "Dynamics 365 for Sales", ""],
            Some(duplicate),
        ),
        (
            [tenant, business, "Sales Professional", ""],
            [tenant, business, "Sales Enterprise", ""],
            None,
        ),
        ([tenant, "microsoft-365", "Teams", ""], [tenant, "microsoft-365", "Exchange", ""], None),
        ([tenant, "microsoft-365", "Teams", ""], [other, "microsoft-365", "Teams", ""], None),
        ([tenant, "microsoft-365", "Teams", a], [tenant, "microsoft-365", "Exchange", a], None),
        (
            [tenant, business, "DYN365_FINANCE", ""],
            [tenant, business, "Dynamics 365 Finance", ""],
            Some(duplicate),
        ),
        (["", business, "Finance", ""], ["", business, "Finance", ""], None),
    ] {
        let header = ["customerTenantId", "solutionArea", "product", "subscriptionId"];
        let file = [line(&header, ','), line(&first, ','), line(&second, ',')].concat();
        let alone = [line(&header, ','), line(&second, ',')].concat();
        let result = checked(file.as_bytes(), 1 << 16, "{}");
        let across = result.findings.iter().filter(|finding| finding.code >= Code::ALL.len());
        let found: Vec<_> = across.map(|f| (f.row, code_name(f.code), f.other_row)).collect();
        let due: Vec<_> = expected.iter().map(|code| (2, *code, 1)).collect();
        assert_eq!(found, due, "{file}");
        let verdict = checked(alone.as_bytes(), 1 << 16, "{}").verdicts[0];
        assert_eq!(result.verdicts[1], verdict, "{file}");
    }
}

#[test]
fn results_are_the_file_with_two_more_columns_and_numbers() {
    let file = "Claims\n\nproduct;activity\r\nTeams;usage\r\n;\nTeams\n\nTeams;boss";
    let layout = Layout::read(file.as_bytes(), &json::Value::Null);
    let evidence = world().evidence(&json::Value::Null);
    let mut batch = Batch::new(world(), Rc::new(evidence), &json::Value::Null, layout, 5);
    let mut results = Results::new(Wanted { rows: true, findings: 8, file: true }, b';');
    results.expect(file.len());
    let mut nothing = Results::new(Wanted { rows: false, findings: 0, file: false }, b';');
    nothing.expect(file.len());
    let (mut rows, mut findings) = (Vec::new(), Vec::new());
    batch.push(file.as_bytes(), true, &mut |raw: &[u8], part: Part, found: &[RowFinding]| {
        results.add(raw, part, found);
        nothing.add(raw, part, found);
        findings.extend_from_slice(found);
        if let Part::Row(row) = part {
            rows.push(row);
        }
    });
    assert_eq!((nothing.rows.len(), nothing.findings.len(), nothing.file.len()), (0, 0, 0));

    let cells = |row: &RowResult| {
        let codes = (0..64).filter(|code| row.codes >> code & 1 == 1).map(code_name);
        let verdict = row.verdict.map_or("", Verdict::name);
        format!(";{verdict};{}", codes.collect::<Vec<_>>().join(" "))
    };
    let [usage, blank, short, boss] = [0, 1, 2, 3].map(|at| cells(&rows[at]));
    assert_eq!((rows.len(), blank.as_str()), (4, ";;"));
    let due = format!(
        "Claims\n\nproduct;activity;verdict;codes\r\nTeams;usage{usage}\r\n;{blank}\nTeams;{short}\n\nTeams;boss{boss}"
    );
    assert_eq!(String::from_utf8(results.file).unwrap(), due);

    let halves = |number: u64| [number as u32, (number >> 32) as u32];
    for (row, numbers) in rows.iter().zip(results.rows.chunks(8)) {
        let verdict = row.verdict.map_or(BLANK, |verdict| verdict as u32);
        let due = [
            &[row.row, verdict],
            &halves(row.codes as u64)[..],
            &halves((row.codes >> 64) as u64),
            &halves(row.offset),
        ]
        .concat();
        assert_eq!(numbers, due);
    }
    assert_eq!((results.rows.len(), results.findings.len()), (4 * 8, 8 * 4));
    for (finding, numbers) in findings.iter().zip(results.findings.chunks(4)) {
        let field = finding.field.map_or(0, |field| field as u32 + 1);
        assert_eq!(numbers, [finding.row, finding.code as u32, field, finding.other_row]);
    }
}

/// One line of a file; cells are quoted where they must be.
fn line(cells: &[&str], delimiter: char) -> String {
    let quoted = cells.iter().map(|cell| {
        if cell.contains([delimiter, '"', '\n', '\r']) || cell.starts_with('\u{feff}') {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            (*cell).to_owned()
        }
    });
    format!("{}\n", quoted.collect::<Vec<_>>().join(&delimiter.to_string()))
}

/// The same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, count: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 16) as usize % count
    }

    fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len())]
    }

    /// Mostly good values, so that all verdicts come.
    fn row(&mut self) -> Vec<&'static str> {
        if self.below(200) == 0 {
            return vec![""; Field::ALL.len()];
        }
        Field::ALL
            .iter()
            .map(|field| {
                let (good, odd) = values(*field);
                if self.below(8) == 0 { self.of(odd) } else { self.of(good) }
            })
            .collect()
    }
}

const ODD: &[&str] = &[
    "",
    " ",
    "\"",
    "a,b",
    "a\nb",
    "\u{200b}x",
    "boss",
    "contoso.com",
    "anna@contoso.com",
    "5357564",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b",
    "00000000-0000-0000-0000-000000000000",
    "CFQ7TTC0LH18:0001:CFQ7TTC0K971",
    "DYN365_FINANCE",
    "straße.de",
    "your-tenant-id",
    "1e1a282c-9c54-43a2-9310-98ef728faace",
    "=1+1",
    "94e858b6d855",
    "gmail.com",
    "2026-02-30",
    "unknown",
    "MPN 12345",
];

const fn values(field: Field) -> (&'static [&'static str], &'static [&'static str]) {
    let good: &[&str] = match field {
        Field::UserRole => &["incentives-admin", "Global Admin"],
        Field::CustomerTenantId => {
            &["3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "{3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}"]
        }
        Field::CustomerDomain => &["contoso.com", "https://contoso.com/", "Contoso.com"],
        Field::SolutionArea => &["business-applications", "microsoft-365", "Business Applications"],
        Field::Activity => &["usage", "presales"],
        Field::PurchaseChannel => &["web-direct", "volume licensing"],
        Field::Product => &["DYN365_FINANCE", "Dynamics 365 Finance", "Teams", "Business Central"],
        Field::SubscriptionId => &[
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03",
        ],
        Field::PartnerId => &["5357564", "MPN ID: 5357564"],
        Field::OwnTenantId => &["", "b9a8d7c6-1234-4f5e-9a0b-77c6d5e4f3a2"],
        Field::CompetingPartner => &["no", "no", "yes"],
        Field::ProofOfExecution => &["ready"],
        Field::SubmittedOn => &["", "2026-11-20"],
    };
    (good, ODD)
}

/// Where the evidence has both IDs of a subscription, either one stands for it.
#[test]
fn a_subscription_by_either_of_its_ids() {
    let (id, commerce) =
        ("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01");
    let evidence = format!(
        r#"{{"subscriptions":[{{"id":"{id}","commerceSubscriptionId":"{commerce}","status":"active"}}]}}"#
    );
    let file =
        format!("subscriptionId,activity\n{id},usage\n{commerce},usage\n{commerce},presales\n");
    for (evidence, due) in [(&*evidence, vec![(2, 1)]), ("{}", vec![])] {
        let result = checked(file.as_bytes(), 64, evidence);
        let across = result.findings.iter().filter(|one| one.code >= Code::ALL.len());
        let found: Vec<_> = across.map(|one| (one.row, one.other_row)).collect();
        assert_eq!(found, due, "{evidence}");
    }
}

/// Two activities of one subscription are two claims; one subscription under two tenants is one too many,
/// whatever the activity.
#[test]
fn a_duplicate_has_the_same_activity() {
    let [contoso, fabrikam] =
        ["3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f"];
    let id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a77";
    let rows = [
        (contoso, id, "", "usage", None),
        (contoso, id, "", "presales", None),
        (contoso, id, "", "", None),
        (contoso, id, "", "revenue-association", None),
        (contoso, id, "", "usage", Some(("duplicate-in-file", 1))),
        ("", id, "", "presales", Some(("duplicate-in-file", 2))),
        (fabrikam, id, "", "revenue-association", Some(("subscription-under-two-tenants", 1))),
        (contoso, "", "Sales", "usage", None),
        (contoso, "", "Sales", "presales", None),
        (fabrikam, "", "Sales", "usage", None),
        (contoso, "", "sales", "usage", Some(("duplicate-in-file", 8))),
    ];
    let mut file = "customerTenantId,subscriptionId,product,activity\n".to_owned();
    for (tenant, id, product, activity, _) in rows {
        file += &format!("{tenant},{id},{product},{activity}\n");
    }
    let result = checked(file.as_bytes(), 64, "null");
    for (at, (.., due)) in rows.into_iter().enumerate() {
        let found = result.findings.iter().filter(|one| one.row as usize == at + 1);
        let found = found.filter(|one| one.code >= Code::ALL.len());
        let found: Vec<_> = found.map(|one| (code_name(one.code), one.other_row)).collect();
        assert_eq!(found, due.into_iter().collect::<Vec<_>>(), "row {}", at + 1);
    }
}

/// Columns that hold one field, and those that hold none, are named. Where two differ in a row, neither
/// is read, unless a claim may have both names.
#[test]
fn columns_of_one_field_and_of_none() {
    let codes = |result: &Checked, row: u32| -> Vec<&str> {
        let own = result.findings.iter().filter(|finding| finding.row == row);
        own.map(|finding| code_name(finding.code)).collect()
    };
    let file = "Mandanten-ID;Tenant ID;MPN ID;Partner ID;Note\n\
        3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6;;5357564;5357564;x\n\
        3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6;7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f;5357564;6363276;\n\
        3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6;3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6;;6363276;\n";
    let result = checked(file.as_bytes(), 50, "null");
    assert_eq!(
        result.totals.problems,
        [(BatchProblem::ColumnsConflict, 1, 2), (BatchProblem::ColumnsIgnored, 0, 0)]
    );
    assert_eq!(result.totals.conflicting, ["Mandanten-ID", "Tenant ID", "MPN ID", "Partner ID"]);
    assert_eq!(result.totals.ignored, ["Note"]);
    let due = ["tenant-id-missing", "partner-id-malformed", "input-malformed"];
    for (row, are_due) in [(1, false), (2, true), (3, false)] {
        let found = codes(&result, row);
        assert!(due.iter().all(|code| found.contains(code) == are_due), "{row} {found:?}");
    }
    // As a claim with both names.
    for (first, second) in [("partnerId", "mpnId"), ("mpnId", "partnerId")] {
        for (own, older) in [
            ("5357564", "6363276"),
            ("", "5357564"),
            ("5357564", "5357564"),
            ("5357564", "5357564.0"),
        ] {
            let cells = if first == "mpnId" { [older, own] } else { [own, older] };
            let file = format!("{first},{second}\n{},{}\n", cells[0], cells[1]);
            let result = checked(file.as_bytes(), 9, "null");
            let claim = format!(r#"{{"partnerId":"{own}","mpnId":"{older}"}}"#);
            let alone = check(world(), &claim, "null", "null");
            let mut due: Vec<&str> = alone.findings.iter().map(|one| one.code.name()).collect();
            let mut found = codes(&result, 1);
            due.sort_unstable();
            found.sort_unstable();
            assert_eq!(found, due, "{file}");
        }
    }
    // What a person has chosen is not told.
    let (chosen, _) = json::parse(r#"["customerTenantId",null]"#);
    let layout = Layout::read(b"a;b\n1;2\n", &chosen);
    assert_eq!((layout.ignored(), layout.conflicting()), (vec![], vec![]));
}

/// Numbers, texts and days as spreadsheets leave them.
#[test]
fn cells_of_spreadsheets() {
    let good = ["3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6", "contoso.com", "5357564", "2026-11-20"];
    let header = "customerTenantId;customerDomain;partnerId;submittedOn\n";
    let of = |cells: &[&str]| format!("sep=;\r\n{header}{}\n", cells.join(";"));
    let due = checked(of(&good).as_bytes(), 30, "null");
    assert_eq!(due.verdicts.len(), 1);
    for (at, cell) in [
        (0, "=\"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6\""),
        (1, "\"=\"\"contoso.com\"\"\""),
        (2, "5357564.0"),
        (2, "5357564,0"),
        (2, "=\"5357564\""),
        (2, "\"=\"\"5357564\"\"\""),
        (3, "20.11.2026"),
        (3, "20.11.2026 00:00:00"),
    ] {
        let mut cells = good;
        cells[at] = cell;
        let file = of(&cells);
        let found = checked(file.as_bytes(), 30, "null");
        assert_eq!((&found.findings, &found.verdicts), (&due.findings, &due.verdicts), "{file:?}");
    }
}
