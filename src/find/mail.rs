//! The parts of emails: signatures, and what is quoted of earlier ones.

use std::ops::Range;

use super::steps;
use crate::paste::{self, letters};

include!(concat!(env!("OUT_DIR"), "/mail.rs"));

/// Where the parts of a text are that count for less than the rest, in bytes and in reading order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub struct Parts {
    /// What is marked as quoted, and what stands below the header of an earlier email. If nothing stands
    /// above it, the first email is its writer's own.
    pub quoted: Vec<Range<usize>>,
    /// What stands behind a closing formula and a name.
    pub signatures: Vec<Range<usize>>,
    /// Paragraphs that list a subscription to Azure, as its tools print it.
    pub azure: Vec<Range<usize>>,
}

impl Parts {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let mut reader = Reader::default();
        let mut start = 0;
        for line in text.split('\n') {
            steps::add(line.len());
            reader.read_line(line, start);
            start += line.len() + 1;
        }
        reader.end(text.len())
    }
}

/// Is a place in one of these?
pub fn holds(parts: &[Range<usize>], at: usize) -> bool {
    let next = parts.partition_point(|part| part.end <= at);
    parts.get(next).is_some_and(|part| part.start <= at)
}

/// How far a signature has come.
#[derive(Clone, Copy, Default)]
enum Signature {
    #[default]
    None,
    /// The closing formula is there. What is no name behind it belongs to the text.
    Closed,
    /// It begins here.
    From(usize),
}

#[derive(Default)]
struct Reader {
    parts: Parts,
    signature: Signature,
    /// Is the line within the header of an email?
    is_in_header: bool,
    has_own_text: bool,
    /// Where the original begins.
    original: Option<usize>,
    /// Where the paragraph begins, and which of its names stand for Azure.
    paragraph: usize,
    azure: Azure,
}

impl Reader {
    fn read_line(&mut self, line: &str, start: usize) {
        let own = line.trim_start_matches([' ', '\t', '>']);
        let is_marked = line.get(..line.len() - own.len()).is_some_and(|marks| marks.contains('>'));
        if own.trim().is_empty() {
            self.is_in_header = false;
            self.end_paragraph(start);
            self.paragraph = start + line.len() + 1;
        } else {
            self.azure.read_line(own);
        }
        if is_marked {
            self.end_signature(start);
            self.parts.quoted.push(start..start + line.len());
        } else if is_header(own) {
            self.end_signature(start);
            self.is_in_header = true;
            if self.has_own_text {
                self.original = self.original.or(Some(start));
            }
        } else if !own.trim().is_empty() {
            self.is_in_header &= name_of(own).is_some();
            if !self.is_in_header {
                self.has_own_text = true;
                self.sign(own, start);
            }
        }
    }

    fn sign(&mut self, line: &str, start: usize) {
        let is_marked = line.trim() == "--";
        self.signature = match self.signature {
            // A text may thank first and then say more.
            Signature::Closed if name_of(line).is_none() => Signature::From(start),
            Signature::Closed => Signature::None,
            Signature::None if is_marked => Signature::From(start),
            Signature::None if is_sign_off(line) => Signature::Closed,
            Signature::From(_) if is_postscript(line) => {
                self.end_signature(start);
                Signature::None
            }
            other => other,
        };
    }

    fn end_signature(&mut self, end: usize) {
        if let Signature::From(start) = std::mem::take(&mut self.signature) {
            self.parts.signatures.push(start..end);
        }
    }

    fn end_paragraph(&mut self, end: usize) {
        if std::mem::take(&mut self.azure).is_it() {
            self.parts.azure.push(self.paragraph..end);
        }
    }

    fn end(mut self, end: usize) -> Parts {
        self.end_signature(end);
        self.end_paragraph(end);
        if let Some(original) = self.original {
            self.parts.quoted.retain(|part| part.end <= original);
            self.parts.quoted.push(original..end);
        }
        self.parts
    }
}

/// The names before the colons of a paragraph.
#[derive(Default)]
struct Azure {
    has_own: bool,
    /// How many of the names that only all together are Azure's.
    shared: [bool; SHARED.len()],
}

/// What only Azure's subscriptions have.
const OWN: [&str; 9] = [
    "authorizationsource",
    "currentstorageaccount",
    "currentstorageaccountname",
    "environmentname",
    "extendedproperties",
    "hometenantid",
    "managedbytenantids",
    "subscriptionpolicies",
    "tokencache",
];
/// What its clouds are called.
const CLOUDS: [&str; 3] = ["AzureCloud", "AzureChinaCloud", "AzureUSGovernment"];
const SHARED: [&str; 3] = ["subscriptionid", "tenantid", "state"];

impl Azure {
    fn read_line(&mut self, line: &str) {
        self.has_own |= CLOUDS.iter().any(|cloud| paste::position(line, cloud).is_some());
        let Some(name) = name_of(line) else { return };
        let name = letters(name);
        self.has_own |= OWN.contains(&&*name);
        for (has, shared) in self.shared.iter_mut().zip(SHARED) {
            *has |= name == shared;
        }
    }

