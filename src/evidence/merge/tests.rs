//! Tables of cases, and the laws of the join over generated parts.

use super::*;
use crate::claim::PurchaseChannel;
use crate::evidence::{DomainDays, Subscription, SubscriptionDays};
use crate::json;
use crate::sku::NamedSku;
use crate::vocabulary::{Holder, Provisioning, SubscriptionStatus};

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

/// A tenant has the day of its domains. A tenant without domains has none.
#[test]
fn a_tenant_that_was_named_before_its_domain() {
    let tenant = |domains: &str, day: &str| {
        format!(
            r#"{{"tenants":[{{"tenantId":"{ID}","domains":[{domains}],"source":"x","asOf":"{day}"}}]}}"#
        )
    };
    let (bare, named) = (tenant("", "2026-11-01"), tenant("\"contoso.com\"", "2026-11-02"));
    let day = DomainDays::All(Date::from_calendar(2026, 11, 2));
    let both = tenant("\"contoso.com\",\"fabrikam.com\"", "2026-11-02");
    for texts in [[&*bare, &*named], [&*named, &*bare], [&*named, &*both]] {
        let Evidence { tenants, .. } = joined(&texts);
        assert_eq!(tenants.iter().map(|one| &one.as_of).collect::<Vec<_>>(), [&day]);
    }
}

