//! The modules of the core form layers. A module uses only modules of its own layer or of lower ones,
//! and no modules use each other in a circle.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Every module, from the lowest layer to the highest. An entry includes the modules in its folder,
/// unless they have an entry of their own.
const LAYERS: &[(&str, &[&str])] = &[
    ("text and lists", &["json", "list", "number", "order", "paste", "placeholder", "punycode"]),
    ("data", &["claim", "code", "date", "ruleset", "vocabulary"]),
    (
        "single values",
        &[
            "address",
            "domain",
            "find::labels",
            "find::steps",
            "find::values",
            "guid",
            "identifier",
            "sku",
        ],
    ),
    ("evidence", &["evidence", "exports"]),
    ("the check", &["actions", "checks", "classify", "facts", "report", "timeline"]),
    ("other questions", &["advise", "diagnose", "filing"]),
    ("the contract", &["api"]),
    ("many claims", &["batch", "describe", "find", "letter", "plan"]),
    ("the crate", &["lib", "types"]),
    ("boundary", &["wasm", "wasm_check"]),
];

#[test]
fn no_module_uses_one_of_a_higher_layer() {
    let modules = read_modules();
    let mut faults = Vec::new();
    for (module, uses) in dependencies(&modules) {
        let Some(layer) = layer_of(&module) else {
            faults.push(format!("{module} is in no layer"));
            continue;
        };
        for used in uses {
            if layer_of(&used).is_some_and(|other| other > layer) {
                faults.push(format!("{module} uses {used}, which is of a higher layer"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_modules_use_each_other() {
    let circles = circles(&dependencies(&read_modules()));
    let text: Vec<String> = circles.iter().map(|circle| circle.join(", ")).collect();
    assert!(circles.is_empty(), "{} circles:\n{}", circles.len(), text.join("\n"));
}

#[test]
fn every_entry_of_the_table_is_a_module() {
    let modules = read_modules();
    let named = LAYERS.iter().flat_map(|(_, modules)| *modules);
    let missing: Vec<_> = named.filter(|name| !modules.contains_key(**name)).collect();
    assert!(missing.is_empty(), "no such modules: {missing:?}");
}

/// A file that no module declares would not be compiled, and nobody would notice.
#[test]
fn every_source_file_is_declared() {
    let modules = read_modules();
    let is_declared = |name: &str| {
        let (parent, child) = name.rsplit_once("::").unwrap_or(("lib", name));
        let declaration = format!("mod {child};");
        modules.get(parent).is_some_and(|text| text.contains(&declaration))
    };
    let missing: Vec<_> =
        modules.keys().filter(|name| *name != "lib" && !is_declared(name)).collect();
    assert!(missing.is_empty(), "not declared: {missing:?}");
}

/// Finds every kind of path, and the circle in these sources.
#[test]
fn the_reader_of_sources_sees_every_kind_of_path() {
    let sources = [
        ("lib", "mod a;\nmod b;\nmod c;\npub use c::Root;"),
        ("a", "use crate::b::{self, Inner as Other};\nfn f() { crate::Root::new() } // crate::c"),
        ("b", "mod inner;\npub(crate) use inner::Inner;\nconst TEXT: &str = \"crate::a\";"),
        ("b::inner", "use super::super::c;\n#[cfg(test)]\nmod tests { use crate::a; }"),
        ("c", "macro_rules! m { () => { $crate::a::f() } }\nfn f() { crate::b::Inner }"),
    ];
    let modules = sources.map(|(name, text)| (name.to_owned(), text.to_owned())).into();
    let found = dependencies(&modules);
    let uses = |name: &str| found[name].iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(uses("a"), ["b", "b::inner", "c"]);
    assert_eq!(uses("b"), [""; 0]);
    assert_eq!(uses("b::inner"), ["c"]);
    assert_eq!(uses("c"), ["a", "b::inner"]);
    assert_eq!(circles(&found), [["a", "b::inner", "c"]]);
}

/// The position of a module's layer, by its own entry or that of a module around it.
fn layer_of(module: &str) -> Option<usize> {
    let entry = |name: &str| LAYERS.iter().position(|(_, modules)| modules.contains(&name));
    let around = module.rmatch_indices("::").map(|(at, _)| &module[..at]);
    std::iter::once(module).chain(around).find_map(entry)
}

type Modules = BTreeMap<String, String>;

/// The text of every source file, by its module.
fn read_modules() -> Modules {
    fn read_folder(folder: &Path, within: &str, modules: &mut Modules) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = format!("{within}{}", path.file_stem().unwrap().to_str().unwrap());
            if path.is_dir() {
                read_folder(&path, &format!("{name}::"), modules);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                modules.insert(name, fs::read_to_string(&path).unwrap());
            }
        }
    }
    let mut modules = Modules::new();
    read_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), "", &mut modules);
    // Helpers for tests and for the build are not part of the core.
    modules.retain(|name, _| name != "testing" && name != "build" && !name.ends_with("::tests"));
    modules
}

/// For each module the modules that it uses. To use a name that a module re-exports is to use the module
/// in which it is defined.
fn dependencies(modules: &Modules) -> BTreeMap<String, BTreeSet<String>> {
    let sources: BTreeMap<&str, Source> =
        modules.iter().map(|(name, text)| (name.as_str(), Source::read(name, text))).collect();
    let resolve = |path: &[String]| {
        let mut path = path.to_vec();
        // Every chain of re-exports ends.
        for _ in 0..8 {
            let length =
                (1..=path.len()).rev().find(|end| sources.contains_key(&*path[..*end].join("::")));
            let module = length.map_or("lib".to_owned(), |end| path[..end].join("::"));
            let re_export = path.get(length.unwrap_or(0)).and_then(|name| {
                sources.get(&*module)?.re_exports.iter().find(|(exported, _)| exported == name)
            });
            match re_export {
                Some((_, from)) => path = from.clone(),
                None => return module,
            }
        }
        path.join("::")
    };
    let uses = |(name, source): (&&str, &Source)| {
        let used: BTreeSet<String> = source.uses.iter().map(|path| resolve(path)).collect();
        (name.to_string(), used.into_iter().filter(|used| used != name).collect())
    };
    sources.iter().map(uses).collect()
}

/// The paths in a source, from the root of the crate.
#[derive(Default)]
struct Source {
    uses: Vec<Vec<String>>,
    /// Names that are re-exported, with the paths to their definitions.
    re_exports: Vec<(String, Vec<String>)>,
}

impl Source {
    fn read(module: &str, text: &str) -> Self {
        let tokens = tokens(text);
        let word = |at: usize| tokens.get(at).map(String::as_str).unwrap_or_default();
        let declared = |at: usize| word(at) == "mod" && word(at + 2) == ";";
        let children: BTreeSet<&str> =
            (0..tokens.len()).filter(|at| declared(*at)).map(|at| word(at + 1)).collect();
        let mut source = Self::default();
        let mut at = 0;
        while at < tokens.len() {
            let is_path = word(at + 1) == "::"
                && (matches!(word(at), "crate" | "super" | "self") || children.contains(word(at)));
            // What follows `::` is the rest of a path.
            if !is_path || at > 0 && word(at - 1) == "::" {
                at += 1;
                continue;
            }
            // `pub use` or `pub(crate) use`
            let is_re_export =
                at > 1 && word(at - 1) == "use" && matches!(word(at - 2), "pub" | ")");
            let mut found = Vec::new();
            at = branches(&tokens, at, &mut Vec::new(), &mut found);
            for (path, name) in found {
                let Some(path) = from_root(module, &path) else { continue };
                // A module can use what it re-exports.
                if !is_re_export || tokens.iter().filter(|token| **token == name).count() > 1 {
                    source.uses.push(path.clone());
                }
                if is_re_export {
                    source.re_exports.push((name, path));
                }
            }
        }
        source
    }
}

/// Reads a path, or the tree of paths in a `use`, with the name that each gets. Returns the position
/// after it.
fn branches(
    tokens: &[String],
    mut at: usize,
    path: &mut Vec<String>,
    found: &mut Vec<(Vec<String>, String)>,
) -> usize {
    let length = path.len();
    let is_word = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.starts_with(|c: char| c.is_alphabetic() || c == '_'))
    };
    while is_word(at) {
        path.push(tokens[at].clone());
        at += 1;
        if tokens.get(at).is_none_or(|token| token != "::") {
            break;
        }
        at += 1;
        if tokens.get(at).is_some_and(|token| token == "{") {
            at += 1;
            while tokens.get(at).is_some_and(|token| token != "}") {
                let before = at;
                at = branches(tokens, at, path, found);
                at += usize::from(at == before || tokens[at] == ",");
            }
            path.truncate(length);
            return at + 1;
        }
    }
    let mut name = path.last().cloned().unwrap_or_default();
    if tokens.get(at).is_some_and(|token| token == "as") {
        name = tokens[at + 1].clone();
        at += 2;
    }
    found.push((path.clone(), name));
    path.truncate(length);
    at
}

