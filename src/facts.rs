//! The claim, read once: checks receive identifiers and answers, never text.

use std::borrow::Cow;
use std::ops::{Deref, DerefMut};
use std::rc::Rc;

use crate::claim::{
    Activity, Claim, CompetingPartner, Field, InputFault, ProofOfExecution, PurchaseChannel,
    SolutionArea, UserRole, chosen, malformed,
};
use crate::classify::{self, Identified, Known};
use crate::date::Date;
use crate::domain::Domain;
use crate::evidence::{Evidence, Rows, Subscription};
use crate::guid::{Guid, ShapeFault, mixed};
use crate::identifier::{self, IdentifierKind, ReservedTenant};
use crate::ruleset::RuleSet;
use crate::sku::{Product, SkuTable};
use crate::vocabulary::Provisioning;

/// An identifier field after reading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum Identifier<T> {
    /// Nothing was typed.
    Missing,
    /// Meant as this identifier, but not one.
    Malformed(ShapeFault),
    /// Another identifier.
    WrongKind(IdentifierKind),
    /// Read.
    Read(T),
}

/// The tenant field after reading.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum TenantField {
    /// A tenant that is never, or hardly ever, a customer's; its GUID where it has one.
    Reserved(ReservedTenant, Option<Guid>),
    /// Any other text.
    Plain(Identifier<Guid>),
}

/// What texts were read as, for many claims with the same texts in them, and which GUIDs are known;
/// empty for a single claim.
#[derive(Debug, Default)]
pub struct Memo<'a> {
    products: Places<Rc<Product<'a>>>,
    domains: Places<Identifier<Domain>>,
    partner_ids: Places<Identifier<Rc<str>>>,
    known_guids: Filter,
    known_domains: Filter,
}

/// A bit for each hash that was added; the number of bits is a power of two. Without bits, every hash
/// may have been added.
#[derive(Debug, Default)]
struct Filter(Vec<u64>);

/// Each text has one place, by its hash; a later text takes it over.
type Places<T> = Vec<Option<(String, T)>>;

/// The fields of a claim after reading.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// Role of the signed-in person; a role that is none of the list's counts as another role.
    pub role: Option<UserRole>,
    /// The customer's tenant.
    pub tenant: TenantField,
    /// The partner's own tenant.
    pub own_tenant: Option<Guid>,
    /// The customer's domain.
    pub domain: Identifier<Domain>,
    /// Solution area.
    pub area: Option<SolutionArea>,
    /// Activity.
    pub activity: Option<Activity>,
    /// Purchase channel; an answer "unknown" is none.
    pub channel: Option<PurchaseChannel>,
    /// What the product text stands for.
    pub product: Rc<Product<'a>>,
    /// The subscription.
    pub subscription: Identifier<Guid>,
    /// The Partner ID: digits.
    pub partner_id: Identifier<Rc<str>>,
    /// Is another partner associated?
    pub competing: Option<CompetingPartner>,
    /// Is there a proof of execution?
    pub proof: Option<ProofOfExecution>,
    /// Day of submission.
    pub submitted_on: Option<Date>,
}

/// All that the checks look at: the fields as they were read ([`Reading`]), and what is known.
pub struct Facts<'a> {
    /// The rule set.
    pub rules: &'static RuleSet,
    /// The day the claim is checked for.
    pub today: Date,
    /// What is known about the customer.
    pub evidence: &'a Evidence,
    /// Known SKUs.
    pub skus: &'a SkuTable<'a>,
    reading: Reading<'a>,
    /// The evidence's records of the claimed subscription; several where exports contradict each
    /// other about its tenant.
    pub records: Rows<&'a Subscription>,
}

impl<'a> Deref for Facts<'a> {
    type Target = Reading<'a>;

    fn deref(&self) -> &Reading<'a> {
        &self.reading
    }
}

impl DerefMut for Facts<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.reading
    }
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self {
            role: None,
            tenant: TenantField::Plain(Identifier::Missing),
            own_tenant: None,
            domain: Identifier::Missing,
            area: None,
            activity: None,
            channel: None,
            product: Rc::default(),
            subscription: Identifier::Missing,
            partner_id: Identifier::Missing,
            competing: None,
            proof: None,
            submitted_on: None,
        }
    }
}

