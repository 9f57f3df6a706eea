//! Joins subscriptions: records that share an ID are about the same subscription.

use super::join::{join, keep_earlier, keep_greater, keep_newer, sort_by_keys};
use crate::claim::PurchaseChannel;
use crate::evidence::contradiction::{Contradiction, Differences};
use crate::evidence::index::{Index, of_guid, of_subscriptions};
use crate::evidence::{Subscription, SubscriptionDays, recency};
use crate::guid::Guid;
use crate::order::sorted;
use crate::vocabulary::{EvidencePart, Fact, SubscriptionStatus};

/// Joins the records that share either ID. Contradictions about a subscription move to the ID that
/// it has afterwards.
pub fn join_all(records: &mut Vec<Subscription>, problems: &mut Vec<Contradiction>) -> Index {
    if let Some(index) = index_of_joined(records, problems) {
        records.iter_mut().for_each(unify_days);
        return index;
    }
    let mut alone = take_alone(records, problems);
    join_groups(records, problems);
    alone.iter_mut().for_each(unify_days);
    records.append(&mut alone);
    // INVARIANT: groups have no ID in common, and each has left its records in order.
    let keys = sorted(records.iter().map(|record| record.id));
    sort_by_keys(&keys, &mut |a, b| records.swap(a, b));
    of_subscriptions(records)
}

/// Takes out the records that share no ID with another one. There is nothing to join in them, and of
/// tens of thousands they are nearly all.
fn take_alone(records: &mut Vec<Subscription>, problems: &[Contradiction]) -> Vec<Subscription> {
    let index = of_subscriptions(records);
    let rows = records.iter().enumerate();
    let mut are_alone: Vec<bool> =
        rows.map(|(position, record)| is_alone(position, record, records, &index)).collect();
    // A contradiction about a subscription is joined with its record.
    let named = problems.iter().filter(|problem| problem.part == EvidencePart::Subscriptions);
    let ids = named.filter_map(|problem| Guid::parse(&problem.id).ok());
    for position in ids.flat_map(|id| index.positions(of_guid(id))) {
        are_alone.get_mut(position).into_iter().for_each(|is_alone| *is_alone = false);
    }
    let mut are_alone = are_alone.into_iter();
    let all = std::mem::take(records).into_iter();
    let (alone, others) = all.partition(|_| are_alone.next() == Some(true));
    *records = others;
    alone
}

/// Does no other record have one of its IDs?
fn is_alone(
    position: usize,
    record: &Subscription,
    records: &[Subscription],
    index: &Index,
) -> bool {
    [Some(record.id), record.commerce_subscription_id].into_iter().flatten().all(|id| {
        let mut others = index.positions(of_guid(id)).filter(|other| *other != position);
        others.all(|other| !records.get(other).is_some_and(|other| other.is_named(id)))
    })
}

/// Joins records through the IDs that they share.
fn join_groups(records: &mut Vec<Subscription>, problems: &mut Vec<Contradiction>) {
    let mut groups: Vec<Group> = records.drain(..).map(Group::of).collect();
    problems.retain(|problem| {
        let id =
            Guid::parse(&problem.id).ok().filter(|_| problem.part == EvidencePart::Subscriptions);
        groups.extend(id.map(|id| Group::of_contradiction(id, problem.field)));
        id.is_none()
    });
    unite_ids(&mut groups);
    join(&mut groups, |group| group.id.to_string(), &mut Group::merge);
    for group in groups {
        group.add_records(records, problems);
    }
}

/// A subscription while its records are joined.
struct Group {
    /// One of its IDs.
    id: Guid,
    /// Everything known about it; `None` if there is only a contradiction.
    record: Option<Subscription>,
    /// Every pair of IDs that a record names.
    ids: Vec<(Guid, Guid)>,
    /// Every tenant that a record names.
    tenants: Vec<Guid>,
    differences: Differences,
}

