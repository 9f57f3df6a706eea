//! The fields of a claim after reading.

use std::borrow::Cow;
use std::rc::Rc;

use super::fields::{TenantField, subscription, tenant};
use super::identifier::Identifier;
use super::memo::Memo;
use crate::claim::{
    Activity, CompetingPartner, Field, InputFault, ProofOfExecution, PurchaseChannel, SolutionArea,
    UserRole, malformed, read_choice,
};
use crate::classify::{self, ReferenceData};
use crate::date::Date;
use crate::domain::Domain;
use crate::guid::{Guid, ShapeFault};
use crate::identifier::{self, ReservedTenant};
use crate::sku::{Product, SkuTable};

/// The fields of a claim after reading.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The person's role. A text that is not in the list counts as [`UserRole::Other`].
    pub role: Option<UserRole>,
    /// The customer's tenant.
    pub tenant: TenantField,
    /// The partner's own tenant.
    pub own_tenant: Option<Guid>,
    /// The domain that was entered in its place.
    pub own_domain: Option<Domain>,
    /// Was something entered for the partner's own tenant that leaves open which one it is?
    pub own_tenant_is_open: bool,
    /// The customer's domain.
    pub domain: Identifier<Domain>,
    /// Solution area.
    pub area: Option<SolutionArea>,
    /// Activity.
    pub activity: Option<Activity>,
    /// The purchase channel; `None` if it is unknown.
    pub channel: Option<PurchaseChannel>,
    /// What the product text stands for.
    pub product: Rc<Product<'a>>,
    /// The subscription.
    pub subscription: Identifier<Guid>,
    /// The Partner ID: digits.
    pub partner_id: Identifier<Rc<str>>,
    /// Is another partner associated? `None` if unknown.
    pub competing: Option<CompetingPartner>,
    /// Is there a proof of execution? `None` if unknown.
    pub proof: Option<ProofOfExecution>,
    /// The day of submission.
    pub submitted_on: Option<Date>,
}

