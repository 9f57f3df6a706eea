//! The customer: tenant, domain, and whether they belong together.

use crate::claim::Field;
use crate::code::Code;
use crate::domain::Domain;
use crate::evidence::recency;
use crate::facts::{Facts, Identifier, TenantField};
use crate::identifier::ReservedTenant;
use crate::report::{Asks, Basis, Findings, Found, Outcome};
use crate::vocabulary::{Cloud, Holder, UnresolvedReason};

/// Can the tenant ID be a customer's?
///
/// source: 2020-06, "Domain-tenant mismatch"
pub fn tenant_id(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    match &facts.tenant {
        TenantField::Reserved(ReservedTenant { name, is_possible }, _) => {
            let finding = findings.raise(Code::TenantIdReserved).name("tenant", name);
            if *is_possible {
                finding.uncertain();
                return Found::unknown(Asks::Customer);
            }
        }
        TenantField::Plain(Identifier::Missing) => {
            findings.raise(Code::TenantIdMissing);
            return Found::missing(Asks::Customer);
        }
        TenantField::Plain(Identifier::Malformed(fault)) => {
            findings.raise(Code::TenantIdMalformed).name("problem", fault.name());
        }
        TenantField::Plain(Identifier::WrongKind(kind)) => {
            findings.raise(Code::TenantIdWrongKind).name("kind", kind.name());
        }
        TenantField::Plain(Identifier::Read(_)) => {
            match facts.own() {
                Some(own) => findings.raise(Code::TenantIdIsOwn).name("own", own),
                // What is wrong with the partner's own tenant ID is said of its field.
                None if facts.own_tenant_is_open => return Found::unknown(Asks::You),
                None => return Found::pass(Basis::Typed),
            };
        }
    }
    Found::fail(Basis::Typed)
}

/// Is the domain usable? Not every rule set requires one.
///
/// source: 2020-06, "Domain-tenant mismatch"
pub fn domain(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    match &facts.domain {
        Identifier::Missing => {
            findings.raise(Code::DomainMissing);
            if !facts.rules.requires(Field::CustomerDomain) {
                return Found::NOT_APPLICABLE;
            }
            return Found::missing(Asks::Customer);
        }
        Identifier::Malformed(fault) => {
            findings.raise(Code::DomainMalformed).name("problem", fault.name());
        }
        Identifier::WrongKind(kind) => {
            findings.raise(Code::DomainWrongKind).name("kind", kind.name());
        }
        Identifier::Read(domain) => {
            if domain.is_mail_provider() {
                findings.raise(Code::DomainIsMailProvider).text("domain", domain);
            } else if let Some(suggestion) = odd(facts, domain) {
                findings
                    .raise(Code::DomainUnusual)
                    .text("domain", domain)
                    .text("suggestion", suggestion.unwrap_or_default());
                return Found::unknown(Asks::Customer);
            }
            return Found::pass(Basis::Typed);
        }
    }
    Found::fail(Basis::Typed)
}

/// What is odd about a domain, unless the evidence shows that a tenant holds it.
fn odd(facts: &Facts<'_>, domain: &Domain) -> Option<Option<String>> {
    let is_held = facts.evidence.tenants_holding(domain.as_str()).next().is_some();
    if is_held { None } else { domain.oddity() }
}

