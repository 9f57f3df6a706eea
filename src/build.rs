//! Writes what people call the columns and answers of a file, from the languages' folders: a folder
//! under `www/text` is a language, and its `columns.json` has these names as people write them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

/// What is named, by field (of columns) or by field and code (of answers), and the names.
type Names = BTreeMap<String, Vec<String>>;

/// The names that stand for something, by the list of choices they are in.
type Known = BTreeSet<(String, String)>;

fn main() -> Result<(), Box<dyn Error>> {
    let text = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("www").join("text");
    // Whoever says which languages there are needs no new build for a word elsewhere in a folder.
    println!("cargo::rerun-if-env-changed=CPOR_LANGUAGES");
    if env::var_os("CPOR_LANGUAGES").is_none() {
        println!("cargo::rerun-if-changed={}", text.display());
    }
    let mut columns = Names::new();
    let mut answers: BTreeMap<String, Names> = BTreeMap::new();
    let mut known = Known::new();
    let mut labels: BTreeMap<String, Names> = BTreeMap::new();
    let mut replies = Names::new();
    let mut filing: BTreeMap<String, Names> = BTreeMap::new();
    let mut months: BTreeSet<(String, usize)> = BTreeSet::new();
    for tag in languages(&text)? {
        let path = text.join(&tag).join("columns.json");
        println!("cargo::rerun-if-changed={}", path.display());
        let wrong = |fault: &dyn std::fmt::Display| format!("{}: {fault}", path.display());
        let json = fs::read_to_string(&path).map_err(|fault| wrong(&fault))?;
        let json: Value = serde_json::from_str(&json).map_err(|fault| wrong(&fault))?;
        for (field, names) in members(&json, "columns").map_err(|fault| wrong(&fault))? {
            add(&mut columns, &mut known, "", field, names).map_err(|fault| wrong(&fault))?;
        }
        for (group, names) in members(&json, "labels").map_err(|fault| wrong(&fault))? {
            let names = names.as_object().ok_or_else(|| wrong(&format!("{group} is no map")))?;
            for (stands_for, names) in names {
                let labels = labels.entry(group.clone()).or_default();
                add(labels, &mut known, "labels", stands_for, names)
                    .map_err(|fault| wrong(&fault))?;
            }
        }
        for (group, words) in members(&json, "replies").map_err(|fault| wrong(&fault))? {
            add(&mut replies, &mut known, &format!("replies {group}"), group, words)
                .map_err(|fault| wrong(&fault))?;
        }
        for (group, names) in members(&json, "filing").map_err(|fault| wrong(&fault))? {
            let names = names.as_object().ok_or_else(|| wrong(&format!("{group} is no map")))?;
            for (stands_for, names) in names {
                let filing = filing.entry(group.clone()).or_default();
                add(filing, &mut known, &format!("filing {group}"), stands_for, names)
                    .map_err(|fault| wrong(&fault))?;
            }
        }
        let named = json.get("months").and_then(Value::as_array).filter(|all| all.len() == 12);
        for (at, name) in named.ok_or_else(|| wrong(&"months are missing"))?.iter().enumerate() {
            months.insert((letters(name.as_str().unwrap_or_default()), at + 1));
        }
        for (field, codes) in members(&json, "answers").map_err(|fault| wrong(&fault))? {
            let codes = codes.as_object().ok_or_else(|| wrong(&format!("{field} is no map")))?;
            for (code, names) in codes {
                let answers = answers.entry(field.clone()).or_default();
                add(answers, &mut known, field, code, names).map_err(|fault| wrong(&fault))?;
            }
        }
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("labels.rs"), labelled(&columns, &labels))?;
    for (file, lists) in [("replies.rs", REPLIES), ("mail.rs", MAILS)] {
        fs::write(Path::new(&env::var("OUT_DIR")?).join(file), listed(&replies, lists)?)?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("filing.rs"), filed(&filing)?)?;
    let months: String =
        months.iter().map(|(name, number)| format!("    ({name:?}, {number}),\n")).collect();
    let months = format!(
        "/// Names of months, in every language.\nconst MONTHS: &[(&str, i32)] = &[\n{months}];\n"
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("months.rs"), months)?;
    let columns =
        columns.iter().map(|(field, names)| format!("    ({}, &{names:?}),\n", variant(field)));
    let answers = answers.iter().map(|(field, codes)| {
        let codes: Vec<_> =
            codes.iter().map(|(code, names)| format!("({code:?}, &{names:?})")).collect();
        format!("    ({}, &[{}]),\n", variant(field), codes.join(", "))
    });
    let rust = format!(
        "/// Names of columns.\npub const COLUMNS: &[(Field, &[&str])] = &[\n{}];\n\n\
         /// Names of answers, by their codes.\npub const ANSWERS: &[(Field, &[Names])] = &[\n{}];\n",
        columns.collect::<String>(),
        answers.collect::<String>(),
    );
    fs::write(Path::new(&env::var("OUT_DIR")?).join("columns.rs"), rust)?;
    Ok(())
}

