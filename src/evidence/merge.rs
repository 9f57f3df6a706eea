//! Joins parts of evidence.
//!
//! The result depends neither on the order of the parts nor on how often a part is joined. Known
//! values win over unknown ones. For facts that change over time, the newer statement wins; on the
//! same day, the less favorable one, because a check must not pass on the luckier of two exports.
//! For facts that do not change, no statement is newer: either contradicting values are dropped, or
//! all of them are kept for the check to judge. Every contradiction is reported.

use super::contradiction::{Contradiction, Differences};
use super::index::Indexes;
use super::unread::{Member, Unread};
use super::{
    Association, DomainDays, Evidence, EvidenceFault, PartnerAccount, SubscriptionDays, Tenant,
    UnresolvedDomain, recency,
};
use crate::claim::Activity;
use crate::date::Date;
use crate::guid::Guid;
use crate::order::{sorted, unique};
use crate::paste;
use crate::vocabulary::{EvidencePart, Fact, UnresolvedReason};

mod join;
mod subscriptions;

use join::{join, keep_earlier, keep_greater, keep_newer, sort_by_keys};

impl Evidence {
    /// Joins both. The rows of the result are in a fixed order.
    pub fn merged_with(mut self, other: Self) -> Self {
        self.append(other);
        self.joined()
    }

    /// Adds the rows of another part without joining them.
    pub fn append(&mut self, other: Self) {
        self.tenants.extend(other.tenants);
        self.unresolved_domains.extend(other.unresolved_domains);
        self.subscriptions.extend(other.subscriptions);
        self.partner_ids.extend(other.partner_ids);
        self.associations.extend(other.associations);
        self.skus.extend(other.skus);
        self.problems.extend(other.problems);
        self.lost.add_all(other.lost);
        self.nameless.extend(other.nameless);
        self.indexes = Indexes::default();
    }

    /// Joins the rows that are about the same thing.
    pub fn joined(mut self) -> Self {
        let problems = &mut self.problems;
        join_tenants(&mut self.tenants, &mut self.unresolved_domains, problems);
        let subscriptions = subscriptions::join_all(&mut self.subscriptions, problems);
        let id = |account: &PartnerAccount| account.id.clone();
        join(&mut self.partner_ids, id, &mut |a, b| join_accounts(a, b, problems));
        let key = association_key;
        join(&mut self.associations, key, &mut |a, b| join_associations(a, b, problems));
        join(&mut self.skus, |sku| sku.sku_id.to_string(), &mut |a, b| {
            keep_greater(&mut a.sku_part_number, &mut b.sku_part_number);
            keep_greater(&mut a.product_name, &mut b.product_name);
        });
        let name = |Contradiction { part, id, field }: &Contradiction| {
            [part.name(), id, field.name()].join(" ")
        };
        join(problems, name, &mut |_, _| {});
        self.note_unread();
        self.indexes = Indexes::of(
            &self.tenants,
            &self.unresolved_domains,
            subscriptions,
            &self.associations,
            &self.problems,
        );
        self
    }

    /// Statements of a day that is still to come: their day is not known. Otherwise they would win over
    /// all others. Says in which parts there are some.
    pub fn doubt_days_after(&mut self, today: Date) -> Vec<EvidenceFault> {
        let doubt = |part: &'static str, is_late: bool, unread: &mut Unread| {
            if is_late {
                unread.add(Member::AsOf);
            }
            is_late.then_some(part)
        };
        let mut parts = Vec::new();
        for Tenant { as_of, unread, .. } in &mut self.tenants {
            parts.extend(doubt("tenants", as_of.forget_after(today), unread));
        }
        for UnresolvedDomain { as_of, unread, .. } in &mut self.unresolved_domains {
            parts.extend(doubt("unresolvedDomains", forget_after(as_of, today), unread));
        }
        for record in &mut self.subscriptions {
            let SubscriptionDays { status, ends_on, provisioning, trial, owner_tenant_id } =
                &mut record.as_of;
            let days = [status, ends_on, provisioning, trial, owner_tenant_id]
                .map(|day| forget_after(day, today));
            parts.extend(doubt("subscriptions", days.contains(&true), &mut record.unread));
        }
        for PartnerAccount { as_of, unread, .. } in &mut self.partner_ids {
            parts.extend(doubt("partnerIds", forget_after(as_of, today), unread));
        }
        for Association { as_of, unread, .. } in &mut self.associations {
            parts.extend(doubt("associations", forget_after(as_of, today), unread));
        }
        self.note_unread();
        let mut faults = Vec::new();
        for part in parts {
            EvidenceFault::note(&mut faults, part, &[]);
        }
        faults
    }
}

