//! What a person can do about a finding, as actions that a button carries out.
//!
//! What an action would change is only proposed here. Whoever reads the claim checks the changed one, and
//! keeps the action if it mends the finding.

use crate::claim::{Activity, Field, SolutionArea};
use crate::code::{CheckId, Code};
use crate::domain::Domain;
use crate::facts::Facts;
use crate::identifier::{IdentifierKind, with_digits};
use crate::list::names;
use crate::report::{Asks, CheckResult, Finding, Param};
use crate::sku::Class;
use crate::vocabulary::Shows;

pub mod known;

names! {
    /// What an action does.
    pub enum ActionId {
        /// Puts the texts of two fields in each other's place.
        SwapFields = "swap-fields",
        /// Puts a value into a field, or empties it.
        UseValue = "use-value",
        /// Asks Microsoft's directory whose the domain is.
        LookUpDomain = "look-up-domain",
        /// Loads an export.
        LoadExport = "load-export",
        /// Says which tenant an export is of.
        SayTenant = "say-tenant",
        /// Chooses the value of a field.
        Choose = "choose",
        /// Asks the customer's administrator.
        AskCustomer = "ask-customer",
        /// Opens a guide.
        OpenGuide = "open-guide",
        /// Opens a page of Partner Center.
        OpenPage = "open-page",
    }
}

names! {
    /// What an action opens: a guide of the library, or a page that the rule set links to.
    pub enum Opens {
        /// Which activity?
        ActivityGuide = "activity-guide",
        /// Which Partner ID?
        PartnerIdGuide = "partner-id-guide",
        /// What the proof of execution has to show.
        ProofChecklist = "proof-checklist",
        /// Support for incentives.
        Support = "support",
        /// Which Partner IDs are enrolled.
        IncentivesOverview = "incentives-overview",
        /// The claims.
        ClaimsPage = "claims",
    }
}

/// What a person can do about a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// What it does.
    pub id: ActionId,
    /// Is it the one to offer first?
    pub primary: bool,
    /// The field that it is about, if not the finding's own.
    pub field: Option<Field>,
    /// The texts that fields get; an empty one empties the field.
    pub changes: Vec<(Field, String)>,
    /// What it opens.
    pub opens: Option<Opens>,
    /// What the export has to show.
    pub shows: Option<Shows>,
}

impl Action {
    /// An action without more.
    pub const fn of(id: ActionId) -> Self {
        Self { id, primary: false, field: None, changes: Vec::new(), opens: None, shows: None }
    }
}

/// What can be done about a finding, the best first. Changes are not checked yet.
///
/// `typed` has the text of a field as it was typed.
pub fn proposed<'t>(
    facts: &Facts<'_>,
    checks: &[CheckResult],
    finding: &Finding,
    typed: &dyn Fn(Field) -> &'t str,
) -> Vec<Action> {
    let mut actions = Vec::new();
    for step in steps(finding.code) {
        take(*step, facts, checks, finding, typed, &mut actions);
    }
    actions
}

/// The field to choose where nothing else mends a finding: whoever knows the right value can enter it. There is nothing about what only time can mend.
pub fn left(finding: &Finding) -> Option<Field> {
    let is_time = matches!(
        finding.code,
        Code::SubscriptionNewlyProvisioned | Code::SubscriptionInGrace | Code::SubscriptionEnding
    );
    finding.fields.first().copied().filter(|_| !is_time)
}

/// Marks the action to offer first, unless several changes are equally right.
pub fn mark_primary(actions: &mut [Action]) {
    let changing = actions.iter().filter(|action| !action.changes.is_empty()).count();
    if let Some(first) = actions.first_mut().filter(|_| changing < 2) {
        first.primary = true;
    }
}