impl<'a> Reading<'a> {
    /// Reads a field anew. The subscription is to be read after the tenants, which it may name.
    ///
    /// # Errors
    /// What cannot be read is a fault, and counts as not given.
    pub fn read(
        &mut self,
        field: Field,
        text: Option<&str>,
        skus: &'a SkuTable<'a>,
        known: Known<'_>,
        memo: &mut Memo<'a>,
    ) -> Result<(), InputFault> {
        match field {
            Field::UserRole => {
                let role = chosen(field, text, UserRole::from_typed);
                self.role = role.unwrap_or(Some(UserRole::Other));
            }
            Field::CustomerTenantId => self.tenant = tenant(text, known, memo),
            Field::CustomerDomain => self.domain = memo.domain(text, known),
            Field::SolutionArea => {
                self.area = None;
                self.area = chosen(field, text, SolutionArea::from_typed)?;
            }
            Field::Activity => {
                self.activity = None;
                self.activity = chosen(field, text, Activity::from_typed)?;
            }
            Field::PurchaseChannel => {
                self.channel = None;
                let channel = chosen(field, text, PurchaseChannel::from_typed)?;
                self.channel = channel.filter(|channel| *channel != PurchaseChannel::Unknown);
            }
            Field::Product => {
                self.product = text.map(|text| memo.product(text, skus, known)).unwrap_or_default();
            }
            Field::SubscriptionId => {
                self.subscription = subscription(text, &self.tenant, self.own_tenant, known, memo);
            }
            Field::PartnerId => self.partner_id = memo.partner_id(text, known),
            Field::OwnTenantId => {
                let guid = |text| Guid::parse(text).ok().or_else(|| Guid::find(text));
                self.own_tenant = text.and_then(guid);
                if text.is_some() && self.own_tenant.is_none() {
                    return Err(malformed(field, "unreadable"));
                }
            }
            Field::CompetingPartner => {
                self.competing = None;
                let answer = chosen(field, text, CompetingPartner::from_typed)?;
                self.competing = answer.filter(|answer| *answer != CompetingPartner::Unknown);
            }
            Field::ProofOfExecution => {
                self.proof = None;
                let answer = chosen(field, text, ProofOfExecution::from_typed)?;
                self.proof = answer.filter(|answer| *answer != ProofOfExecution::Unknown);
            }
            Field::SubmittedOn => {
                self.submitted_on = text.and_then(Date::parse);
                if text.is_some() && self.submitted_on.is_none() {
                    return Err(malformed(field, "not-a-date"));
                }
            }
        }
        Ok(())
    }

    /// The customer's tenant, if it was read; also a reserved one that is possible.
    pub fn tenant_id(&self) -> Option<Guid> {
        match self.tenant {
            TenantField::Plain(Identifier::Read(guid)) => Some(guid),
            TenantField::Reserved(ReservedTenant { is_possible: true, .. }, guid) => guid,
            _ => None,
        }
    }

    /// Is the customer's tenant the partner's own?
    pub fn is_own_tenant(&self) -> bool {
        self.tenant_id().is_some_and(|tenant| self.own_tenant == Some(tenant))
    }

    /// The customer's domain, if it was read.
    pub fn domain(&self) -> Option<&Domain> {
        self.domain.read()
    }

    /// What was read of a field, in its usual form.
    pub fn understood(&self, field: Field) -> Option<Cow<'_, str>> {
        let name = Cow::Borrowed;
        let shown = |id: Guid| Cow::Owned(id.to_string());
        match field {
            Field::UserRole => self.role.map(UserRole::name).map(name),
            Field::CustomerTenantId => {
                let tenant = match self.tenant {
                    TenantField::Reserved(_, guid) => guid,
                    TenantField::Plain(_) => self.tenant_id(),
                };
                tenant.map(shown)
            }
            Field::CustomerDomain => self.domain().map(Domain::as_str).map(name),
            Field::SolutionArea => self.area.map(SolutionArea::name).map(name),
            Field::Activity => self.activity.map(Activity::name).map(name),
            Field::PurchaseChannel => self.channel.map(PurchaseChannel::name).map(name),
            Field::Product => self.product.understood().map(Cow::Owned),
            Field::SubscriptionId => self.subscription.read().copied().map(shown),
            Field::PartnerId => self.partner_id.read().map(|id| name(id)),
            Field::OwnTenantId => self.own_tenant.map(shown),
            Field::CompetingPartner => self.competing.map(CompetingPartner::name).map(name),
            Field::ProofOfExecution => self.proof.map(ProofOfExecution::name).map(name),
            Field::SubmittedOn => self.submitted_on.map(|date| Cow::Owned(date.to_string())),
        }
    }
}

/// The order in which fields are read: see [`Reading::read`].
pub fn reading_order() -> impl Iterator<Item = Field> {
    let last = Field::SubscriptionId;
    Field::ALL.iter().copied().filter(move |field| *field != last).chain([last])
}

