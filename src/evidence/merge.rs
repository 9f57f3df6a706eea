//! Joining parts of evidence.
//!
//! The result depends neither on the order of the parts nor on how often one is joined. Known
//! beats unknown. Of two statements about what changes over time the newer one counts, of the same
//! day the less favourable one, because a check must not pass on the luckier of two exports. About
//! what does not change, no statement is newer: contradicting ones show nothing, or all of them
//! stay for the check to doubt. Every contradiction is told.

use super::contradiction::{Contradiction, Differing, Fact, Part};
use super::index::Index;
use super::{
    Association, DomainDays, Evidence, NamedSku, PartnerAccount, Subscription, SubscriptionDays,
    SubscriptionStatus, Tenant, UnresolvedDomain, UnresolvedReason, holds, newness,
};
use crate::claim::PurchaseChannel;
use crate::date::Date;
use crate::guid::Guid;
use crate::order::{sort_few, sorted, unique};
use crate::paste;

impl Evidence {
    /// Joins both, in a fixed order of rows.
    pub fn merged_with(mut self, other: Self) -> Self {
        self.append(other);
        self.joined()
    }

    /// Adds the rows of another part, not joined yet.
    pub fn append(&mut self, other: Self) {
        self.tenants.extend(other.tenants);
        self.unresolved_domains.extend(other.unresolved_domains);
        self.subscriptions.extend(other.subscriptions);
        self.partner_ids.extend(other.partner_ids);
        self.associations.extend(other.associations);
        self.skus.extend(other.skus);
        self.problems.extend(other.problems);
        self.index = Index::default();
    }

    /// Joins the rows about one and the same thing.
    pub fn joined(self) -> Self {
        let mut problems = self.problems;
        let (tenants, unresolved_domains) =
            tenants(self.tenants, self.unresolved_domains, &mut problems);
        let (subscriptions, index) = subscriptions(self.subscriptions, &mut problems);
        let partner_ids = join(
            self.partner_ids,
            |account| account.id.clone(),
            |a, b| partner_account(a, b, &mut problems),
        );
        let associations =
            join(self.associations, association_key, |a, b| association(a, b, &mut problems));
        let skus = join(
            self.skus,
            |sku| sku.sku_id.to_string(),
            |a, b| NamedSku {
                sku_id: a.sku_id,
                sku_part_number: a.sku_part_number.max(b.sku_part_number),
                product_name: a.product_name.max(b.product_name),
            },
        );
        let name = |Contradiction { part, id, field }: &Contradiction| {
            [part.name(), id, field.name()].join(" ")
        };
        let problems = join(problems, name, |one, _| one);
        Self {
            tenants,
            unresolved_domains,
            subscriptions,
            partner_ids,
            associations,
            skus,
            problems,
            index,
        }
    }
}

/// What is said, with the day on which it was known to be so.
type Stated<T> = (Option<T>, Option<Date>);

/// The statement that counts: known before unknown, newer before older, else the worse one.
fn newer<T>(a: Stated<T>, b: Stated<T>, is_worse: impl Fn(&T, &T) -> bool) -> Stated<T> {
    let rank = |stated: &Stated<T>| (stated.0.is_some(), newness(stated.1));
    let takes_b = match (&a.0, &b.0) {
        (Some(one), Some(other)) if newness(a.1) == newness(b.1) => is_worse(other, one),
        _ => rank(&b) > rank(&a),
    };
    if takes_b { b } else { a }
}

fn chain<T>(mut first: Vec<T>, second: Vec<T>) -> Vec<T> {
    first.extend(second);
    first
}

/// Joins all rows of one key, in the order of the keys.
fn join<T>(rows: Vec<T>, key: impl Fn(&T) -> String, mut both: impl FnMut(T, T) -> T) -> Vec<T> {
    let places = places(sorted(rows.iter().map(key)));
    let mut rows: Vec<Option<T>> = rows.into_iter().map(Some).collect();
    let mut joined: Vec<T> = Vec::new();
    for (place, is_same) in places {
        let Some(row) = rows.get_mut(place).and_then(Option::take) else { continue };
        let earlier = if is_same { joined.pop() } else { None };
        joined.push(match earlier {
            Some(earlier) => both(earlier, row),
            None => row,
        });
    }
    joined
}

/// For every place in the order of the keys: is its key that of the place before?
fn places(keys: Vec<(String, usize)>) -> Vec<(usize, bool)> {
    let mut last = String::new();
    let mut places = Vec::with_capacity(keys.len());
    for (key, place) in keys {
        let is_same = !places.is_empty() && key == last;
        places.push((place, is_same));
        last = key;
    }
    places
}

/// One source's word on a domain: the tenant that holds it, or why none does.
struct DomainStatement {
    domain: String,
    says: Result<Guid, UnresolvedReason>,
    as_of: Option<Date>,
}

impl DomainStatement {
    /// That another cloud has the domain contradicts nothing: it is what one cloud's directory says
    /// of a domain that another's resolves.
    fn is_of_other_cloud(&self) -> bool {
        self.says == Err(UnresolvedReason::OtherCloud)
    }
}