/// What may help with a code.
#[derive(Clone, Copy)]
enum Step {
    /// Use the value that the evidence leaves for the field.
    Known(Field),
    /// Use the tenant on which the evidence has the subscription.
    #[cfg(feature = "core")]
    TenantOfSubscription,
    /// Use what was typed with digits for the letters that look like them.
    Likely(Field),
    /// Use a parameter of the finding.
    Suggested(Field, &'static str),
    /// Put the text where its kind belongs.
    Move,
    /// Use the only activity of the solution area.
    OnlyActivity,
    /// Use the solution area of the product.
    AreaOfProduct,
    /// Empty the field.
    Empty(Field),
    /// Use the answer that is nearest to what was typed.
    Nearest(Field),
    /// Choose the field's value.
    Choose(Field),
    /// Choose the value of the field that the finding names, or use the answer nearest to it.
    ChooseNamed,
    LookUp,
    Load(Shows),
    /// A newer export may show something else than the one that is known.
    #[cfg(feature = "core")]
    LoadNewer(Shows),
    /// What the finding asks for of a subscription.
    Asked,
    AskCustomer,
    Open(Opens),
}

const fn steps(code: Code) -> &'static [Step] {
    type F = Field;
    type O = Opens;
    type S = Step;
    match code {
        Code::RoleMissing | Code::RoleNotPermitted => {
            &[S::Nearest(F::UserRole), S::Choose(F::UserRole)]
        }
        Code::TenantIdMissing => &[S::Known(F::CustomerTenantId), S::LookUp, S::AskCustomer],
        Code::TenantIdMalformed => &[
            S::Likely(F::CustomerTenantId),
            S::Known(F::CustomerTenantId),
            S::LookUp,
            S::AskCustomer,
        ],
        Code::TenantIdWrongKind => {
            &[S::Move, S::Known(F::CustomerTenantId), S::LookUp, S::AskCustomer]
        }
        Code::TenantIdReserved | Code::TenantIdIsOwn => {
            &[S::Known(F::CustomerTenantId), S::LookUp, S::AskCustomer]
        }
        Code::DomainMissing | Code::DomainMalformed | Code::DomainIsMailProvider => {
            &[S::Known(F::CustomerDomain), S::AskCustomer]
        }
        Code::DomainWrongKind => &[S::Move, S::Known(F::CustomerDomain), S::AskCustomer],
        Code::DomainUnusual => &[S::Suggested(F::CustomerDomain, "suggestion"), S::AskCustomer],
        #[cfg(feature = "core")]
        Code::TenantDomainMismatch | Code::TenantNotFound => {
            &[S::Known(F::CustomerTenantId), S::Known(F::CustomerDomain), S::AskCustomer]
        }
        Code::TenantOtherCloud | Code::CompetingClaim => &[S::Open(O::Support)],
        Code::TenantDomainUnverified => &[S::LookUp, S::Load(Shows::Domains), S::AskCustomer],
        Code::SolutionAreaMissing => {
            &[S::Nearest(F::SolutionArea), S::AreaOfProduct, S::Choose(F::SolutionArea)]
        }
        Code::ProductMissing => &[S::Known(F::Product), S::Choose(F::Product)],
        Code::ProductNotInArea => &[S::AreaOfProduct, S::Choose(F::Product)],
        Code::ProductUnrecognized => {
            &[S::Suggested(F::Product, "suggestion"), S::Choose(F::Product)]
        }
        Code::ProductSuite | Code::ProductNotOnTenant => {
            &[S::Choose(F::Product), S::AskCustomer]
        }
        Code::ProductPowerPlatform => &[S::Open(O::IncentivesOverview)],
        Code::ActivityMissing => {
            &[S::Nearest(F::Activity), S::Choose(F::Activity), S::Open(O::ActivityGuide)]
        }
        Code::ActivityNotInArea => {
            &[S::OnlyActivity, S::Choose(F::Activity), S::Open(O::ActivityGuide)]
        }
        Code::RevenueAssociationNoPayment | Code::ActivityNoPayment => &[S::Open(O::ActivityGuide)],
        Code::ChannelNotEligible => &[S::Known(F::PurchaseChannel), S::Choose(F::PurchaseChannel)],
        Code::ChannelUnconfirmed => &[
            S::Known(F::PurchaseChannel),
            S::Nearest(F::PurchaseChannel),
            S::Choose(F::PurchaseChannel),
            S::AskCustomer,
            S::Load(Shows::CspSales),
        ],
        Code::SubscriptionIdMissing => &[
            S::Suggested(F::SubscriptionId, "suggestion"),
            S::Known(F::SubscriptionId),
            S::Choose(F::SubscriptionId),
            S::Load(Shows::Subscriptions),
            S::AskCustomer,
        ],
        Code::SubscriptionIdMalformed => &[
            S::Likely(F::SubscriptionId),
            S::Known(F::SubscriptionId),
            S::Load(Shows::Subscriptions),
            S::AskCustomer,
        ],
        Code::SubscriptionIdWrongKind => {
            &[S::Move, S::Known(F::SubscriptionId), S::Load(Shows::Subscriptions), S::AskCustomer]
        }
        Code::SubscriptionIdNotNeeded => &[S::Empty(F::SubscriptionId)],
        #[cfg(feature = "core")]
        Code::SubscriptionStartsLater => &[S::Choose(F::SubmittedOn)],
        #[cfg(feature = "core")]
        Code::SubscriptionOnOtherTenant => {
            &[S::TenantOfSubscription, S::Known(F::SubscriptionId), S::AskCustomer]
        }
        #[cfg(feature = "core")]
        Code::ProductSubscriptionMismatch => {
            &[S::Known(F::Product), S::Known(F::SubscriptionId), S::AskCustomer]
        }
        #[cfg(feature = "core")]
        Code::SubscriptionAlreadyClaimed => &[
            S::Suggested(F::SubscriptionId, "successor"),
            S::Known(F::SubscriptionId),
            S::AskCustomer,
            S::Open(O::ClaimsPage),
        ],
        #[cfg(feature = "core")]
        Code::SubscriptionNotActive => &[
            S::Suggested(F::SubscriptionId, "successor"),
            S::Known(F::SubscriptionId),
            S::AskCustomer,
            S::LoadNewer(Shows::Subscriptions),
            S::Open(O::ClaimsPage),
        ],
        #[cfg(feature = "core")]
        Code::SubscriptionNotListed | Code::SubscriptionNotDynamics | Code::SubscriptionTrial => {
            &[S::Known(F::SubscriptionId), S::AskCustomer]
        }
        #[cfg(feature = "core")]
        Code::SubscriptionNotProvisioned => &[
            S::Known(F::SubscriptionId),
            S::AskCustomer,
            S::LoadNewer(Shows::Subscriptions),
        ],
        #[cfg(feature = "core")]
        Code::SubscriptionCsp => {
            &[S::Known(F::SubscriptionId), S::Load(Shows::CspSales), S::AskCustomer]
        }
        Code::SubscriptionUnverified => &[S::Asked, S::AskCustomer],
        Code::PartnerIdMissing => {
            &[S::Known(F::PartnerId), S::Open(O::PartnerIdGuide), S::Load(Shows::PartnerIds)]
        }
        Code::PartnerIdMalformed => &[
            S::Likely(F::PartnerId),
            S::Known(F::PartnerId),
            S::Open(O::PartnerIdGuide),
            S::Load(Shows::PartnerIds),
        ],
        Code::PartnerIdWrongKind => &[
            S::Move,
            S::Known(F::PartnerId),
            S::Open(O::PartnerIdGuide),
            S::Load(Shows::PartnerIds),
        ],
        #[cfg(feature = "core")]
        Code::PartnerIdGlobalAccount | Code::PartnerIdPartnerType | Code::PartnerIdNotEnrolled => {
            &[S::Known(F::PartnerId), S::Open(O::PartnerIdGuide), S::Open(O::IncentivesOverview)]
        }
        Code::PartnerIdUnverified | Code::PartnerIdUnusualLength => &[
            S::Load(Shows::PartnerIds),
            S::Open(O::PartnerIdGuide),
            S::Open(O::IncentivesOverview),
        ],
        Code::CompetingClaimUnverified => &[S::AskCustomer],
        #[cfg(feature = "core")]
        Code::OwnClaimExists => &[S::Open(O::ClaimsPage)],
        Code::ProofOfExecutionMissing | Code::ProofOfExecutionUnverified => {
            &[S::Open(O::ProofChecklist)]
        }
        Code::InputMalformed => &[S::ChooseNamed],
        // Time mends the one, and only a renewal the other two.
        Code::SubscriptionNewlyProvisioned
        | Code::SubscriptionInGrace
        | Code::SubscriptionEnding
        // A form has no such members, and evidence comes from an export that has to be read again.
        | Code::UnknownField
        | Code::EvidenceMalformed
        | Code::EvidenceContradiction => &[],
        // Only evidence shows the others.
        #[cfg(not(feature = "core"))]
        _ => &[],
    }
}

