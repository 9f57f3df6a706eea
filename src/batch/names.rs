//! What people call the columns and answers of a file, from the languages' folders: see `build.rs`.
//! Names have neither blanks nor signs, and each stands for one field, or one answer of its question.

use crate::claim::Field;

/// Names of an answer, by its code.
pub type Names = (&'static str, &'static [&'static str]);

include!(concat!(env!("OUT_DIR"), "/columns.rs"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::layout::letters;

    #[test]
    fn names_stand_for_one_thing_each() {
        let columns: Vec<Names> =
            COLUMNS.iter().map(|(field, names)| (field.name(), *names)).collect();
        check("columns", &columns);
        for (field, answers) in ANSWERS {
            for (code, _) in *answers {
                assert!(field.options().contains(code), "{field:?} has no answer {code}");
            }
            check(field.name(), answers);
        }
    }

    fn check(list: &str, all: &[Names]) {
        let names = || all.iter().flat_map(|(_, names)| *names);
        for name in names() {
            assert_eq!(letters(name), *name);
            assert_eq!(names().filter(|other| *other == name).count(), 1, "{list}: {name}");
        }
    }
}