impl Group {
    fn of(record: Subscription) -> Self {
        let other = record.commerce_subscription_id;
        Self {
            id: record.id,
            ids: other.into_iter().map(|other| (record.id, other)).collect(),
            tenants: record.tenant_id.into_iter().collect(),
            differences: Differences::default(),
            record: Some(record),
        }
    }

    fn of_contradiction(id: Guid, fact: Fact) -> Self {
        let mut differences = Differences::default();
        differences.add(fact, true);
        Self { id, ids: Vec::new(), tenants: Vec::new(), differences, record: None }
    }

    /// Adds everything that another record of the same subscription states.
    fn merge(&mut self, other: &mut Self) {
        self.differences.add_all(other.differences);
        // Contradictions come after the records, so they never come first here.
        if let (Some(a), Some(b)) = (&mut self.record, &mut other.record) {
            join_records(a, b, &mut self.differences);
        }
        self.ids.append(&mut other.ids);
        self.tenants.append(&mut other.tenants);
    }

    /// Adds a record for every tenant, each with everything else that is known: it is for the
    /// check, not for the join, to decide which tenant is right. The directory's ID comes first,
    /// and a record that has only the commerce ID gives way to it. If sources pair IDs differently,
    /// each further ID is paired with the first, so that every ID leads to all records.
    fn add_records(mut self, records: &mut Vec<Subscription>, problems: &mut Vec<Contradiction>) {
        let (mut firsts, mut others): (Vec<Guid>, Vec<Guid>) = self.ids.into_iter().unzip();
        [&mut firsts, &mut others, &mut self.tenants].into_iter().for_each(sort_unique);
        let id = firsts.first().copied().unwrap_or(self.id);
        self.differences.add(Fact::Id, firsts.len() > 1 || others.len() > 1);
        self.differences.add(Fact::TenantId, self.tenants.len() > 1);
        others.extend(firsts.into_iter().skip(1));
        sort_unique(&mut others);
        self.differences.report(EvidencePart::Subscriptions, &id.to_string(), problems);
        let Some(mut record) = self.record else { return };
        unify_days(&mut record);
        let last = self.tenants.len().saturating_sub(1);
        record.id = id;
        for position in 0..others.len().max(1) {
            record.commerce_subscription_id = others.get(position).copied();
            // A further ID contradicts the first one. For it, two tenants are enough to show a
            // contradiction.
            for at in (0..=last).filter(|at| position == 0 || *at == 0 || *at == last) {
                record.tenant_id = self.tenants.get(at).copied();
                records.push(record.clone());
            }
        }
    }
}

/// The index of records that are joined already, because joining again would take most of the time.
/// Returns `None` if they are not joined, or if that would take long to find out.
fn index_of_joined(records: &[Subscription], problems: &[Contradiction]) -> Option<Index> {
    if !records.is_sorted_by_key(|record| record.id) {
        return None;
    }
    let are_canonical =
        problems.iter().filter(|one| one.part == EvidencePart::Subscriptions).all(|one| {
            let id = Guid::parse(&one.id).ok();
            id.is_some_and(|id| records.binary_search_by_key(&id, |record| record.id).is_ok())
        });
    let index = of_subscriptions(records);
    let mut rows = records.iter().enumerate();
    let are_joined =
        are_canonical && rows.all(|(position, record)| is_alone(position, record, records, &index));
    are_joined.then_some(index)
}

