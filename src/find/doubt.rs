//! Whether the name before a value is plainly the value's.

use super::labels::{Label, Labelled, Labels, last_words};
use super::steps;
use crate::claim::Field;
use crate::paste;

/// What can be said about a name before a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub struct Judged {
    /// Is the name plainly the value's?
    pub is_plain: bool,
    /// Another name that shares the value.
    pub also: Option<Label>,
    /// See [`doubt`].
    pub doubt: Option<Label>,
}

/// Do the words around a value cast doubt on what else is said about it: that it is an old one, somebody
/// else's, or wrong? The words before it in its sentence count, but for those of its name, and the first
/// ones behind it. The answer is the word's meaning; that a value is wrong counts before whose it is.
pub fn doubt(labels: &Labels, before: &str, name: Option<Labelled>, behind: &str) -> Option<Label> {
    let mut found = None;
    let mut add = |word: &str| found = stronger(found, casts(labels, word));
    let mut end = before.len();
    for (start, to) in last_words(before) {
        let gap = before.get(to..end).unwrap_or_default();
        if gap.starts_with(". ") || gap.contains(['!', '?', ';']) {
            break;
        }
        end = start;
        let word = before.get(start..to).unwrap_or_default();
        let is_name = name.is_some_and(|name| name.start <= start && to <= name.end);
        // "Reseller tenant ID" is a name, and says whose it is.
        if !is_name || casts(labels, word) == Some(Label::Others) {
            add(word);
        }
    }
    let near = behind.char_indices().nth(NEAR).map_or(behind, |(at, _)| behind.split_at(at).0);
    steps::add(near.len());
    let line = near.trim_start_matches(['"', '\'']);
    let line = line.split(ENDS).next().unwrap_or_default();
    let words = line.split(|sign: char| !paste::is_letter(sign)).filter(|word| !word.is_empty());
    words.take(WORDS_BEHIND).for_each(add);
    found
}

/// The doubt that a word casts.
pub fn casts(labels: &Labels, word: &str) -> Option<Label> {
    labels.meaning(word).filter(|label| strength(*label) > 0)
}

/// Of two doubts, the one that counts; of equals, the other one.
pub fn stronger(one: Option<Label>, other: Option<Label>) -> Option<Label> {
    let strength = |doubt: Option<Label>| doubt.map_or(0, strength);
    if strength(other) >= strength(one) && other.is_some() { other } else { one }
}

const fn strength(doubt: Label) -> u8 {
    match doubt {
        Label::Doubt => 3,
        Label::Others => 2,
        Label::Whose | Label::Azure => 1,
        _ => 0,
    }
}

/// Whose a value is by its name, as in "Adatum's tenant ID" or "tenant ID of Adatum". The customer may be
/// meant, and nothing says so.
pub fn owner<'t>(labels: &Labels, before: &'t str, name: Labelled) -> Option<&'t str> {
    let owner = possessor(before, name).or_else(|| named_behind(labels, before, name))?;
    (labels.meaning(owner) != Some(Label::Theirs)).then_some(owner)
}

/// The word with `'s` before a name.
fn possessor(before: &str, name: Labelled) -> Option<&str> {
    let text = before.get(..name.start)?.strip_suffix(' ')?;
    let text = text.strip_suffix(['s', 'S']).unwrap_or(text);
    let owner = text.strip_suffix(['\'', '\u{2019}'])?;
    let (start, end) = *last_words(owner).first()?;
    owner.get(start..end).filter(|_| end == owner.len())
}

/// The word with a capital letter behind the name of a tenant and a word such as "of".
fn named_behind<'t>(labels: &Labels, before: &'t str, name: Labelled) -> Option<&'t str> {
    let is_tenant =
        matches!(name.label, Label::Field(Field::CustomerTenantId | Field::OwnTenantId));
    let between = before.get(name.end..).filter(|_| is_tenant)?.strip_prefix(' ')?;
    let words = between.split(|sign: char| !paste::is_letter(sign));
    let mut others = words.skip_while(|word| labels.meaning(word) == Some(Label::Between));
    let owner = others.next().filter(|word| word.starts_with(char::is_uppercase))?;
    (!between.starts_with(owner)).then_some(owner)
}

/// What stands behind these is not about the value.
const ENDS: [char; 9] = ['\n', '\t', '|', '.', ',', ';', '!', '?', ')'];
/// So many characters behind a value are looked at.
const NEAR: usize = 60;
/// So many words behind a value can be about it.
const WORDS_BEHIND: usize = 3;

/// Is it plain that a name is about the value behind this text? Not if other words than the usual ones
/// stand between them, unless a sign shows that all of it is the name, nor if two names share what
/// follows.
pub fn judged(labels: &Labels, text: &str, name: Labelled) -> Judged {
    let words = last_words(text);
    let word = |at: usize| {
        let (start, end) = *words.get(at)?;
        labels.meaning(text.get(start..end)?)
    };
    let skipped = words.iter().take_while(|(_, end)| *end > name.end).count();
    let first = words.iter().take_while(|(start, _)| *start >= name.start).count();
    let between = text.get(name.end..).unwrap_or_default();
    let sign =
        between.trim_end_matches(|sign: char| !paste::is_letter(sign) && !":=".contains(sign));
    let is_announced = sign.ends_with([':', '=']) || word(0) == Some(Label::Between);
    let are_usual = (0..skipped).all(|at| word(at) == Some(Label::Between));
    let has_stop = between.contains(['!', '?', ';'])
        || between.contains(". ")
        || skipped > 0 && between.contains(',');
    let also = other_name(labels, text, &words, name, first);
    let is_plain = (are_usual || is_announced) && !has_stop && also.is_none();
    let also = also.filter(|also| *also != name.label);
    Judged { is_plain, also, doubt: None }
}