/// Forgets a day after this one. Says whether it did.
fn forget_after(day: &mut Option<Date>, today: Date) -> bool {
    let is_late = day.is_some_and(|day| day > today);
    if is_late {
        *day = Some(Date::UNKNOWN);
    }
    is_late
}

impl DomainDays {
    fn forget_after(&mut self, today: Date) -> bool {
        match self {
            Self::All(day) => forget_after(day, today),
            Self::Each(days) => days.iter_mut().fold(false, |is_late, (_, day)| {
                let mut stated = Some(*day);
                let is_this = forget_after(&mut stated, today);
                *day = stated.unwrap_or(*day);
                is_late | is_this
            }),
        }
    }
}

/// A source's statement about a domain: the tenant that holds it, or why none does.
struct DomainStatement {
    domain: String,
    holder: Result<Guid, UnresolvedReason>,
    as_of: Option<Date>,
    unread: Unread,
}

impl DomainStatement {
    /// Such a statement contradicts nothing: one cloud's directory can say so about a domain that
    /// another cloud's directory resolves.
    fn is_of_other_cloud(&self) -> bool {
        self.holder == Err(UnresolvedReason::OtherCloud)
    }
}

/// Joins tenants, the domains that they hold, and the domains that no tenant holds.
fn join_tenants(
    tenants: &mut Vec<Tenant>,
    unresolved: &mut Vec<UnresolvedDomain>,
    problems: &mut Vec<Contradiction>,
) {
    let mut statements = Vec::new();
    for UnresolvedDomain { domain, reason, as_of, unread } in std::mem::take(unresolved) {
        statements.push(DomainStatement { domain, holder: Err(reason), as_of, unread });
    }
    for Tenant { tenant_id, domains, as_of, .. } in tenants.iter_mut() {
        let days = std::mem::replace(as_of, None.into());
        for domain in std::mem::take(domains) {
            let as_of = days.of(&domain);
            let (holder, unread) = (Ok(*tenant_id), Unread::NONE);
            statements.push(DomainStatement { domain, holder, as_of, unread });
        }
    }
    join(tenants, |tenant| tenant.tenant_id.to_string(), &mut |a, b| {
        let mut differences = Differences::default();
        differences.compare(Fact::Cloud, &a.cloud, &b.cloud);
        differences.report(EvidencePart::Tenants, &a.tenant_id.to_string(), problems);
        keep_greater(&mut a.cloud, &mut b.cloud);
        keep_greater(&mut a.source, &mut b.source);
        a.unread.add_all(b.unread);
    });
    let keys = sorted(statements.iter().map(|one| one.domain.clone()));
    sort_by_keys(&keys, &mut |a, b| statements.swap(a, b));
    for statements in statements.chunk_by(|a, b| a.domain == b.domain) {
        join_domain(statements, tenants, unresolved, problems);
    }
}

/// Keeps the newest statements about one domain. If several are equally new, all are kept for the
/// check to judge, but only one of several reasons why no tenant holds the domain.
fn join_domain(
    statements: &[DomainStatement],
    tenants: &mut [Tenant],
    unresolved: &mut Vec<UnresolvedDomain>,
    problems: &mut Vec<Contradiction>,
) {
    let newest = |is_elsewhere: bool| {
        let alike = statements.iter().filter(|one| one.is_of_other_cloud() == is_elsewhere);
        alike.map(|one| recency(one.as_of)).max()
    };
    let (day, day_elsewhere) = (newest(false), newest(true));
    let mut reason_of = [None, None];
    let mut unread = Unread::NONE;
    statements.iter().for_each(|one| unread.add_all(one.unread));
    let mut stated = None;
    for DomainStatement { domain, holder, as_of, .. } in statements {
        let is_elsewhere = *holder == Err(UnresolvedReason::OtherCloud);
        if !is_elsewhere && stated.replace(holder.ok()).is_some_and(|stated| stated != holder.ok())
        {
            let (part, field) = (EvidencePart::Tenants, Fact::Domains);
            problems.push(Contradiction { part, id: domain.clone(), field });
        }
        // That another cloud has the domain is outdated once there is a newer statement.
        let counts = Some(recency(*as_of)) == if is_elsewhere { day_elsewhere } else { day };
        match holder {
            _ if !counts || is_elsewhere && day_elsewhere < day => {}
            Ok(id) => {
                // INVARIANT: tenants are sorted by ID.
                let position = tenants.binary_search_by_key(id, |tenant| tenant.tenant_id).ok();
                if let Some(tenant) = position.and_then(|position| tenants.get_mut(position)) {
                    tenant.push_domain(domain, *as_of);
                    // What was said against it may be newer.
                    tenant.unread.add_all(unread);
                }
            }
            Err(reason) => {
                let [unresolved_here, elsewhere] = &mut reason_of;
                let kept = if is_elsewhere { elsewhere } else { unresolved_here };
                let (other, _) = kept.unwrap_or((*reason, *as_of));
                *kept = Some((other.min(*reason), *as_of));
            }
        }
    }
    for (reason, as_of) in reason_of.into_iter().flatten() {
        let domain = statements.first().map(|one| one.domain.clone()).unwrap_or_default();
        unresolved.push(UnresolvedDomain { domain, reason, as_of, unread });
    }
}

