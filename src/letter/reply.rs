//! Reads what a customer wrote back: answers beside the numbers of our questions, and values.

use serde::{Serialize, Serializer};

use super::lines::{Ours, Written, written};
use super::words::{UNSURE, denies, has, without_name, yes_or_no};
use super::{AskedQuestion, CustomerQuestion};
use crate::batch::labels;
use crate::claim::{CompetingPartner, Field};
use crate::classify::{ReferenceData, confidence};
use crate::code::CheckId;
use crate::find::{FoundField, find_fields};

/// What a reply says.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reply {
    /// Answers to our questions, in their order.
    pub answers: Vec<Answer>,
    /// Values for fields of the claim, in reading order.
    pub fields: Vec<FoundField>,
}

/// The answer to a question.
#[derive(Clone, Debug, Eq, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Answer {
    /// The question.
    pub question: CustomerQuestion,
    /// The checks that it is for.
    pub checks: Vec<CheckId>,
    /// Yes or no; nothing if it says neither, or both.
    #[cfg_attr(test, ts(type = "\"yes\" | \"no\" | null"))]
    pub answer: Option<&'static str>,
    /// `certain` if it is nothing but yes or no, or its question's one value.
    #[serde(rename = "confidence", serialize_with = "as_confidence")]
    #[cfg_attr(test, ts(rename = "confidence", type = "\"certain\" | \"likely\""))]
    pub certain: bool,
    /// What was written.
    pub text: String,
}

fn as_confidence<S: Serializer>(certain: &bool, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(confidence(*certain))
}

/// Reads a reply to these questions. `ours` are the texts of the letter, which replies quote and which answer
/// nothing: in each language the greeting, the introduction, each question and where its answer is found, and
/// the thanks.
pub fn read_reply(
    text: &str,
    asked: &[AskedQuestion],
    ours: &[String],
    reference: ReferenceData<'_>,
) -> Reply {
    let ours = Ours::new(ours, asked.len());
    let mut reply = Reply::default();
    let mut own_words = 0..0;
    for written in written(text, asked.len(), &ours, &mut own_words) {
        let Some(asked) = asked.get(written.number) else { continue };
        let answer = text.get(written.range.clone()).unwrap_or_default();
        let offset = units(text, written.range.start);
        read_answer(answer, &written, asked, reference, &mut reply, offset);
    }
    // What stands beside no number counts as in any text.
    let before = text.get(own_words.clone()).unwrap_or_default();
    let offset = units(text, own_words.start);
    let found = find_fields(before, reference);
    for field in found.into_iter().map(|field| moved(field, offset)) {
        let is_new = |other: &FoundField| other.end <= field.start || field.end <= other.start;
        if reply.fields.iter().all(is_new) {
            reply.fields.push(field);
        }
    }
    reply.fields.sort_by_key(|field| (field.start, field.field));
    reply
        .answers
        .sort_by_key(|answer| asked.iter().position(|one| one.question == answer.question));
    reply
}

fn read_answer(
    whole_text: &str,
    written: &Written,
    AskedQuestion { question, checks }: &AskedQuestion,
    reference: ReferenceData<'_>,
    reply: &mut Reply,
    offset: u32,
) {
    let field = field_of(*question);
    if written.of_all.is_some() && field.is_some() {
        return;
    }
    let text = without_name(whole_text);
    let offset = offset + units(whole_text, whole_text.len() - text.len());
    let (answer, is_plain) = match written.of_all {
        Some(answer) => (Some(answer), false),
        None => yes_or_no(text),
    };
    let mut found = match field {
        Some(field) if !field.options().is_empty() => chosen(text, field),
        _ => find_fields(text, reference),
    };
    if *question == CustomerQuestion::OtherPartner {
        let value = answer.and_then(CompetingPartner::from_name).map(CompetingPartner::name);
        found = value
            .map(|value| whole(text, Field::CompetingPartner, value, is_plain))
            .into_iter()
            .collect();
    }
    let is_certain = match field {
        Some(field) => {
            let is_hedged = has(text, UNSURE) || text.contains('?');
            let mut values: Vec<_> = found.iter().filter(|one| one.field == field).collect();
            values.dedup_by(|one, other| one.value == other.value);
            // One value is no answer to two questions.
            let is_one = values.len() == 1 && !is_hedged && !written.is_shared;
            // The number says which field it is for.
            let is_any = found.iter().any(|one| one.field == field);
            found.retain(|one| !is_any || one.field == field);
            let has_doubt = |one: &FoundField| is_hedged || !is_one && one.field == field;
            for one in &mut found {
                one.certain =
                    one.field == field && is_one && !denies(text) || one.certain && !has_doubt(one);
            }
            is_one && !denies(text)
        }
        None => answer.is_some() && is_plain,
    };
    reply.fields.extend(found.into_iter().map(|one| moved(one, offset)));
    reply.answers.push(Answer {
        question: *question,
        checks: checks.clone(),
        answer: answer.filter(|_| is_yes_or_no(*question)),
        certain: is_certain,
        text: whole_text.trim().to_owned(),
    });
}

const fn field_of(question: CustomerQuestion) -> Option<Field> {
    match question {
        CustomerQuestion::TenantId => Some(Field::CustomerTenantId),
        CustomerQuestion::Domain => Some(Field::CustomerDomain),
        CustomerQuestion::SubscriptionId => Some(Field::SubscriptionId),
        CustomerQuestion::Product => Some(Field::Product),
        CustomerQuestion::Channel => Some(Field::PurchaseChannel),
        CustomerQuestion::OtherPartner
        | CustomerQuestion::TenantDomain
        | CustomerQuestion::SubscriptionOnTenant
        | CustomerQuestion::SetUp
        | CustomerQuestion::Status => None,
    }
}

const fn is_yes_or_no(question: CustomerQuestion) -> bool {
    field_of(question).is_none()
}

/// The answer to a question that has a list of answers.
fn chosen(text: &str, field: Field) -> Vec<FoundField> {
    let parts = text.split(['\n', ',', ';', '.']).map(str::trim);
    let code = labels::option(field, text.trim()).or_else(|| {
        let mut known = parts.filter_map(|part| labels::option(field, part));
        let first = known.next()?;
        known.all(|other| other == first).then_some(first)
    });
    code.map(|code| whole(text, field, code, true)).into_iter().collect()
}

fn whole(text: &str, field: Field, value: &str, certain: bool) -> FoundField {
    let (start, end) = (0, units(text, text.len()));
    let (value, kind, label, quoted) = (value.to_owned(), "answer", None, false);
    FoundField { field, value, kind, certain, start, end, label, quoted }
}

fn moved(field: FoundField, by: u32) -> FoundField {
    FoundField { start: field.start + by, end: field.end + by, ..field }
}

/// How many UTF-16 units the text has before a byte.
fn units(text: &str, byte: usize) -> u32 {
    text.get(..byte).unwrap_or_default().encode_utf16().count() as u32
}