/// The path from the crate's root; `None` for one that leads out of the crate.
fn from_root(module: &str, path: &[String]) -> Option<Vec<String>> {
    let root = module == "lib";
    let mut full: Vec<String> =
        if root { Vec::new() } else { module.split("::").map(str::to_owned).collect() };
    for (at, part) in path.iter().enumerate() {
        match part.as_str() {
            "crate" if at == 0 => full.clear(),
            "super" => drop(full.pop()?),
            "self" => {}
            name => full.push(name.to_owned()),
        }
    }
    Some(full)
}

/// The words, `::` and single characters of a source, without comments, texts and unit tests.
fn tokens(text: &str) -> Vec<String> {
    let text = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some(raw) = rest.strip_prefix("r#\"") {
            raw.find("\"#").map_or(rest.len(), |end| end + 5)
        } else if let Some(quoted) = rest.strip_prefix('"') {
            let mut is_escaped = false;
            let end = quoted.find(|c: char| {
                let is_end = c == '"' && !is_escaped;
                is_escaped = c == '\\' && !is_escaped;
                is_end
            });
            end.map_or(rest.len(), |end| end + 2)
        } else if rest.starts_with("'\"'") {
            3
        } else if first.is_alphanumeric() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(rest[..end].to_owned());
            end
        } else {
            let length = if rest.starts_with("::") { 2 } else { first.len_utf8() };
            if !first.is_whitespace() {
                tokens.push(rest[..length].to_owned());
            }
            length
        };
        rest = &rest[length..];
    }
    tokens
}

/// Groups of modules that reach each other, each in alphabetical order.
fn circles(uses: &BTreeMap<String, BTreeSet<String>>) -> Vec<Vec<String>> {
    let reached_from = |start: &String| {
        let mut reached = BTreeSet::new();
        let mut open = vec![start];
        while let Some(module) = open.pop() {
            for used in uses.get(module).into_iter().flatten() {
                if reached.insert(used) {
                    open.push(used);
                }
            }
        }
        reached
    };
    let reached: BTreeMap<_, _> =
        uses.keys().map(|module| (module, reached_from(module))).collect();
    let mut circles = BTreeSet::new();
    for (module, reaches) in &reached {
        let circle: Vec<String> = uses
            .keys()
            .filter(|other| reaches.contains(*other) && reached[other].contains(*module))
            .cloned()
            .collect();
        if !circle.is_empty() {
            circles.insert(circle);
        }
    }
    circles.into_iter().collect()
}