fn take<'t>(
    step: Step,
    facts: &Facts<'_>,
    checks: &[CheckResult],
    finding: &Finding,
    typed: &dyn Fn(Field) -> &'t str,
    actions: &mut Vec<Action>,
) {
    let blank = Action::of;
    let mut put = |field: Field, value: &str| {
        if value != typed(field) {
            let changes = vec![(field, value.to_owned())];
            let action = Action { field: Some(field), changes, ..blank(ActionId::UseValue) };
            if !actions.contains(&action) {
                actions.push(action);
            }
        }
    };
    match step {
        Step::Known(field) => {
            if let Some(value) = known::value(facts, field) {
                put(field, &value);
            }
        }
        #[cfg(feature = "core")]
        Step::TenantOfSubscription => {
            if let Some(tenant) = known::tenant_of_subscription(facts) {
                put(Field::CustomerTenantId, &tenant);
            }
        }
        Step::Likely(field) => put(field, &with_digits(typed(field))),
        Step::Suggested(field, name) => {
            let param = finding.params.iter().find(|(key, _)| *key == name);
            match param.map(|(_, value)| value) {
                Some(Param::Texts(values)) => values.iter().for_each(|value| put(field, value)),
                Some(Param::Text(value)) if !value.is_empty() => put(field, value),
                _ => {}
            }
        }
        Step::OnlyActivity => {
            let Some(area) = facts.area else { return };
            let mut offered = Activity::ALL.iter().filter(|one| facts.rules.offers(area, **one));
            if let (Some(only), None) = (offered.next(), offered.next()) {
                put(Field::Activity, only.name());
            }
        }
        Step::AreaOfProduct => {
            let area = match facts.product.class() {
                Class::Business | Class::BusinessUsageElsewhere => {
                    SolutionArea::BusinessApplications
                }
                Class::Microsoft365 | Class::Suite => SolutionArea::Microsoft365,
                Class::Missing | Class::Unrecognized | Class::Azure => return,
            };
            put(Field::SolutionArea, area.name());
        }
        Step::Empty(field) => put(field, ""),
        Step::Move => {
            let from = finding.fields.first().copied().unwrap_or(Field::CustomerTenantId);
            let Some(to) = place_of(finding).filter(|to| *to != from) else { return };
            let changes = vec![(from, typed(to).to_owned()), (to, typed(from).to_owned())];
            actions.push(Action { field: Some(to), changes, ..blank(ActionId::SwapFields) });
        }
        Step::Nearest(field) => {
            if let Some(answer) = field.nearest_answer(typed(field)) {
                put(field, answer);
            }
        }
        Step::Choose(field) => {
            // A subscription is chosen among those of the evidence.
            let several = field != Field::SubscriptionId || finding.has("match", "several");
            if several {
                actions.push(Action { field: Some(field), ..blank(ActionId::Choose) });
            }
        }
        Step::ChooseNamed => {
            if let Some(field) = finding.fields.first() {
                if let Some(answer) = field.nearest_answer(typed(*field)) {
                    put(*field, answer);
                }
                actions.push(Action { field: Some(*field), ..blank(ActionId::Choose) });
            }
        }
        Step::LookUp => {
            // The directory says nothing new of what is known, and a mail provider is no customer.
            let is_new = |domain: &Domain| !known::knows(facts, domain);
            if facts.domain().is_some_and(|domain| is_new(domain) && !domain.is_mail_provider()) {
                actions.push(blank(ActionId::LookUpDomain));
            }
        }
        #[cfg(feature = "core")]
        Step::LoadNewer(shows) => {
            actions.push(Action { shows: Some(shows), ..blank(ActionId::LoadExport) });
        }
        Step::Load(shows) => {
            // What is certain needs no export.
            if !known::shows(facts, shows) && !finding.has("certainty", "certain") {
                actions.push(Action { shows: Some(shows), ..blank(ActionId::LoadExport) });
            }
        }
        Step::Asked => {
            if asks_for(finding, "exports") {
                let shows = Some(Shows::Subscriptions);
                actions.push(Action { shows, ..blank(ActionId::LoadExport) });
            } else if asks_for(finding, "tenant") {
                actions.push(blank(ActionId::SayTenant));
            } else if asks_for(finding, "partners") {
                let opens = Some(Opens::Support);
                actions.push(Action { opens, ..blank(ActionId::OpenPage) });
            }
        }
        Step::AskCustomer => {
            if is_asked_of_customer(checks, finding) {
                actions.push(blank(ActionId::AskCustomer));
            }
        }
        Step::Open(opens) => {
            let is_guide = (opens as usize) < Opens::Support as usize;
            let id = if is_guide { ActionId::OpenGuide } else { ActionId::OpenPage };
            actions.push(Action { opens: Some(opens), ..blank(id) });
        }
    }
}