/// Joins tenants, the domains that they hold, and those that nobody holds.
fn tenants(
    mut rows: Vec<Tenant>,
    unresolved: Vec<UnresolvedDomain>,
    problems: &mut Vec<Contradiction>,
) -> (Vec<Tenant>, Vec<UnresolvedDomain>) {
    let unresolved = unresolved.into_iter();
    let mut statements: Vec<Vec<DomainStatement>> = unresolved
        .map(|UnresolvedDomain { domain, reason, as_of }| {
            vec![DomainStatement { domain, says: Err(reason), as_of }]
        })
        .collect();
    for Tenant { tenant_id, domains, as_of, .. } in &mut rows {
        let days = std::mem::replace(as_of, None.into());
        statements.extend(std::mem::take(domains).into_iter().map(|domain| {
            vec![DomainStatement { as_of: days.of(&domain), domain, says: Ok(*tenant_id) }]
        }));
    }
    let mut tenants = join(
        rows,
        |tenant| tenant.tenant_id.to_string(),
        |a, b| {
            let mut differing = Differing::default();
            differing.compare(Fact::Cloud, &a.cloud, &b.cloud);
            differing.told(Part::Tenants, &a.tenant_id.to_string(), problems);
            Tenant { cloud: a.cloud.max(b.cloud), source: a.source.max(b.source), ..a }
        },
    );
    let name = |about: &Vec<DomainStatement>| {
        about.first().map(|one| one.domain.clone()).unwrap_or_default()
    };
    let mut unresolved = Vec::new();
    for about in join(statements, name, chain) {
        domain(about, &mut tenants, &mut unresolved, problems);
    }
    (tenants, unresolved)
}

/// Keeps the newest statements about one domain. Several of one day all stay, for the check to
/// doubt; of several reasons why nobody holds it, one does.
fn domain(
    about: Vec<DomainStatement>,
    tenants: &mut [Tenant],
    unresolved: &mut Vec<UnresolvedDomain>,
    problems: &mut Vec<Contradiction>,
) {
    let (elsewhere, about): (Vec<_>, Vec<_>) =
        about.into_iter().partition(DomainStatement::is_of_other_cloud);
    let newest = |about: &[DomainStatement]| about.iter().map(|one| newness(one.as_of)).max();
    let (day, day_elsewhere) = (newest(&about), newest(&elsewhere));
    let mut nobody: Option<UnresolvedDomain> = None;
    let mut said = None;
    for DomainStatement { domain, says, as_of } in about {
        if said.is_some_and(|said| said != says.ok()) {
            let problem =
                Contradiction { part: Part::Tenants, id: domain.clone(), field: Fact::Domains };
            problems.push(problem);
        }
        said = Some(says.ok());
        if Some(newness(as_of)) < day {
            continue;
        }
        match says {
            Ok(id) => {
                // INVARIANT: tenants are in the order of their IDs.
                let place = tenants.binary_search_by_key(&id, |tenant| tenant.tenant_id).ok();
                if let Some(tenant) = place.and_then(|place| tenants.get_mut(place)) {
                    tenant.hold(domain, as_of);
                }
            }
            Err(reason) => {
                let other = nobody.as_ref().map_or(reason, |other| other.reason);
                nobody = Some(UnresolvedDomain { domain, reason: reason.min(other), as_of });
            }
        }
    }
    unresolved.extend(nobody);
    // Outdated once somebody says more.
    let one = elsewhere.into_iter().find(|one| Some(newness(one.as_of)) == day_elsewhere);
    unresolved.extend(one.filter(|_| day_elsewhere >= day).map(|one| UnresolvedDomain {
        domain: one.domain,
        reason: UnresolvedReason::OtherCloud,
        as_of: one.as_of,
    }));
}

impl Tenant {
    /// Adds a domain behind those that it has.
    fn hold(&mut self, domain: String, day: Option<Date>) {
        if self.domains.last() == Some(&domain) {
            return;
        }
        match &mut self.as_of {
            _ if self.domains.is_empty() => self.as_of = day.into(),
            DomainDays::All(other) if *other == day => {}
            DomainDays::All(other) => {
                let others = self.domains.iter().filter_map(|name| Some((name.clone(), (*other)?)));
                let own = day.map(|day| (domain.clone(), day));
                self.as_of = DomainDays::Each(others.chain(own).collect());
            }
            DomainDays::Each(days) => days.extend(day.map(|day| (domain.clone(), day))),
        }
        self.domains.push(domain);
    }
}

/// Two claims of different IDs are two claims, even on one product.
fn association_key(association: &Association) -> String {
    let Association { tenant_id, product, subscription_id, holder, claim_id, .. } = association;
    let subscription = subscription_id.map(|id| id.to_string()).unwrap_or_default();
    let product = product.as_deref().unwrap_or_default();
    let claim = claim_id.as_deref().unwrap_or_default();
    let tenant = tenant_id.to_string();
    [&*tenant, &*subscription, holder.name(), claim, product].join("\u{1f}")
}

