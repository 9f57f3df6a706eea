//! Reads evidence from JSON. Values that cannot be read are left out, and their rows are reported.

use std::cell::RefCell;

use super::unread::{Lost, Member, Part, Unread};
use super::{
    Association, Contradiction, DomainDays, Evidence, EvidenceFault, PartnerAccount, Subscription,
    SubscriptionDays, Tenant, UnreadOf, UnresolvedDomain, index,
};
use crate::claim::{Activity, PurchaseChannel};
use crate::date::Date;
use crate::domain::{Domain, ToAscii};
use crate::guid::Guid;
use crate::json::Value;
use crate::order::{edit_distance, sort_few, unique};
use crate::paste;
use crate::sku::NamedSku;
use crate::vocabulary::{
    AccountKind, Cloud, EvidencePart, Fact, Holder, Provisioning, SubscriptionStatus,
    UnresolvedReason,
};

impl Evidence {
    /// Reads an evidence object. What cannot be read is left out and reported.
    pub fn read(value: &Value<'_>, to_ascii: ToAscii<'_>) -> (Self, Vec<EvidenceFault>) {
        let mut faults = Faults::of(value);
        let domain = |text: &str| Domain::read(&paste::clean(text), to_ascii).ok();
        // Those of a slice of other evidence, and those that are found on the way.
        let others = value.get("nameless").and_then(Value::list).unwrap_or_default();
        let nameless = others.iter().map(|value| {
            let unread = Unread::NONE.into();
            subscription(&Row { part: Part::Subscriptions, value, unread: &unread }, Guid::NIL)
        });
        let nameless = RefCell::new(nameless.collect::<Vec<_>>());
        let mut evidence = Self {
            tenants: rows(value, Part::Tenants, &mut faults, |row| {
                Some(Tenant {
                    tenant_id: row.guid("tenantId")?,
                    domains: row.texts("domains", &|text| Some(domain(text)?.to_string())),
                    cloud: row.name("cloud", Cloud::from_name),
                    source: row.text("source").unwrap_or_default(),
                    as_of: row.domain_days(&domain),
                    unread: Unread::NONE,
                })
            }),
            unresolved_domains: rows(value, Part::UnresolvedDomains, &mut faults, |row| {
                Some(UnresolvedDomain {
                    // If the directory refused a malformed domain, it is compared as it was sent.
                    domain: row.text("domain").map(|text| {
                        domain(&text).map_or(text.to_ascii_lowercase(), |domain| domain.to_string())
                    })?,
                    reason: row.name("reason", UnresolvedReason::from_name)?,
                    as_of: row.as_of("asOf"),
                    unread: Unread::NONE,
                })
            }),
            subscriptions: rows(value, Part::Subscriptions, &mut faults, |row| {
                let id = row.guid("id");
                let record = subscription(row, id.unwrap_or(Guid::NIL));
                if id.is_none() && row.value.map().is_some() {
                    nameless.borrow_mut().push(record.clone());
                }
                id.map(|_| record)
            }),
            partner_ids: rows(value, Part::PartnerIds, &mut faults, |row| {
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
                    as_of: row.as_of("asOf"),
                    unread: Unread::NONE,
                })
            }),
            associations: rows(value, Part::Associations, &mut faults, |row| {
                Some(Association {
                    tenant_id: row.guid("tenantId")?,
                    product: row.text("product"),
                    subscription_id: row.guid("subscriptionId"),
                    activity: row.name("activity", Activity::from_name),
                    holder: row.name("holder", Holder::from_name)?,
                    status: row.text("status"),
                    claim_id: row.text("claimId"),
                    since: row.parsed("since", Date::parse),
                    as_of: row.as_of("asOf"),
                    unread: Unread::NONE,
                })
            }),
            skus: rows(value, Part::Skus, &mut faults, |row| {
                Some(NamedSku {
                    sku_id: row.guid("skuId")?,
                    sku_part_number: row.text("skuPartNumber"),
                    product_name: row.text("productName")?,
                })
            }),
            problems: rows(value, Part::Problems, &mut faults, |row| {
                Some(Contradiction {
                    part: row.parsed("part", EvidencePart::from_name)?,
                    id: row.parsed("id", |text| Some(text.to_ascii_lowercase()))?,
                    field: row.parsed("field", Fact::from_name)?,
                })
            }),
            lost: Lost::default(),
            nameless: nameless.take(),
            unread: UnreadOf::default(),
            indexes: index::Indexes::default(),
        };
        evidence.lost = faults.lost;
        evidence.note_unread();
        faults.told.dedup();
        (evidence, faults.told)
    }
}

