//! Reads evidence from JSON. Values that cannot be read are left out, and their rows are reported.

use super::{
    Association, Contradiction, DomainDays, Evidence, EvidenceFault, PartnerAccount, Subscription,
    SubscriptionDays, Tenant, UnresolvedDomain, index,
};
use crate::claim::{Activity, PurchaseChannel};
use crate::date::Date;
use crate::domain::{Domain, ToAscii};
use crate::guid::Guid;
use crate::json::Value;
use crate::order::unique;
use crate::paste;
use crate::sku::NamedSku;
use crate::vocabulary::{
    AccountKind, Cloud, EvidencePart, Fact, Holder, Provisioning, SubscriptionStatus,
    UnresolvedReason,
};

impl Evidence {
    /// Reads an evidence object. What cannot be read is left out and reported.
    pub fn read(value: &Value<'_>, to_ascii: ToAscii<'_>) -> (Self, Vec<EvidenceFault>) {
        let mut faults = Vec::new();
        if !matches!(value, Value::Map(_) | Value::Null) {
            faults.push(EvidenceFault { part: "evidence", row: 0 });
        }
        let domain = |text: &str| Domain::read(&paste::clean(text), to_ascii).ok();
        let evidence = Self {
            tenants: rows(value, "tenants", &mut faults, |row| {
                Some(Tenant {
                    tenant_id: row.guid("tenantId")?,
                    domains: row.texts("domains", &|text| Some(domain(text)?.to_string())),
                    cloud: row.name("cloud", Cloud::from_name),
                    source: row.text("source").unwrap_or_default(),
                    as_of: row.domain_days(&domain),
                })
            }),
            unresolved_domains: rows(value, "unresolvedDomains", &mut faults, |row| {
                Some(UnresolvedDomain {
                    // If the directory refused a malformed domain, it is compared as it was sent.
                    domain: row.text("domain").map(|text| {
                        domain(&text).map_or(text.to_ascii_lowercase(), |domain| domain.to_string())
                    })?,
                    reason: row.name("reason", UnresolvedReason::from_name)?,
                    as_of: row.parsed("asOf", Date::parse),
                })
            }),
            subscriptions: rows(value, "subscriptions", &mut faults, |row| {
                Some(Subscription {
                    id: row.guid("id")?,
                    commerce_subscription_id: row.guid("commerceSubscriptionId"),
                    tenant_id: row.guid("tenantId"),
                    sku_id: row.guid("skuId"),
                    sku_part_number: row.text("skuPartNumber"),
                    product_name: row.text("productName"),
                    status: row
                        .name("status", SubscriptionStatus::from_name)
                        .unwrap_or(SubscriptionStatus::Unknown),
                    channel: row.name("channel", PurchaseChannel::from_name),
                    owner_tenant_id: row.guid("ownerTenantId"),
                    provisioning: row.name("provisioning", Provisioning::from_name),
                    created_on: row.parsed("createdOn", Date::parse),
                    ends_on: row.parsed("endsOn", Date::parse),
                    trial: row.flag("trial"),
                    claimed_by: row.name("claimedBy", Holder::from_name),
                    as_of: row.subscription_days(),
                    excerpt: row.flag("excerpt").unwrap_or(false),
                })
            }),
            partner_ids: rows(value, "partnerIds", &mut faults, |row| {
                Some(PartnerAccount {
                    id: row.text("id")?,
                    kind: row.name("kind", AccountKind::from_name),
                    partner_type: row.text("partnerType"),
                    programs: row
                        .value
                        .get("programs")
                        .is_some()
                        .then(|| row.texts("programs", &|text| Some(text.to_owned()))),
                    enrolled: row.flag("enrolled"),
                    name: row.text("name"),
                    as_of: row.parsed("asOf", Date::parse),
                })
            }),
            associations: rows(value, "associations", &mut faults, |row| {
                Some(Association {
                    tenant_id: row.guid("tenantId")?,
                    product: row.text("product"),
                    subscription_id: row.guid("subscriptionId"),
                    activity: row.name("activity", Activity::from_name),
                    holder: row.name("holder", Holder::from_name)?,
                    status: row.text("status"),
                    claim_id: row.text("claimId"),
                    since: row.parsed("since", Date::parse),
                    as_of: row.parsed("asOf", Date::parse),
                })
            }),
            skus: rows(value, "skus", &mut faults, |row| {
                Some(NamedSku {
                    sku_id: row.guid("skuId")?,
                    sku_part_number: row.text("skuPartNumber"),
                    product_name: row.text("productName")?,
                })
            }),
            problems: rows(value, "problems", &mut faults, |row| {
                Some(Contradiction {
                    part: row.parsed("part", EvidencePart::from_name)?,
                    id: row.parsed("id", |text| Some(text.to_ascii_lowercase()))?,
                    field: row.parsed("field", Fact::from_name)?,
                })
            }),
            index: index::Index::default(),
        };
        faults.dedup();
        (evidence, faults)
    }
}

/// A row while it is read. Remembers whether something in it could not be read.
struct Row<'v> {
    value: &'v Value<'v>,
    damaged: &'v std::cell::Cell<bool>,
}