fn association(a: Association, b: Association, problems: &mut Vec<Contradiction>) -> Association {
    let mut differing = Differing::default();
    let slug = |status: &Option<String>| status.as_deref().map(paste::slug);
    differing.compare(Fact::Status, &slug(&a.status), &slug(&b.status));
    let id = a.subscription_id.unwrap_or(a.tenant_id);
    differing.told(Part::Associations, &id.to_string(), problems);
    let (status, as_of) =
        newer((a.status, a.as_of), (b.status, b.as_of), |a, b| (holds(a), a) > (holds(b), b));
    Association { status, as_of, since: least(a.since, b.since), ..a }
}

fn partner_account(
    a: PartnerAccount,
    b: PartnerAccount,
    problems: &mut Vec<Contradiction>,
) -> PartnerAccount {
    let mut differing = Differing::default();
    let slug = |text: &Option<String>| text.as_deref().map(paste::slug);
    differing.compare(Fact::Kind, &a.kind, &b.kind);
    differing.compare(Fact::PartnerType, &slug(&a.partner_type), &slug(&b.partner_type));
    differing.compare(Fact::Enrolled, &a.enrolled, &b.enrolled);
    differing.told(Part::PartnerIds, &a.id, problems);
    let (enrolled, as_of) = newer((a.enrolled, a.as_of), (b.enrolled, b.as_of), |a, b| a < b);
    PartnerAccount {
        id: a.id,
        kind: a.kind.max(b.kind),
        partner_type: a.partner_type.max(b.partner_type),
        programs: match (a.programs, b.programs) {
            (Some(a), Some(b)) => Some(unique(chain(a, b))),
            (a, b) => a.or(b),
        },
        enrolled,
        name: a.name.max(b.name),
        as_of,
    }
}

/// The smaller of the known ones.
fn least<T: Ord>(a: Option<T>, b: Option<T>) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// One subscription under join.
struct Group {
    /// All that is known of it; nothing where only a contradiction is told about it.
    one: Option<Subscription>,
    /// Its ID if no record names two.
    id: Guid,
    /// Every pair of IDs that a record names.
    ids: Vec<(Guid, Guid)>,
    /// Every tenant it was seen on.
    tenants: Vec<Guid>,
    differing: Differing,
}

impl Group {
    fn of(record: Subscription) -> Self {
        Self {
            id: record.id,
            ids: record
                .commerce_subscription_id
                .map(|other| (record.id, other))
                .into_iter()
                .collect(),
            tenants: record.tenant_id.into_iter().collect(),
            differing: Differing::default(),
            one: Some(record),
        }
    }

    fn and(self, other: Self) -> Self {
        let mut differing = self.differing.and(other.differing);
        Self {
            one: match (self.one, other.one) {
                (Some(a), Some(b)) => Some(subscription(a, b, &mut differing)),
                (a, b) => a.or(b),
            },
            id: self.id,
            ids: chain(self.ids, other.ids),
            tenants: chain(self.tenants, other.tenants),
            differing,
        }
    }

    /// A record for every tenant, each with all that is known otherwise: which tenant is the right
    /// one is for the check to doubt, not for the join to choose. The directory's ID comes first; a
    /// record under the commerce ID alone gives way to it.
    fn records(mut self, problems: &mut Vec<Contradiction>) -> Vec<Subscription> {
        sort_few(&mut self.ids, |ids| *ids);
        self.ids.dedup();
        sort_few(&mut self.tenants, |id| *id);
        self.tenants.dedup();
        let id = self.ids.first().map_or(self.id, |(id, _)| *id);
        let about = id.to_string();
        if self.ids.len() > 1 {
            self.differing.add(Fact::Id);
        }
        if self.tenants.len() > 1 {
            self.differing.add(Fact::TenantId);
        }
        self.differing.told(Part::Subscriptions, &about, problems);
        let Some(mut one) = self.one else { return Vec::new() };
        settle(&mut one);
        let mut tenants: Vec<_> = self.tenants.into_iter().map(Some).collect();
        if tenants.is_empty() {
            tenants.push(None);
        }
        let mut ids: Vec<_> = self.ids.into_iter().map(|(id, other)| (id, Some(other))).collect();
        if ids.is_empty() {
            ids.push((id, None));
        }
        let mut records = Vec::new();
        for (place, (id, commerce_subscription_id)) in ids.into_iter().enumerate() {
            // A further pair of IDs contradicts the first. Two tenants are enough for doubt there.
            let step = if place == 0 { 1 } else { tenants.len().saturating_sub(1).max(1) };
            records.extend(tenants.iter().step_by(step).map(|tenant_id| Subscription {
                id,
                commerce_subscription_id,
                tenant_id: *tenant_id,
                ..one.clone()
            }));
        }
        records
    }
}

