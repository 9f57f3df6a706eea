//! The check that crosses the boundary answers as the check of the contract, whatever claims were checked
//! before: what a reader keeps of one claim never shows in the answer to another.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use cpor_preflight::CheckInput;
use cpor_preflight::ClaimReader;
use cpor_preflight::InputEntry;
use cpor_preflight::ReadEvidence;
use cpor_preflight::Understood;
use cpor_preflight::World;
use cpor_preflight::claim::Field;
use cpor_preflight::classify::ReferenceData;
use cpor_preflight::date::Date;
use cpor_preflight::json::{self, Value};
use cpor_preflight::report::Report;

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use world::world;

/// Unoptimised, every step takes a tenth of a millisecond or more.
const SEQUENCES: usize = if cfg!(debug_assertions) { 100 } else { 2_000 };
const STEPS: usize = 40;

const EVIDENCE: [&str; 3] = [
    "null",
    r#"{"tenants":[{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domains":["contoso.com"],"source":"x"}],
        "partnerIds":[{"id":"5357564","kind":"location","enrolled":true}]}"#,
    r#"{"subscriptions":[{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
        "skuPartNumber":"DYN365_FINANCE","status":"active","channel":"csp"},7],
        "tenants":[{"tenantId":"7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f","domains":["contoso.com"],"source":"x"}]}"#,
];

/// Values of all fields; each is tried in every field.
const TEXTS: [&str; 20] = [
    "",
    " ",
    "incentives-admin",
    "Global Admin",
    "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
    " {3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}",
    "contoso.com",
    "münchen.de",
    "business-applications",
    "usage",
    "web-direct",
    "DYN365_FINANCE",
    "Teams",
    "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
    "5357564",
    "MPN ID: 5357564",
    "no",
    "ready",
    "2026-11-20",
    "2026-02-30",
];

#[test]
fn an_answer_does_not_depend_on_what_was_asked_before() {
    let mut random = Random(0x5eed_2026_1122);
    let evidence = EVIDENCE.map(|text| world().evidence(&json::parse(text).0));
    for _ in 0..SEQUENCES {
        let mut readers = [(); EVIDENCE.len()].map(|()| ClaimReader::default());
        let mut asked = Asked::default();
        for _ in 0..STEPS {
            match random.below(17) {
                0 => asked.alias = random.text(),
                1 => asked.today = random.of(&["", "2026-12-24", "soon"]),
                2 => asked.ruleset = random.of(&["", "2020-06", "2023-10", "1999-01"]),
                3 => asked.day = random.of(&["", "2027-01-01"]),
                4 => asked.odd = vec![(InputEntry::UnknownField, "subscripton-id")],
                5 => asked.odd.push((InputEntry::WrongType, random.of(Field::NAMES))),
                6 => asked.odd.push((InputEntry::Several, random.of(Field::NAMES))),
                7 => asked = Asked::default(),
                8 => asked.texts.clear(),
                _ => _ = asked.texts.insert(random.of(Field::ALL), random.text()),
            }
            // Between two claims with one evidence there are others with another.
            let known = random.below(EVIDENCE.len());
            let (reader, evidence) = (readers.get_mut(known), evidence.get(known));
            asked.compare(reader.unwrap(), evidence.unwrap());
        }
    }
}

/// A subscription is none while its ID is that of a tenant of the claim, whatever was asked before.
#[test]
fn a_tenant_that_is_named_after_the_subscription() {
    let evidence = world().evidence(&Value::Null);
    let id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
    for tenant in [Field::CustomerTenantId, Field::OwnTenantId] {
        let mut reader = ClaimReader::default();
        let mut asked = Asked::default();
        for (field, text) in [(Field::SubscriptionId, id), (tenant, id), (tenant, "")] {
            asked.texts.insert(field, text);
            asked.compare(&mut reader, &evidence);
        }
    }
}

#[test]
fn what_was_typed_in_its_usual_form_is_not_told_again() {
    for (own, alias, due) in [
        ("5357564", "", Some(Understood::AsTyped)),
        (" 5357564", "", Some(Understood::Text("5357564".to_owned()))),
        ("", "5357564", Some(Understood::AsTyped)),
        (" ", "5357564", Some(Understood::Text("5357564".to_owned()))),
        ("n/a", "5357564", Some(Understood::Text("5357564".to_owned()))),
        ("517285", "5357564", None),
        ("517285", "tbd", Some(Understood::AsTyped)),
        ("MPN ID: 517285", "", Some(Understood::Text("517285".to_owned()))),
        ("", "", None),
    ] {
        let asked = Asked { texts: [(Field::PartnerId, own)].into(), alias, ..Asked::default() };
        let mut reader = ClaimReader::default();
        asked.check(&mut reader, &world().evidence(&Value::Null));
        let understood: Vec<_> = reader.understood().collect();
        let due: Vec<_> = due.iter().map(|due| (Field::PartnerId, due)).collect();
        assert_eq!(understood, due, "{own:?} {alias:?}");
    }
}