#[test]
fn the_newer_statement_wins() {
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

/// `null` says that there is none; a member that is missing says nothing.
#[test]
fn the_newer_statement_may_be_that_there_is_none() {
    const OTHER: &str = "00000000-0000-0000-0000-00000000000b";
    let owner = |value: &str, day: &str| format!(r#""ownerTenantId":{value},"asOf":"{day}""#);
    let (set, none) = (format!("\"{ID}\""), "null");
    let (old, new) = ("2026-01-01", "2026-02-01");
    let guid = |text: &str| Some(Some(Guid::parse(text).unwrap()));
    for (rows, expected) in [
        ([owner(&set, old), owner(none, new)], Some(None)),
        ([owner(none, old), owner(&set, new)], guid(ID)),
        ([owner(&set, old), owner(none, old)], guid(ID)),
        ([owner(&set, old), format!(r#""asOf":"{new}""#)], guid(ID)),
        ([owner(&set, old), owner(&format!("\"{OTHER}\""), new)], guid(OTHER)),
        ([owner(&set, new), owner(&format!("\"{OTHER}\""), new)], Some(Some(Guid::NIL))),
    ] {
        for [a, b] in [[0, 1], [1, 0]] {
            let merged = joined(&[&one(&rows[a]), &one(&rows[b])]);
            assert_eq!(merged.subscriptions[0].owner_tenant_id, expected, "{rows:?}");
            let text = serde_json::to_string(&merged.subscriptions).unwrap();
            let again = evidence(&format!(r#"{{"subscriptions":{text}}}"#));
            assert_eq!(again.subscriptions, merged.subscriptions, "{text}");
        }
    }
}

#[test]
fn a_trial_that_has_become_a_paid_subscription() {
    let (old, new) =
        (r#""trial":true,"asOf":"2026-01-01""#, r#""trial":false,"asOf":"2026-02-01""#);
    let late = r#""status":"active","asOf":"2026-03-01""#;
    for (texts, expected) in [
        ([old, new, late], Some(false)),
        ([late, new, old], Some(false)),
        ([old, late, late], Some(true)),
        ([r#""trial":true"#, r#""trial":false"#, new], Some(true)),
    ] {
        let rows = texts.map(one);
        let merged = joined(&[&rows[0], &rows[1], &rows[2]]);
        assert_eq!(merged.subscriptions[0].trial, expected, "{texts:?}");
    }
}

/// A row without a status says that the claim is in force.
#[test]
fn the_newer_row_about_a_claim_wins() {
    let row = |members: &str| {
        format!(
            r#"{{"associations":[{{"tenantId":"{ID}","subscriptionId":"{ID}","holder":"other-partner"{members}}}]}}"#
        )
    };
    let old = r#","status":"Rejected","asOf":"2026-01-01""#;
    for (one, other, holds) in [
        (old, "", true),
        (old, r#","asOf":"2026-02-01""#, true),
        (old, r#","asOf":"2026-01-01""#, true),
        (old, r#","asOf":"2025-12-01""#, false),
        (r#","asOf":"2025-12-01""#, r#","status":"Rejected""#, false),
    ] {
        for texts in [[one, other], [other, one]] {
            let merged = joined(&[&row(texts[0]), &row(texts[1])]);
            assert_eq!(merged.associations.len(), 1);
            assert_eq!(merged.associations[0].holds(), holds, "{texts:?}");
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
fn on_the_same_day_the_less_favorable_statement_wins() {
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
fn unchanging_facts_are_not_decided_by_day() {
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
fn the_newest_statement_about_a_domain_wins() {
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
    let holders = |merged: &Evidence| {
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
        (unresolved("malformed", "2026-01-01"), unresolved("not-found", "2026-01-01"), "not-found"),
    ] {
        assert_eq!(holders(&joined(&[&one, &other])), expected, "{one} {other}");
        assert_eq!(holders(&joined(&[&other, &one])), expected, "{other} {one}");
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
fn the_greater_of_two_names_is_kept() {
    let sku = |number: &str, name: &str| {
        format!(
            r#"{{"skus":[{{"skuId":"{ID}","skuPartNumber":{number},"productName":"{name}"}}]}}"#
        )
    };
    let (a, b) = (sku("\"SALES\"", "Sales"), sku("null", "Vertrieb"));
    for texts in [[&*a, &*b], [&*b, &*a]] {
        let merged = joined(&texts);
        let due = NamedSku {
            sku_id: Guid::parse(ID).unwrap(),
            sku_part_number: Some("SALES".to_owned()),
            product_name: "Vertrieb".to_owned(),
        };
        assert_eq!(merged.skus, [due], "{texts:?}");
    }
}

#[test]
fn claims_are_told_apart_by_their_ids() {
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

/// The directory's record has both IDs. A contradiction about the commerce ID is reported under
/// the directory's.
#[test]
fn either_id_joins() {
    let a =
        one(r#""commerceSubscriptionId":"00000000-0000-0000-0000-0000000000c1","status":"active""#);
    let b = r#"{"subscriptions":[{"id":"00000000-0000-0000-0000-0000000000c1","status":"unknown","channel":"csp"}],
            "problems":[{"code":"contradiction","part":"subscriptions","id":"00000000-0000-0000-0000-0000000000c1","field":"status"}]}"#;
    let merged = joined(&[b, &a]);
    assert_eq!(merged.subscriptions.len(), 1);
    assert_eq!(merged.subscriptions[0].channel, Some(PurchaseChannel::Csp));
    assert_eq!(problems(&merged), [format!("subscriptions {ID} status")]);
}

/// A single day is written if all facts share it.
#[test]
fn days_are_written_by_fact_where_they_differ() {
    let days = |status, ends_on, provisioning| {
        let day = |text: &str| Date::parse(text);
        let days = SubscriptionDays {
            status: day(status),
            ends_on: day(ends_on),
            provisioning: day(provisioning),
            trial: None,
            owner_tenant_id: None,
        };
        serde_json::to_string(&days).unwrap()
    };
    let (one, other) = ("2026-01-01", "2026-01-02");
    let same = SubscriptionDays::from(Date::parse(one));
    assert_eq!(serde_json::to_string(&same).unwrap(), r#""2026-01-01""#);
    assert_eq!(
        days(one, one, one),
        r#"{"status":"2026-01-01","endsOn":"2026-01-01","provisioning":"2026-01-01"}"#
    );
    assert_eq!(
        days(one, one, other),
        r#"{"status":"2026-01-01","endsOn":"2026-01-01","provisioning":"2026-01-02"}"#
    );
    assert_eq!(
        days(one, other, one),
        r#"{"status":"2026-01-01","endsOn":"2026-01-02","provisioning":"2026-01-01"}"#
    );
    assert_eq!(days("", other, ""), r#"{"endsOn":"2026-01-02"}"#);
    let each = DomainDays::Each(vec![("a.com".into(), Date::EPOCH)]);
    assert_eq!((each.of("a.com"), each.of("b.com")), (Some(Date::EPOCH), None));
}

/// The earlier start is kept. Of two statuses on the same day, the one in which the claim is in
/// force.
#[test]
fn two_statuses_of_a_claim() {
    let claim = |members: &str| {
        format!(r#"{{"associations":[{{"tenantId":"{ID}","holder":"other-partner"{members}}}]}}"#)
    };
    let one = |a: &str, b: &str| {
        let merged = joined(&[&claim(a), &claim(b)]).associations.remove(0);
        assert_eq!(merged, joined(&[&claim(b), &claim(a)]).associations.remove(0), "{a} {b}");
        merged
    };
    for (a, b, due) in [
        ("", "", None),
        ("", r#","since":"2026-01-02""#, Some("2026-01-02")),
        (r#","since":"2026-01-02""#, r#","since":"2026-01-03""#, Some("2026-01-02")),
    ] {
        assert_eq!(one(a, b).since, due.and_then(Date::parse), "{a} {b}");
    }
    for (a, b, due) in
        [("Approved", "Rejected", "Approved"), ("Approved", "Under review", "Under review")]
    {
        let of = |status: &str| format!(r#","status":"{status}","asOf":"2026-01-02""#);
        assert_eq!(one(&of(a), &of(b)).status.as_deref(), Some(due), "{a} {b}");
    }
}

/// Generates parts with a few rows about a few things, so that they often meet.
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
                ("unresolvedDomains", format!(r#""domain":"{domain}","reason":"{reason}"{day}"#))
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
                    (
                        "ownerTenantId",
                        &["null", &*format!("{:?}", Self::guid("a")), &*format!("{tenant:?}")],
                    ),
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

/// Evidence after a trip to the page and back.
fn crossed(evidence: Evidence) -> Evidence {
    let text = serde_json::to_string(&evidence).unwrap();
    let (value, _) = json::parse(&text);
    let (read, faults) = Evidence::read(&value, &|_| None);
    assert_eq!(faults, [], "{text}");
    read
}

/// Unoptimized, a thousand cases take some seconds.
const CASES: usize = if cfg!(debug_assertions) { 300 } else { 10_000 };

/// Every order and grouping of four generated parts, with duplicates and with trips through
/// JSON.
#[test]
fn order_grouping_and_duplicates_do_not_matter() {
    let mut random = Parts(0x5eed_2026_1122);
    let join = |a: &Evidence, b: &Evidence| a.clone().merged_with(b.clone());
    let mut contradicting = 0;
    for _ in 0..CASES {
        let [a, b, c, d] = [(); 4].map(|()| random.part());
        let merged = join(&join(&join(&a, &b), &c), &d);
        contradicting += usize::from(!merged.problems.is_empty());
        for [a, b, c, d] in [[&a, &b, &d, &c], [&d, &c, &b, &a], [&c, &a, &d, &b], [&b, &d, &a, &c]]
        {
            for other in [
                join(&join(&join(a, b), c), d),
                join(a, &join(b, &join(c, d))),
                join(&join(a, b), &join(c, d)),
                join(&join(a, &join(b, c)), d),
                join(&crossed(join(a, b)), &crossed(join(c, d))),
                join(&join(&join(a, a), &join(b, c)), &join(&join(c, d), a)),
            ] {
                assert_eq!(other, merged, "{a:?}\n{b:?}\n{c:?}\n{d:?}");
            }
        }
        assert_eq!(join(&merged, &merged), merged);
        assert_eq!(crossed(merged.clone()).joined(), merged);
    }
    assert!((CASES / 6..CASES).contains(&contradicting), "{contradicting}");
}

/// A contradiction is reported if and only if two rows about the same thing state different
/// values.
#[test]
fn contradictions_are_reported_where_statements_differ() {
    let mut random = Parts(0xd1ff);
    for _ in 0..3 * CASES {
        let rows: Vec<Evidence> = (0..4).map(|_| random.part()).collect();
        let all = rows.iter().cloned().fold(Evidence::default(), Evidence::merged_with);
        let mut every = Evidence::default();
        rows.into_iter().for_each(|row| every.append(row));
        let differ = |values: Vec<Option<String>>| {
            let stated: Vec<String> = values.into_iter().flatten().collect();
            stated.iter().any(|value| *value != stated[0])
        };
        let has = |part: EvidencePart, id: String, field: Fact| {
            all.problems.contains(&Contradiction { part, id, field })
        };
        for account in &all.partner_ids {
            let same = every.partner_ids.iter().filter(|one| one.id == account.id);
            let values = same.map(|one| one.enrolled.map(|flag| flag.to_string())).collect();
            let is_reported = has(EvidencePart::PartnerIds, account.id.clone(), Fact::Enrolled);
            assert_eq!(is_reported, differ(values), "{every:?}");
        }
        for domain in ["c.com", "d.com"] {
            let held = every.tenants.iter().filter(|tenant| tenant.domains[0] == domain);
            let held = held.map(|tenant| Some(tenant.tenant_id.to_string()));
            let nobody = every
                .unresolved_domains
                .iter()
                .filter(|one| one.domain == domain && one.reason != UnresolvedReason::OtherCloud);
            let values = held.chain(nobody.map(|_| Some("nobody".to_owned()))).collect();
            let is_reported = has(EvidencePart::Tenants, domain.to_owned(), Fact::Domains);
            assert_eq!(is_reported, differ(values), "{every:?}");
        }
        for record in &all.subscriptions {
            // Only groups that are separate from all others, so that it is clear what belongs
            // together.
            let ids = [Some(record.id), record.commerce_subscription_id];
            let about: Vec<_> = every
                .subscriptions
                .iter()
                .filter(|one| {
                    ids.contains(&Some(one.id))
                        || one.commerce_subscription_id.is_some_and(|id| ids.contains(&Some(id)))
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
            let is_reported = has(EvidencePart::Subscriptions, record.id.to_string(), Fact::Status);
            assert_eq!(is_reported, differ(values), "{every:?}");
        }
    }
}
