//! `findFields` finds what a person sees in a text, and says for certain only what is so: on texts with
//! answers written by hand (`samples/find`), on random ones, and on ones made to take long.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a panic is how a test fails")]

use std::fmt::Write as _;

use cpor_preflight::classify::ReferenceData;
use cpor_preflight::evidence::Evidence;
use cpor_preflight::find::{FoundField, find_fields};

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use world::world;

const FILES: [(&str, &str); 6] = [
    ("mails", include_str!("samples/find/mails.txt")),
    ("tickets", include_str!("samples/find/tickets.txt")),
    ("cells", include_str!("samples/find/cells.txt")),
    ("chat", include_str!("samples/find/chat.txt")),
    ("addresses", include_str!("samples/find/addresses.txt")),
    ("traps", include_str!("samples/find/traps.txt")),
];

fn found_in(text: &str) -> Vec<FoundField> {
    let evidence = Evidence::default();
    let world = world();
    find_fields(
        text,
        ReferenceData { evidence: &evidence, skus: world.skus, to_ascii: world.to_ascii },
    )
}

/// An answer as it is written in the samples.
fn line(found: &FoundField) -> String {
    let confidence = if found.certain { "certain" } else { "likely" };
    format!("{} {confidence} {}", found.field.name(), found.value)
}

/// A text with its answers, by the heading before it.
struct Sample<'s> {
    name: &'s str,
    text: &'s str,
    answers: Vec<&'s str>,
}

fn samples() -> Vec<Sample<'static>> {
    let mut samples = Vec::new();
    for (_, file) in FILES {
        for part in file.split("#### ").skip(1).collect::<Vec<_>>().chunks(2) {
            let (name, text) = part[0].split_once('\n').unwrap();
            let answers = part[1].strip_prefix("answers\n").unwrap();
            samples.push(Sample {
                name,
                text: text.trim_end_matches('\n'),
                answers: answers.lines().filter(|line| !line.is_empty()).collect(),
            });
        }
    }
    samples
}

/// Prints precision and recall, and fails if anything that is said for certain is not so.
#[test]
fn what_a_person_sees_is_found_in_reading_order() {
    let samples = samples();
    assert!(samples.len() >= 60);
    let (mut due, mut found, mut right, mut certain, mut wrong) = (0, 0, 0, 0, String::new());
    let mut others = String::new();
    for sample in &samples {
        let fields = found_in(sample.text);
        assert!(fields.is_sorted_by_key(|one| (one.start, one.field as usize)), "{}", sample.name);
        let lines: Vec<String> = fields.iter().map(line).collect();
        let mut open = sample.answers.clone();
        for line in &lines {
            certain += usize::from(line.contains(" certain "));
            match open.iter().position(|answer| answer == line) {
                Some(at) => drop(open.remove(at)),
                None if line.contains(" certain ") => {
                    writeln!(wrong, "{}: {line}", sample.name).unwrap();
                }
                None => {}
            }
        }
        (due, found) = (due + sample.answers.len(), found + lines.len());
        right += sample.answers.len() - open.len();
        if lines != sample.answers {
            let (answers, lines) = (sample.answers.join("\n  "), lines.join("\n  "));
            writeln!(others, "{}\n due:\n  {answers}\n found:\n  {lines}", sample.name).unwrap();
        }
    }
    let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole as f64;
    println!("{others}");
    println!(
        "{} texts: precision {:.1} % of {found}, recall {:.1} % of {due}, {certain} certain",
        samples.len(),
        percent(right, found),
        percent(right, due),
    );
    assert!(wrong.is_empty(), "certain, but not so:\n{wrong}");
    // What stands in a text without a name is found for the fields that it could be for, which costs
    // precision.
    assert!(percent(right, found) > 95.0 && percent(right, due) > 98.0, "{others}");
}

/// The text between two positions in UTF-16 units.
fn slice(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).unwrap()
}

fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_ascii_alphanumeric()).collect::<String>().to_lowercase()
}

/// What is found stands where the positions say. Answers and days stand there in words.
fn check_places(text: &str) {
    for found in found_in(text) {
        assert!(found.start < found.end, "{found:?}");
        let there = slice(text, found.start, found.end);
        let is_word = matches!(found.kind, "answer" | "day") || found.value.contains("xn--");
        let is_bare = found.kind == "domain" && found.value.ends_with(".onmicrosoft.com");
        let due =
            letters(if is_bare { found.value.split('.').next().unwrap() } else { &found.value });
        assert!(is_word || letters(&there).contains(&due), "{found:?} at {there:?}");
    }
}

#[test]
fn positions_hold_the_value() {
    let mut all = String::new();
    for sample in samples() {
        check_places(sample.text);
        check_places(&format!("🎉 \u{200b}ü {}", sample.text));
        all += sample.text;
        all += "\n\n";
    }
    check_places(&all);
}

/// Repeatable random numbers (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Pieces of the samples in any order, with anything between them, cut anywhere.
#[test]
fn any_text_is_read_and_its_positions_hold() {
    let odd = [
        "\u{200b}",
        "🎉",
        "ä",
        "\r",
        "\n",
        "\t",
        "|",
        ";",
        "://",
        "@",
        "%2F",
        "%",
        "..",
        "-",
        "{",
        "\0",
        "=\"",
        "\u{2011}",
        " ",
        "()",
        "::",
        "\u{feff}",
        "İ",
        "ẞ",
        "Tenant ID",
        "MPN",
        ": ",
        "365",
        "Dynamics ",
    ];
    let samples: Vec<Vec<char>> = samples().iter().map(|one| one.text.chars().collect()).collect();
    let mut random = Random(0x9e37_79b9_7f4a_7c15);
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..=random.below(6) {
            let sample = &samples[random.below(samples.len())];
            let from = random.below(sample.len());
            let length = random.below(80);
            text.extend(sample.iter().skip(from).take(length));
            text += odd[random.below(odd.len())];
        }
        check_places(&text);
    }
}
