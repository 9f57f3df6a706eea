//! What is read of evidence, and what of it is told as damaged.

use super::*;
use crate::json;

fn read(text: &str) -> (Evidence, Vec<(&'static str, usize)>) {
    let (value, fault) = json::parse(text);
    assert_eq!(fault, None, "{text}");
    let (evidence, faults) = Evidence::read(&value, &|_| None);
    let told = faults.into_iter().flat_map(|EvidenceFault { part, rows }| {
        let rows = if rows.is_empty() { vec![0] } else { rows };
        rows.into_iter().map(move |row| (part, row))
    });
    (evidence, told.collect())
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
        (r#"{"partnerIds":[{"id":"1","unread":5}]}"#, vec![("partnerIds", 1)]),
        (r#"{"partnerIds":[{"id":"1","unread":null}]}"#, vec![]),
        (r#"{"Associations":[]}"#, vec![("associations", 0)]),
        (r#"{"association":null}"#, vec![]),
        (r#"{"association":[{}]}"#, vec![("associations", 0)]),
        (r#"{"partner_ids":[]}"#, vec![("partnerIds", 0)]),
        (r#"{"tenantId":"x","kind":"y","rows":3,"fields":[]}"#, vec![]),
        (r#"{"partnerIds":[{"id":"1","enroled":true}]}"#, vec![("partnerIds", 1)]),
        (r#"{"partnerIds":[{"id":"1","Partner_Type":"x"}]}"#, vec![("partnerIds", 1)]),
        (r#"{"partnerIds":[{"id":"1","iknd":null,"type":"x","ids":[2]}]}"#, vec![]),
    ] {
        assert_eq!(read(text).1, expected, "{text}");
    }
}

/// Whatever it says, the member that was meant is not known.
#[test]
fn misspelled_members_are_those_that_were_meant() {
    for (member, expected) in [
        ("stauts", Some(Member::Status)),
        ("statu", Some(Member::Status)),
        ("owner_tenantid", Some(Member::OwnerTenantId)),
        ("ownerTenant", Some(Member::OwnerTenantId)),
        ("trail", Some(Member::Trial)),
        ("ID", Some(Member::Id)),
        ("ids", None),
        ("state", None),
        ("product", None),
    ] {
        let text = format!(
            r#"{{"subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","{member}":"active"}}]}}"#
        );
        let unread = read(&text).0.subscriptions[0].unread;
        let mut named = Unread::NONE;
        expected.into_iter().for_each(|member| named.add(member));
        assert_eq!(unread, named, "{member}");
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