fn asks_for(finding: &Finding, what: &str) -> bool {
    finding.params.iter().any(|(name, param)| match param {
        Param::Texts(texts) => *name == "ask" && texts.iter().any(|text| text == what),
        _ => false,
    })
}

/// The field in which an identifier of this kind belongs.
fn place_of(finding: &Finding) -> Option<Field> {
    let is = |kind: IdentifierKind| finding.has("kind", kind.name());
    [
        (IdentifierKind::TenantId, Field::CustomerTenantId),
        // Of all that a GUID can be, one in place of a domain is likely the tenant.
        (IdentifierKind::Guid, Field::CustomerTenantId),
        (IdentifierKind::Domain, Field::CustomerDomain),
        (IdentifierKind::SubscriptionId, Field::SubscriptionId),
        (IdentifierKind::PartnerId, Field::PartnerId),
        (IdentifierKind::SkuId, Field::Product),
        (IdentifierKind::SkuPartNumber, Field::Product),
    ]
    .into_iter()
    .find_map(|(kind, field)| is(kind).then_some(field))
}

/// Can the customer's administrator answer what the finding leaves open?
fn is_asked_of_customer(checks: &[CheckResult], finding: &Finding) -> bool {
    let named = finding.params.iter().find_map(|(_, param)| match param {
        Param::Names(checks) => Some(*checks),
        _ => None,
    });
    let is_about = |id: CheckId| match named {
        Some(checks) => checks.has(id),
        None => finding.code.facts().check == Some(id),
    };
    checks.iter().any(|check| check.asks == Some(Asks::Customer) && is_about(check.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exports::ExportKind;

    #[test]
    fn exports_have_names_of_the_list() {
        for name in Shows::ALL.iter().flat_map(|shows| shows.kinds()) {
            assert!(ExportKind::NAMES.contains(name), "{name}");
        }
    }
}