/// Cut off anywhere or full of anything, an input is an input.
#[test]
fn inputs_that_are_none() {
    let asked = Asked { texts: [(Field::PartnerId, "5357564")].into(), ..Asked::default() };
    let bytes = asked.bytes();
    for end in 0..bytes.len() {
        CheckInput::read(bytes.get(..end).unwrap());
    }
    let evidence = world().evidence(&Value::Null);
    for place in 0..=u8::MAX {
        let odd = [&[place, 2, 0, 0, 0, 0xff, 0xfe][..], &bytes].concat();
        let (known, faults) = &evidence;
        let known =
            ReferenceData { evidence: known, skus: world().skus, to_ascii: world().to_ascii };
        let mut reader = ClaimReader::default();
        reader.check(&CheckInput::read(&odd), world().skus, known, faults);
        assert!(reader.understood().any(|(field, _)| field == Field::PartnerId), "{place}");
    }
}

/// A claim with its options.
#[derive(Clone, Default)]
struct Asked {
    texts: BTreeMap<Field, &'static str>,
    alias: &'static str,
    day: &'static str,
    today: &'static str,
    ruleset: &'static str,
    odd: Vec<(InputEntry, &'static str)>,
}

impl Asked {
    /// Compares the reader's answer with that of the contract.
    fn compare(&self, reader: &mut ClaimReader<'static>, evidence: &ReadEvidence) {
        let due = self.due(evidence);
        let answer = self.check(reader, evidence);
        let text = |name: &str| {
            let (_, text) = self.texts.iter().find(|(field, _)| field.name() == name).unwrap();
            (*text).to_owned()
        };
        let typed = |field: Field| match self.texts.get(&field).copied().unwrap_or_default() {
            "" => self.alias.to_owned(),
            _ => text(field.name()),
        };
        let understood = reader.understood().map(|(field, understood)| {
            let text = match understood {
                Understood::AsTyped => typed(field),
                Understood::Text(text) => text.clone(),
            };
            (field.name(), text)
        });
        assert_eq!(
            Report { understood: understood.collect(), ..answer },
            due,
            "{:?}, {:?}",
            self.texts,
            self.odd
        );
    }

    fn check(&self, reader: &mut ClaimReader<'static>, (known, faults): &ReadEvidence) -> Report {
        let known =
            ReferenceData { evidence: known, skus: world().skus, to_ascii: world().to_ascii };
        reader.check(&CheckInput::read(&self.bytes()), world().skus, known, faults)
    }

    /// As `www/lib/check.ts` writes it.
    fn bytes(&self) -> Vec<u8> {
        let others = [
            (InputEntry::MpnId, self.alias),
            (InputEntry::Day, self.day),
            (InputEntry::Today, self.today),
            (InputEntry::Ruleset, self.ruleset),
        ];
        let texts = self.texts.iter().map(|(field, text)| (*field as u8, *text));
        let others = others.iter().chain(&self.odd).map(|(entry, text)| (entry.place(), *text));
        let entry = |(place, text): (u8, &str)| {
            [&[place][..], &(text.len() as u32).to_le_bytes(), text.as_bytes()].concat()
        };
        texts.chain(others).flat_map(entry).collect()
    }

    fn due(&self, evidence: &ReadEvidence) -> Report {
        let text =
            |(name, text): (&str, &'static str)| (name.to_owned().into(), Value::Text(text.into()));
        let odd = self.odd.iter().map(|(entry, name)| {
            let value = match entry {
                InputEntry::UnknownField => Value::Text("x".into()),
                InputEntry::Several => Value::List(vec![Value::Null, Value::Null]),
                _ => Value::List(Vec::new()),
            };
            ((*name).into(), value)
        });
        let texts = self.texts.iter().map(|(field, text)| (field.name(), *text));
        let texts = texts.chain([("mpnId", self.alias)]).map(text);
        let claim = Value::Map(odd.chain(texts).collect());
        let options = [("today", self.today), ("ruleset", self.ruleset)];
        let given = options.into_iter().filter(|(_, text)| !text.is_empty());
        let options = Value::Map(given.map(text).collect());
        let today = Date::parse(self.day).unwrap_or(Date::EPOCH);
        World { today, ..world() }.check_claim(&claim, evidence, &options)
    }
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

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        *items.get(self.below(items.len())).unwrap()
    }

    fn text(&mut self) -> &'static str {
        self.of(&TEXTS)
    }
}