impl<'a> Facts<'a> {
    /// Reads a claim; what cannot be read is added to the faults.
    pub fn read(
        claim: &Claim<'_>,
        rules: &'static RuleSet,
        today: Date,
        known: Known<'a>,
        faults: &mut Vec<InputFault>,
    ) -> Self {
        let mut memo = Memo::default();
        let mut reading = Reading::default();
        for field in reading_order() {
            let text = claim.text(field);
            faults.extend(reading.read(field, text, known.skus, known, &mut memo).err());
        }
        Self::of(reading, rules, today, known, &memo)
    }

    /// What is known of a claim that was read.
    pub fn of(
        reading: Reading<'a>,
        rules: &'static RuleSet,
        today: Date,
        known: Known<'a>,
        memo: &Memo<'_>,
    ) -> Self {
        let id = reading.subscription.read().copied().filter(|id| memo.may_know(*id));
        let records = records(id, known.evidence);
        Self { rules, today, evidence: known.evidence, skus: known.skus, reading, records }
    }

    /// The fields as they were read.
    pub const fn reading(&self) -> &Reading<'a> {
        &self.reading
    }

    /// The fields, to be read anew for the next claim.
    pub fn into_reading(self) -> Reading<'a> {
        self.reading
    }

    /// The day by which a subscription that was provisioned lately can be claimed for certain, where
    /// that is still to come. The first day is the earliest on which it can have been provisioned.
    ///
    /// source: 2023-10, "When subscriptions are available to claim"
    pub fn visible_by(&self) -> Option<Date> {
        let record = self.records.first().filter(|_| self.is_business())?;
        record.provisioning.filter(|state| *state == Provisioning::Provisioned)?;
        let lag = i32::try_from(self.rules.days.provisioning_lag_days).ok()?;
        let day = record.created_on?.plus_days(lag);
        (lag > 0 && day > self.today).then_some(day)
    }

    /// Is this a Business Applications claim?
    pub fn is_business(&self) -> bool {
        self.area == Some(SolutionArea::BusinessApplications)
    }

    /// What was read, field by field.
    pub fn understood(&self) -> Vec<(&'static str, String)> {
        let understood =
            |field: &Field| Some((field.name(), self.reading.understood(*field)?.into_owned()));
        Field::ALL.iter().filter_map(understood).collect()
    }
}

impl<T> Identifier<T> {
    /// The identifier, if it was read.
    pub const fn read(&self) -> Option<&T> {
        match self {
            Self::Read(identifier) => Some(identifier),
            _ => None,
        }
    }
}

impl<'a> Memo<'a> {
    /// Keeps at most so many texts of a field.
    pub fn of_texts(places: usize) -> Self {
        let mut memo = Self::default();
        memo.products.resize_with(places, || None);
        memo.domains.resize_with(places, || None);
        memo.partner_ids.resize_with(places, || None);
        memo
    }

    /// Keeps at most so many texts of a field. What is known stays the same.
    pub fn of(places: usize, known: Known<'_>) -> Self {
        let mut memo = Self::of_texts(places);
        memo.known_guids = Filter::of(|| classify::known_guids(known).map(|id| id.hash(0)));
        let Known { evidence, .. } = known;
        memo.known_domains = Filter::of(|| {
            let held = evidence.tenants.iter().flat_map(|tenant| &tenant.domains);
            let unresolved = evidence.unresolved_domains.iter().map(|one| &one.domain);
            held.chain(unresolved).map(|domain| hash(domain.as_bytes()))
        });
        memo
    }

    /// Is more known of this GUID than that it is one? If so, true; if not, hardly ever.
    pub(crate) fn may_know(&self, guid: Guid) -> bool {
        self.known_guids.may_have(guid.hash(0))
    }

    /// Does the evidence name this domain? If so, true; if not, hardly ever.
    #[cfg(feature = "batch")]
    pub(crate) fn may_know_domain(&self, name: &str) -> bool {
        self.known_domains.may_have(hash(name.as_bytes()))
    }

