//! What could not be read of the evidence is not absent: nothing passes that might not pass with it.

use super::work;
use crate::claim::SolutionArea;
use crate::code::{CheckId, Code};
use crate::date::Date;
use crate::domain::Domain;
use crate::evidence::{Evidence, Lost, Member, Part, Subscription, Tenant, Unread};
use crate::facts::Facts;
use crate::report::{Asks, Basis, CheckResult, Findings, Found, Outcome};

/// Makes passes unknown that rest on evidence, or on its silence, of which something could not be read.
/// What that is, `evidence-malformed` says; whom to ask instead, the check's usual finding does.
pub fn withhold(facts: &Facts<'_>, results: &mut [CheckResult], findings: &mut Findings) {
    let late = late_parts(facts);
    for part in Part::ALL.iter().filter(|part| late.has(**part)) {
        findings
            .raise(Code::EvidenceMalformed)
            .name("part", part.name())
            .text("row", "")
            .text("rows", "");
    }
    let evidence = facts.evidence;
    let is_sound = evidence.lost.is_empty()
        && late.is_empty()
        && Part::ALL.iter().all(|part| evidence.unread_in(*part).is_empty());
    if is_sound {
        return;
    }
    let doubts = Doubts { facts, evidence, of_records: of_records(facts), late };
    for result in results.iter_mut().filter(|result| result.outcome == Outcome::Pass) {
        if doubts.concern(result.id, result.basis) {
            let Found { outcome, basis, asks } = Found::unknown(asked(result.id));
            *result = CheckResult { id: result.id, outcome, basis, asks, params: None };
            match result.id {
                CheckId::TenantDomain => raise_domain_unverified(facts, findings),
                CheckId::CompetingClaim => {
                    findings.raise(Code::CompetingClaimUnverified);
                }
                CheckId::Product => work::raise_product_missing(facts, findings),
                _ => {}
            }
        }
    }
}

fn raise_domain_unverified(facts: &Facts<'_>, findings: &mut Findings) {
    let domain = facts.domain().map_or("", Domain::as_str);
    findings.raise(Code::TenantDomainUnverified).text("domain", domain);
}

/// Who can answer what the evidence leaves open.
const fn asked(check: CheckId) -> Asks {
    match check {
        CheckId::PurchaseChannel | CheckId::SubscriptionNotCsp => Asks::Purchasing,
        CheckId::Role
        | CheckId::SolutionArea
        | CheckId::Product
        | CheckId::Activity
        | CheckId::SubscriptionUnclaimed
        | CheckId::PartnerId
        | CheckId::PartnerIdEnrolled
        | CheckId::PartnerIdType
        | CheckId::ProofOfExecution => Asks::You,
        _ => Asks::Customer,
    }
}

struct Doubts<'f> {
    facts: &'f Facts<'f>,
    evidence: &'f Evidence,
    /// What could not be read of the records of the claimed subscription.
    of_records: Unread,
    /// The parts in which statements about the claim are of a day to come.
    late: Lost,
}