fn subscription(row: &Row<'_>, id: Guid) -> Subscription {
    Subscription {
        id,
        commerce_subscription_id: row.guid("commerceSubscriptionId"),
        tenant_id: row.guid("tenantId"),
        sku_id: row.guid("skuId"),
        sku_part_number: row.text("skuPartNumber"),
        product_name: row.text("productName"),
        status: row
            .name("status", SubscriptionStatus::from_name)
            .unwrap_or(SubscriptionStatus::Unknown),
        channel: row.name("channel", PurchaseChannel::from_name),
        owner_tenant_id: row.or_none("ownerTenantId", |text| Guid::parse(text).ok()),
        provisioning: row.name("provisioning", Provisioning::from_name),
        created_on: row.parsed("createdOn", Date::parse),
        ends_on: row.parsed("endsOn", Date::parse),
        trial: row.flag("trial"),
        claimed_by: row.name("claimedBy", Holder::from_name),
        as_of: row.subscription_days(),
        excerpt: row.flag("excerpt").unwrap_or(false),
        unread: Unread::NONE,
    }
}

/// What could not be read.
struct Faults {
    told: Vec<EvidenceFault>,
    lost: Lost,
}

impl Faults {
    /// Of the evidence as a whole, and of what earlier evidence that it was made from had lost.
    fn of(value: &Value<'_>) -> Self {
        let mut faults = Self { told: Vec::new(), lost: Lost::default() };
        let Some(members) = value.map() else {
            if *value != Value::Null {
                faults.lose(Part::Evidence, 0);
            }
            return faults;
        };
        if let Some(lost) = value.get("unread") {
            let names = lost.list().unwrap_or_default();
            let parts = names.iter().map(|name| Part::from_name(name.text()?));
            let parts: Option<Vec<Part>> = parts.collect();
            let all = parts.filter(|_| lost.list().is_some()).unwrap_or(vec![Part::Evidence]);
            all.into_iter().for_each(|part| faults.lose(part, 0));
        }
        let is_part =
            |name: &str| matches!(name, "nameless" | "unread") || Part::from_name(name).is_some();
        for (name, value) in members.iter().filter(|(name, _)| !is_part(name)) {
            match meant_part(name) {
                _ if *value == Value::Null => {}
                Some(part) => faults.lose(part, 0),
                None if has_mark(value) => faults.lose(Part::Other, 0),
                None => {}
            }
        }
        faults
    }

    fn lose(&mut self, part: Part, row: usize) {
        self.lost.add(part);
        // No check asks for what has another name.
        let named = if part == Part::Other { Part::Evidence } else { part };
        let rows: &[usize] = if row == 0 { &[] } else { &[row] };
        EvidenceFault::note(&mut self.told, named.name(), rows);
    }
}

/// The part whose name is nearest to one that is none.
fn meant_part(name: &str) -> Option<Part> {
    let parts = Part::ALL.iter().filter(|part| !matches!(part, Part::Evidence | Part::Other));
    nearest(name, parts.map(|part| (*part, part.name())))
}

