//! `checkClaim`, and the same claims as they cross the boundary, one after the other.

use cpor_preflight::CheckInput;
use cpor_preflight::ClaimReader;
use cpor_preflight::InputEntry;
use cpor_preflight::ReadEvidence;
use cpor_preflight::Understood;
use cpor_preflight::claim::Field;
use cpor_preflight::classify::ReferenceData;
use cpor_preflight::evidence::Evidence;
use cpor_preflight::json;
use cpor_preflight::report::{Param, Report};
use serde_json::{Value, json};

use crate::random::Random;
use crate::world::world;
use crate::{Target, mutate, naive, scenario};

/// Checked one after the other by one reader, with the same evidence.
#[derive(Clone)]
pub struct Input {
    claims: Vec<Value>,
    evidence: Value,
    options: Value,
    /// Of the evidence as text, these bytes are lost.
    lost: Option<std::ops::Range<usize>>,
}

pub struct Claims {
    corpus: Vec<Input>,
}

impl Claims {
    pub fn new() -> Self {
        let files = scenario::files();
        let scenarios = files.iter().flat_map(|(_, text)| scenario::scenarios(text, world()));
        let kept = include_str!("corpus/claims/found.json");
        let kept: Vec<[Value; 2]> = serde_json::from_str(kept).unwrap();
        let texts = scenarios.map(|scenario| {
            scenario.texts().map(|text| serde_json::from_str(&text).unwrap_or_default())
        });
        let input = |[claim, evidence]: [Value; 2]| Input {
            claims: vec![claim],
            evidence,
            options: Value::Null,
            lost: None,
        };
        Self { corpus: texts.chain(kept).map(input).collect() }
    }
}

impl Target for Claims {
    type Input = Input;

    fn corpus(&self) -> Vec<Input> {
        self.corpus.clone()
    }

    fn draw(&self, inputs: &[Input], random: &mut Random) -> Input {
        let (mut input, other) = (random.one_of(inputs).clone(), random.one_of(inputs));
        if random.one_in(2) {
            input.evidence = mutate::value(&input.evidence, &other.evidence, random);
        }
        let mut claim = random.one_of(&input.claims).clone();
        input.claims = (0..=random.below(4))
            .map(|_| {
                claim = mutate::value(&claim, &other.claims[0], random);
                claim.clone()
            })
            .collect();
        if random.one_in(4) {
            let options = json!({
                "ruleset": random.of(&["2023-10", "2020-06", "x"]),
                "today": random.of(&mutate::WORDS),
            });
            input.options = mutate::value(&options, &other.claims[0], random);
        }
        if random.one_in(8) {
            input.lost = Some(random.span(input.evidence.to_string().len()));
        }
        input
    }

    fn size(&self, input: &Input) -> usize {
        let claims: usize = input.claims.iter().map(|claim| claim.to_string().len()).sum();
        claims + input.evidence.to_string().len()
    }

    fn shown(&self, input: &Input) -> String {
        let Input { claims, evidence, options, lost } = input;
        format!("{}\n  {evidence}\n  {options} {lost:?}", json!(claims))
    }

    fn answer(&self, input: &Input, _: &mut Random) -> (String, Vec<String>) {
        let world = world();
        let mut text = input.evidence.to_string();
        if let Some(lost) = &input.lost {
            let is_whole = |at: usize| at <= text.len() && text.is_char_boundary(at);
            if is_whole(lost.start) && is_whole(lost.end) {
                text.replace_range(lost.clone(), "");
            }
        }
        let (damaged, _) = json::parse(&text);
        let evidence = world.evidence(&damaged);
        // What is naively looked into is what can be read of it.
        let seen = match &input.lost {
            None => input.evidence.clone(),
            Some(_) => serde_json::to_value(Evidence::read(&damaged, world.to_ascii).0).unwrap(),
        };
        let options = input.options.to_string();
        let (options, _) = json::parse(&options);
        let mut reader = ClaimReader::default();
        let (mut told, mut faults) = (String::new(), Vec::new());
        for claim in &input.claims {
            let text = claim.to_string();
            let report = world.check_claim(&json::parse(&text).0, &evidence, &options);
            faults.extend(naive::unshown(claim, &seen, &report));
            told += &outline(&report);
            if let Some(texts) = texts(claim) {
                let answer = crossed(&mut reader, &texts, &options, &evidence);
                if answer != report {
                    faults.push("across the boundary, the answer is another".to_owned());
                }
            }
        }
        (told, faults)
    }
}

/// The texts of the fields where that is all there is.
fn texts(claim: &Value) -> Option<Vec<Option<String>>> {
    let mut texts = vec![None; Field::ALL.len()];
    for (name, value) in claim.as_object()? {
        let field = Field::from_name(name)?;
        texts[field as usize] = Some(value.as_str()?.to_owned());
    }
    Some(texts)
}

/// The report on the claim as `www/lib/check.ts` puts it to the core.
fn crossed(
    reader: &mut ClaimReader<'static>,
    texts: &[Option<String>],
    options: &json::Value<'_>,
    evidence: &ReadEvidence,
) -> Report {
    let world = world();
    let today = world.today.to_string();
    let mut input = Vec::new();
    let mut put = |place: u8, text: &str| {
        input.push(place);
        input.extend((text.len() as u32).to_le_bytes());
        input.extend(text.as_bytes());
    };
    for (field, text) in Field::ALL.iter().zip(texts) {
        put(*field as u8, text.as_deref().unwrap_or_default());
    }
    put(InputEntry::Day.place(), &today);
    for entry in [InputEntry::Today, InputEntry::Ruleset] {
        if let Some(option) = options.get(entry.name()) {
            put(entry.place(), option.text().filter(|text| !text.is_empty()).unwrap_or("\0"));
        }
    }
    if options.map().is_none() && *options != json::Value::Null {
        put(InputEntry::WrongType.place(), "options");
    }
    let known = ReferenceData { evidence: &evidence.0, skus: world.skus, to_ascii: world.to_ascii };
    let report = reader.check(&CheckInput::read(&input), world.skus, known, &evidence.1);
    let understood = reader.understood().map(|(field, understood)| {
        let text = match understood {
            Understood::AsTyped => texts[field as usize].clone().unwrap_or_default(),
            Understood::Text(text) => text.clone(),
        };
        (field.name(), text)
    });
    Report { understood: understood.collect(), ..report }
}

fn outline(report: &Report) -> String {
    let outcomes = report.checks.iter().map(|check| check.outcome as usize);
    let codes = report.findings.iter().map(|finding| {
        let names = finding.params.iter().map(|(_, value)| match value {
            Param::Name(name) => *name,
            _ => "",
        });
        format!("{} {}", finding.code.name(), names.collect::<String>())
    });
    format!("{:?} {:?}", outcomes.collect::<Vec<_>>(), codes.collect::<Vec<_>>())
}
