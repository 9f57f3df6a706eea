//! Many claims at once: a CSV file in pieces of any size, one claim a row, the same answers as for
//! each claim alone, and what only shows across rows.

use std::borrow::Cow;
use std::rc::Rc;

use serde::Serialize;

use crate::ReadEvidence;
use crate::api;
use crate::checks;
use crate::claim::{Field, InputFault, UserRole, malformed};
use crate::classify::ReferenceData;
use crate::code::{BatchProblem, CheckId, Code, CrossRowCode};
use crate::date::Date;
use crate::domain::ToAscii;
use crate::facts::{Facts, Memo, Reading, reading_order};
use crate::paste;
use crate::report::{CheckResult, Findings, Verdict, verdict};
use crate::ruleset::RuleSet;
use crate::sku::{Class, SkuTable};

mod encoding;
pub mod labels;
pub mod layout;
mod names;
mod outline;
mod records;
pub mod results;
mod row;
mod seen;

use encoding::windows_1252;
use labels::Labels;
use layout::Layout;
use outline::{Answer, Answers};
use records::{Record, Records};
use seen::Seen;

pub use row::{CodeBits, CodeNumber, Part, RowFinding, RowResult, code_name};

/// Sums over all rows so far.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Totals {
    /// Claims: rows with some text.
    pub rows: u32,
    /// Rows for each verdict, in the order of the list.
    pub verdicts: [u32; Verdict::ALL.len()],
    /// Rows for each code, by the code's number.
    pub codes: Vec<u32>,
    /// Rows with each problem of the file, and the first such row.
    pub problems: Vec<(BatchProblem, u32, u32)>,
    /// The names of the first columns that hold the same field as another one.
    pub conflicting: Vec<String>,
    /// The names of the first columns that hold no field.
    pub ignored: Vec<String>,
    /// The format of a file that has others in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub container: Option<&'static str>,
    /// Rows under each rule set.
    pub editions: Vec<(&'static str, u32)>,
}

/// Hears of every record in the order of the file: its bytes with its line end, what it is, and the
/// findings of a row. All bytes together are those of the file.
pub type Each<'e> = &'e mut dyn FnMut(&[u8], Part, &[RowFinding]);

/// Checks rows as they come.
pub struct Batch<'a> {
    records: Records,
    rows: Rows<'a>,
}

/// The rows of a file under check.
struct Rows<'a> {
    rules: Option<&'static RuleSet>,
    today: Date,
    evidence: Rc<ReadEvidence>,
    skus: &'a SkuTable<'a>,
    to_ascii: ToAscii<'a>,
    option_faults: Vec<InputFault>,
    layout: Layout,
    /// The columns that hold a field, in the order in which fields are read.
    fields: Vec<(usize, Field)>,
    /// Further columns of a field.
    others: Vec<(usize, Field)>,
    /// Of no field.
    blank: Reading<'a>,
    memo: Memo<'a>,
    /// Where answers in words are read.
    labels: Option<Labels>,
    seen: Seen,
    answers: Answers,
    checks: Vec<CheckResult>,
    findings: Findings,
    totals: Totals,
    /// Records to pass over: those before the first data row.
    to_skip: usize,
    row: u32,
}

/// More texts of one field than most files have.
const KEPT_TEXTS: usize = 4096;
/// More ways for a claim to look than most files have.
const KEPT_ANSWERS: usize = 4096;

