//! The values in a text that fields can hold, with what stands beside them: GUIDs, domains, email
//! addresses and numbers. Every text is read once from its beginning to its end.

use super::labels::{Label, Labelled, Labels};
use super::steps;
use crate::address::{self, Named};
use crate::claim::Field;
use crate::guid::Guid;
use crate::identifier::{self, IdentifierKind, MAX_PARTNER_ID};
use crate::number;
use crate::paste;

/// A value in a text.
#[derive(Clone, Debug)]
pub struct Value<'t> {
    /// The value as it stands there.
    pub text: &'t str,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Its form.
    pub shape: Shape,
    /// What an address says that it is.
    pub named: Option<IdentifierKind>,
    /// Is the address an invitation to a meeting?
    pub is_organizer: bool,
    /// What is written beside it.
    pub labelled: Option<Labelled>,
    /// What stands before this place has nothing to do with it.
    pub context: usize,
}

/// The form of a value.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Shape {
    /// With all its hyphens.
    Guid(Guid),
    /// Without some of them: it could be another number of this length.
    BareGuid(Guid),
    /// Two of them, joined by an underscore.
    AccountSku,
    /// A domain, or a name that looks like one.
    Domain,
    /// An email address.
    Email,
    /// The host of a web address.
    Host,
    /// Digits.
    Number,
    /// A GUID with letters in it that look like digits.
    MistypedGuid,
    /// Digits, and letters that look like some.
    MistypedNumber,
}

impl Value<'_> {
    /// Where it ends, in bytes.
    pub const fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// The GUID.
    pub const fn guid(&self) -> Option<Guid> {
        match self.shape {
            Shape::Guid(guid) | Shape::BareGuid(guid) => Some(guid),
            _ => None,
        }
    }

    fn is_like(&self, other: &Self) -> bool {
        self.text == other.text || self.guid().is_some() && self.guid() == other.guid()
    }

    /// What the text says about it: the address that it is part of, or a name beside it.
    pub fn said(&self) -> Option<Label> {
        match self.named {
            Some(IdentifierKind::TenantId) => Some(Label::Field(Field::CustomerTenantId)),
            Some(IdentifierKind::SubscriptionId) => Some(Label::Field(Field::SubscriptionId)),
            Some(IdentifierKind::Domain) => Some(Label::Field(Field::CustomerDomain)),
            Some(IdentifierKind::Guid) | None => self.labelled.map(|labelled| labelled.label),
            Some(kind) => Some(Label::Kind(kind)),
        }
    }
}

/// Every value in a text, in reading order.
pub fn values<'t>(text: &'t str, labels: &Labels) -> Vec<Value<'t>> {
    let mut reader = Reader { text, labels, found: Vec::new(), from: 0 };
    for_each_part(text, is_boundary, &mut |start, end, sign| {
        reader.read_chunk(start, end);
        if matches!(sign, '\n' | '\t' | '|') {
            reader.from = end + 1;
        }
    });
    reader.found
}

/// What no address and no other value has in it.
fn is_boundary(sign: char) -> bool {
    sign.is_whitespace()
        || matches!(
            sign,
            '"' | '<' | '>' | '|' | '`' | '„' | '“' | '”' | '‚' | '‘' | '’' | '«' | '»'
        )
}

/// Calls for every part of a text between such signs: where it begins and ends, and the sign behind it.
fn for_each_part(text: &str, is_sign: fn(char) -> bool, call: &mut dyn FnMut(usize, usize, char)) {
    let mut start = 0;
    for (at, sign) in text.char_indices().chain([(text.len(), '\n')]) {
        if is_sign(sign) || at == text.len() {
            if at > start {
                call(start, at, sign);
            }
            start = at + sign.len_utf8();
        }
    }
}

struct Reader<'t, 'l> {
    text: &'t str,
    labels: &'l Labels,
    found: Vec<Value<'t>>,
    /// What stands before this has nothing to do with the next value.
    from: usize,
}