/// Gives the same ID to all records that are connected by shared IDs.
fn unite_ids(records: &mut [Group]) {
    /// Finds the root of a group and shortens the path on the way, so that long chains of IDs stay
    /// cheap.
    fn root(parents: &mut [usize], mut position: usize) -> usize {
        while let Some(parent) = parents.get(position).copied().filter(|parent| *parent != position)
        {
            let next = parents.get(parent).copied().unwrap_or(parent);
            parents.get_mut(position).into_iter().for_each(|parent| *parent = next);
            position = next;
        }
        position
    }
    let mut parents: Vec<usize> = (0..records.len()).collect();
    let ids = records.iter().flat_map(|record| {
        let other = record.ids.first().map_or(record.id, |(_, other)| *other);
        [record.id, other].map(|id| id.to_string())
    });
    let mut last: Option<(String, usize)> = None;
    for (id, position) in sorted(ids) {
        // There are two IDs per record, one after the other.
        let position = position / 2;
        if let Some((_, earlier)) = last.filter(|(last, _)| *last == id) {
            let (a, b) = (root(&mut parents, earlier), root(&mut parents, position));
            if let Some(parent) = parents.get_mut(a.max(b)) {
                *parent = a.min(b);
            }
        }
        last = Some((id, position));
    }
    for position in 0..parents.len() {
        // INVARIANT: the root comes before all others of its group and keeps its ID.
        let id = records.get(root(&mut parents, position)).map(|record| record.id);
        records
            .get_mut(position)
            .into_iter()
            .for_each(|record| record.id = id.unwrap_or(record.id));
    }
}

/// Joins everything but the IDs and the tenant into `a`.
fn join_records(a: &mut Subscription, b: &mut Subscription, differences: &mut Differences) {
    let stated = |status| Some(status).filter(|status| *status != SubscriptionStatus::Unknown);
    let named = |channel: Option<_>| channel.filter(|one| *one != PurchaseChannel::Unknown);
    differences.compare(Fact::SkuId, &a.sku_id, &b.sku_id);
    let capitals = |text: &Option<String>| text.as_ref().map(|text| text.to_ascii_uppercase());
    let (one, other) = (capitals(&a.sku_part_number), capitals(&b.sku_part_number));
    differences.compare(Fact::SkuPartNumber, &one, &other);
    differences.compare(Fact::Channel, &named(a.channel), &named(b.channel));
    differences.compare(Fact::ClaimedBy, &a.claimed_by, &b.claimed_by);

    let (mut status, mut other) = (stated(a.status), stated(b.status));
    let statements = ((&mut status, &mut a.as_of.status), (&mut other, &mut b.as_of.status));
    let differs = keep_newer(statements.0, statements.1, |a, b| a > b);
    differences.add(Fact::Status, differs);
    a.status = status.unwrap_or(SubscriptionStatus::Unknown);
    let days = (&mut a.as_of.ends_on, &mut b.as_of.ends_on);
    let differs = keep_newer((&mut a.ends_on, days.0), (&mut b.ends_on, days.1), |a, b| a < b);
    differences.add(Fact::EndsOn, differs);
    let (state, other) = (&mut a.provisioning, &mut b.provisioning);
    let days = (&mut a.as_of.provisioning, &mut b.as_of.provisioning);
    let differs = keep_newer((state, days.0), (other, days.1), |a, b| a > b);
    differences.add(Fact::Provisioning, differs);
    let days = (&mut a.as_of.trial, &mut b.as_of.trial);
    keep_newer((&mut a.trial, days.0), (&mut b.trial, days.1), |a, b| a > b);
    join_owners(a, b, differences);

    keep_agreed(&mut a.sku_id, &mut b.sku_id, PartialEq::eq, || Guid::NIL);
    let is_same = |a: &String, b: &String| a.eq_ignore_ascii_case(b);
    keep_agreed(&mut a.sku_part_number, &mut b.sku_part_number, is_same, || "?".to_owned());
    keep_greater(&mut a.product_name, &mut b.product_name);
    if weight(b.channel) > weight(a.channel) {
        a.channel = b.channel;
    }
    keep_earlier(&mut a.created_on, b.created_on);
    keep_greater(&mut a.claimed_by, &mut b.claimed_by);
    a.excerpt &= b.excerpt;
    a.unread.add_all(b.unread);
}