impl Default for Reading<'_> {
    fn default() -> Self {
        Self {
            role: None,
            tenant: TenantField::Plain(Identifier::Missing),
            own_tenant: None,
            own_domain: None,
            own_tenant_is_open: false,
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
    /// Reads a field. The subscription must be read after both tenants, because its text may be one
    /// of them.
    ///
    /// # Errors
    ///
    /// What cannot be read is a fault, and the field counts as empty.
    pub fn read(
        &mut self,
        field: Field,
        text: Option<&str>,
        skus: &'a SkuTable<'a>,
        reference: ReferenceData<'_>,
        memo: &mut Memo<'a>,
    ) -> Result<(), InputFault> {
        // A placeholder in a field of text is as good as nothing.
        let text = text.filter(|text| !field.is_nothing(text));
        match field {
            Field::UserRole => {
                let role = read_choice(field, text, UserRole::from_typed);
                self.role = role.unwrap_or(Some(UserRole::Other));
            }
            Field::CustomerTenantId => self.tenant = tenant(text, reference, memo),
            Field::CustomerDomain => self.domain = memo.domain(text, reference),
            Field::SolutionArea => {
                self.area = None;
                self.area = read_choice(field, text, SolutionArea::from_typed)?;
            }
            Field::Activity => {
                self.activity = None;
                self.activity = read_choice(field, text, Activity::from_typed)?;
            }
            Field::PurchaseChannel => {
                self.channel = None;
                let channel = read_choice(field, text, PurchaseChannel::from_typed)?;
                self.channel = channel.filter(|channel| *channel != PurchaseChannel::Unknown);
            }
            Field::Product => {
                self.product =
                    text.map(|text| memo.product(text, skus, reference)).unwrap_or_default();
            }
            Field::SubscriptionId => {
                self.subscription =
                    subscription(text, &self.tenant, self.own_tenant, reference, memo);
            }
            Field::PartnerId => self.partner_id = memo.partner_id(text, reference),
            Field::OwnTenantId => {
                let fields = [field, Field::CustomerTenantId];
                let found = |text: &str| {
                    let pair = text.split_once('_').and_then(identifier::guid_pair);
                    let account = pair.map(|(account, _)| account);
                    account.or_else(|| classify::guid_for(&fields, text, reference)?.1.ok())
                };
                self.own_tenant =
                    text.and_then(|text| Guid::parse(text).ok().or_else(|| found(text)));
                self.own_domain = None;
                if text.is_some() && self.own_tenant.is_none() {
                    self.own_domain = memo.domain(text, reference).read().cloned();
                    return Err(malformed(field, "unreadable"));
                }
            }
            Field::CompetingPartner => {
                self.competing = None;
                let answer = read_choice(field, text, CompetingPartner::from_typed)?;
                self.competing = answer.filter(|answer| *answer != CompetingPartner::Unknown);
            }
            Field::ProofOfExecution => {
                self.proof = None;
                let answer = read_choice(field, text, ProofOfExecution::from_typed)?;
                self.proof = answer.filter(|answer| *answer != ProofOfExecution::Unknown);
            }
            Field::SubmittedOn => {
                self.submitted_on = text.and_then(Date::parse_typed);
                if text.is_some() && self.submitted_on.is_none() {
                    return Err(malformed(field, "not-a-date"));
                }
            }
        }
        Ok(())
    }

    /// Heeds what is wrong with the fields: one with two values is not read, and it may not matter less
    /// than an empty one.
    pub fn heed(&mut self, faults: &[InputFault]) {
        for fault in faults {
            let InputFault::Malformed { name, problem } = fault else { continue };
            match Field::from_name(name) {
                Some(Field::PartnerId) if *problem == "two-values" => {
                    self.partner_id = Identifier::Malformed(ShapeFault::Several);
                }
                Some(Field::OwnTenantId) => self.own_tenant_is_open = true,
                _ => {}
            }
        }
    }

    /// The customer's tenant, if it could be read. Includes reserved tenants that are possible.
    pub fn tenant_id(&self) -> Option<Guid> {
        match self.tenant {
            TenantField::Plain(Identifier::Read(guid)) => Some(guid),
            TenantField::Reserved(ReservedTenant { is_possible: true, .. }, guid) => guid,
            _ => None,
        }
    }

    /// Is the customer's tenant the partner's own, by its ID or by its domain?
    pub fn own(&self) -> Option<&'static str> {
        let tenant = self.tenant_id()?;
        if self.own_tenant == Some(tenant) {
            return Some("tenant");
        }
        let is_own_domain = self.own_domain.is_some() && self.own_domain.as_ref() == self.domain();
        is_own_domain.then_some("domain")
    }

    /// The customer's domain, if it could be read.
    pub fn domain(&self) -> Option<&Domain> {
        self.domain.read()
    }

    /// The value that was read from a field.
    pub fn understood(&self, field: Field) -> Option<ReadValue<'_>> {
        let name = |name| ReadValue::Text(Cow::Borrowed(name));
        match field {
            Field::UserRole => self.role.map(UserRole::name).map(name),
            Field::CustomerTenantId => {
                let tenant = match self.tenant {
                    TenantField::Reserved(_, guid) => guid,
                    TenantField::Plain(_) => self.tenant_id(),
                };
                tenant.map(ReadValue::Id)
            }
            Field::CustomerDomain => self.domain().map(Domain::as_str).map(name),
            Field::SolutionArea => self.area.map(SolutionArea::name).map(name),
            Field::Activity => self.activity.map(Activity::name).map(name),
            Field::PurchaseChannel => self.channel.map(PurchaseChannel::name).map(name),
            Field::Product => self.product.understood().map(Cow::Owned).map(ReadValue::Text),
            Field::SubscriptionId => self.subscription.read().copied().map(ReadValue::Id),
            Field::PartnerId => self.partner_id.read().map(|id| name(id)),
            Field::OwnTenantId => self.own_tenant.map(ReadValue::Id),
            Field::CompetingPartner => self.competing.map(CompetingPartner::name).map(name),
            Field::ProofOfExecution => self.proof.map(ProofOfExecution::name).map(name),
            Field::SubmittedOn => self.submitted_on.map(ReadValue::Day),
        }
    }
}

/// The value that was read from a field.
#[derive(Clone, Debug, Eq, PartialEq)]
pub enum ReadValue<'r> {
    /// A GUID.
    Id(Guid),
    /// A date.
    Day(Date),
    /// A name or another text.
    Text(Cow<'r, str>),
}

impl ReadValue<'_> {
    /// Is the text the usual form of this value, byte for byte?
    pub fn is_written(&self, text: &str) -> bool {
        match self {
            Self::Id(id) => id.is_written(text),
            Self::Day(day) => day.is_written(text),
            Self::Text(value) => value == text,
        }
    }

    /// The value in its usual form.
    pub fn into_text(self) -> String {
        match self {
            Self::Id(id) => id.to_string(),
            Self::Day(day) => day.to_string(),
            Self::Text(text) => text.into_owned(),
        }
    }
}

/// All fields in the order in which [`Reading::read`] expects them.
pub fn reading_order() -> impl Iterator<Item = Field> {
    let last = Field::SubscriptionId;
    Field::ALL.iter().copied().filter(move |field| *field != last).chain([last])
}