/// What can stand before or behind a value, in one text: each name in lower case, and behind it a
/// capital letter (or one of the signs after them) for what it says about the value. Sorted, so that a name is found quickly.
///
/// The check of a claim alone reads identifiers, and needs the names of these.
fn labelled(columns: &Names, labels: &BTreeMap<String, Names>) -> String {
    let is_core = env::var_os("CARGO_FEATURE_CORE").is_some();
    let is_read = |field: &str| is_core || IDENTIFIERS.contains(&field);
    let of_fields = columns
        .iter()
        .filter(|(field, _)| is_read(field))
        .map(|(field, names)| (format!("Label::Field({})", variant(field)), names));
    let of_labels = labels.iter().flat_map(|(group, all)| {
        let is_needed =
            move |name: &str| is_core || group != "words" || NAMING_WORDS.contains(&name);
        all.iter().filter(move |(name, _)| is_needed(name)).map(move |(name, names)| {
            let name = name.split('-').map(capitalized).collect::<String>();
            let label = match group.as_str() {
                "fields" => format!("Label::Field(Field::{name})"),
                "kinds" => format!("Label::Kind(IdentifierKind::{name})"),
                _ => format!("Label::{name}"),
            };
            (label, names)
        })
    });
    let mut meanings: Vec<String> = Vec::new();
    let mut all: Vec<(&str, usize)> = Vec::new();
    for (meaning, names) in of_labels.chain(of_fields) {
        let at = meanings.iter().position(|known| *known == meaning).unwrap_or(meanings.len());
        if at == meanings.len() {
            meanings.push(meaning);
        }
        // What is only a label says more than what a column of a file may be called.
        let new = |name: &&String| !all.iter().any(|(known, _)| known == name);
        let new: Vec<_> = names.iter().filter(new).map(|name| (name.as_str(), at)).collect();
        all.extend(new);
    }
    all.sort_unstable();
    // From A on, with the signs before the small letters.
    assert!(meanings.len() <= 32, "there are more meanings than signs");
    let letter = |at: usize| char::from(b'A' + at as u8);
    let names: String =
        all.iter().flat_map(|(name, at)| name.chars().chain([letter(*at)])).collect();
    format!(
        "/// What names say, by the sign behind each.\nconst MEANINGS: &[Label] = &[\n    {},\n];\n\n\
         /// The names.\nconst NAMES: &str = {names:?};\n",
        meanings.join(",\n    "),
    )
}

/// What people write in a reply: each list, its name in Rust, and what it is.
const REPLIES: &[List] = &[
    ("yes", "YES", "Yes, and nothing else."),
    ("no", "NO", "No, and nothing else."),
    ("deny", "DENYING", "A sentence with one says the opposite, or takes something out."),
    ("plain", "PLAIN", "Beside yes and no, these change nothing."),
    ("unsure", "UNSURE", "Whoever writes this does not know."),
    ("answer", "ANSWERS", "What stands before a colon and an answer."),
    ("beforeNumber", "BEFORE_NUMBERS", "What stands before the number of a question."),
    ("joint", "JOINTS", "What stands between two numbers."),
    ("range", "RANGES", "What stands between the first number and the last one."),
    ("all", "ALL", "All questions."),
    ("except", "EXCEPT", "What takes numbers out of all questions."),
];

/// What people write around the text of an email.
const MAILS: &[List] = &[
    ("signOff", "SIGN_OFFS", "What ends a letter."),
    ("header", "HEADERS", "What begins the header of the original, or ends its line."),
];

type List = (&'static str, &'static str, &'static str);

/// Lists of what people write, as constants.
fn listed(replies: &Names, lists: &[List]) -> Result<String, String> {
    let lists = lists.iter().map(|(name, constant, doc)| {
        let words = replies.get(*name).ok_or_else(|| format!("replies: {name} is missing"))?;
        Ok(format!("/// {doc}\npub const {constant}: &[&str] = &{words:?};\n"))
    });
    lists.collect()
}

/// What people call the statuses of claims, and the reasons for which claims come back.
fn filed(filing: &BTreeMap<String, Names>) -> Result<String, String> {
    let lists =
        [("statuses", "STATUS_NAMES"), ("reasons", "REASON_NAMES")].map(|(group, constant)| {
            let names = filing.get(group).ok_or_else(|| format!("filing: {group} is missing"))?;
            let rows = names.iter().map(|(name, names)| format!("    ({name:?}, &{names:?}),\n"));
            let rows: String = rows.collect();
            Ok(format!("const {constant}: &[(&str, &[&str])] = &[\n{rows}];\n"))
        });
    lists.into_iter().collect()
}

/// Words that say what a value is. The others say whether it is so, which the check of a claim does not ask.
const NAMING_WORDS: &[&str] = &["between", "ours"];

/// Fields that hold identifiers.
const IDENTIFIERS: &[&str] = &[
    "customerTenantId",
    "customerDomain",
    "subscriptionId",
    "partnerId",
    "ownTenantId",
    "product",
];

/// The folders: English first, whose names count where two languages differ, then by tag.
fn languages(text: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut tags = Vec::new();
    for entry in fs::read_dir(text)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            tags.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    tags.sort_by_key(|tag| (tag != "en", tag.clone()));
    Ok(tags)
}

fn members<'a>(json: &'a Value, name: &str) -> Result<&'a serde_json::Map<String, Value>, String> {
    json.get(name).and_then(Value::as_object).ok_or_else(|| format!("{name} is missing"))
}

/// Adds names that stand for nothing else in their list yet.
fn add(
    all: &mut Names,
    known: &mut Known,
    list: &str,
    stands_for: &str,
    names: &Value,
) -> Result<(), String> {
    let wrong = || format!("{list} {stands_for} is no list of names");
    let own = all.entry(stands_for.to_owned()).or_default();
    for name in names.as_array().ok_or_else(wrong)? {
        let name = letters(name.as_str().ok_or_else(wrong)?);
        if known.insert((list.to_owned(), name.clone())) {
            own.push(name);
        }
    }
    Ok(())
}

/// As the core compares names: without blanks and signs, in lower case.
fn letters(name: &str) -> String {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A field as Rust calls it: one that does not exist does not compile.
fn variant(field: &str) -> String {
    format!("Field::{}", capitalized(field))
}

fn capitalized(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    [&first.map(String::from).unwrap_or_default(), letters.as_str()].concat()
}
