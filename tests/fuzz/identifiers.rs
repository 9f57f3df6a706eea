//! `classifyIdentifier`.

use cpor_preflight::ReadEvidence;
use cpor_preflight::classify::Identified;
use cpor_preflight::identifier::IdentifierKind as K;
use cpor_preflight::json::{self, Value};

use crate::random::Random;
use crate::world::world;
use crate::{Target, mutate, naive};

/// A text, and with it the number of what is known.
pub type Input = (String, usize);

pub struct Identifiers {
    known: Vec<ReadEvidence>,
}

impl Identifiers {
    pub fn new() -> Self {
        let nothing = world().evidence(&Value::Null);
        let subscriptions = include_str!("../samples/graph-subscriptions.json");
        let options = r#"{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"}"#;
        let export = world().read_evidence(subscriptions, &json::parse(options).0);
        Self { known: vec![nothing, (export.evidence, Vec::new())] }
    }

    fn classified(&self, text: &str, known: usize) -> Identified {
        world().classify_identifier(&Value::Text(text.into()), &self.known[known])
    }
}

impl Target for Identifiers {
    type Input = Input;

    fn corpus(&self) -> Vec<Input> {
        let kept = include_str!("corpus/identifiers/found.txt").lines();
        let texts = mutate::WORDS.into_iter().chain(kept).map(str::to_owned);
        texts.flat_map(|text| [(text.clone(), 0), (text, 1)]).collect()
    }

    fn draw(&self, inputs: &[Input], random: &mut Random) -> Input {
        let (text, known) = random.one_of(inputs);
        (mutate::text(text, random), if random.one_in(4) { 1 - known } else { *known })
    }

    fn size(&self, (text, _): &Input) -> usize {
        text.len()
    }

    fn shown(&self, (text, known): &Input) -> String {
        let end = text.char_indices().nth(400).map_or(text.len(), |(at, _)| at);
        format!("{:?} ({} bytes), known: {known}", &text[..end], text.len())
    }

    fn answer(&self, (text, known): &Input, _: &mut Random) -> (String, Vec<String>) {
        let answer = self.classified(text, *known);
        let again = self.classified(&answer.value, *known);
        let mut faults = Vec::new();
        // Of these, the value is only a part.
        let kind = match answer.kind {
            K::Placeholder => K::Empty,
            K::Unknown if answer.value.is_empty() => K::Empty,
            kind => kind,
        };
        // The host of an address may look like something else, were it alone.
        let is_host = matches!(answer.kind, K::Email | K::Url);
        // What an address or a name beside it says about a GUID, the GUID alone does not.
        let is_stated = again.kind == K::Guid && text.len() > 38;
        if !is_host && !is_stated && (again.kind, &again.value) != (kind, &answer.value) {
            faults.push(format!("{answer:?}, whose value is {again:?}"));
        }
        let digits = naive::squeezed(&answer.value);
        let is_guid = matches!(answer.kind, K::Guid | K::SubscriptionId | K::SkuId);
        let is_shown = naive::squeezed(text).contains(&digits);
        if is_guid && (digits.len() != 32 || !is_shown) {
            faults.push(format!("{answer:?} is not in the text"));
        }
        if answer.kind == K::PartnerId && (digits.is_empty() || !is_shown) {
            faults.push(format!("{answer:?} is not in the text"));
        }
        (format!("{:?} {} {}", answer.kind, answer.certain, shape(text)), faults)
    }
}

/// What a text looks like: kinds of signs, each once where several follow each other.
fn shape(text: &str) -> String {
    let kind = |character: char| match character {
        '0'..='9' => '0',
        'a'..='f' | 'A'..='F' => 'a',
        'g'..='z' | 'G'..='Z' => 'z',
        _ if character.is_ascii() => character,
        _ if character.is_alphanumeric() => 'ü',
        _ => '…',
    };
    let mut shape: Vec<char> = text.chars().take(200).map(kind).collect();
    shape.dedup();
    shape.into_iter().take(12).collect()
}
