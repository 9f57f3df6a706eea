//! `findFields` and `readReply`.

use std::fs;
use std::path::Path;

use cpor_preflight::classify::ReferenceData;
use cpor_preflight::evidence::Evidence;
use cpor_preflight::find::{FoundField, find_fields};
use cpor_preflight::json;
use cpor_preflight::letter::{AskedQuestion, Reply, asked, read_reply};

use crate::random::Random;
use crate::world::world;
use crate::{Target, mutate, naive};

pub struct Texts {
    corpus: Vec<String>,
    evidence: Evidence,
    asked: Vec<AskedQuestion>,
    ours: Vec<String>,
}

const QUESTIONS: [&str; 6] =
    ["tenant-id", "subscription-id", "channel", "set-up", "other-partner", "status"];

/// What people write back; other texts are the samples.
const REPLIES: [&str; 6] = [
    "1. 3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6\n2) 0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01\n3: CSP\n4 yes\n5. no\n6. ja, stimmt\n",
    "1-5: ja, 6: nein",
    "Fragen 1, 2 und 4 bis 5: ja\nAnswer: no\n",
    "All yes except 6 (no)\n\nBest regards\nSam\nMPN 5357564\n",
    "Alles ja.\n\nVon: Sam\nGesendet: Montag\n\n> 4. Is the subscription active, with all of its licenses? (yes or no) No\n",
    "> 4. Is the subscription active, with all of its licenses? (yes or no)\n> In the admin center.\nYes\n",
];

impl Texts {
    pub fn new() -> Self {
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
        let folders = [samples.join("find"), samples];
        let mut paths: Vec<_> = folders
            .iter()
            .flat_map(|folder| fs::read_dir(folder).unwrap())
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.is_file())
            .collect();
        paths.sort();
        let files = paths.iter().filter_map(|path| fs::read_to_string(path).ok());
        let texts =
            files.flat_map(|file| file.split("#### ").map(str::to_owned).collect::<Vec<_>>());
        let asked_for = QUESTIONS.map(|name| format!(r#"{{"question":"{name}","checks":[]}}"#));
        let asked_for = format!("[{}]", asked_for.join(","));
        let text = |at: usize| {
            format!("{at}: is the subscription active, with all of its licenses? (yes or no)")
        };
        Self {
            corpus: texts.chain(REPLIES.map(str::to_owned)).collect(),
            evidence: Evidence::default(),
            asked: asked(&json::parse(&asked_for).0),
            ours: (0..3 + 2 * QUESTIONS.len()).map(text).collect(),
        }
    }

    fn reference(&self) -> ReferenceData<'_> {
        let world = world();
        ReferenceData { evidence: &self.evidence, skus: world.skus, to_ascii: world.to_ascii }
    }
}

impl Target for Texts {
    type Input = String;

    fn corpus(&self) -> Vec<String> {
        self.corpus.clone()
    }

    fn draw(&self, inputs: &[String], random: &mut Random) -> String {
        let [text, other] = [random.one_of(inputs), random.one_of(inputs)];
        let bytes = mutate::bytes(text.as_bytes(), other.as_bytes(), random);
        String::from_utf8_lossy(&bytes).into_owned()
    }

    fn size(&self, text: &String) -> usize {
        // It is read as a text, and as a reply.
        4 * text.len()
    }

    fn shown(&self, text: &String) -> String {
        let end = text.char_indices().nth(2_000).map_or(text.len(), |(at, _)| at);
        format!("{:?} ({} bytes)", &text[..end], text.len())
    }

    fn answer(&self, text: &String, _: &mut Random) -> (String, Vec<String>) {
        let units: Vec<u16> = text.encode_utf16().collect();
        let found = find_fields(text, self.reference());
        let mut faults: Vec<String> =
            found.iter().filter_map(|one| misplaced(one, &units)).collect();
        if !found.is_sorted_by_key(|one| (one.start, one.field as usize)) {
            faults.push("is not in reading order".to_owned());
        }
        let reply = read_reply(text, &self.asked, &self.ours, self.reference());
        faults.extend(contradicted(&reply));
        faults.extend(reply.fields.iter().filter_map(|one| misplaced(one, &units)));
        let mut told: Vec<_> = found
            .iter()
            .map(|one| (one.field as usize, one.kind, one.certain, one.quoted))
            .collect();
        told.dedup();
        let answers: Vec<_> = reply.answers.iter().map(|one| (one.answer, one.certain)).collect();
        (format!("{told:?} {answers:?}"), faults)
    }
}

/// What is found stands where its place says, if it is not written in words or encoded.
fn misplaced(found: &FoundField, units: &[u16]) -> Option<String> {
    let Some(there) = units.get(found.start as usize..found.end as usize) else {
        return Some(format!("{found:?} is outside of the text"));
    };
    let there = String::from_utf16_lossy(there);
    let is_written = !matches!(found.kind, "answer" | "day" | "domain" | "email" | "url");
    let is_there = naive::squeezed(&there).contains(&naive::squeezed(&found.value));
    let is_encoded = there.contains('=');
    (found.start >= found.end || is_written && !is_encoded && !is_there)
        .then(|| format!("{found:?} is not at {there:?}"))
}

/// Each question is answered once, and what is certain is an answer.
fn contradicted(reply: &Reply) -> Option<String> {
    let place = |name: &str| QUESTIONS.iter().position(|question| *question == name);
    let questions = reply.answers.iter().map(|one| place(one.question.name()));
    let is_open = reply.answers.iter().any(|one| {
        let has_field = reply.fields.iter().any(|field| field.certain);
        one.certain && one.answer.is_none() && !has_field
    });
    let is_twice = !questions.clone().is_sorted_by(|one, other| one < other);
    (is_open || is_twice).then(|| format!("{:?}", reply.answers))
}