impl<'t> Reader<'t, '_> {
    /// Reads what stands between two boundaries: words, or words and an address.
    fn read_chunk(&mut self, start: usize, end: usize) {
        steps::add(end - start);
        let chunk = self.text.get(start..end).unwrap_or_default();
        match address_in(chunk) {
            Some(at) => {
                self.read_words(start, start + at);
                self.read_address(start + at, end);
            }
            None => self.read_words(start, end),
        }
    }

    fn read_address(&mut self, start: usize, end: usize) {
        steps::add(end - start);
        let address = self.text.get(start..end).unwrap_or_default();
        let address = paste::without_end(address, |sign| {
            matches!(sign, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '*' | '\'')
        });
        let host = host(address);
        if is_domain(host.text) && !address::is_service(host.text) {
            let (text, at) = (host.text, start + host.at);
            self.add(text, at, Shape::Host, None);
        }
        for Named { kind, text, at, is_organizer } in address::named(address) {
            let shape = Guid::parse(text).map_or(Shape::Domain, Shape::Guid);
            self.add(text, start + at, shape, Some(kind));
            if let Some(added) = self.found.last_mut() {
                added.is_organizer = is_organizer;
            }
        }
        self.from = end;
    }

    fn read_words(&mut self, start: usize, end: usize) {
        let chunk = self.text.get(start..end).unwrap_or_default();
        let is_sign = |sign: char| !(paste::is_letter(sign) || sign == '-' || is_edge(sign));
        for_each_part(chunk, is_sign, &mut |from, to, _| {
            let word = chunk.get(from..to).unwrap_or_default();
            let trimmed = paste::without_start(word, is_edge);
            let at = start + to - trimmed.len();
            if let Some((text, shape)) = self.shape(paste::without_end(trimmed, is_edge), at) {
                self.add(text, at, shape, None);
            }
        });
    }

    /// The form of a word, and the part of it that is the value.
    fn shape(&self, word: &'t str, at: usize) -> Option<(&'t str, Shape)> {
        steps::add(word.len());
        if word.len() >= 32 && word.is_ascii() {
            if let Ok(guid) = Guid::parse(word) {
                let is_whole = word.len() == 36;
                return Some((
                    word,
                    if is_whole { Shape::Guid(guid) } else { Shape::BareGuid(guid) },
                ));
            }
            if word.split_once('_').and_then(identifier::guid_pair).is_some() {
                return Some((word, Shape::AccountSku));
            }
        }
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            let digits = number::without_decimals(word);
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            if is_number {
                let is_whole = (5..=MAX_PARTNER_ID).contains(&digits.len()) && !self.is_part(at);
                return is_whole.then_some((digits, Shape::Number));
            }
        }
        if let Some(shape) = mistyped(word).filter(|_| cfg!(feature = "core")) {
            let is_part = shape == Shape::MistypedNumber && self.is_part(at);
            return (!is_part).then_some((word, shape));
        }
        match word.split_once('@') {
            Some(("", _)) => None,
            Some((_, domain)) => is_domain(domain).then_some((word, Shape::Email)),
            None => is_domain(word).then_some((word, Shape::Domain)),
        }
    }

    /// Is a number that begins here a part of one with signs in it, such as that of a telephone?
    fn is_part(&self, at: usize) -> bool {
        let mut before = self.text.get(..at).unwrap_or_default().chars().rev();
        match before.next() {
            Some('/' | '-' | '+' | ')' | '.') => true,
            // A group of few digits before it belongs to it.
            Some(' ') => {
                let digits = before.clone().take(5).take_while(char::is_ascii_digit).count();
                (1..5).contains(&digits) || before.next() == Some(')')
            }
            _ => false,
        }
    }

    fn add(&mut self, text: &'t str, start: usize, shape: Shape, named: Option<IdentifierKind>) {
        let (context, end) = (self.from, start + text.len());
        let moved = |by: usize| {
            move |name: Labelled| Labelled { start: name.start + by, end: name.end + by, ..name }
        };
        let (mut labelled, mut from) = (None, end);
        if matches!(named, None | Some(IdentifierKind::Guid)) {
            let [before, behind] = [self.text.get(context..start), self.text.get(end..)];
            let [before, behind] = [before, behind].map(Option::unwrap_or_default);
            let before = self.labels.before(before).map(moved(context));
            let behind = self.labels.behind(behind).map(moved(end));
            labelled = before.or(behind);
            // A name behind it is not that of the next value.
            if let Some(name) =
                behind.filter(|name| labelled.map(|one| one.label) == Some(name.label))
            {
                from = name.end;
            }
        }
        self.from = from;
        let is_organizer = false;
        self.found.push(Value { text, start, shape, named, is_organizer, labelled, context });
    }
}