/// Does the domain belong to the tenant?
///
/// Compares tenants by GUID. Names prove nothing: a tenant can have several `.onmicrosoft.com`
/// names, and a subdomain can belong to another tenant than its parent domain.
///
/// source: 2020-06, "Domain-tenant mismatch"
pub fn tenant_domain(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if facts.domain == Identifier::Missing && !facts.rules.requires(Field::CustomerDomain) {
        return Found::NOT_APPLICABLE;
    }
    let (Some(tenant_id), Some(domain)) = (facts.tenant_id(), facts.domain()) else {
        // The tenant or the domain has been reported already, and there is nothing to compare.
        return Found::unknown(Asks::Customer);
    };
    if odd(facts, domain).is_some() {
        return Found::unknown(Asks::Customer);
    }
    let evidence = facts.evidence;
    let cloud = evidence.tenants_with_id(tenant_id).filter_map(|tenant| tenant.cloud).max();
    let cloud = cloud.filter(|cloud| *cloud != Cloud::Global);
    let mut holders = evidence.tenants_holding(domain.as_str());
    let claimed_tenant_holds_it = holders.clone().any(|tenant| tenant.tenant_id == tenant_id);
    let holder = holders.next();
    let mut unresolved = evidence.unresolved(domain.as_str());
    let in_other_cloud = unresolved.clone().find(|one| one.reason == UnresolvedReason::OtherCloud);
    let not_resolved = unresolved.find(|one| one.reason != UnresolvedReason::OtherCloud);

    // The newest statement places the domain in another cloud. It does not count if the domain has a
    // holder and the claimed tenant is in another cloud itself: then that cloud's directory answered.
    let held_as_of = holder.map(|tenant| recency(tenant.as_of.of(domain.as_str())));
    let is_newer = in_other_cloud.is_some_and(|one| Some(recency(one.as_of)) > held_as_of);
    if is_newer && (holder.is_none() || cloud.is_none()) {
        findings.raise(Code::TenantOtherCloud).name("cloud", cloud.map_or("unknown", Cloud::name));
        return Found::unknown(Asks::Microsoft);
    }
    let outcome = match (claimed_tenant_holds_it, not_resolved) {
        (true, None) if holders.next().is_none() => Outcome::Pass,
        // Sources of the same day contradict each other.
        (true, _) => Outcome::Unknown,
        (false, _) if holder.is_some() => {
            let own = facts.own_tenant;
            let mut holders = evidence.tenants_holding(domain.as_str());
            let is_ours = holders.any(|tenant| Some(tenant.tenant_id) == own);
            findings
                .raise(Code::TenantDomainMismatch)
                .text("domain", domain)
                .name("holder", if is_ours { Holder::Us.name() } else { "" });
            Outcome::Fail
        }
        (false, Some(unresolved)) => {
            findings
                .raise(Code::TenantNotFound)
                .text("domain", domain)
                .name("reason", unresolved.reason.name());
            Outcome::Fail
        }
        (false, None) => {
            findings.raise(Code::TenantDomainUnverified).text("domain", domain);
            Outcome::Unknown
        }
    };
    if let Some(cloud) = cloud {
        findings.raise(Code::TenantOtherCloud).name("cloud", cloud.name());
    }
    match (outcome, cloud) {
        (Outcome::Fail, _) => Found::fail(Basis::Evidence),
        (_, Some(_)) => Found::unknown(Asks::Microsoft),
        (Outcome::Pass, None) => Found::pass(Basis::Evidence),
        _ => Found::unknown(Asks::Customer),
    }
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::report::Verdict;
    use crate::testing::{
        CONTOSO, check, check_under, check_with, claim_with, report_under, subscription,
    };

    /// What stands for the partner's own tenant and cannot be read may be the customer's.
    #[test]
    fn own_tenants() {
        for (own, expected) in [
            (r#""11111111-2222-4333-8444-555555555555""#, "pass"),
            (r#""n/a""#, "pass"),
            (r#""Contoso.com""#, "fail tenant-id-is-own(own=domain)"),
            (r#""fabrikam.com""#, "unknown"),
            (r#""3f1c7a52""#, "unknown"),
            ("true", "unknown"),
        ] {
            let claim = claim_with(&[]);
            let fields = claim.strip_suffix('}').unwrap();
            let claim = format!(r#"{fields},"ownTenantId":{own}}}"#);
            check("tenant-id", &claim, expected);
        }
    }

    #[test]
    fn tenant_ids() {
        for (tenant, partner_tenant, expected) in [
            (CONTOSO, "", "pass"),
            ("{3F1C7A52-9B0E-4D6A-8C27-5E41F0A9D3B6}", "", "pass"),
            ("3f1c7a529b0e4d6a8c275e41f0a9d3b6", "", "pass"),
            ("https://portal.example/3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6/x", "", "pass"),
            (CONTOSO, "d3b0c442-98fc-4c14-9afb-f4c8996fb924", "pass"),
            (CONTOSO, CONTOSO, "fail tenant-id-is-own"),
            ("", "", "fail tenant-id-missing"),
            (
                "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b",
                "",
                "fail tenant-id-malformed(problem=too-short)",
            ),
            (
                "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b67",
                "",
                "fail tenant-id-malformed(problem=too-long)",
            ),
            (
                "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3bz",
                "",
                "fail tenant-id-malformed(problem=bad-character)",
            ),
            ("3f1c7a5-29b0e-4d6a-8c27-5e41f0a9d3b6", "", "fail tenant-id-malformed(problem=shape)"),
            ("contoso", "", "fail tenant-id-wrong-kind(kind=domain)"),
            ("contoso.com", "", "fail tenant-id-wrong-kind(kind=domain)"),
            ("anna@contoso.com", "", "fail tenant-id-wrong-kind(kind=email)"),
            ("https://contoso.com", "", "fail tenant-id-wrong-kind(kind=url)"),
            ("5357564", "", "fail tenant-id-wrong-kind(kind=partner-id)"),
            ("1e1a282c-9c54-43a2-9310-98ef728faace", "", "fail tenant-id-wrong-kind(kind=sku-id)"),
            ("DYN365_FINANCE", "", "fail tenant-id-wrong-kind(kind=sku-part-number)"),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K971", "", "fail tenant-id-wrong-kind(kind=offer-id)"),
            ("xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx", "", "fail tenant-id-missing"),
            ("common", "", "fail tenant-id-reserved(tenant=multi-tenant)"),
            ("organizations", "", "fail tenant-id-reserved(tenant=multi-tenant)"),
            ("consumers", "", "fail tenant-id-reserved(tenant=personal-accounts)"),
            ("00000000-0000-0000-0000-000000000000", "", "fail tenant-id-reserved(tenant=nil)"),
            (
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                "",
                "fail tenant-id-reserved(tenant=personal-accounts)",
            ),
            (
                "9cd80435-793b-4f48-844b-6b3f37d1c1f3",
                "",
                "fail tenant-id-reserved(tenant=personal-accounts)",
            ),
            (
                "f8cdef31-a31e-4b4a-93e4-5f571e91255a",
                "",
                "fail tenant-id-reserved(tenant=microsoft-services)",
            ),
            (
                "72f988bf-86f1-41af-91ab-2d7cd011db47",
                "",
                "unknown tenant-id-reserved(tenant=microsoft)",
            ),
        ] {
            check(
                "tenant-id",
                &claim_with(&[("customerTenantId", tenant), ("ownTenantId", partner_tenant)]),
                expected,
            );
        }
    }

    #[test]
    fn domains() {
        for (domain, expected) in [
            ("contoso", "pass"),
            ("contoso.com", "pass"),
            ("anna@contoso.com", "pass"),
            ("https://contoso.com/", "pass"),
            ("contoso.mail.onmicrosoft.com", "pass"),
            ("münchen.de", "pass"),
            ("", "fail domain-missing"),
            ("contoso..com", "fail domain-malformed(problem=shape)"),
            ("contoso com", "fail domain-malformed(problem=bad-character)"),
            ("☃.com", "fail domain-malformed(problem=bad-character)"),
            (CONTOSO, "fail domain-wrong-kind(kind=guid)"),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b", "fail domain-wrong-kind(kind=guid)"),
            ("5357564", "fail domain-wrong-kind(kind=partner-id)"),
            ("DYN365_FINANCE", "fail domain-wrong-kind(kind=sku-part-number)"),
            ("your-domain.com", "fail domain-missing"),
            ("gmail.com", "pass domain-is-mail-provider"),
            ("anna@outlook.com", "pass domain-is-mail-provider"),
        ] {
            check("domain", &claim_with(&[("customerDomain", domain)]), expected);
        }
    }

    /// If the claim form does not ask for a domain, one that is entered is still compared.
    #[test]
    fn a_domain_that_is_not_required() {
        let without = claim_with(&[("customerDomain", "")]);
        check_under("2023-10", "domain", &without, "{}", "not-applicable domain-missing");
        check_under("2023-10", "tenant-domain", &without, "{}", "not-applicable");
        let with = claim_with(&[("customerDomain", "contoso.com")]);
        check_under("2023-10", "domain", &with, "{}", "pass");
        check_under("2023-10", "tenant-domain", &with, "{}", "unknown tenant-domain-unverified");
        let unreadable = claim_with(&[("customerDomain", "contoso com")]);
        check_under("2023-10", "domain", &unreadable, "{}", "fail domain-malformed");
        check_under("2023-10", "tenant-domain", &unreadable, "{}", "unknown");
    }

    #[test]
    fn a_claim_without_a_domain_can_be_ready() {
        let mut evidence = subscription(&[
            r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace","channel":"volume-licensing""#,
            r#""tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","provisioning":"provisioned""#,
        ]);
        evidence.pop();
        evidence += r#","partnerIds":[{"id":"5357564","kind":"location","enrolled":true}]}"#;
        let claim = claim_with(&[("customerDomain", "")]);
        assert_eq!(report_under("2020-06", &claim, &evidence).verdict, Verdict::Fix);
        assert_eq!(report_under("2023-10", &claim, &evidence).verdict, Verdict::Ready);
    }

    #[test]
    fn tenants_and_domains() {
        let tenant = |id: &str, domains: &str, cloud: &str| {
            format!(
                r#"{{"tenants":[{{"tenantId":"{id}","domains":{domains},"cloud":{cloud},"source":"x"}}]}}"#
            )
        };
        let unresolved = |reason: &str| {
            format!(r#"{{"unresolvedDomains":[{{"domain":"contoso.com","reason":"{reason}"}}]}}"#)
        };
        let other = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
        for (evidence, expected) in [
            ("{}".to_owned(), "unknown tenant-domain-unverified"),
            (tenant(CONTOSO, r#"["contoso.com"]"#, "null"), "pass"),
            (tenant(CONTOSO, r#"["CONTOSO.com."]"#, "\"global\""), "pass"),
            (
                tenant(CONTOSO, r#"["contoso.com"]"#, "\"us-gov\""),
                "unknown tenant-other-cloud(cloud=us-gov)",
            ),
            (
                tenant(CONTOSO, "[]", "\"china\""),
                "unknown tenant-domain-unverified tenant-other-cloud(cloud=china)",
            ),
            (tenant(CONTOSO, r#"["contoso.de"]"#, "null"), "unknown tenant-domain-unverified"),
            (
                tenant(CONTOSO, r#"["shop.contoso.com"]"#, "null"),
                "unknown tenant-domain-unverified",
            ),
            (tenant(other, r#"["contoso.com"]"#, "null"), "fail tenant-domain-mismatch"),
            (tenant(other, r#"["com"]"#, "null"), "unknown tenant-domain-unverified"),
            (unresolved("not-found"), "fail tenant-not-found(reason=not-found)"),
            (unresolved("malformed"), "fail tenant-not-found(reason=malformed)"),
            (unresolved("other-cloud"), "unknown tenant-other-cloud(cloud=unknown)"),
        ] {
            check_with(
                "tenant-domain",
                &claim_with(&[("customerDomain", "contoso.com")]),
                &evidence,
                expected,
            );
        }
        // On the second day, a directory said that the domain is in another cloud.
        for (domains, cloud, day, expected) in [
            (
                r#"["contoso.com"]"#,
                "null",
                "2026-11-01",
                "unknown tenant-other-cloud(cloud=unknown)",
            ),
            (r#"["contoso.com"]"#, "null", "2026-11-02", "pass"),
            (
                r#"["contoso.com"]"#,
                "\"us-gov\"",
                "2026-11-01",
                "unknown tenant-other-cloud(cloud=us-gov)",
            ),
            ("[]", "\"us-gov\"", "2026-11-01", "unknown tenant-other-cloud(cloud=us-gov)"),
        ] {
            let evidence = format!(
                r#"{{"tenants":[{{"tenantId":"{CONTOSO}","domains":{domains},"cloud":{cloud},"source":"x","asOf":"{day}"}}],
                    "unresolvedDomains":[{{"domain":"contoso.com","reason":"other-cloud","asOf":"2026-11-02"}}]}}"#
            );
            let claim = claim_with(&[("customerDomain", "contoso.com")]);
            check_with("tenant-domain", &claim, &evidence, expected);
        }
        for field in ["customerTenantId", "customerDomain"] {
            check("tenant-domain", &claim_with(&[(field, "")]), "unknown");
        }
    }
}
