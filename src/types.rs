//! The records that cross the boundary as TypeScript, with their comments: the test compares
//! `www/lib/core-*.ts` with what the records are. `UPDATE=1` writes these files anew.

use std::collections::BTreeMap;
use std::path::Path;

use ts_rs::{Config, TS, TypeVisitor};

use crate::code::CodeFacts;
use crate::date::Date;
use crate::exports::ExportKind;
use crate::guid::Guid;
use crate::sku::SkuSource;
use crate::{
    advise, batch, classify, describe, diagnose, evidence, exports, filing, find, letter, plan,
    report, ruleset, timeline,
};

/// What callers get as it is, each with all that it mentions.
fn public(types: &mut Types) {
    types.visit::<evidence::Evidence>();
    types.visit::<evidence::SubscriptionDays>();
    types.visit::<timeline::Step>();
    types.visit::<report::CheckResult>();
    types.visit::<classify::Identified>();
    types.visit::<find::FoundField>();
    types.visit::<letter::Reply>();
    types.visit::<batch::layout::Layout>();
    types.visit::<ruleset::Days>();
    types.visit::<ruleset::Links>();
    types.visit::<SkuSource>();
}

/// What is put into words or counted before callers get it.
fn internal(types: &mut Types) {
    types.visit::<exports::Export>();
    types.visit::<advise::ActivityAdvice>();
    types.visit::<advise::PartnerIdAdvice>();
    types.visit::<diagnose::Diagnosis>();
    types.visit::<letter::AskedQuestion>();
    types.visit::<filing::ClaimForm>();
    types.visit::<filing::ProofChecklist>();
    types.visit::<filing::AfterFiling>();
    types.visit::<plan::Plan>();
    types.visit::<batch::Totals>();
    types.visit::<describe::FieldFacts>();
    types.visit::<CodeFacts>();
    types.visit::<ruleset::RuleSet>();
    types.visit::<ruleset::Exception>();
}

macro_rules! written {
    ($($Type:ty: $text:literal),+) => {
        $(impl TS for $Type {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &Config) -> String {
                $text.to_owned()
            }

            fn inline(config: &Config) -> String {
                <Self as TS>::name(config)
            }
        })+
    };
}

/// A day, or one for each fact.
pub struct DayOrDays;
/// A day, or one for each domain.
pub struct DayOrEach;
/// The names of members or parts that could not be read.
pub struct UnreadNames;

// What serializes otherwise than it is declared.
written!(
    Date: "string",
    Guid: "string",
    ExportKind: "ExportKind",
    UnreadNames: "string[]",
    DayOrDays: "string | SubscriptionDays",
    DayOrEach: "string | Record<string, string>"
);

/// A file of declarations.
struct Types {
    config: Config,
    declared: Vec<String>,
    /// By name: the order in which a record visits others is that of a hash map.
    texts: BTreeMap<String, String>,
}

impl Types {
    /// Those that `add` visits, without what is in another file.
    fn read(add: fn(&mut Self), elsewhere: Vec<String>) -> (Vec<String>, String) {
        let config = Config::default().with_large_int("number");
        let mut types = Self { config, declared: elsewhere, texts: BTreeMap::new() };
        add(&mut types);
        let mut text: String = types.texts.into_values().collect();
        // Of a record with a tag, the name is the tag.
        for name in &mut types.declared {
            let tag = with_first(name, char::to_ascii_lowercase);
            *name = with_first(name, char::to_ascii_uppercase);
            for [before, after] in [["<", ">"], ["interface ", " "]] {
                let [from, to] = [&tag, name].map(|name| format!("{before}{name}{after}"));
                text = text.replace(&from, &to);
            }
        }
        (types.declared, text)
    }

    /// The declaration, with the comments of its members before them.
    fn declare<T: TS + 'static + ?Sized>(&mut self, name: &str) {
        let declared = T::decl(&self.config);
        let (_, members) = declared.split_once(" = {").unwrap();
        let members = members.trim_end_matches(';').strip_suffix('}').unwrap();
        let docs = T::docs().map(|docs| comment(&docs, "")).unwrap_or_default();
        let mut text = format!("\n{docs}export interface {name} {{\n");
        for member in split(members) {
            let (docs, member) = member.rsplit_once("*/\n").unwrap_or(("", member));
            text += &format!("{}  {};\n", comment(docs, "  "), member.trim());
        }
        text += "}\n";
        self.texts.insert(name.to_owned(), text);
    }
}

fn with_first(name: &str, change: fn(&char) -> char) -> String {
    let mut letters = name.chars();
    letters.next().iter().map(change).chain(letters).collect()
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        let name = T::name(&self.config);
        if T::output_path().is_some() {
            if self.declared.iter().any(|known| known.eq_ignore_ascii_case(&name)) {
                return;
            }
            self.declared.push(name.clone());
            self.declare::<T>(&name);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

/// The members of a declaration: what stands between commas, outside of comments and brackets.
fn split(members: &str) -> Vec<&str> {
    let (mut depth, mut start, mut is_comment) = (0, 0, false);
    let mut parts = Vec::new();
    for (at, letter) in members.char_indices() {
        let rest = members.get(at..).unwrap_or_default();
        is_comment = rest.starts_with("/*") || (is_comment && !rest.starts_with("*/"));
        match letter {
            _ if is_comment => {}
            '<' | '[' | '{' => depth += 1,
            '>' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.extend(members.get(start..at));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.extend(members.get(start..).filter(|rest| !rest.trim().is_empty()));
    parts
}

/// A comment of TypeScript, on one line if it fits.
fn comment(docs: &str, indent: &str) -> String {
    let lines: Vec<_> = docs
        .lines()
        .map(|line| line.trim().trim_start_matches(['/', '*']).trim_end_matches("*/").trim())
        .filter(|line| !line.is_empty())
        .collect();
    match lines.as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines: Vec<_> = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{}{indent} */\n", lines.concat())
        }
    }
}

/// The names out of `names` that a file mentions, as an import.
fn import<'n>(text: &str, names: impl Iterator<Item = &'n str>, from: &str) -> String {
    let words: Vec<_> = text
        .lines()
        .filter(|line| !line.trim_start().starts_with(['*', '/']))
        .flat_map(|line| line.split(|letter: char| !letter.is_alphanumeric()))
        .collect();
    let mut named: Vec<_> = names.filter(|name| words.contains(name)).collect();
    named.sort_unstable();
    format!("import type {{\n  {},\n}} from \"{from}\";\n", named.join(",\n  "))
}

fn compare(file: &str, text: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("www/lib").join(file);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, text).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == text, "{file} is not what the core has: npm run types writes it anew");
}

#[test]
fn the_types_of_records_are_those_of_the_core() {
    let head =
        "// Generated from the core's records by src/types.rs: `npm run types` writes it anew.\n\n";
    let described = describe::describe("");
    let lists = || described.lists.iter().chain(described.later_lists);
    let names = || lists().map(|(name, _)| *name);
    let import_lists = |text: &str| import(text, names(), "../generated/lists.js");
    let (declared, text) = Types::read(public, Vec::new());
    compare("core-types.ts", &format!("{head}{}{text}", import_lists(&text)));
    let (_, answers) = Types::read(internal, declared.clone());
    let import_types = import(&answers, declared.iter().map(String::as_str), "./core-types.js");
    compare("core-answers.ts", &format!("{head}{}{import_types}{answers}", import_lists(&answers)));
}