/// Another name before this one that shares the value: "Tenant ID and subscription ID: …".
fn other_name(
    labels: &Labels,
    text: &str,
    words: &[(usize, usize)],
    name: Labelled,
    first: usize,
) -> Option<Label> {
    let joint = words.get(first).and_then(|(start, end)| labels.meaning(text.get(*start..*end)?));
    let is_joint = joint == Some(Label::Joint);
    let rest = words.get(first + usize::from(is_joint)..)?;
    let (other, _) = labels.name_at_end(text, rest)?;
    let (_, end) = *rest.first()?;
    let gap = text.get(end..name.start)?.trim();
    (is_joint || matches!(gap, "/" | "&" | "+" | ",")).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Field;
    use crate::identifier::IdentifierKind;

    #[test]
    fn doubts() {
        let labels = Labels::all();
        for (before, behind, is) in [
            ("The old tenant ID: ", "", Some(Label::Doubt)),
            ("Tenant ID: ", "", None),
            ("Partner: Fabrikam (tenant ", ")", Some(Label::Whose)),
            ("This is not it. Tenant ID: ", "", None),
            ("Reseller tenant ID: ", "", Some(Label::Others)),
            ("Our reseller: tenant ID ", "", Some(Label::Others)),
            ("Our customer's tenant ID: ", "", Some(Label::Whose)),
            ("Tenant ID: ", " (wrong)", Some(Label::Doubt)),
            ("Tenant ID: ", " is not the one", Some(Label::Doubt)),
            ("Tenant ID: ", ". Not that it matters", None),
            ("Tenant ID: ", "), partner: ", None),
            ("Tenant ID: ", "\nnot", None),
            ("", "", None),
        ] {
            let name = labels.before(before);
            assert_eq!(doubt(&labels, before, name, behind), is, "{before}…{behind}");
        }
        let name = labels.before("Partner ID: ");
        assert_eq!(doubt(&labels, "Partner ID: ", name, ""), None);
    }

    #[test]
    fn owners() {
        let labels = Labels::all();
        for (before, is) in [
            ("Adatum's tenant ID: ", Some("Adatum")),
            ("Adatum\u{2019}s tenant ID is ", Some("Adatum")),
            ("Northwind Traders' MPN ID is ", Some("Traders")),
            ("Tenant ID of Adatum: ", Some("Adatum")),
            ("Die Mandanten-ID der Contoso GmbH lautet ", Some("Contoso")),
            ("The customer's tenant ID: ", None),
            ("customer's tenant ID: ", None),
            ("Mandanten-ID des Kunden Contoso: ", None),
            ("Tenant ID of the new customer: ", None),
            ("Here's the tenant ID: ", None),
            ("It's tenant ID ", None),
            ("Tenant ID Contoso: ", None),
            ("Subscription ID for Dynamics 365: ", None),
            ("Tenant ID: ", None),
        ] {
            let name = labels.before(before).unwrap();
            assert_eq!(owner(&labels, before, name), is, "{before}");
        }
    }

    #[test]
    fn names_before_a_value() {
        let labels = Labels::all();
        let tenant = Label::Field(Field::CustomerTenantId);
        let subscription = Label::Field(Field::SubscriptionId);
        for (text, label, is_plain, also) in [
            ("Tenant ID: ", Some(tenant), true, None),
            ("Directory (tenant) ID\t", Some(tenant), true, None),
            ("\"customerTenantId\": \"", Some(tenant), true, None),
            ("Die Mandanten-ID lautet ", Some(tenant), true, None),
            ("Die Mandanten-ID von Contoso lautet ", Some(tenant), true, None),
            ("Tenant-ID von Contoso: ", Some(tenant), true, None),
            ("tenant ID Contoso ", Some(tenant), false, None),
            ("Please send the tenant ID. Mine: ", Some(tenant), false, None),
            ("Own tenant ID: ", Some(Label::Field(Field::OwnTenantId)), true, None),
            ("Tenant ID and subscription ID: ", Some(subscription), false, Some(tenant)),
            ("Tenant ID / Subscription ID: ", Some(subscription), false, Some(tenant)),
            ("Subscription ID (tenant ", Some(tenant), true, None),
            ("Application (client) ID: ", Some(Label::Kind(IdentifierKind::AppId)), true, None),
            ("Best regards ", None, false, None),
            ("", None, false, None),
        ] {
            let due = label.map(|label| (label, is_plain, also));
            let found = labels.before(text).map(|name| {
                let Judged { is_plain, also, .. } = judged(&labels, text, name);
                (name.label, is_plain, also)
            });
            assert_eq!(found, due, "{text}");
        }
    }
}