/// What has the nearest name to one that is misspelled: with a letter in ten that is wrong, or with its
/// letters in another order. Case and signs do not count.
fn nearest<T>(misspelled: &str, names: impl Iterator<Item = (T, &'static str)>) -> Option<T> {
    let letters = |name: &str| -> Vec<char> {
        let letters = name.chars().filter(char::is_ascii_alphanumeric).take(40);
        letters.map(|letter| letter.to_ascii_lowercase()).collect()
    };
    let in_order = |mut letters: Vec<char>| {
        sort_few(&mut letters, |letter| *letter);
        letters
    };
    let misspelled = letters(misspelled);
    let near = |(named, name): (T, &str)| {
        let name = letters(name);
        let distance = match edit_distance(&misspelled, &name) {
            0 => 0,
            // Of two or three letters, each one counts.
            _ if name.len() < 4 => return None,
            distance if distance <= name.len().div_ceil(10) => distance,
            _ if in_order(misspelled.clone()) == in_order(name) => 2,
            _ => return None,
        };
        Some((distance, named))
    };
    names.filter_map(near).min_by_key(|(distance, _)| *distance).map(|(_, named)| named)
}

/// Is there a list of an empty list in it, which stands for what JavaScript could not read?
fn has_mark(value: &Value<'_>) -> bool {
    match value {
        Value::List(items) => match &items[..] {
            [Value::List(inner)] if inner.is_empty() => true,
            items => items.iter().any(has_mark),
        },
        Value::Map(members) => members.iter().any(|(_, value)| has_mark(value)),
        _ => false,
    }
}

/// A row while it is read. Remembers what in it could not be read.
struct Row<'v> {
    part: Part,
    value: &'v Value<'v>,
    unread: &'v std::cell::Cell<Unread>,
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

    fn damage(&self, name: &str) {
        let mut unread = self.unread.get();
        unread.add(Member::from_name(name).unwrap_or(Member::Other));
        self.unread.set(unread);
    }

    /// A missing or empty member is fine. One that is present but cannot be read is damage.
    fn parsed<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.read_as(name, name, parse).flatten()
    }

    /// A value, or `null`, which says that there is none.
    fn or_none<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<Option<T>> {
        let is_none = self.value.has_null(name);
        self.parsed(name, parse).map(Some).or_else(|| is_none.then_some(None))
    }

    /// Nothing is a missing or empty member; nothing in it is one that cannot be read, which is damage
    /// to `member`.
    fn read_as<T>(
        &self,
        name: &str,
        member: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<Option<T>> {
        let value = self.value.get(name)?;
        let text = value.text_or_number().map(paste::clean);
        if text.as_ref().is_some_and(|text| text.is_empty()) {
            return None;
        }
        let read = text.and_then(|text| parse(&text));
        if read.is_none() {
            self.damage(member);
        }
        Some(read)
    }

    /// A day that cannot be read leaves the statement today's, as if there were none. So it never counts
    /// for less than before, and nothing passes on it. `unknown` is what the join makes of days to come.
    fn as_of(&self, name: &str) -> Option<Date> {
        let day = self.value.get(name)?;
        if day.text() == Some("unknown") {
            self.damage("asOf");
            return Some(Date::UNKNOWN);
        }
        self.read_as(name, "asOf", Date::parse).flatten()
    }

    fn subscription_days(&self) -> SubscriptionDays {
        self.days().map_or_else(
            || self.as_of("asOf").into(),
            |row| {
                self.name_others(
                    row.value,
                    &["status", "endsOn", "provisioning", "trial", "ownerTenantId"],
                );
                SubscriptionDays {
                    status: row.as_of("status"),
                    ends_on: row.as_of("endsOn"),
                    provisioning: row.as_of("provisioning"),
                    trial: row.as_of("trial"),
                    owner_tenant_id: row.as_of("ownerTenantId"),
                }
            },
        )
    }

    fn domain_days(&self, domain: &dyn Fn(&str) -> Option<Domain>) -> DomainDays {
        let Some(row) = self.days() else { return self.as_of("asOf").into() };
        let members = row.value.map().unwrap_or_default().iter();
        let days = members.filter_map(|(name, _)| {
            let read = domain(name);
            if read.is_none() {
                self.damage("asOf");
            }
            Some((read?.to_string(), row.as_of(name)?))
        });
        DomainDays::Each(days.collect())
    }

    /// Days of other things are damage.
    fn name_others(&self, days: &Value<'_>, names: &[&str]) {
        let mut members = days.map().unwrap_or_default().iter();
        if members.any(|(name, _)| !names.contains(&name.as_ref())) {
            self.damage("asOf");
        }
    }

    /// The member `asOf` if it has several days.
    fn days(&self) -> Option<Row<'_>> {
        let value = self.value.get("asOf").filter(|value| value.map().is_some())?;
        Some(Row { value, ..*self })
    }

    fn flag(&self, name: &str) -> Option<bool> {
        match self.value.get(name)? {
            Value::Bool(flag) => Some(*flag),
            _ => {
                self.damage(name);
                None
            }
        }
    }

    fn texts(&self, name: &str, read: &dyn Fn(&str) -> Option<String>) -> Vec<String> {
        let Some(value) = self.value.get(name) else { return Vec::new() };
        let items = value.list().unwrap_or_default();
        let texts: Vec<String> =
            items.iter().filter_map(|item| read(&paste::clean(item.text()?))).collect();
        if value.list().is_none() || texts.len() < items.len() {
            self.damage(name);
        }
        unique(texts)
    }

    /// What an earlier reading could not read, what is misspelled, and what JavaScript could not read of
    /// members that no check asks for.
    fn note_the_rest(&self) {
        let members = self.value.map().unwrap_or_default();
        for (name, value) in members.iter().filter(|(_, value)| *value != Value::Null) {
            if name == "unread" {
                let names = value
                    .list()
                    .map(|names| names.iter().map(|name| Member::from_name(name.text()?)));
                let members: Option<Vec<Member>> = names.and_then(Iterator::collect);
                // Of a list that cannot be read, any member may be on it.
                let all = members.unwrap_or_else(|| Member::ALL.to_vec());
                all.into_iter().for_each(|one| self.damage(one.name()));
            } else if let Some(meant) = self.meant_member(name) {
                self.damage(meant.name());
            } else if has_mark(value) {
                let member = Member::from_name(name).unwrap_or(Member::Other);
                if !self.unread.get().has(member) {
                    self.damage("other");
                }
            }
        }
    }

    /// The member whose name is nearest to one that rows of this part have not.
    fn meant_member(&self, name: &str) -> Option<Member> {
        let own = self.part.members();
        if own.iter().any(|member| member.name() == name) {
            return None;
        }
        nearest(name, own.iter().map(|member| (*member, member.name())))
    }
}