/// Of two tenants that are named on one day, at least one is not the customer's: nobody's ID stands for it.
fn join_owners(a: &mut Subscription, b: &mut Subscription, differences: &mut Differences) {
    let days = (&mut a.as_of.owner_tenant_id, &mut b.as_of.owner_tenant_id);
    let is_same_day = recency(*days.0) == recency(*days.1);
    let are_named = a.owner_tenant_id.flatten().is_some() && b.owner_tenant_id.flatten().is_some();
    let statements = ((&mut a.owner_tenant_id, days.0), (&mut b.owner_tenant_id, days.1));
    let differs = keep_newer(statements.0, statements.1, |a, b| a > b);
    differences.add(Fact::OwnerTenantId, differs);
    if differs && are_named && is_same_day {
        a.owner_tenant_id = Some(Some(Guid::NIL));
    }
}

/// Reduces the days of a record to one if all its known facts have the same.
fn unify_days(record: &mut Subscription) {
    let SubscriptionDays { status, ends_on, provisioning, trial, owner_tenant_id } = record.as_of;
    let stated = [
        (record.status != SubscriptionStatus::Unknown).then_some(status),
        record.ends_on.map(|_| ends_on),
        record.provisioning.map(|_| provisioning),
        record.trial.map(|_| trial),
        record.owner_tenant_id.map(|_| owner_tenant_id),
    ];
    let mut days = stated.into_iter().flatten();
    record.as_of = match days.next() {
        None => [status, ends_on, provisioning, trial, owner_tenant_id]
            .into_iter()
            .max_by_key(|day| recency(*day))
            .flatten()
            .into(),
        Some(first) if days.all(|day| day == first) => first.into(),
        Some(_) => {
            let [status, ends_on, provisioning, trial, owner_tenant_id] =
                stated.map(Option::flatten);
            SubscriptionDays { status, ends_on, provisioning, trial, owner_tenant_id }
        }
    };
}

/// Drops values that contradict each other: the stand-in is in no table, and it stays, whatever is
/// joined afterwards.
fn keep_agreed<T: PartialOrd>(
    a: &mut Option<T>,
    b: &mut Option<T>,
    is_same: fn(&T, &T) -> bool,
    stand_in: fn() -> T,
) {
    match (&*a, &*b) {
        (Some(one), Some(other)) if !is_same(one, other) => *a = Some(stand_in()),
        _ => keep_greater(a, b),
    }
}

/// Sorts the IDs and removes duplicates.
fn sort_unique(ids: &mut Vec<Guid>) {
    if ids.len() > 1 {
        join(ids, Guid::to_string, &mut |_, _| {});
    }
}