/// The form that a word would have with digits for the letters that look like them.
fn mistyped(word: &str) -> Option<Shape> {
    if !matches!(word.len(), 6 | 7 | 36) || !word.is_ascii() {
        return None;
    }
    let read = identifier::with_digits(word);
    if word.len() == 36 {
        return Guid::parse(&read).is_ok().then_some(Shape::MistypedGuid);
    }
    read.bytes().all(|byte| byte.is_ascii_digit()).then_some(Shape::MistypedNumber)
}

/// What a word has in it, but not at its ends. With a hyphen there, it is none of these values.
fn is_edge(sign: char) -> bool {
    matches!(sign, '.' | '_' | '+' | '@')
}

/// Where an address begins between two boundaries.
fn address_in(chunk: &str) -> Option<usize> {
    if let Some(at) = paste::position(chunk, "://") {
        let scheme = paste::without_end(chunk.get(..at)?, |sign| sign.is_ascii_alphanumeric());
        return Some(scheme.len());
    }
    let open = paste::without_start(chunk, |sign| !paste::is_letter(sign) && sign != '/');
    let (before, path) = open.split_once('/')?;
    let has = |part| paste::position(open, part).is_some();
    let is_path = || has("ubscriptions/") || has("ustomers/");
    (!path.is_empty() && is_domain(before) || is_path()).then_some(chunk.len() - open.len())
}

/// The host of an address, and where it begins in it.
fn host(address: &str) -> Named<'_> {
    let at = paste::position(address, "://").map_or(0, |at| at + 3);
    let rest = address.get(at..).unwrap_or_default();
    let authority = rest.split(['/', '?', '#', ':', ',']).next().unwrap_or_default();
    let text = authority.rsplit('@').next().unwrap_or_default();
    let at = at + authority.len() - text.len();
    Named { kind: IdentifierKind::Url, text, at, is_organizer: false }
}

/// Does a word look like a domain: labels of letters, digits and hyphens, the last one of letters?
pub(crate) fn is_domain(word: &str) -> bool {
    let Some((before, end)) = word.rsplit_once('.') else { return false };
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() < 64
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| paste::is_letter(letter) || letter == '-')
    };
    let is_end = end.chars().count() > 1
        && (end.chars().all(char::is_alphabetic) || end.starts_with("xn--"));
    word.len() < 254 && is_end && before.split('.').all(is_label) && is_label(end)
}

/// The one value of a text that is for a field.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Single<T> {
    /// There is none in it.
    Missing,
    /// This one: the only one that is said to be for the field, or else the only one of which nothing
    /// is said.
    One(T),
    /// Different ones.
    Several,
    /// All are said to be something else.
    Other(IdentifierKind),
}

/// Chooses among the values of a text the one for these fields. Values are alike that have the same
/// text, or are the same GUID.
pub fn single<'v, 't>(values: &'v [Value<'t>], fields: &[Field]) -> Single<&'v Value<'t>> {
    let mut plain = Single::Missing;
    let mut said = Single::Missing;
    let mut other = Single::Missing;
    for value in values {
        let label = value.said();
        let among = match label {
            None => &mut plain,
            Some(Label::Field(field)) if fields.contains(&field) => &mut said,
            Some(Label::Ours) if fields.iter().any(|field| TENANTS.contains(field)) => &mut said,
            Some(_) => {
                other = kind_of(label).map_or(other, Single::Other);
                continue;
            }
        };
        *among = match *among {
            Single::Missing => Single::One(value),
            Single::One(first) if first.is_like(value) => Single::One(first),
            _ => Single::Several,
        };
    }
    match (said, plain) {
        (Single::Missing, Single::Missing) => other,
        (Single::Missing, plain) => plain,
        (said, _) => said,
    }
}

/// The fields that hold tenants.
pub const TENANTS: [Field; 2] = [Field::CustomerTenantId, Field::OwnTenantId];

/// The kind of identifier that a name stands for.
pub fn kind_of(label: Option<Label>) -> Option<IdentifierKind> {
    Some(match label? {
        Label::Kind(kind) => kind,
        Label::Field(Field::CustomerTenantId | Field::OwnTenantId) | Label::Ours => {
            IdentifierKind::TenantId
        }
        Label::Field(Field::SubscriptionId) => IdentifierKind::SubscriptionId,
        Label::Field(Field::CustomerDomain) => IdentifierKind::Domain,
        Label::Field(Field::PartnerId) => IdentifierKind::PartnerId,
        Label::Field(Field::Product) => IdentifierKind::SkuId,
        _ => return None,
    })
}