/// A row of evidence, which may remember what of it could not be read.
trait EvidenceRow {
    /// Where it remembers that; nothing if it does not, so that the row is as good as lost.
    fn unread(&mut self) -> Option<&mut Unread>;
}

macro_rules! rows_that_remember {
    ($($Row:ty),+) => {
        $(impl EvidenceRow for $Row {
            fn unread(&mut self) -> Option<&mut Unread> {
                Some(&mut self.unread)
            }
        })+
    };
}
rows_that_remember!(Tenant, UnresolvedDomain, Subscription, PartnerAccount, Association);

impl EvidenceRow for NamedSku {
    fn unread(&mut self) -> Option<&mut Unread> {
        None
    }
}

impl EvidenceRow for Contradiction {
    fn unread(&mut self) -> Option<&mut Unread> {
        None
    }
}

fn rows<T: EvidenceRow>(
    evidence: &Value<'_>,
    part: Part,
    faults: &mut Faults,
    read: impl Fn(&Row<'_>) -> Option<T>,
) -> Vec<T> {
    let mut rows = Vec::new();
    each_row(evidence, part, faults, &mut |row| {
        let mut read_row = read(row);
        row.note_the_rest();
        let remembers = match read_row.as_mut().and_then(EvidenceRow::unread) {
            Some(unread) => {
                *unread = row.unread.get();
                true
            }
            None => read_row.is_some() && row.unread.get().is_empty(),
        };
        rows.extend(read_row);
        remembers
    });
    rows
}

/// Passes the rows of a part to `read`, and reports those that could not be read completely. Of those
/// for which it says no, nothing but the report is left.
fn each_row(
    evidence: &Value<'_>,
    part: Part,
    faults: &mut Faults,
    read: &mut dyn FnMut(&Row<'_>) -> bool,
) {
    let Some(value) = evidence.get(part.name()) else { return };
    let Some(items) = value.list() else {
        return faults.lose(part, 0);
    };
    for (index, value) in items.iter().enumerate() {
        let unread = Unread::NONE.into();
        if !read(&Row { part, value, unread: &unread }) {
            faults.lose(part, index + 1);
        } else if !unread.get().is_empty() {
            EvidenceFault::note(&mut faults.told, part.name(), &[index + 1]);
        }
    }
}

#[cfg(test)]
mod tests;