impl Row<'_> {
    fn guid(&self, name: &str) -> Option<Guid> {
        self.parsed(name, |text| Guid::parse(text).ok())
    }

    fn name<T>(&self, name: &str, from_name: fn(&str) -> Option<T>) -> Option<T> {
        self.parsed(name, |text| from_name(&paste::slug(text)))
    }

    fn text(&self, name: &str) -> Option<String> {
        self.parsed(name, |text| Some(text.to_owned()))
    }

    /// A missing or empty member is fine. One that is present but cannot be read is damage.
    fn parsed<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        let value = self.value.get(name)?;
        let text = value.text_or_number().map(paste::clean);
        if text.as_ref().is_some_and(|text| text.is_empty()) {
            return None;
        }
        let read = text.and_then(|text| parse(&text));
        self.damaged.set(self.damaged.get() || read.is_none());
        read
    }

    fn subscription_days(&self) -> SubscriptionDays {
        self.days().map_or_else(
            || self.parsed("asOf", Date::parse).into(),
            |row| SubscriptionDays {
                status: row.parsed("status", Date::parse),
                ends_on: row.parsed("endsOn", Date::parse),
                provisioning: row.parsed("provisioning", Date::parse),
            },
        )
    }

    fn domain_days(&self, domain: &dyn Fn(&str) -> Option<Domain>) -> DomainDays {
        let Some(row) = self.days() else { return self.parsed("asOf", Date::parse).into() };
        let members = row.value.map().unwrap_or_default().iter();
        let days = members.filter_map(|(name, _)| {
            Some((domain(name)?.to_string(), row.parsed(name, Date::parse)?))
        });
        DomainDays::Each(days.collect())
    }

    /// The member `asOf` if it has several days.
    fn days(&self) -> Option<Row<'_>> {
        let value = self.value.get("asOf").filter(|value| value.map().is_some())?;
        Some(Row { value, damaged: self.damaged })
    }

    fn flag(&self, name: &str) -> Option<bool> {
        match self.value.get(name)? {
            Value::Bool(flag) => Some(*flag),
            _ => {
                self.damaged.set(true);
                None
            }
        }
    }

    fn texts(&self, name: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
        let Some(value) = self.value.get(name) else { return Vec::new() };
        let items = value.list().unwrap_or_default();
        let texts: Vec<String> =
            items.iter().filter_map(|item| read(&paste::clean(item.text()?))).collect();
        self.damaged.set(self.damaged.get() || value.list().is_none() || texts.len() < items.len());
        unique(texts)
    }
}

fn rows<T>(
    evidence: &Value<'_>,
    part: &'static str,
    faults: &mut Vec<EvidenceFault>,
    read: impl Fn(&Row<'_>) -> Option<T>,
) -> Vec<T> {
    let mut rows = Vec::new();
    each_row(evidence, part, faults, &mut |row| {
        let read_row = read(row);
        let is_read = read_row.is_some();
        rows.extend(read_row);
        is_read
    });
    rows
}

/// Passes the rows of a part to `read`, and reports those that could not be read completely.
fn each_row(
    evidence: &Value<'_>,
    part: &'static str,
    faults: &mut Vec<EvidenceFault>,
    read: &mut dyn FnMut(&Row<'_>) -> bool,
) {
    let Some(value) = evidence.get(part) else { return };
    let Some(items) = value.list() else {
        return faults.push(EvidenceFault { part, row: 0 });
    };
    for (index, value) in items.iter().enumerate() {
        let damaged = false.into();
        if !read(&Row { value, damaged: &damaged }) || damaged.get() {
            faults.push(EvidenceFault { part, row: index + 1 });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    fn read(text: &str) -> (Evidence, Vec<(&'static str, usize)>) {
        let (value, fault) = json::parse(text);
        assert_eq!(fault, None, "{text}");
        let (evidence, faults) = Evidence::read(&value, &|_| None);
        (evidence, faults.into_iter().map(|fault| (fault.part, fault.row)).collect())
    }

    #[test]
    fn damage_is_reported_by_part_and_row() {
        for (text, expected) in [
            ("null", vec![]),
            ("{}", vec![]),
            ("[]", vec![("evidence", 0)]),
            ("7", vec![("evidence", 0)]),
            (r#"{"subscriptions":null}"#, vec![]),
            (r#"{"subscriptions":{}}"#, vec![("subscriptions", 0)]),
            (r#"{"subscriptions":[1,{}]}"#, vec![("subscriptions", 1), ("subscriptions", 2)]),
            (r#"{"subscriptions":[{"id":"x"}]}"#, vec![("subscriptions", 1)]),
            (
                r#"{"subscriptions":[{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"odd"}]}"#,
                vec![("subscriptions", 1)],
            ),
            (r#"{"partnerIds":[{"id":5357564,"enrolled":"yes"}]}"#, vec![("partnerIds", 1)]),
            (r#"{"tenants":[{"tenantId":"x","domains":[]}]}"#, vec![("tenants", 1)]),
            (r#"{"partnerIds":[{"id":"1","programs":["a","b"]}]}"#, vec![]),
            (r#"{"partnerIds":[{"id":"1","programs":"a"}]}"#, vec![("partnerIds", 1)]),
            (r#"{"partnerIds":[{"id":"1","programs":["a",5]}]}"#, vec![("partnerIds", 1)]),
            (r#"{"partnerIds":[{"id":"1","kind":5,"programs":["a"]}]}"#, vec![("partnerIds", 1)]),
        ] {
            assert_eq!(read(text).1, expected, "{text}");
        }
    }

    #[test]
    fn readable_values_of_a_damaged_row_are_kept() {
        let (evidence, _) = read(
            r#"{"subscriptions":[{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"odd","endsOn":"2027-01-01T00:00:00Z"}]}"#,
        );
        let subscription = &evidence.subscriptions[0];
        assert_eq!(subscription.status, SubscriptionStatus::Unknown);
        assert_eq!(subscription.ends_on, Date::parse("2027-01-01"));
    }
}