    fn product(&mut self, text: &str, skus: &'a SkuTable<'a>, known: Known<'_>) -> Rc<Product<'a>> {
        kept(&mut self.products, text, |text| Rc::new(skus.product(text, &known.evidence.skus)))
    }

    fn domain(&mut self, text: Option<&str>, known: Known<'_>) -> Identifier<Domain> {
        match text {
            None => Identifier::Missing,
            // Each customer has its own: to read it takes no longer than to look for it.
            Some(text) if text.is_ascii() => domain(text, known),
            Some(text) => kept(&mut self.domains, text, |text| domain(text, known)),
        }
    }

    fn partner_id(&mut self, text: Option<&str>, known: Known<'_>) -> Identifier<Rc<str>> {
        let Some(text) = text else { return Identifier::Missing };
        kept(&mut self.partner_ids, text, |text| partner_id(text, known))
    }
}

impl Filter {
    fn of<I: Iterator<Item = u64>>(hashes: impl Fn() -> I) -> Self {
        let mut filter = Self(vec![0; (hashes().count() / 4).next_power_of_two()]);
        for hash in hashes() {
            let (place, bit) = filter.place(hash);
            if let Some(bits) = filter.0.get_mut(place) {
                *bits |= bit;
            }
        }
        filter
    }

    fn may_have(&self, hash: u64) -> bool {
        let (place, bit) = self.place(hash);
        self.0.get(place).is_none_or(|bits| bits & bit != 0)
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        ((hash >> 6) as usize & self.0.len().wrapping_sub(1), 1 << (hash & 63))
    }
}

fn kept<T: Clone>(places: &mut Places<T>, text: &str, read: impl FnOnce(&str) -> T) -> T {
    let at = hash(text.as_bytes()) as usize % places.len().max(1);
    let Some(place) = places.get_mut(at) else { return read(text) };
    match place {
        Some((known, value)) if known == text => value.clone(),
        _ => {
            let value = read(text);
            *place = Some((text.to_owned(), value.clone()));
            value
        }
    }
}

/// Spreads a text over 64 bits, eight bytes at a time.
pub(crate) fn hash(bytes: &[u8]) -> u64 {
    let words = bytes.chunks_exact(8);
    let word = |word: &[u8]| u64::from_le_bytes(word.try_into().unwrap_or_default());
    let rest = words.remainder().iter();
    let rest = rest.fold(bytes.len() as u64, |rest, byte| rest << 8 | u64::from(*byte));
    words.map(word).chain([rest]).fold(0, |hash, word| mixed(hash ^ word))
}

/// The records of a subscription, by any of its IDs. As they are joined, all of them have the same
/// first one.
#[cfg(feature = "evidence")]
fn records(id: Option<Guid>, evidence: &Evidence) -> Rows<&Subscription> {
    let named = id.and_then(|id| evidence.subscriptions_with_id(id).next());
    let all = named.map(|record| evidence.subscriptions_with_id(record.id));
    all.into_iter().flatten().collect()
}

/// Without evidence, there is no record of any.
#[cfg(not(feature = "evidence"))]
const fn records(_: Option<Guid>, _: &Evidence) -> Rows<&Subscription> {
    []
}

fn tenant(text: Option<&str>, known: Known<'_>, memo: &Memo<'_>) -> TenantField {
    let Some(text) = text else { return TenantField::Plain(Identifier::Missing) };
    if let Some(reserved) = identifier::reserved_name(text) {
        return TenantField::Reserved(reserved, None);
    }
    // A nil GUID is a placeholder, and among tenants a reserved one.
    let (kind, guid) = kind_and_guid(text, known, memo);
    if let Some(reserved) = guid.ok().and_then(identifier::reserved_tenant) {
        return TenantField::Reserved(reserved, guid.ok());
    }
    TenantField::Plain(match (kind, guid) {
        (IdentifierKind::Guid | IdentifierKind::TenantId, Ok(guid)) => Identifier::Read(guid),
        (IdentifierKind::Unknown, Err(fault)) => Identifier::Malformed(fault),
        _ => Identifier::WrongKind(kind),
    })
}

/// See [`classify::classify_guid`].
fn kind_and_guid(
    text: &str,
    known: Known<'_>,
    memo: &Memo<'_>,
) -> (IdentifierKind, Result<Guid, ShapeFault>) {
    match Guid::parse(text) {
        Ok(guid) if !memo.may_know(guid) => (IdentifierKind::Guid, Ok(guid)),
        _ => classify::classify_guid(text, known),
    }
}

fn subscription(
    text: Option<&str>,
    tenant: &TenantField,
    own_tenant: Option<Guid>,
    known: Known<'_>,
    memo: &Memo<'_>,
) -> Identifier<Guid> {
    let Some(text) = text else { return Identifier::Missing };
    let (kind, guid) = kind_and_guid(text, known, memo);
    let is_claims_tenant =
        |guid| own_tenant == Some(guid) || *tenant == TenantField::Plain(Identifier::Read(guid));
    match (kind, guid) {
        (IdentifierKind::Guid, Ok(guid)) if is_claims_tenant(guid) => {
            Identifier::WrongKind(IdentifierKind::TenantId)
        }
        (IdentifierKind::Guid | IdentifierKind::SubscriptionId, Ok(guid)) => Identifier::Read(guid),
        (IdentifierKind::Unknown, Err(fault)) => Identifier::Malformed(fault),
        _ => Identifier::WrongKind(kind),
    }
}

fn domain(text: &str, known: Known<'_>) -> Identifier<Domain> {
    if let Some(domain) = classify::plain_domain(text, known) {
        return Identifier::Read(domain);
    }
    let Identified { kind, value, .. } = classify::classify(text, known);
    let is_web_address = text.contains('/');
    match kind {
        IdentifierKind::Domain | IdentifierKind::Email | IdentifierKind::Url => {
            return Identifier::Read(Domain::again(value));
        }
        // The host of a web address counts, whatever GUID stands in its path.
        IdentifierKind::Unknown if identifier::looks_like_guid(text) => {
            return Identifier::WrongKind(IdentifierKind::Guid);
        }
        IdentifierKind::Unknown => {}
        _ if is_web_address => {}
        _ => return Identifier::WrongKind(kind),
    }
    match Domain::read(text, known.to_ascii) {
        Ok(domain) => Identifier::Read(domain),
        Err(fault) => Identifier::Malformed(fault),
    }
}

fn partner_id(text: &str, known: Known<'_>) -> Identifier<Rc<str>> {
    let Identified { kind, certain, .. } = classify::classify(text, known);
    match identifier::digits(text) {
        Some(_) if kind == IdentifierKind::Placeholder => Identifier::WrongKind(kind),
        Some(digits) if digits.len() > identifier::MAX_PARTNER_ID => {
            Identifier::Malformed(ShapeFault::TooLong)
        }
        Some(digits) => Identifier::Read(digits.into()),
        None if certain || kind == IdentifierKind::OrderId => Identifier::WrongKind(kind),
        None => Identifier::Malformed(ShapeFault::BadCharacter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{claim_with, report};

    /// Where two texts have one place, the later one takes it; each gets its own value.
    #[test]
    fn texts_are_kept_and_not_mixed_up() {
        let texts = ["a", "b", "a", "a", "b", "c", "c", "a"];
        for (count, reads) in [(0, 8), (1, 6), (2, 8), (1024, 3)] {
            let mut places: Places<String> = Places::new();
            places.resize_with(count, || None);
            let mut times = 0;
            for text in texts {
                let read = |text: &str| {
                    times += 1;
                    text.to_uppercase()
                };
                assert_eq!(kept(&mut places, text, read), text.to_uppercase());
            }
            assert!(times <= reads, "{times} with {count}");
        }
    }

    /// What is there is found; of other things, only a few are taken for it.
    #[test]
    fn filters_know_what_they_were_made_of() {
        let hash_of = |number: u32| hash(number.to_string().as_bytes());
        for count in [1, 10, 1000] {
            let filter = Filter::of(|| (0..count).map(hash_of));
            assert!((0..count).all(|number| filter.may_have(hash_of(number))));
            let others = (count..count + 1000).filter(|number| filter.may_have(hash_of(*number)));
            assert!(others.count() < 200, "{count}");
        }
    }

    #[test]
    fn every_byte_counts() {
        let mut all = std::collections::BTreeSet::new();
        for text in ["", "\0", "\0\0", "ab", "ba", "cb", "12345678", "123456781234567"] {
            assert!(all.insert(hash(text.as_bytes())), "{text}");
            for byte in 0..=u8::MAX {
                let longer = [b"*", text.as_bytes(), &[byte]].concat();
                assert!(all.insert(hash(&longer)), "{text} {byte}");
            }
        }
    }

    #[test]
    fn the_host_of_an_address_counts() {
        let tenant = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
        for (typed, due) in [
            (format!("https://admin.contoso.com/{tenant}"), Some("admin.contoso.com")),
            (format!("admin.contoso.com/{tenant}/users"), Some("admin.contoso.com")),
            (tenant.to_owned(), None),
        ] {
            let claim = claim_with(&[("customerDomain", &typed)]);
            let understood = report(&claim, "{}").understood;
            let domain = understood.iter().find(|(field, _)| *field == "customerDomain");
            assert_eq!(domain.map(|(_, domain)| domain.as_str()), due, "{typed}");
        }
    }
}