    fn is_it(&self) -> bool {
        self.has_own || self.shared == [true; SHARED.len()]
    }
}

/// The name before the colon of a line, if it can be one.
fn name_of(line: &str) -> Option<&str> {
    const LONGEST: usize = 40;
    let (name, _) = line.split_once([':', '='])?;
    (name.len() < LONGEST).then_some(name)
}

/// Does the line end what its writer says?
pub fn is_sign_off(line: &str) -> bool {
    let line = line.trim();
    if line.len() > LONGEST_LINE {
        return false;
    }
    let whole = letters(line);
    let is_it = |words: &&&str| {
        whole == **words
            || words.len() > 8
                && whole.len() < words.len() + 20
                && whole.starts_with(**words)
                && !line.ends_with(':')
    };
    line == "--" || SIGN_OFFS.iter().any(|words| is_it(&words))
}

/// Does the line begin the original, as email programs write it?
pub fn is_header(line: &str) -> bool {
    let line = line.trim_end();
    if line.len() > LONGEST_LINE {
        return false;
    }
    let is_rule = line.starts_with("---") || line.starts_with("___");
    let names = line.split_once(':').map(|(name, _)| letters(name));
    let is_from = names.is_some_and(|name| HEADERS.contains(&name.as_str()));
    // English has the word at the end, German in the middle.
    let is_verb = |word: &str| word.len() > 4 && HEADERS.contains(&letters(word).as_str());
    let is_wrote = line.ends_with(':') && line.split([' ', ':']).any(is_verb);
    is_rule && line.chars().filter(|sign| paste::is_letter(*sign)).count() > 6
        || is_from
        || is_wrote
}

/// No line of a header and no closing formula is longer, in bytes.
const LONGEST_LINE: usize = 400;

fn is_postscript(line: &str) -> bool {
    let (word, _) = line.split_once([':', ' ']).unwrap_or_default();
    letters(word) == "ps"
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, parts: &[Range<usize>]) -> Vec<String> {
        parts.iter().map(|part| text.get(part.clone()).unwrap().trim().to_owned()).collect()
    }

    #[test]
    fn what_is_quoted() {
        for (text, quoted) in [
            ("a\n> b\n>> c\nd", &["> b", ">> c"][..]),
            (
                "a\n\nOn Monday, Sam <sam@a.de> wrote:\n> b\nc",
                &["On Monday, Sam <sam@a.de> wrote:\n> b\nc"],
            ),
            (
                "a\nAm 23.11.2026 um 09:00 schrieb Sam:\nb",
                &["Am 23.11.2026 um 09:00 schrieb Sam:\nb"],
            ),
            ("a\n\nVon: Sam\nGesendet: Montag\n\nb", &["Von: Sam\nGesendet: Montag\n\nb"]),
            ("a\n-----Original Message-----\nb", &["-----Original Message-----\nb"]),
            // The first email is its writer's own.
            ("From: Sam\nTo: Anna\nSubject: x\n\na", &[]),
            ("From: Sam\nTo: Anna\n\na\n\nFrom: Anna\nSent: x\n\nb", &["From: Anna\nSent: x\n\nb"]),
            ("---------- Forwarded message ---------\nFrom: Lee\n\na", &[]),
            ("a\nb: c", &[]),
            ("", &[]),
        ] {
            assert_eq!(shown(text, &Parts::of(text).quoted), quoted, "{text}");
        }
    }

    #[test]
    fn what_is_a_signature() {
        for (text, signatures) in [
            ("a\n\nBest regards,\nSam\nMPN 1", &["Sam\nMPN 1"][..]),
            ("a\n-- \nMPN 1", &["-- \nMPN 1"]),
            ("a\nViele Gr\u{fc}\u{df}e\n\nSam\n\nPS: MPN 1", &["Sam"]),
            ("Thanks!\nMPN: 1\nb", &[]),
            ("Vielen Dank, hier die IDs:\nb", &[]),
            ("a\nThanks\nSam\n> b\nc", &["Sam"]),
            ("a", &[]),
        ] {
            assert_eq!(shown(text, &Parts::of(text).signatures), signatures, "{text}");
        }
    }

    #[test]
    fn what_lists_a_subscription_to_azure() {
        for (text, is_it) in [
            ("Id : 1\nHomeTenantId : 2", true),
            ("Subscription : 1\nEnvironment : AzureCloud", true),
            ("Subscription : 1\nEnvironment : Production", false),
            ("SubscriptionId : 1\nTenantId : 2\nState : Enabled", true),
            ("SubscriptionId : 1\nTenantId : 2", false),
            ("SubscriptionId : 1\nTenantId : 2\n\nState : Enabled", false),
        ] {
            assert_eq!(!Parts::of(text).azure.is_empty(), is_it, "{text}");
        }
    }

    #[test]
    fn places_in_parts() {
        let parts = [2..4, 6..7];
        let inside: Vec<_> = (0..9).filter(|at| holds(&parts, *at)).collect();
        assert_eq!(inside, [2, 3, 6]);
    }
}