/// Joins the records of one subscription; they are one if they share either ID. What is told about
/// a subscription is told about the ID that it has afterwards.
fn subscriptions(
    mut records: Vec<Subscription>,
    problems: &mut Vec<Contradiction>,
) -> (Vec<Subscription>, Index) {
    if let Some(index) = index_of_joined(&records, problems) {
        records.iter_mut().for_each(settle);
        return (records, index);
    }
    let mut each: Vec<Group> = records.into_iter().map(Group::of).collect();
    problems.retain(|problem| {
        let id = Guid::parse(&problem.id).ok().filter(|_| problem.part == Part::Subscriptions);
        let mut differing = Differing::default();
        differing.add(problem.field);
        let told = |id| Group { id, ids: vec![], tenants: vec![], one: None, differing };
        each.extend(id.map(told));
        id.is_none()
    });
    let roots = roots(&each);
    let mut groups: Vec<Option<Group>> = each.iter().map(|_| None).collect();
    for (one, root) in each.into_iter().zip(roots) {
        let Some(group) = groups.get_mut(root) else { continue };
        *group = Some(match group.take() {
            None => one,
            Some(others) => others.and(one),
        });
    }
    let joined = groups.into_iter().flatten().flat_map(|group| group.records(problems)).collect();
    let place = |record: &Subscription| {
        let of = |id: Option<Guid>| id.map(|id| id.to_string()).unwrap_or_default();
        [record.id.to_string(), of(record.commerce_subscription_id), of(record.tenant_id)].concat()
    };
    let joined = join(joined, place, |first, _| first);
    let index = Index::of(&joined);
    (joined, index)
}

/// The index of records that are as a join leaves them. What was joined already is not joined again:
/// that takes longer than all else. `None` also where it would be long to tell.
fn index_of_joined(records: &[Subscription], problems: &[Contradiction]) -> Option<Index> {
    let mut last = None;
    if !records.iter().all(|record| last.replace(record.id) < Some(record.id)) {
        return None;
    }
    let are_canonical = problems.iter().filter(|one| one.part == Part::Subscriptions).all(|one| {
        let id = Guid::parse(&one.id).ok();
        id.is_some_and(|id| records.binary_search_by_key(&id, |record| record.id).is_ok())
    });
    let index = Index::of(records);
    let is_alone = |(place, record): (usize, &Subscription)| {
        [Some(record.id), record.commerce_subscription_id].into_iter().flatten().all(|id| {
            let mut others = index.places(id).filter(|other| *other != place);
            others.all(|other| !records.get(other).is_some_and(|other| other.is_named(id)))
        })
    };
    let are_joined = are_canonical && records.iter().enumerate().all(is_alone);
    are_joined.then_some(index)
}

/// For every record the place of the record that stands for its group: records that share an ID,
/// directly or through others.
fn roots(records: &[Group]) -> Vec<usize> {
    fn root(parents: &[usize], mut place: usize) -> usize {
        while let Some(parent) = parents.get(place).filter(|parent| **parent != place) {
            place = *parent;
        }
        place
    }
    let mut parents: Vec<usize> = (0..records.len()).collect();
    let ids = records.iter().flat_map(|record| {
        let other = record.ids.first().map_or(record.id, |(_, other)| *other);
        [record.id, other].map(|id| id.to_string())
    });
    let mut last: Option<(String, usize)> = None;
    for (id, place) in sorted(ids) {
        // Two IDs a record, one after the other.
        let place = place / 2;
        if let Some((_, earlier)) = last.filter(|(last, _)| *last == id) {
            let (a, b) = (root(&parents, earlier), root(&parents, place));
            if let Some(parent) = parents.get_mut(a.max(b)) {
                *parent = a.min(b);
            }
        }
        last = Some((id, place));
    }
    (0..records.len()).map(|place| root(&parents, place)).collect()
}

/// All that two records say, but for IDs and tenant.
fn subscription(a: Subscription, b: Subscription, differing: &mut Differing) -> Subscription {
    let known = |status| Some(status).filter(|status| *status != SubscriptionStatus::Unknown);
    let named = |channel: Option<_>| channel.filter(|one| *one != PurchaseChannel::Unknown);
    differing.compare(Fact::Status, &known(a.status), &known(b.status));
    differing.compare(Fact::EndsOn, &a.ends_on, &b.ends_on);
    differing.compare(Fact::Provisioning, &a.provisioning, &b.provisioning);
    differing.compare(Fact::SkuId, &a.sku_id, &b.sku_id);
    differing.compare(Fact::SkuPartNumber, &a.sku_part_number, &b.sku_part_number);
    differing.compare(Fact::Channel, &named(a.channel), &named(b.channel));
    differing.compare(Fact::OwnerTenantId, &a.owner_tenant_id, &b.owner_tenant_id);
    differing.compare(Fact::ClaimedBy, &a.claimed_by, &b.claimed_by);
    let (status, status_day) =
        newer((known(a.status), a.as_of.status), (known(b.status), b.as_of.status), |a, b| a > b);
    let (ends_on, ends_on_day) =
        newer((a.ends_on, a.as_of.ends_on), (b.ends_on, b.as_of.ends_on), |a, b| a < b);
    let (provisioning, provisioning_day) = newer(
        (a.provisioning, a.as_of.provisioning),
        (b.provisioning, b.as_of.provisioning),
        |a, b| a > b,
    );
    Subscription {
        id: a.id,
        commerce_subscription_id: a.commerce_subscription_id,
        tenant_id: a.tenant_id,
        sku_id: agreed(a.sku_id, b.sku_id, || Guid::NIL),
        sku_part_number: agreed(a.sku_part_number, b.sku_part_number, || "?".to_owned()),
        product_name: a.product_name.max(b.product_name),
        status: status.unwrap_or(SubscriptionStatus::Unknown),
        channel: channel(a.channel, b.channel),
        owner_tenant_id: a.owner_tenant_id.max(b.owner_tenant_id),
        provisioning,
        created_on: least(a.created_on, b.created_on),
        ends_on,
        claimed_by: a.claimed_by.max(b.claimed_by),
        as_of: SubscriptionDays {
            status: status_day,
            ends_on: ends_on_day,
            provisioning: provisioning_day,
        },
        excerpt: a.excerpt && b.excerpt,
    }
}

