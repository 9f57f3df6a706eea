//! Joining two parts of evidence.
//!
//! The result depends neither on the order of the parts nor on how often one is joined. Known
//! beats unknown; of two contradicting statements the less favourable one stays, because a check
//! must not pass on the luckier of two exports.

use super::{
    Association, Evidence, NamedSku, PartnerAccount, Subscription, SubscriptionStatus, Tenant,
    UnresolvedDomain,
};
use crate::claim::PurchaseChannel;
use crate::guid::Guid;
use crate::order::{sort_few, sorted, unique};

impl Evidence {
    /// Joins both, in a fixed order of rows.
    pub fn merged_with(self, other: Self) -> Self {
        let tenants =
            join(chain(self.tenants, other.tenants), |tenant| tenant.tenant_id.to_string(), tenant);
        let mut unresolved_domains = join(
            chain(self.unresolved_domains, other.unresolved_domains),
            |unresolved| unresolved.domain.clone(),
            |a, b| UnresolvedDomain {
                reason: a.reason.max(b.reason),
                as_of: a.as_of.max(b.as_of),
                ..a
            },
        );
        // A domain that some tenant holds is resolved, whatever another look-up said.
        unresolved_domains
            .retain(|unresolved| tenants.iter().all(|t| !t.domains.contains(&unresolved.domain)));
        Self {
            tenants,
            unresolved_domains,
            subscriptions: subscriptions(chain(self.subscriptions, other.subscriptions)),
            partner_ids: join(
                chain(self.partner_ids, other.partner_ids),
                |account| account.id.clone(),
                partner_account,
            ),
            associations: join(
                chain(self.associations, other.associations),
                association_key,
                |a, b| Association {
                    status: a.status.max(b.status),
                    claim_id: a.claim_id.max(b.claim_id),
                    since: earliest(a.since, b.since),
                    as_of: a.as_of.max(b.as_of),
                    ..a
                },
            ),
            skus: join(
                chain(self.skus, other.skus),
                |sku| sku.sku_id.to_string(),
                |a, b| NamedSku {
                    sku_id: a.sku_id,
                    sku_part_number: a.sku_part_number.max(b.sku_part_number),
                    product_name: a.product_name.max(b.product_name),
                },
            ),
        }
    }
}

fn chain<T>(mut first: Vec<T>, second: Vec<T>) -> Vec<T> {
    first.extend(second);
    first
}

/// Joins all rows of one key, in the order of the keys.
fn join<T>(rows: Vec<T>, key: impl Fn(&T) -> String, both: impl Fn(T, T) -> T) -> Vec<T> {
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

fn association_key(association: &Association) -> String {
    let Association { tenant_id, product, subscription_id, holder, .. } = association;
    let subscription = subscription_id.map(|id| id.to_string()).unwrap_or_default();
    let product = product.as_deref().unwrap_or_default();
    format!("{tenant_id} {subscription} {} {product}", holder.name())
}

fn tenant(a: Tenant, b: Tenant) -> Tenant {
    Tenant {
        tenant_id: a.tenant_id,
        domains: unique(chain(a.domains, b.domains)),
        cloud: a.cloud.max(b.cloud),
        source: a.source.max(b.source),
        as_of: a.as_of.max(b.as_of),
    }
}

fn partner_account(a: PartnerAccount, b: PartnerAccount) -> PartnerAccount {
    PartnerAccount {
        id: a.id,
        kind: a.kind.max(b.kind),
        partner_type: a.partner_type.max(b.partner_type),
        programs: match (a.programs, b.programs) {
            (Some(a), Some(b)) => Some(unique(chain(a, b))),
            (a, b) => a.or(b),
        },
        enrolled: earliest(a.enrolled, b.enrolled),
        name: a.name.max(b.name),
    }
}

/// The smaller of the known ones: an earlier end, `false` before `true`.
fn earliest<T: Ord>(a: Option<T>, b: Option<T>) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        (a, b) => a.or(b),
    }
}

/// One subscription under join, with every tenant it was seen on.
struct Group {
    one: Subscription,
    tenants: Vec<Guid>,
}

/// Joins the records of one subscription; they are one if they share either ID.
///
/// Records under different tenants stay apart, each with all that is known otherwise: which tenant
/// is the right one is for the check to doubt, not for the join to choose.
fn subscriptions(records: Vec<Subscription>) -> Vec<Subscription> {
    let roots = roots(&records);
    let mut groups: Vec<Option<Group>> = records.iter().map(|_| None).collect();
    for (record, root) in records.into_iter().zip(roots) {
        let Some(group) = groups.get_mut(root) else { continue };
        let tenants = record.tenant_id.into_iter().collect();
        let new = Group { one: record, tenants };
        *group = Some(match group.take() {
            None => new,
            Some(old) => Group {
                tenants: chain(old.tenants, new.tenants),
                one: subscription(old.one, new.one),
            },
        });
    }
    let mut joined = Vec::new();
    for Group { one, mut tenants } in groups.into_iter().flatten() {
        sort_few(&mut tenants, |id| *id);
        tenants.dedup();
        let of_tenants = tenants.iter().map(|id| Some(*id));
        let none = tenants.is_empty().then_some(None);
        joined.extend(
            of_tenants.chain(none).map(|tenant_id| Subscription { tenant_id, ..one.clone() }),
        );
    }
    let place = |record: &Subscription| match record.tenant_id {
        Some(tenant) => format!("{}{tenant}", record.id),
        None => record.id.to_string(),
    };
    join(joined, place, |first, _| first)
}

