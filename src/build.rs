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
    for tag in languages(&text)? {
        let path = text.join(&tag).join("columns.json");
        println!("cargo::rerun-if-changed={}", path.display());
        let wrong = |fault: &dyn std::fmt::Display| format!("{}: {fault}", path.display());
        let json = fs::read_to_string(&path).map_err(|fault| wrong(&fault))?;
        let json: Value = serde_json::from_str(&json).map_err(|fault| wrong(&fault))?;
        for (field, names) in members(&json, "columns").map_err(|fault| wrong(&fault))? {
            add(&mut columns, &mut known, "", field, names).map_err(|fault| wrong(&fault))?;
        }
        for (field, codes) in members(&json, "answers").map_err(|fault| wrong(&fault))? {
            let codes = codes.as_object().ok_or_else(|| wrong(&format!("{field} is no map")))?;
            for (code, names) in codes {
                let answers = answers.entry(field.clone()).or_default();
                add(answers, &mut known, field, code, names).map_err(|fault| wrong(&fault))?;
            }
        }
    }
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
    let mut letters = field.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    format!("Field::{}{}", first.map(String::from).unwrap_or_default(), letters.as_str())
}