impl<'a> Batch<'a> {
    /// Begins a file of this layout. With the option `answersInWords`, closed questions may be answered
    /// as [`labels::option`] says; otherwise rows are read as claims are. The seed is any number that
    /// a file cannot know.
    pub fn new(
        world: api::World<'a>,
        evidence: Rc<ReadEvidence>,
        options: &crate::json::Value<'_>,
        layout: Layout,
        seed: u64,
    ) -> Self {
        let mut option_faults = Vec::new();
        let (rules, today) = world.options(options, &mut option_faults);
        let reads_words =
            matches!(options.get("answersInWords"), Some(crate::json::Value::Bool(true)));
        let mut totals = Totals {
            rows: 0,
            verdicts: Default::default(),
            codes: vec![0; Code::ALL.len() + CrossRowCode::ALL.len()],
            problems: Vec::new(),
            conflicting: layout.conflicting(),
            ignored: layout.ignored(),
            container: layout.container,
            editions: Vec::new(),
        };
        if layout.container.is_some() {
            totals.problems.push((BatchProblem::Container, 0, 0));
        } else if !layout.is_text {
            totals.problems.push((BatchProblem::NotText, 0, 0));
        } else if layout.columns.iter().all(|column| column.field.is_none()) {
            totals.problems.push((BatchProblem::NoColumns, 1, 0));
            totals.ignored.clear();
        }
        for (problem, names) in [
            (BatchProblem::ColumnsConflict, &totals.conflicting),
            (BatchProblem::ColumnsIgnored, &totals.ignored),
        ] {
            if !names.is_empty() {
                totals.problems.push((problem, 0, 0));
            }
        }
        let known =
            ReferenceData { evidence: &evidence.0, skus: world.skus, to_ascii: world.to_ascii };
        let column = |field| layout.columns.iter().position(|column| column.field == Some(field));
        let fields: Vec<(usize, Field)> =
            reading_order().filter_map(|field| Some((column(field)?, field))).collect();
        let columns = layout.columns.iter().enumerate();
        let others = columns.filter_map(|(at, column)| Some((at, column.field?)));
        let others = others.filter(|one| !fields.contains(one)).collect();
        let memo = Memo::for_reference(KEPT_TEXTS, known);
        let rows = Rows {
            rules,
            today,
            evidence,
            skus: world.skus,
            to_ascii: world.to_ascii,
            option_faults,
            to_skip: layout.header_row + 1,
            fields,
            others,
            blank: Reading::default(),
            memo,
            labels: reads_words.then(Labels::default),
            seen: Seen::new(seed),
            answers: Answers::of(KEPT_ANSWERS),
            checks: Vec::with_capacity(CheckId::ALL.len()),
            findings: Findings::codes_only(RuleSet::in_force(today)),
            layout,
            totals,
            row: 0,
        };
        Self { records: Records::new(rows.layout.delimiter), rows }
    }

    /// The sums so far.
    pub const fn totals(&self) -> &Totals {
        &self.rows.totals
    }

    /// Checks all rows that end in these bytes, and at the end of the file the last one.
    pub fn push(&mut self, bytes: &[u8], is_last: bool, each: Each<'_>) {
        let Self { records, rows } = self;
        if !rows.layout.is_text {
            return;
        }
        let mut found = Vec::new();
        records.push(bytes, is_last, &mut |record| {
            found.clear();
            let part = rows.record(&record, &mut found);
            each(record.raw, part, &found);
        });
    }
}

