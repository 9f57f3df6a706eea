//! A session answers as a check of the whole claim would, whatever was changed before, in whatever
//! order, and however often it was asked in between.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::collections::BTreeMap;

use cpor_preflight::ReadEvidence;
use cpor_preflight::claim::Field;
use cpor_preflight::classify::ReferenceData;
use cpor_preflight::date::Date;
use cpor_preflight::json::{self, Value};
use cpor_preflight::report::Report;
use cpor_preflight::session::{Session, Told, Understood};

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use world::world;

/// Unoptimised, every step takes a tenth of a millisecond or more.
const SESSIONS: usize = if cfg!(debug_assertions) { 100 } else { 2_000 };
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
fn a_session_answers_as_a_check_of_the_whole_claim() {
    let mut random = Random(0x5eed_2026_1122);
    let evidence = EVIDENCE.map(|text| world().evidence(&json::parse(text).0));
    for _ in 0..SESSIONS {
        let mut both = Both::default();
        let mut known = 0;
        for _ in 0..STEPS {
            match random.below(16) {
                0 => both.tell(Told::MpnId, random.text()),
                1 => both.tell(Told::Today, random.of(&["", "2026-12-24", "soon"])),
                2 => both.tell(Told::Ruleset, random.of(&["", "2020-06", "2023-10", "1999-01"])),
                3 => both.tell(Told::Day, random.of(&["", "2027-01-01"])),
                4 => both.tell(Told::UnknownField, "subscripton-id"),
                5 => both.tell(Told::WrongType, random.of(Field::NAMES)),
                6 => both.tell(Told::Anew, ""),
                7 => {
                    known = random.below(EVIDENCE.len());
                    both.session.forget_readings();
                }
                _ => both.set(*random.of(&Field::ALL.iter().collect::<Vec<_>>()), random.text()),
            }
            if random.below(3) > 0 {
                both.compare(evidence.get(known).unwrap());
            }
        }
    }
}

/// A subscription is none while its ID is that of a tenant of the claim, whichever was set last.
#[test]
fn a_tenant_that_is_named_after_the_subscription() {
    let evidence = world().evidence(&Value::Null);
    let id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
    for tenant in [Field::CustomerTenantId, Field::OwnTenantId] {
        let mut both = Both::default();
        for (field, text) in [(Field::SubscriptionId, id), (tenant, id), (tenant, "")] {
            both.set(field, text);
            both.compare(&evidence);
        }
    }
}

#[test]
fn only_what_is_understood_otherwise_is_told() {
    let (known, faults) = world().evidence(&Value::Null);
    let known = ReferenceData { evidence: &known, skus: world().skus, to_ascii: world().to_ascii };
    let mut session = Session::default();
    assert!(session.understood().map(|(field, _)| field).eq(Field::ALL.iter().copied()));
    for (text, due) in [
        ("5357564", Some(Understood::AsTyped)),
        (" 5357564", None),
        ("MPN ID: 517285", Some(Understood::Text("517285"))),
        ("517285", None),
        ("", Some(Understood::Nothing)),
    ] {
        session.set(Field::PartnerId, text);
        session.check(world().skus, known, &faults);
        let told: Vec<_> = session.understood().collect();
        let due: Vec<_> = due.into_iter().map(|due| (Field::PartnerId, due)).collect();
        assert_eq!(told, due, "{text:?}");
    }
}

/// A session, and beside it all that it was told.
#[derive(Default)]
struct Both {
    session: Session<'static>,
    texts: BTreeMap<&'static str, &'static str>,
    odd: Vec<(&'static str, Value<'static>)>,
    options: BTreeMap<&'static str, &'static str>,
    day: Option<Date>,
    understood: BTreeMap<&'static str, Option<String>>,
}

impl Both {
    fn set(&mut self, field: Field, text: &'static str) {
        self.session.set(field, text);
        self.texts.insert(field.name(), text);
    }

    fn tell(&mut self, told: Told, text: &'static str) {
        self.session.tell(told, text);
        match told {
            Told::MpnId => _ = self.texts.insert("mpnId", text),
            Told::Day => self.day = Date::parse(text),
            Told::Today | Told::Ruleset => _ = self.options.insert(told.name(), text),
            Told::UnknownField => self.odd.push((text, Value::Text("x".into()))),
            Told::WrongType => self.odd.push((text, Value::List(Vec::new()))),
            Told::Anew => {
                self.texts.clear();
                self.odd.clear();
            }
        }
    }

    fn compare(&mut self, evidence: &ReadEvidence) {
        let world = world();
        let (known, faults) = evidence;
        let known = ReferenceData { evidence: known, skus: world.skus, to_ascii: world.to_ascii };
        let answer = self.session.check(world.skus, known, faults);
        for (field, read) in self.session.understood() {
            let own = self.texts.get(field.name()).filter(|text| !text.trim().is_empty());
            let typed = own.or_else(|| self.texts.get("mpnId")).map(|text| (*text).to_owned());
            let read = match read {
                Understood::Nothing => None,
                Understood::AsTyped => typed,
                Understood::Text(text) => Some(text.to_owned()),
            };
            self.understood.insert(field.name(), read);
        }
        let due = self.whole(evidence);
        let Report { understood, .. } = due.clone();
        assert_eq!(answer, Report { understood: Vec::new(), ..due }, "{:?}", self.texts);
        let read = self.understood.iter().filter_map(|(name, read)| Some((*name, read.clone()?)));
        let understood: BTreeMap<_, _> = understood.into_iter().collect();
        assert_eq!(read.collect::<BTreeMap<_, _>>(), understood, "{:?}", self.texts);
    }

    fn whole(&self, evidence: &ReadEvidence) -> Report {
        let text = |(name, text): (&&'static str, &&'static str)| {
            ((*name).into(), Value::Text((*text).into()))
        };
        let odd = self.odd.iter().map(|(name, value)| ((*name).into(), value.clone()));
        let claim = Value::Map(odd.chain(self.texts.iter().map(text)).collect());
        let given = self.options.iter().filter(|(_, text)| !text.is_empty());
        let options = Value::Map(given.map(text).collect());
        let world = cpor_preflight::World { today: self.day.unwrap_or(Date::EPOCH), ..world() };
        world.check_claim(&claim, evidence, &options)
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