/// Gives one day to a record of which all that is known has the same.
fn settle(record: &mut Subscription) {
    let SubscriptionDays { status, ends_on, provisioning } = record.as_of;
    let known = [
        (record.status != SubscriptionStatus::Unknown).then_some(status),
        record.ends_on.map(|_| ends_on),
        record.provisioning.map(|_| provisioning),
    ];
    let mut days = known.into_iter().flatten();
    record.as_of = match days.next() {
        None => [status, ends_on, provisioning]
            .into_iter()
            .max_by_key(|day| newness(*day))
            .flatten()
            .into(),
        Some(first) if days.all(|day| day == first) => first.into(),
        Some(_) => {
            let [status, ends_on, provisioning] = known.map(Option::flatten);
            SubscriptionDays { status, ends_on, provisioning }
        }
    };
}

/// Two exports that name different SKUs show none: the stand-in is in no table, and stays whatever
/// else is joined.
fn agreed<T: PartialEq>(a: Option<T>, b: Option<T>, stand_in: fn() -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => Some(stand_in()),
        (a, b) => a.or(b),
    }
}

fn channel(a: Option<PurchaseChannel>, b: Option<PurchaseChannel>) -> Option<PurchaseChannel> {
    let rank = |channel: &PurchaseChannel| match channel {
        PurchaseChannel::Unknown => 0,
        PurchaseChannel::Csp => 2,
        _ => 1,
    };
    [a, b].into_iter().flatten().max_by_key(|channel| (rank(channel), *channel))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Holder, Provisioning};
    use crate::json;

    fn evidence(text: &str) -> Evidence {
        let (value, _) = json::parse(text);
        let (evidence, faults) = Evidence::read(&value, &|_| None);
        assert_eq!(faults, [], "{text}");
        evidence
    }

    fn joined(texts: &[&str]) -> Evidence {
        texts.iter().map(|text| evidence(text)).fold(Evidence::default(), Evidence::merged_with)
    }

    fn problems(evidence: &Evidence) -> Vec<String> {
        let name = |Contradiction { part, id, field }: &Contradiction| {
            format!("{} {id} {}", part.name(), field.name())
        };
        evidence.problems.iter().map(name).collect()
    }

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    fn one(members: &str) -> String {
        format!(r#"{{"subscriptions":[{{"id":"{ID}",{members}}}]}}"#)
    }

    #[test]
    fn the_newer_statement_counts() {
        for (old, new, expected) in [
            (r#""status":"active""#, r#""status":"expired""#, r#""status":"expired""#),
            (r#""status":"expired""#, r#""status":"active""#, r#""status":"active""#),
            (
                r#""status":"active","endsOn":"2027-01-01""#,
                r#""endsOn":"2028-01-01""#,
                r#""status":"active","endsOn":"2028-01-01""#,
            ),
            (
                r#""status":"active","provisioning":"provisioned""#,
                r#""status":"active","provisioning":"pending""#,
                r#""status":"active","provisioning":"pending""#,
            ),
        ] {
            for (first, second) in [("2026-01-01", Some("2026-02-01")), ("2026-01-01", None)] {
                let old = one(&format!(r#"{old},"asOf":"{first}""#));
                let day = second.map(|day| format!(r#","asOf":"{day}""#)).unwrap_or_default();
                let new = one(&format!("{new}{day}"));
                let expected = &evidence(&one(expected)).subscriptions[0];
                for texts in [[&*old, &*new], [&*new, &*old]] {
                    let actual = &joined(&texts).subscriptions[0];
                    assert_eq!(actual.status, expected.status, "{texts:?}");
                    assert_eq!(actual.ends_on, expected.ends_on, "{texts:?}");
                    assert_eq!(actual.provisioning, expected.provisioning, "{texts:?}");
                }
            }
        }
    }

    #[test]
    fn each_fact_keeps_its_day() {
        let merged = joined(&[
            &one(r#""status":"active","endsOn":"2027-01-01","asOf":"2026-01-01""#),
            &one(r#""status":"in-grace","asOf":"2026-03-01""#),
        ]);
        let text = serde_json::to_string(&merged.subscriptions[0]).unwrap();
        assert!(text.contains(r#""asOf":{"status":"2026-03-01","endsOn":"2026-01-01"}"#), "{text}");
        let read = evidence(&one(r#""status":"in-grace","endsOn":"2027-01-01",
                "asOf":{"status":"2026-03-01","endsOn":"2026-01-01"}"#));
        assert_eq!(read.joined().subscriptions, merged.subscriptions);
        let later = joined(&[&one(r#""endsOn":"2027-01-01","asOf":"2026-03-01""#)]);
        let text = serde_json::to_string(&merged.merged_with(later).subscriptions[0]).unwrap();
        assert!(text.contains(r#""asOf":"2026-03-01""#), "{text}");
    }

    #[test]
    fn of_one_day_the_less_favourable_statement_stays() {
        let merged = joined(&[
            &one(r#""status":"in-grace","endsOn":"2027-01-01","provisioning":"pending""#),
            &one(r#""status":"active","endsOn":"2026-12-01","provisioning":"provisioned""#),
        ]);
        let record = &merged.subscriptions[0];
        assert_eq!(record.status, SubscriptionStatus::InGrace);
        assert_eq!(record.provisioning, Some(Provisioning::Pending));
        assert_eq!(record.ends_on.unwrap().to_string(), "2026-12-01");
        assert_eq!(
            problems(&merged),
            ["endsOn", "provisioning", "status"].map(|fact| format!("subscriptions {ID} {fact}"))
        );
        let enrolled = |flag: &str, day: &str| {
            format!(r#"{{"partnerIds":[{{"id":"5357564","enrolled":{flag}{day}}}]}}"#)
        };
        for (a, b, expected) in [
            (enrolled("true", ""), enrolled("false", ""), false),
            (enrolled("true", ""), enrolled("false", r#","asOf":"2026-01-01""#), true),
        ] {
            let merged = joined(&[&a, &b]);
            assert_eq!(merged.partner_ids[0].enrolled, Some(expected));
            assert_eq!(problems(&merged), ["partnerIds 5357564 enrolled"]);
        }
    }

    #[test]
    fn what_does_not_change_is_not_decided_by_date() {
        let merged = joined(&[
            &one(
                r#""tenantId":"00000000-0000-0000-0000-00000000000a","channel":"csp","asOf":"2020-01-01",
                "skuId":"1e1a282c-9c54-43a2-9310-98ef728faace","skuPartNumber":"A""#,
            ),
            &one(r#""tenantId":"00000000-0000-0000-0000-00000000000b","channel":"web-direct",
                "skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06","skuPartNumber":"B""#),
        ]);
        assert_eq!(merged.subscriptions.len(), 2, "one record for each tenant");
        for record in &merged.subscriptions {
            assert_eq!(record.sku_id, Some(Guid::NIL));
            assert_eq!(record.sku_part_number.as_deref(), Some("?"));
            assert_eq!(record.channel, Some(PurchaseChannel::Csp));
        }
        assert_eq!(
            problems(&merged),
            ["channel", "skuId", "skuPartNumber", "tenantId"]
                .map(|fact| format!("subscriptions {ID} {fact}"))
        );
    }

    #[test]
    fn the_newest_word_on_a_domain_counts() {
        const A: &str = "00000000-0000-0000-0000-00000000000a";
        const B: &str = "00000000-0000-0000-0000-00000000000b";
        let held = |by: &str, day: &str| {
            format!(
                r#"{{"tenants":[{{"tenantId":"{by}","domains":["contoso.com"],"source":"x","asOf":"{day}"}}]}}"#
            )
        };
        let unresolved = |reason: &str, day: &str| {
            format!(
                r#"{{"unresolvedDomains":[{{"domain":"contoso.com","reason":"{reason}","asOf":"{day}"}}]}}"#
            )
        };
        let told = |merged: &Evidence| {
            let holders = merged.tenants.iter().filter(|tenant| !tenant.domains.is_empty());
            let mut words: Vec<String> =
                holders.map(|tenant| tenant.tenant_id.to_string().split_off(35)).collect();
            words.extend(merged.unresolved_domains.iter().map(|one| one.reason.name().to_owned()));
            words.extend((!merged.problems.is_empty()).then(|| "!".to_owned()));
            words.join(" ")
        };
        for (one, other, expected) in [
            (held(A, "2026-01-01"), held(A, "2026-02-01"), "a"),
            (held(A, "2026-01-01"), held(B, "2026-02-01"), "b !"),
            (held(A, "2026-01-01"), held(B, "2026-01-01"), "a b !"),
            (held(A, "2026-01-01"), unresolved("not-found", "2026-02-01"), "not-found !"),
            (held(A, "2026-01-01"), unresolved("not-found", "2026-01-01"), "a not-found !"),
            (held(A, "2026-02-01"), unresolved("not-found", "2026-01-01"), "a !"),
            (held(A, "2026-01-01"), unresolved("other-cloud", "2026-01-01"), "a other-cloud"),
            (held(A, "2026-02-01"), unresolved("other-cloud", "2026-01-01"), "a"),
            (
                unresolved("malformed", "2026-01-01"),
                unresolved("not-found", "2026-01-01"),
                "not-found",
            ),
        ] {
            assert_eq!(told(&joined(&[&one, &other])), expected, "{one} {other}");
            assert_eq!(told(&joined(&[&other, &one])), expected, "{other} {one}");
        }
        let merged = joined(&[
            &held(A, "2026-01-01"),
            &held(A, "2026-02-01").replace("contoso.com", "contoso.de"),
        ]);
        let text = serde_json::to_string(&merged.tenants).unwrap();
        assert!(
            text.contains(r#""asOf":{"contoso.com":"2026-01-01","contoso.de":"2026-02-01"}"#),
            "{text}"
        );
    }

    #[test]
    fn a_claim_is_told_by_its_id() {
        let claim = |id: &str, status: &str, day: &str| {
            format!(
                r#"{{"associations":[{{"tenantId":"{ID}","product":"Teams","holder":"us",
                    "claimId":"{id}","status":"{status}","asOf":"{day}"}}]}}"#
            )
        };
        let merged = joined(&[
            &claim("C-1", "Approved", "2026-01-01"),
            &claim("C-1", "Rejected", "2026-02-01"),
            &claim("C-2", "Approved", "2026-01-01"),
        ]);
        let statuses: Vec<_> =
            merged.associations.iter().map(|one| one.status.clone().unwrap()).collect();
        assert_eq!(statuses, ["Rejected", "Approved"]);
        assert_eq!(merged.associations[0].holder, Holder::Us);
        assert_eq!(problems(&merged), [format!("associations {ID} status")]);
    }

    /// The directory's record knows both IDs; what was told about the commerce ID is told about it.
    #[test]
    fn either_id_joins() {
        let a = one(
            r#""commerceSubscriptionId":"00000000-0000-0000-0000-0000000000c1","status":"active""#,
        );
        let b = r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-0000000000c1","status":"unknown","channel":"csp"}],
            "problems":[{"code":"contradiction","part":"subscriptions","id":"00000000-0000-0000-0000-0000000000c1","field":"status"}]}"#;
        let merged = joined(&[b, &a]);
        assert_eq!(merged.subscriptions.len(), 1);
        assert_eq!(merged.subscriptions[0].channel, Some(PurchaseChannel::Csp));
        assert_eq!(problems(&merged), [format!("subscriptions {ID} status")]);
    }

    /// Parts of a few rows about a few things, so that they meet often.
    struct Parts(u64);

    impl Parts {
        fn below(&mut self, end: u64) -> usize {
            self.0 ^= self.0 << 13;
            self.0 ^= self.0 >> 7;
            self.0 ^= self.0 << 17;
            usize::try_from((self.0 >> 11) % end).unwrap()
        }

        fn of<'t>(&mut self, texts: &[&'t str]) -> &'t str {
            texts[self.below(texts.len() as u64)]
        }

        fn member(&mut self, name: &str, values: &[&str]) -> String {
            if self.below(2) == 0 {
                return String::new();
            }
            format!(r#","{name}":{}"#, self.of(values))
        }

        fn guid(digit: &str) -> String {
            format!("00000000-0000-0000-0000-00000000000{digit}")
        }

        fn row(&mut self) -> (&'static str, String) {
            let day = self.member("asOf", &[r#""2026-01-01""#, r#""2026-02-01""#]);
            let tenant = Self::guid(self.of(&["a", "b"]));
            match self.below(8) {
                0 => {
                    let (domain, cloud) = (
                        self.of(&["c.com", "d.com"]),
                        self.member("cloud", &[r#""global""#, r#""china""#]),
                    );
                    let row = format!(
                        r#""tenantId":"{tenant}","domains":["{domain}"],"source":"x"{cloud}{day}"#
                    );
                    ("tenants", row)
                }
                1 => {
                    let domain = self.of(&["c.com", "d.com"]);
                    let reason = self.of(&["not-found", "malformed", "other-cloud"]);
                    (
                        "unresolvedDomains",
                        format!(r#""domain":"{domain}","reason":"{reason}"{day}"#),
                    )
                }
                2 => {
                    let enrolled = self.member("enrolled", &["true", "false"]);
                    let kind = self.member("kind", &[r#""location""#, r#""global-account""#]);
                    ("partnerIds", format!(r#""id":"5357564"{enrolled}{kind}{day}"#))
                }
                3 => {
                    let status = self.member("status", &[r#""Approved""#, r#""Rejected""#]);
                    ("associations", format!(r#""tenantId":"{tenant}","holder":"us"{status}{day}"#))
                }
                _ => {
                    let id = Self::guid(self.of(&["1", "2", "7"]));
                    let mut row = format!(r#""id":"{id}"{day}"#);
                    for (name, values) in [
                        (
                            "commerceSubscriptionId",
                            &[
                                r#""00000000-0000-0000-0000-000000000007""#,
                                r#""00000000-0000-0000-0000-000000000008""#,
                            ][..],
                        ),
                        ("tenantId", &[&*format!("{tenant:?}")]),
                        ("status", &[r#""active""#, r#""expired""#, r#""unknown""#]),
                        ("endsOn", &[r#""2027-01-01""#, r#""2028-01-01""#]),
                        ("provisioning", &[r#""provisioned""#, r#""failed""#]),
                        ("channel", &[r#""csp""#, r#""other""#, r#""unknown""#]),
                        (
                            "skuId",
                            &[
                                r#""1e1a282c-9c54-43a2-9310-98ef728faace""#,
                                r#""06ebc4ee-1bb5-47dd-8120-11324bc54e06""#,
                            ],
                        ),
                    ] {
                        row += &self.member(name, values);
                    }
                    ("subscriptions", row)
                }
            }
        }

        fn part(&mut self) -> Evidence {
            let rows = 1 + self.below(2);
            (0..rows).fold(Evidence::default(), |mut part, _| {
                let (name, row) = self.row();
                part.append(evidence(&format!(r#"{{"{name}":[{{{row}}}]}}"#)));
                part
            })
        }
    }

    /// Evidence as it crosses to the page and back.
    fn crossed(evidence: Evidence) -> Evidence {
        let text = serde_json::to_string(&evidence).unwrap();
        let (value, _) = json::parse(&text);
        let (read, faults) = Evidence::read(&value, &|_| None);
        assert_eq!(faults, [], "{text}");
        read
    }

    /// Unoptimised, a thousand take some seconds.
    const CASES: usize = if cfg!(debug_assertions) { 300 } else { 10_000 };

    /// Every order and grouping of four generated parts, with doubles, also over JSON.
    #[test]
    fn order_grouping_and_doubles_do_not_matter() {
        let mut random = Parts(0x5eed_2026_1122);
        let join = |a: &Evidence, b: &Evidence| a.clone().merged_with(b.clone());
        let mut contradicting = 0;
        for _ in 0..CASES {
            let [a, b, c, d] = [(); 4].map(|()| random.part());
            let whole = join(&join(&join(&a, &b), &c), &d);
            contradicting += usize::from(!whole.problems.is_empty());
            for [a, b, c, d] in
                [[&a, &b, &d, &c], [&d, &c, &b, &a], [&c, &a, &d, &b], [&b, &d, &a, &c]]
            {
                for other in [
                    join(&join(&join(a, b), c), d),
                    join(a, &join(b, &join(c, d))),
                    join(&join(a, b), &join(c, d)),
                    join(&join(a, &join(b, c)), d),
                    join(&crossed(join(a, b)), &crossed(join(c, d))),
                    join(&join(&join(a, a), &join(b, c)), &join(&join(c, d), a)),
                ] {
                    assert_eq!(other, whole, "{a:?}\n{b:?}\n{c:?}\n{d:?}");
                }
            }
            assert_eq!(join(&whole, &whole), whole);
            assert_eq!(crossed(whole.clone()).joined(), whole);
        }
        assert!((CASES / 6..CASES).contains(&contradicting), "{contradicting}");
    }

    /// A contradiction is told if and only if two rows about one thing say different things.
    #[test]
    fn contradictions_are_told_where_statements_differ() {
        let mut random = Parts(0xd1ff);
        for _ in 0..3 * CASES {
            let rows: Vec<Evidence> = (0..4).map(|_| random.part()).collect();
            let all = rows.iter().cloned().fold(Evidence::default(), Evidence::merged_with);
            let mut every = Evidence::default();
            rows.into_iter().for_each(|row| every.append(row));
            let differ = |values: Vec<Option<String>>| {
                let known: Vec<String> = values.into_iter().flatten().collect();
                known.iter().any(|value| *value != known[0])
            };
            let has = |part: Part, id: String, field: Fact| {
                all.problems.contains(&Contradiction { part, id, field })
            };
            for account in &all.partner_ids {
                let same = every.partner_ids.iter().filter(|one| one.id == account.id);
                let values = same.map(|one| one.enrolled.map(|flag| flag.to_string())).collect();
                let told = has(Part::PartnerIds, account.id.clone(), Fact::Enrolled);
                assert_eq!(told, differ(values), "{every:?}");
            }
            for domain in ["c.com", "d.com"] {
                let held = every.tenants.iter().filter(|tenant| tenant.domains[0] == domain);
                let held = held.map(|tenant| Some(tenant.tenant_id.to_string()));
                let nobody = every.unresolved_domains.iter().filter(|one| {
                    one.domain == domain && one.reason != UnresolvedReason::OtherCloud
                });
                let values = held.chain(nobody.map(|_| Some("nobody".to_owned()))).collect();
                let told = has(Part::Tenants, domain.to_owned(), Fact::Domains);
                assert_eq!(told, differ(values), "{every:?}");
            }
            for record in &all.subscriptions {
                // A group of its own, so that what belongs together is plain.
                let ids = [Some(record.id), record.commerce_subscription_id];
                let about: Vec<_> = every
                    .subscriptions
                    .iter()
                    .filter(|one| {
                        ids.contains(&Some(one.id))
                            || one
                                .commerce_subscription_id
                                .is_some_and(|id| ids.contains(&Some(id)))
                    })
                    .collect();
                let stays = |one: &&Subscription| {
                    ids.contains(&Some(one.id))
                        && one.commerce_subscription_id.is_none_or(|id| ids.contains(&Some(id)))
                };
                if !about.iter().all(stays)
                    || all.subscriptions.iter().any(|other| {
                        other.id != record.id
                            && other.commerce_subscription_id == record.commerce_subscription_id
                            && other.commerce_subscription_id.is_some()
                    })
                {
                    continue;
                }
                let status = |one: &&Subscription| {
                    Some(one.status.name().to_owned()).filter(|name| name != "unknown")
                };
                let values = about.iter().map(status).collect();
                let told = has(Part::Subscriptions, record.id.to_string(), Fact::Status);
                assert_eq!(told, differ(values), "{every:?}");
            }
        }
    }
}