impl Rows<'_> {
    fn record(&mut self, record: &Record<'_>, found: &mut Vec<RowFinding>) -> Part {
        if record.is_fragment {
            return Part::Other;
        }
        if self.to_skip > 0 {
            self.to_skip -= 1;
            return if self.to_skip == 0 { Part::Header } else { Part::Other };
        }
        self.row += 1;
        let row = self.row;
        let missing = self.layout.columns.len().saturating_sub(record.len());
        let offset = record.offset;
        let mut result = RowResult { row, offset, verdict: None, codes: 0, missing };
        if record.is_too_long {
            result.missing = 0;
            self.problem(BatchProblem::RowTooLong);
        } else if record.cells().all(|cell| cell.trim_ascii().is_empty()) {
            self.problem(BatchProblem::BlankRows);
            return Part::Row(result);
        } else if record.len() != self.layout.columns.len() {
            self.problem(BatchProblem::RaggedRows);
        }
        if record.is_unclosed {
            self.problem(BatchProblem::UnclosedQuote);
        }
        let verdict = self.claim(record, found);
        for finding in &*found {
            let bit: CodeBits = 1 << finding.code;
            if result.codes & bit == 0 {
                result.codes |= bit;
                if let Some(count) = self.totals.codes.get_mut(finding.code) {
                    *count += 1;
                }
            }
        }
        self.totals.rows += 1;
        if let Some(count) = self.totals.verdicts.get_mut(verdict as usize) {
            *count += 1;
        }
        result.verdict = Some(verdict);
        Part::Row(result)
    }

    fn claim(&mut self, record: &Record<'_>, found: &mut Vec<RowFinding>) -> Verdict {
        let mut not_utf8 = false;
        let texts = record.texts();
        let evidence = self.evidence.clone();
        let known =
            ReferenceData { evidence: &evidence.0, skus: self.skus, to_ascii: self.to_ascii };
        let mut faults = self.option_faults.clone();
        let mut product = Cow::Borrowed("");
        let mut reading = self.blank.clone();
        let mut is_conflict = false;
        let mut cell = |column| match texts.cell(column) {
            Ok(text) if texts.is_printable => Cow::Borrowed(paste::trimmed(text)),
            Ok(text) => paste::clean(text),
            Err(bytes) => {
                not_utf8 = true;
                Cow::Owned(paste::clean(&windows_1252(bytes)).into_owned())
            }
        };
        for (column, field) in &self.fields {
            let mut text = cell(*column);
            for (other, _) in self.others.iter().filter(|(_, one)| one == field) {
                let other = cell(*other);
                if field.is_nothing(&text) {
                    text = other;
                } else if !field.is_nothing(&other) && !field.is_one_value(&text, &other) {
                    faults.push(malformed(*field, "two-values"));
                    is_conflict = true;
                    text = Cow::Borrowed("");
                    break;
                }
            }
            let typed = Some(&*text).filter(|text| !text.is_empty());
            // A role in other words counts as another role, until its words are known.
            let mut read = reading.read(*field, typed, self.skus, known, &mut self.memo);
            let role_is_open = *field == Field::UserRole && reading.role == Some(UserRole::Other);
            let unread = typed.filter(|_| read.is_err() || role_is_open);
            let labels = self.labels.as_mut();
            let code = unread.zip(labels).and_then(|(text, labels)| labels.option(*field, text));
            if code.is_some() {
                read = reading.read(*field, code, self.skus, known, &mut self.memo);
            }
            faults.extend(read.err());
            if *field == Field::Product {
                product = text;
            }
        }
        reading.heed(&faults);
        let facts = Facts::of(reading, self.rules, self.today, known, &self.memo);
        faults.extend(facts.future_fault());
        match self.totals.editions.iter_mut().find(|(id, _)| *id == facts.rules.id) {
            Some((_, rows)) => *rows += 1,
            None => self.totals.editions.push((facts.rules.id, 1)),
        }
        // Faults are findings beside those of the checks.
        let outline = Some(&self.memo).filter(|_| faults.is_empty());
        let outline = outline.and_then(|memo| outline::outline(&facts, memo));
        let row = self.row;
        let finding = |(code, field): &(CodeNumber, Option<Field>)| RowFinding {
            row,
            code: *code,
            field: *field,
            other_row: 0,
        };
        let verdict = match outline.and_then(|outline| self.answers.get(outline)) {
            Some(answer) => {
                found.extend(answer.findings.iter().map(finding));
                answer.verdict
            }
            None => {
                let answer = self.answer(&facts, faults);
                found.extend(answer.findings.iter().map(finding));
                let verdict = answer.verdict;
                if let Some(outline) = outline {
                    self.answers.keep(outline, answer);
                }
                verdict
            }
        };
        let is_named = facts.product.class() != Class::Missing;
        self.seen.look(row, &facts, Some(&*product).filter(|_| is_named), found);
        if is_conflict {
            self.problem(BatchProblem::ColumnsConflict);
        }
        if not_utf8 {
            self.problem(BatchProblem::NotUtf8);
        }
        verdict
    }

    fn answer(&mut self, facts: &Facts<'_>, faults: Vec<InputFault>) -> Answer {
        self.findings.clear_for(facts.rules);
        self.checks.clear();
        checks::run(facts, &mut self.findings, &mut self.checks);
        for fault in faults {
            api::raise(fault, &mut self.findings);
        }
        let (_, evidence_faults) = &*self.evidence;
        if !evidence_faults.is_empty() {
            self.findings.raise(Code::EvidenceMalformed);
        }
        let mut findings = Vec::with_capacity(self.findings.raised().len());
        for finding in self.findings.raised() {
            let one = (finding.code as CodeNumber, finding.fields.first().copied());
            if !findings.contains(&one) {
                findings.push(one);
            }
        }
        Answer { verdict: verdict(&self.checks, self.findings.raised()), findings }
    }

    fn problem(&mut self, problem: BatchProblem) {
        let row = self.row;
        match self.totals.problems.iter_mut().find(|(other, ..)| *other == problem) {
            Some((_, count, first)) => {
                *count += 1;
                *first = if *first == 0 { row } else { *first };
            }
            None => self.totals.problems.push((problem, 1, row)),
        }
    }
}