impl Doubts<'_> {
    /// Could the check have another outcome if everything had been read?
    fn concern(&self, check: CheckId, basis: Option<Basis>) -> bool {
        use Member as M;
        let of_records = |members: &[Member]| {
            self.records_are_open()
                || self.of_records.has_any(members)
                || members.contains(&M::AsOf) && self.late.has(Part::Subscriptions)
        };
        match check {
            CheckId::Role
            | CheckId::SolutionArea
            | CheckId::Activity
            | CheckId::PartnerId
            | CheckId::ProofOfExecution => false,
            // The evidence tells kinds of identifiers apart.
            CheckId::TenantId => self.ids_are_open() || self.lost(Part::Skus),
            CheckId::SubscriptionId => self.kind_is_open(),
            CheckId::Product => {
                basis == Some(Basis::Evidence) && of_records(&[M::SkuId, M::SkuPartNumber])
            }
            CheckId::Domain => self.lost(Part::Skus),
            CheckId::TenantDomain => self.tenant_is_open(),
            CheckId::SubscriptionOnTenant => {
                of_records(&[M::TenantId, M::SkuId, M::SkuPartNumber, M::Excerpt])
                    || self.lost(Part::Skus)
            }
            CheckId::SubscriptionDynamics => of_records(&[M::SkuId, M::SkuPartNumber]),
            CheckId::PurchaseChannel | CheckId::SubscriptionNotCsp => {
                let mut records = self.facts.records.iter();
                let has_owner = records.any(|record| record.owner_tenant_id.is_some());
                of_records(&[M::Channel, M::OwnerTenantId]) || has_owner && of_records(&[M::AsOf])
            }
            CheckId::SubscriptionProvisioned => of_records(&[M::Provisioning, M::AsOf]),
            CheckId::SubscriptionUnclaimed => {
                of_records(&[M::ClaimedBy])
                    || self.claims_are_open()
                    || self.facts.records.is_empty() && self.kind_is_open()
                    || self.evidence.lost.has(Part::Problems)
            }
            CheckId::SubscriptionStatus => {
                of_records(&[M::Status, M::EndsOn, M::Trial, M::AsOf])
                    || self.facts.filed_on().is_some() && of_records(&[M::CreatedOn])
            }
            CheckId::PartnerIdEnrolled => {
                self.account_is_open(&[M::Enrolled, M::AsOf]) || self.late.has(Part::PartnerIds)
            }
            CheckId::PartnerIdType => self.account_is_open(&[M::Kind, M::PartnerType]),
            CheckId::CompetingClaim => {
                let is_business = self.facts.area != Some(SolutionArea::Microsoft365);
                self.claims_are_open()
                    || self.lost(Part::Skus)
                    || is_business && of_records(&[M::ClaimedBy])
                    || is_business && self.evidence.lost.has(Part::Problems)
            }
        }
    }

    fn lost(&self, part: Part) -> bool {
        self.evidence.lost.has(part)
    }

    /// Can the subscription ID be another kind of identifier, such as a tenant's?
    fn kind_is_open(&self) -> bool {
        let parts = [Part::Tenants, Part::Subscriptions, Part::Associations, Part::Skus];
        parts.into_iter().any(|part| self.lost(part))
            || self.evidence.unread_in(Part::Subscriptions).has(Member::TenantId)
    }

    /// Can there be more records of the claimed subscription than were found?
    fn records_are_open(&self) -> bool {
        // Without an ID, the records are those that fit the product.
        self.ids_are_open() || self.facts.can_match() && self.facts.list_is_open()
    }

    /// Can there be subscriptions with other IDs than are known?
    fn ids_are_open(&self) -> bool {
        self.lost(Part::Subscriptions)
            || self.evidence.unread_in(Part::Subscriptions).has(Member::CommerceSubscriptionId)
    }

    /// Can the domain belong to another tenant than is known, to none, or to one in another cloud?
    fn tenant_is_open(&self) -> bool {
        let Evidence { tenants, .. } = self.evidence;
        let is_dated = |unread: Unread| !unread.has(Member::AsOf);
        let of_claim = self.facts.tenant_id();
        let domain = self.facts.domain();
        self.lost(Part::Tenants)
            || self.lost(Part::UnresolvedDomains)
            || self.late.has(Part::Tenants)
            || self.late.has(Part::UnresolvedDomains)
            || !self.evidence.unread_in(Part::Tenants).is_empty()
                && tenants.iter().any(|tenant| {
                    let is_other = Some(tenant.tenant_id) != of_claim;
                    !is_dated(tenant.unread)
                        || tenant.unread.has(if is_other { Member::Domains } else { Member::Cloud })
                })
            || domain.is_some_and(|domain| {
                let mut unresolved = self.evidence.unresolved(domain.as_str());
                unresolved.any(|one| !is_dated(one.unread))
            })
    }

    /// Can there be another claim on the product or the subscription than is known?
    fn claims_are_open(&self) -> bool {
        self.lost(Part::Associations)
            || self.late.has(Part::Associations)
            || !self.evidence.unread_in(Part::Associations).is_empty()
                && self.facts.claims_about().any(|claim| !claim.unread.is_empty())
    }

    fn account_is_open(&self, members: &[Member]) -> bool {
        let accounts = &self.evidence.partner_ids;
        let id = self.facts.partner_id.read();
        self.lost(Part::PartnerIds)
            || accounts.iter().any(|account| {
                id.is_some_and(|id| *account.id == **id) && account.unread.has_any(members)
            })
    }
}

fn of_records(facts: &Facts<'_>) -> Unread {
    let mut all = Unread::NONE;
    facts.records.iter().for_each(|record| all.add_all(record.unread));
    all
}

/// The parts in which statements about the claim are of a day that, on the day of the check, is still
/// to come.
fn late_parts(facts: &Facts<'_>) -> Lost {
    let Evidence { tenants, partner_ids, .. } = facts.evidence;
    let is_late = |day: Option<Date>| day.is_some_and(|day| day > facts.today);
    let domain = facts.domain().map(Domain::as_str);
    let is_late_record = |record: &&Subscription| {
        let days = record.as_of;
        let days = [days.status, days.ends_on, days.provisioning, days.trial, days.owner_tenant_id];
        days.into_iter().any(is_late)
    };
    let is_late_tenant =
        |tenant: &Tenant| domain.is_some_and(|name| is_late(tenant.as_of.of(name)));
    let has_late_days = facts.evidence.may_have_days_after(facts.today);
    let account = |id: &str| facts.partner_id.read().is_some_and(|known| **known == *id);
    let mut late = Lost::default();
    for (part, is_in) in [
        (Part::Subscriptions, facts.records.iter().any(is_late_record)),
        (Part::Tenants, has_late_days && tenants.iter().any(is_late_tenant)),
        (
            Part::UnresolvedDomains,
            domain.is_some_and(|domain| {
                facts.evidence.unresolved(domain).any(|one| is_late(one.as_of))
            }),
        ),
        (Part::PartnerIds, partner_ids.iter().any(|one| is_late(one.as_of) && account(&one.id))),
        (
            Part::Associations,
            has_late_days && facts.claims_about().any(|claim| is_late(claim.as_of)),
        ),
    ] {
        if is_in {
            late.add(part);
        }
    }
    late
}