/// For every record the place of the record that stands for its group: records that share an ID,
/// directly or through others.
fn roots(records: &[Subscription]) -> Vec<usize> {
    fn root(parents: &[usize], mut place: usize) -> usize {
        while let Some(parent) = parents.get(place).filter(|parent| **parent != place) {
            place = *parent;
        }
        place
    }
    let mut parents: Vec<usize> = (0..records.len()).collect();
    let ids = records.iter().flat_map(|record| {
        [record.id, record.commerce_subscription_id.unwrap_or(record.id)].map(|id| id.to_string())
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

fn subscription(a: Subscription, b: Subscription) -> Subscription {
    // The directory's record knows both IDs; a record under the commerce ID alone gives way.
    let id = match (a.commerce_subscription_id, b.commerce_subscription_id) {
        (Some(_), None) => a.id,
        (None, Some(_)) => b.id,
        _ => a.id.min(b.id),
    };
    Subscription {
        id,
        commerce_subscription_id: a.commerce_subscription_id.max(b.commerce_subscription_id),
        tenant_id: a.tenant_id.max(b.tenant_id),
        sku_id: agreed(a.sku_id, b.sku_id, || Guid::NIL),
        sku_part_number: agreed(a.sku_part_number, b.sku_part_number, || "?".to_owned()),
        product_name: a.product_name.max(b.product_name),
        status: status(a.status, b.status),
        channel: channel(a.channel, b.channel),
        owner_tenant_id: a.owner_tenant_id.max(b.owner_tenant_id),
        provisioning: a.provisioning.max(b.provisioning),
        created_on: earliest(a.created_on, b.created_on),
        ends_on: earliest(a.ends_on, b.ends_on),
        claimed_by: a.claimed_by.max(b.claimed_by),
        as_of: a.as_of.max(b.as_of),
    }
}

/// Two exports that name different SKUs show none: the stand-in is in no table, and stays whatever
/// else is joined.
fn agreed<T: PartialEq>(a: Option<T>, b: Option<T>, stand_in: fn() -> T) -> Option<T> {
    match (a, b) {
        (Some(a), Some(b)) if a != b => Some(stand_in()),
        (a, b) => a.or(b),
    }
}

fn status(a: SubscriptionStatus, b: SubscriptionStatus) -> SubscriptionStatus {
    match (a, b) {
        (SubscriptionStatus::Unknown, known) | (known, SubscriptionStatus::Unknown) => known,
        (a, b) => a.max(b),
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
    use crate::json;

    fn evidence(text: &str) -> Evidence {
        let (value, _) = json::parse(text);
        let (evidence, faults) = Evidence::read(&value, &|_| None);
        assert_eq!(faults, [], "{text}");
        evidence
    }

    fn samples() -> Vec<Evidence> {
        [
            r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000001","commerceSubscriptionId":"00000000-0000-0000-0000-0000000000c1","status":"active"}]}"#,
            r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-0000000000c1","status":"unknown","channel":"csp"}]}"#,
            r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000001","tenantId":"00000000-0000-0000-0000-00000000000a","status":"in-grace","endsOn":"2027-01-01"}]}"#,
            r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000001","tenantId":"00000000-0000-0000-0000-00000000000b","status":"active","endsOn":"2026-12-01"}]}"#,
            r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000002","status":"active","skuId":"1e1a282c-9c54-43a2-9310-98ef728faace","skuPartNumber":"A"}]}"#,
            r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-000000000002","status":"active","skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06","skuPartNumber":"B"}]}"#,
            r#"{"tenants":[{"tenantId":"00000000-0000-0000-0000-00000000000a","domains":["contoso.com"],"source":"x"}],"unresolvedDomains":[{"domain":"contosso.com","reason":"not-found"}]}"#,
            r#"{"tenants":[{"tenantId":"00000000-0000-0000-0000-00000000000a","domains":["contoso.de"],"cloud":"global","source":"y"}],"unresolvedDomains":[{"domain":"contoso.com","reason":"not-found"}]}"#,
            r#"{"partnerIds":[{"id":"5357564","enrolled":true}]}"#,
            r#"{"partnerIds":[{"id":"5357564","kind":"location","enrolled":false}]}"#,
        ]
        .map(evidence)
        .into()
    }

    /// Every choice of three parts, in every order, with doubles.
    #[test]
    fn order_and_doubles_do_not_matter() {
        let parts = samples();
        for a in &parts {
            let once = a.clone().merged_with(Evidence::default());
            assert_eq!(once.clone().merged_with(a.clone()), once);
            for b in &parts {
                let ab = a.clone().merged_with(b.clone());
                assert_eq!(ab, b.clone().merged_with(a.clone()));
                assert_eq!(ab.clone().merged_with(b.clone()), ab);
                for c in &parts {
                    let left = ab.clone().merged_with(c.clone());
                    let right = a.clone().merged_with(b.clone().merged_with(c.clone()));
                    assert_eq!(left, right, "{a:?} {b:?} {c:?}");
                }
            }
        }
    }

    #[test]
    fn the_less_favourable_statement_stays() {
        let all = samples().into_iter().reduce(Evidence::merged_with).unwrap();
        assert_eq!(all.subscriptions.len(), 3, "one record for each tenant, and another one");
        let contradicted = &all.subscriptions[2];
        assert_eq!(contradicted.sku_id, Some(Guid::NIL));
        assert_eq!(contradicted.sku_part_number.as_deref(), Some("?"));
        for record in &all.subscriptions[..2] {
            assert_eq!(record.status, SubscriptionStatus::InGrace);
            assert_eq!(record.channel, Some(PurchaseChannel::Csp));
            assert_eq!(record.ends_on.unwrap().to_string(), "2026-12-01");
        }
        assert_eq!(all.partner_ids[0].enrolled, Some(false));
        assert_eq!(all.tenants[0].domains, ["contoso.com", "contoso.de"]);
        assert_eq!(all.unresolved_domains.len(), 1, "contoso.com is resolved");
    }
}