impl Tenant {
    /// Appends a domain. Domains come in order.
    fn push_domain(&mut self, domain: &str, day: Option<Date>) {
        if self.domains.last().is_some_and(|last| last == domain) {
            return;
        }
        match &mut self.as_of {
            _ if self.domains.is_empty() => self.as_of = day.into(),
            DomainDays::All(other) if *other == day => {}
            DomainDays::All(other) => {
                let others = self.domains.iter().filter_map(|name| Some((name.clone(), (*other)?)));
                let last = day.map(|day| (domain.to_owned(), day));
                self.as_of = DomainDays::Each(others.chain(last).collect());
            }
            DomainDays::Each(days) => days.extend(day.map(|day| (domain.to_owned(), day))),
        }
        self.domains.push(domain.to_owned());
    }
}

/// Claims with different IDs are different claims, even on the same product.
fn association_key(association: &Association) -> String {
    let Association { tenant_id, product, subscription_id, activity, holder, claim_id, .. } =
        association;
    let subscription = subscription_id.map(|id| id.to_string()).unwrap_or_default();
    let product = product.as_deref().unwrap_or_default();
    let claim = claim_id.as_deref().unwrap_or_default();
    let tenant = tenant_id.to_string();
    let activity = activity.map_or("", Activity::name);
    [&*tenant, &*subscription, holder.name(), claim, product, activity].join("\u{1f}")
}

/// Joins two rows about the same claim into `a`.
fn join_associations(a: &mut Association, b: &mut Association, problems: &mut Vec<Contradiction>) {
    let mut differences = Differences::default();
    // A row without a status says that the claim is in force, as most statuses do.
    differences.add(Fact::Status, a.holds() != b.holds());
    let id = a.subscription_id.unwrap_or(a.tenant_id);
    differences.report(EvidencePart::Associations, &id.to_string(), problems);
    let rank = |one: &Association| (recency(one.as_of), one.holds(), one.status.clone());
    if rank(b) > rank(a) {
        std::mem::swap(&mut a.status, &mut b.status);
        std::mem::swap(&mut a.as_of, &mut b.as_of);
    }
    keep_earlier(&mut a.since, b.since);
    a.unread.add_all(b.unread);
}

/// Joins two rows about the same Partner ID into `a`.
fn join_accounts(
    a: &mut PartnerAccount,
    b: &mut PartnerAccount,
    problems: &mut Vec<Contradiction>,
) {
    let mut differences = Differences::default();
    let slug = |text: &Option<String>| text.as_deref().map(paste::slug);
    differences.compare(Fact::Kind, &a.kind, &b.kind);
    differences.compare(Fact::PartnerType, &slug(&a.partner_type), &slug(&b.partner_type));
    differences.compare(Fact::Enrolled, &a.enrolled, &b.enrolled);
    differences.report(EvidencePart::PartnerIds, &a.id, problems);
    let statements = ((&mut a.enrolled, &mut a.as_of), (&mut b.enrolled, &mut b.as_of));
    keep_newer(statements.0, statements.1, |a, b| a < b);
    keep_greater(&mut a.kind, &mut b.kind);
    keep_greater(&mut a.partner_type, &mut b.partner_type);
    keep_greater(&mut a.name, &mut b.name);
    a.unread.add_all(b.unread);
    if let Some(programs) = b.programs.take() {
        let all = a.programs.take().unwrap_or_default();
        a.programs = Some(unique(all.into_iter().chain(programs)));
    }
}

#[cfg(test)]
mod tests;