/// CSP weighs most, and unknown channels weigh least.
fn weight(channel: Option<PurchaseChannel>) -> (u8, Option<PurchaseChannel>) {
    let weight = match channel {
        None => 0,
        Some(PurchaseChannel::Unknown) => 1,
        Some(PurchaseChannel::Csp) => 3,
        Some(_) => 2,
    };
    (weight, channel)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::json;

    fn read(rows: &[(u32, Option<u32>)], problems: &str) -> Evidence {
        let guid = |number: u32| format!("00000000-0000-0000-0000-{number:012}");
        let row = |(id, other): &(u32, Option<u32>)| {
            let other = other.map(|id| format!(r#","commerceSubscriptionId":"{}""#, guid(id)));
            format!(r#"{{"id":"{}"{}}}"#, guid(*id), other.unwrap_or_default())
        };
        let rows: Vec<String> = rows.iter().map(row).collect();
        let text = format!(r#"{{"subscriptions":[{}],"problems":[{problems}]}}"#, rows.join(","));
        let (evidence, faults) = Evidence::read(&json::parse(&text).0, &|_| None);
        assert_eq!(faults, [], "{text}");
        evidence
    }

    /// Only records that a join could have returned are not joined again.
    #[test]
    fn records_that_are_joined_already() {
        let contradiction = |part: &str, id: &str| {
            format!(r#"{{"code":"contradiction","part":"{part}","id":"{id}","field":"status"}}"#)
        };
        let first = "00000000-0000-0000-0000-000000000001";
        let third = "00000000-0000-0000-0000-000000000003";
        for (rows, problems, is_joined) in [
            (&[][..], String::new(), true),
            (&[(1, None), (2, None)], String::new(), true),
            (&[(2, None), (1, None)], String::new(), false),
            (&[(1, None), (1, None)], String::new(), false),
            (&[(1, Some(11)), (2, Some(12))], String::new(), true),
            (&[(1, Some(11)), (2, Some(11))], String::new(), false),
            (&[(1, Some(2)), (2, None)], String::new(), false),
            (&[(1, None), (2, Some(1))], String::new(), false),
            (&[(1, None), (2, None)], contradiction("subscriptions", first), true),
            (&[(1, None), (2, None)], contradiction("subscriptions", third), false),
            (&[(1, None), (2, None)], contradiction("tenants", third), true),
        ] {
            let Evidence { subscriptions, problems: read, .. } = read(rows, &problems);
            let index = index_of_joined(&subscriptions, &read);
            assert_eq!(index.is_some(), is_joined, "{rows:?} {problems}");
        }
    }

    /// What is set aside because it shares no ID is what a group of its own would leave of it.
    #[test]
    fn records_alone_are_groups_of_one() {
        let mut random = 7_u32;
        let mut below = |count: u32| {
            random = random.wrapping_mul(0x9e37_79b1).rotate_left(9) ^ 0x5eed;
            random % count
        };
        let mut alone = 0;
        for _ in 0..2_000 {
            let mut rows = Vec::new();
            for _ in 0..=below(6) {
                rows.push((1 + below(12), (below(2) == 0).then(|| 1 + below(12))));
            }
            let mut problems = String::new();
            if below(3) == 0 {
                let id = format!("00000000-0000-0000-0000-{:012}", 1 + below(12));
                problems = format!(
                    r#"{{"code":"contradiction","part":"subscriptions","id":"{id}","field":"status"}}"#
                );
            }
            let Evidence { mut subscriptions, problems: mut found, .. } = read(&rows, &problems);
            let (mut grouped, mut found_in_groups) = (subscriptions.clone(), found.clone());
            alone += take_alone(&mut subscriptions.clone(), &found).len();
            join_all(&mut subscriptions, &mut found);
            join_groups(&mut grouped, &mut found_in_groups);
            grouped.sort_by_key(|record| record.id);
            let sorted = |mut found: Vec<Contradiction>| {
                found.sort_by(|a, b| (&a.id, a.field).cmp(&(&b.id, b.field)));
                found.dedup();
                found
            };
            assert_eq!(subscriptions, grouped, "{rows:?} {problems}");
            assert_eq!(sorted(found), sorted(found_in_groups), "{rows:?} {problems}");
        }
        assert!(alone > 1_000, "{alone}");
    }

    /// For the first pair of IDs every tenant, for each further pair the first and the last one.
    #[test]
    fn records_for_every_tenant() {
        let guid = |number: u32| Guid::parse(&format!("{number:032}")).ok();
        let rows = [(1, Some(11)), (1, Some(12)), (1, Some(13))];
        let Evidence { mut subscriptions, mut problems, .. } = read(&rows, "");
        for (position, record) in (0..).zip(&mut subscriptions) {
            record.tenant_id = guid(100 + position);
        }
        join_all(&mut subscriptions, &mut problems);
        let found: Vec<_> = subscriptions
            .iter()
            .map(|record| (record.commerce_subscription_id, record.tenant_id))
            .collect();
        let pairs = [(11, 100), (11, 101), (11, 102), (12, 100), (12, 102), (13, 100), (13, 102)];
        assert_eq!(found, pairs.map(|(id, tenant)| (guid(id), guid(tenant))));
    }
}
