//! Writes many changes of the core ("mutants", as `cargo mutants --list --json` names them) into one
//! copy of its sources, each behind a switch: `crate::mutant(7)` is true in a process that is told to
//! be the seventh. One build then serves all of them, where each would need its own.
//!
//! `switch <list> <task> <from> <to>`: the list of changes; a task (`Task`); the folder with the
//! sources, and the one with their copy. Prints which changes the copy has, and which it cannot have.

use std::collections::BTreeSet;
use std::{env, error, fs};

use serde::{Deserialize, Serialize};

mod edits;
mod sites;

use sites::Sites;

/// What the switch itself is written into.
const ROOT: &str = "src/lib.rs";

/// One change, as cargo-mutants lists it.
#[derive(Deserialize)]
pub struct Mutant {
    file: String,
    genre: String,
    replacement: String,
    span: Span,
}

#[derive(Deserialize)]
struct Span {
    start: Place,
}

/// Line and column, both from 1; columns count characters.
#[derive(Deserialize, PartialEq, Eq, Clone, Copy)]
struct Place {
    line: usize,
    column: usize,
}

/// What to leave out, because the compiler refused it.
#[derive(Deserialize)]
struct Task {
    /// Numbers of changes.
    dropped: BTreeSet<usize>,
    /// Names of functions that have to stay `const`: constants call them.
    constant: BTreeSet<String>,
}

/// Numbers of changes; the first of the list has 1.
#[derive(Serialize, Default)]
struct Answer {
    /// Behind a switch.
    switched: BTreeSet<usize>,
    /// No change of a running program, such as one of a constant.
    left: BTreeSet<usize>,
    /// What is no Rust, or not built with all features.
    unbuilt: BTreeSet<usize>,
}

fn main() -> Result<(), Box<dyn error::Error>> {
    let [list, task, from, to] =
        env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "four arguments")?;
    let mutants: Vec<Mutant> = serde_json::from_str(&fs::read_to_string(list)?)?;
    let task: Task = serde_json::from_str(&fs::read_to_string(task)?)?;
    let mut files: BTreeSet<&str> = mutants.iter().map(|mutant| mutant.file.as_str()).collect();
    files.insert(ROOT);
    let mut answer = Answer::default();
    for file in files {
        let source = fs::read_to_string(format!("{from}/{file}"))?;
        let numbered = (1..).zip(&mutants);
        let here = numbered
            .filter(|(number, mutant)| mutant.file == file && !task.dropped.contains(number));
        let mut sites = Sites::new(&source, here, &task.constant);
        sites.visit()?;
        fs::write(format!("{to}/{file}"), sites.written(&mut answer))?;
    }
    let root = fs::read_to_string(format!("{to}/{ROOT}"))?;
    let switch = include_str!("switch.rs.txt").replace("COUNT", &(mutants.len() + 1).to_string());
    fs::write(format!("{to}/{ROOT}"), root + &switch)?;
    println!("{}", serde_json::to_string(&answer)?);
    Ok(())
}
