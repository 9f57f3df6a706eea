//! Exports as they really arrive: the samples, other forms of the same content, rows with holes.
//! Damage has its own file: `damaged_exports.rs`.
#![expect(clippy::string_slice, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fmt::Write as _;

use cpor_preflight::evidence::Evidence;
use cpor_preflight::exports::{self, Export, ReadOptions};
use cpor_preflight::json;
use serde_json::json;

#[path = "support/passes.rs"]
mod passes;
#[path = "support/world.rs"]
mod world;

use passes::passes;
use world::world;

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const SUBSCRIPTIONS: &str = include_str!("samples/graph-subscriptions.json");
const SKUS: &str = include_str!("samples/graph-subscribed-skus.json");
const FOUND: &str = include_str!("samples/openid-contoso.json");
const NOT_FOUND: &str = include_str!("samples/openid-not-found.json");
const CUSTOMERS: &str = include_str!("samples/partner-center-customers.csv");
const OWN: &str = include_str!("samples/partner-center-subscriptions.json");
const USAGE: &str = include_str!("samples/dynamics-usage-report.csv");
const CLAIMS: &str = include_str!("samples/cpor-usage-report.csv");
const LICENSING: &str = include_str!("samples/sku-reference.csv");

#[test]
fn every_sample_is_read() {
    let tenant = format!(r#"{{"tenantId":"{CONTOSO}"}}"#);
    let domain = r#"{"domain":"contoso.com"}"#;
    let name = r#"{"name":"https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration"}"#;
    table(&[
        (SUBSCRIPTIONS, &tenant, "graph-subscriptions 6 rows: 6 subscriptions"),
        (SUBSCRIPTIONS, "null", "graph-subscriptions 6 rows: 6 subscriptions, tenant-unknown"),
        (
            SUBSCRIPTIONS,
            r#"{"tenantId":"contoso"}"#,
            "graph-subscriptions 6 rows: 6 subscriptions, tenant-option-malformed, tenant-unknown",
        ),
        (SKUS, "null", "graph-subscribed-skus 2 rows: 1 tenants, 2 subscriptions"),
        (
            SKUS,
            &format!(r#"{{"tenantId":"{FABRIKAM}"}}"#),
            "graph-subscribed-skus 2 rows: 1 tenants, 2 subscriptions, tenant-contradiction",
        ),
        (FOUND, domain, "openid-configuration 1 rows: 1 tenants with 1 domains"),
        (FOUND, name, "openid-configuration 1 rows: 1 tenants with 1 domains"),
        (FOUND, "null", "openid-configuration 1 rows: 1 tenants, domain-unknown"),
        (NOT_FOUND, "null", "openid-configuration 1 rows: 1 unresolved"),
        (CUSTOMERS, "null", "partner-center-customers 2 rows: 2 tenants with 2 domains"),
        (OWN, &tenant, "partner-center-subscriptions 1 rows: 1 subscriptions"),
        (OWN, "null", "partner-center-subscriptions 1 rows: 1 subscriptions, tenant-unknown"),
        (USAGE, "null", "dynamics-usage-report 2 rows: 2 subscriptions, 2 partner IDs"),
        (CLAIMS, "null", "cpor-usage-report 1 rows: 1 associations"),
        (LICENSING, "null", "sku-reference 5 rows: 3 SKUs"),
        (include_str!("samples/claims.csv"), &tenant, "unknown 0 rows: not-recognised"),
        (include_str!("samples/README.md"), &tenant, "unknown 0 rows: not-recognised"),
    ]);
}

/// What each row of the samples means, in the words of the evidence.
#[test]
fn samples_mean_what_their_readme_says() {
    let tenant = format!(r#"{{"tenantId":"{CONTOSO}"}}"#);
    let evidence = read(SUBSCRIPTIONS, &tenant).evidence;
    let owner = Some("b9a8d7c6-1234-4f5e-9a0b-77c6d5e4f3a2");
    for (row, (number, status, provisioning, ends_on, owner, sku)) in [
        ("01", "active", Some("provisioned"), Some("2027-11-03"), None, "DYN365_ENTERPRISE_SALES"),
        ("02", "in-grace", Some("provisioned"), Some("2026-12-10"), None, "DYN365_FINANCE"),
        (
            "03",
            "active",
            Some("provisioned"),
            Some("2027-02-14"),
            owner,
            "DYN365_BUSCENTRAL_ESSENTIAL",
        ),
        (
            "04",
            "active",
            Some("pending"),
            Some("2027-11-20"),
            None,
            "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
        ),
        ("05", "active", None, Some("2027-01-01"), None, "SPE_E5"),
        // The next change of a suspended subscription is its deletion, not the end of its term.
        ("06", "suspended", None, None, None, "D365_SALES_PRO"),
    ]
    .into_iter()
    .enumerate()
    {
        let subscription = serde_json::to_value(&evidence.subscriptions[row]).unwrap();
        let mut expected = json!({
            "id": format!("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a{number}"),
            "tenantId": CONTOSO,
            "skuPartNumber": sku,
            "status": status,
            "trial": false,
        });
        expected["createdOn"] = subscription["createdOn"].clone();
        assert!(expected["createdOn"].is_string());
        if number != "06" {
            let commerce = format!("71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e{number}");
            expected["commerceSubscriptionId"] = commerce.into();
        }
        for (key, value) in [("provisioning", provisioning), ("endsOn", ends_on)] {
            if let Some(value) = value {
                expected[key] = value.into();
            }
        }
        // The export says that no partner's tenant created it.
        expected["ownerTenantId"] = owner.into();
        expected["skuId"] = subscription["skuId"].clone();
        assert_eq!(subscription, expected);
    }
    let evidence = read(SKUS, "null").evidence;
    assert_eq!(
        serde_json::to_value(&evidence).unwrap(),
        json!({
            "tenants": [{ "tenantId": CONTOSO, "domains": [], "source": "graph-subscribed-skus" }],
            "unresolvedDomains": [],
            "subscriptions": [
                {
                    "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
                    "tenantId": CONTOSO,
                    "skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
                    "skuPartNumber": "DYN365_ENTERPRISE_SALES",
                    "status": "active",
                    "provisioning": "provisioned",
                },
                {
                    "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
                    "tenantId": CONTOSO,
                    "skuId": "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
                    "skuPartNumber": "DYN365_FINANCE",
                    "status": "in-grace",
                },
            ],
            "partnerIds": [],
            "associations": [],
        })
    );
}

#[test]
fn the_same_content_in_another_form_is_the_same_evidence() {
    for (text, options) in [
        (SUBSCRIPTIONS, r#"{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6"}"#),
        (SKUS, "null"),
        (FOUND, r#"{"domain":"contoso.com"}"#),
        (NOT_FOUND, "null"),
    ] {
        let expected = told(read(text, options));
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        let capitalised = with_keys(&value, &|key| key[..1].to_uppercase() + &key[1..]);
        let upper = with_keys(&value, &str::to_uppercase);
        let mut forms = vec![
            ("minified", value.to_string()),
            ("capitalised keys, as PowerShell writes them", capitalised.to_string()),
            ("keys in capitals", upper.to_string()),
            ("a byte-order mark", format!("\u{feff}{text}")),
            ("blanks around", format!("\r\n\t {text} \r\n")),
            ("Windows line ends", text.lines().collect::<Vec<_>>().join("\r\n")),
        ];
        if let Some(rows) = value.get("value") {
            let count = rows.as_array().unwrap().len();
            forms.push((
                "a list that PowerShell counts",
                json!({ "value": rows, "Count": count }).to_string(),
            ));
            forms.push(("a bare list", rows.to_string()));
            forms.push(("a list without its context", json!({ "value": rows }).to_string()));
        }
        for (form, text) in forms {
            assert_eq!(told(read(&text, options)), expected, "{form}");
        }
    }
}

#[test]
fn rows_with_holes() {
    let row =
        |members: &str| format!(r#"{{"value":[{{"skuId":"","totalLicenses":5,{members}}}]}}"#);
    let id = r#""id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01""#;
    let all = |members: &str| row(&format!(r#"{id},"status":"Enabled",{members}"#));
    let context = "https://graph.microsoft.com/v1.0/$metadata#directory/subscriptions";
    table(&[
        (
            &format!(r#"{{"@odata.context":"{context}","value":[]}}"#),
            "null",
            "graph-subscriptions 0 rows: empty",
        ),
        (
            r#"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#subscribedSkus","value":[]}"#,
            "null",
            "graph-subscribed-skus 0 rows: empty",
        ),
        (
            &format!("{},{{\"id\":", all(r#""ownerTenantId":"""#).trim_end_matches("]}")),
            "null",
            "graph-subscriptions 1 rows: 1 subscriptions, tenant-unknown, 2 truncated",
        ),
        (r#"{"value":[]}"#, "null", "unknown 0 rows: not-recognised"),
        ("[]", "null", "unknown 0 rows: not-recognised"),
        ("", "null", "unknown 0 rows: not-recognised"),
        ("null", "null", "unknown 0 rows: not-recognised"),
        ("{}", "null", "unknown 0 rows: not-recognised"),
        ("{", "null", "unknown 0 rows: not-json"),
        (
            &row(r#""status":"Enabled""#),
            "null",
            "graph-subscriptions 1 rows: tenant-unknown, column-missing",
        ),
        (
            &row(r#""id":"Sales","status":"Enabled""#),
            "null",
            "graph-subscriptions 1 rows: tenant-unknown, 1 row-malformed, 1 id-malformed",
        ),
        (
            &row(&format!(r#"{id},"status":"Odd""#)),
            "null",
            "graph-subscriptions 1 rows: 1 subscriptions, tenant-unknown, 1 row-malformed",
        ),
        (
            &all(r#""nextLifecycleDateTime":"soon""#),
            "null",
            "graph-subscriptions 1 rows: 1 subscriptions, tenant-unknown, 1 row-malformed",
        ),
        (
            &all(r#""ownerTenantId":"","serviceStatus":null,"nextLifecycleDateTime":null"#),
            "null",
            "graph-subscriptions 1 rows: 1 subscriptions, tenant-unknown",
        ),
    ]);
}

#[test]
fn states_of_a_subscription() {
    for (status, state) in [
        ("Enabled", "active"),
        ("Warning", "in-grace"),
        ("Suspended", "suspended"),
        ("Deleted", "deleted"),
        ("LockedOut", "locked-out"),
        ("Odd", "unknown"),
    ] {
        let row = json!({
            "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
            "status": status,
            "serviceStatus": [],
        });
        let export = read(&json!([row]).to_string(), "null");
        assert_eq!(export.evidence.subscriptions[0].status.name(), state, "{status}");
    }
}

#[test]
fn plans_speak_for_the_subscription_only_if_they_agree() {
    for (plans, expected) in [
        ("", None),
        ("Success", Some("provisioned")),
        ("Success Success", Some("provisioned")),
        ("Success Disabled", Some("provisioned")),
        ("Disabled", None),
        ("PendingInput", Some("pending")),
        ("PendingActivation PendingProvisioning", Some("pending")),
        ("Error", Some("failed")),
        ("Success PendingInput", None),
        ("Success Error", None),
        ("Success Odd", None),
    ] {
        let plans: Vec<_> =
            plans.split(' ').map(|plan| json!({ "provisioningStatus": plan })).collect();
        let plans = if plans[0]["provisioningStatus"] == "" { vec![] } else { plans };
        let row = json!({
            "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
            "status": "Enabled",
            "serviceStatus": plans,
        });
        let export = read(&json!([row]).to_string(), "null");
        let read = export.evidence.subscriptions[0].provisioning;
        assert_eq!(read.map(|state| state.name()), expected, "{row}");
    }
}

/// A SKU with two subscriptions says nothing about the state of either.
#[test]
fn the_state_of_a_sku_is_not_that_of_several_subscriptions() {
    let row = json!({
        "accountId": CONTOSO,
        "skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
        "capabilityStatus": "Enabled",
        "servicePlans": [{ "provisioningStatus": "Success" }],
        "subscriptionIds": [
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
        ],
    });
    for subscription in read(&row.to_string(), "null").evidence.subscriptions {
        assert_eq!((subscription.status.name(), subscription.provisioning), ("unknown", None));
    }
}

/// A list of subscriptions that is none.
#[test]
fn a_sku_without_a_list_of_subscriptions() {
    let row = |ids: &str| {
        format!(
            r#"[{{"accountId":"{CONTOSO}","skuId":"1e1a282c-9c54-43a2-9310-98ef728faace",
                "skuPartNumber":"DYN365_FINANCE","capabilityStatus":"Enabled"{ids}}}]"#
        )
    };
    let id = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
    table(&[
        (
            &row(r#","subscriptionIds":5"#),
            "null",
            "graph-subscribed-skus 1 rows: 1 tenants, 1 id-malformed",
        ),
        (
            &row(&format!(r#","subscriptionIds":"{id}  {id}""#)),
            "null",
            "graph-subscribed-skus 1 rows: 1 tenants, 2 subscriptions",
        ),
        (
            &row(&format!(r#","subscriptionIds":["{id}",5]"#)),
            "null",
            "graph-subscribed-skus 1 rows: 1 tenants, 1 subscriptions, 1 id-malformed",
        ),
    ]);
}

/// Every megabyte, in bytes of the file; a file in UTF-16 has twice as many as its text.
#[test]
fn a_large_table_tells_how_far_it_is() {
    let rows = CUSTOMERS.lines().nth(1).unwrap().to_owned() + "\n";
    let heading = CUSTOMERS.lines().next().unwrap().to_owned() + "\n";
    let text = heading + &rows.repeat((5 << 19) / rows.len());
    let utf_16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for (bytes, width) in [(text.as_bytes(), 1), (&[&[0xff, 0xfe], &*utf_16].concat(), 2)] {
        let mut calls = Vec::new();
        let options = ReadOptions::read(&json::Value::Null);
        exports::read(bytes, options, &|_| None, &mut |done, total| calls.push((done, total)));
        assert_eq!(calls.len(), 3, "{calls:?}");
        assert_eq!(calls[2], (bytes.len(), bytes.len()));
        for (number, (done, _)) in calls.iter().take(2).enumerate() {
            let due = ((number + 1) * width) << 20;
            assert!((due..due + 5000).contains(done), "{done} {due}");
        }
    }
}

#[test]
fn clouds() {
    for (host, region, sub_region, cloud) in [
        ("login.microsoftonline.com", Some("EU"), None, Some("global")),
        ("login.microsoftonline.com", Some("NA"), Some("GCC"), Some("global")),
        ("login.microsoftonline.com", Some("NA"), Some("DOD"), Some("us-gov")),
        ("login.microsoftonline.com", Some("NA"), Some("DODCON"), Some("us-gov")),
        ("login.microsoftonline.com", Some("USGov"), Some("DODCON"), Some("us-gov")),
        ("login.microsoftonline.com", Some("USG"), None, Some("us-gov")),
        ("login.microsoftonline.us", None, None, Some("us-gov")),
        ("login.partner.microsoftonline.cn", None, None, Some("china")),
        ("login.microsoftonline.com", None, None, None),
    ] {
        let mut answer = json!({ "issuer": format!("https://{host}/{CONTOSO}/v2.0") });
        for (key, value) in
            [("tenant_region_scope", region), ("tenant_region_sub_scope", sub_region)]
        {
            if let Some(value) = value {
                answer[key] = value.into();
            }
        }
        let export = read(&answer.to_string(), r#"{"domain":"contoso.com"}"#);
        let read = export.evidence.tenants[0].cloud.map(|cloud| cloud.name());
        assert_eq!(read, cloud, "{answer}");
        assert_eq!(export.problems, []);
    }
}

#[test]
fn refusals() {
    let refusal = |code: &str, description: &str| {
        format!(r#"{{"error":"x","error_description":"{description}","error_codes":[{code}]}}"#)
    };
    let asked = r#"{"domain":"contoso.com"}"#;
    for (code, reason) in [
        ("90002", Some("not-found")),
        ("900023", Some("malformed")),
        ("50029", Some("malformed")),
        ("90038", Some("other-cloud")),
        ("50029,90002", Some("not-found")),
        ("90001", None),
        ("50059", None),
        ("", None),
    ] {
        let export = read(&refusal(code, "Something went wrong."), asked);
        let unresolved = export.evidence.unresolved_domains.first();
        assert_eq!(unresolved.map(|domain| domain.reason.name()), reason, "{code}");
        let codes: Vec<_> = export.problems.iter().map(|problem| problem.code.name()).collect();
        let expected: &[&str] = if reason.is_some() { &[] } else { &["error-code-unknown"] };
        assert_eq!(codes, expected, "{code}");
    }
    // The name in the message is the one that was asked, whatever was said.
    let export = read(&refusal("90002", "AADSTS90002: Tenant 'Contosso.COM' not found."), asked);
    assert_eq!(export.evidence.unresolved_domains[0].domain, "contosso.com");
    // The address knows it better: a quoted name may be shortened.
    let address = r#"{"name":"https://login.microsoftonline.com/contoso.com/v2.0/.well-known/x"}"#;
    let export = read(&refusal("90002", "AADSTS90002: Tenant '…' not found."), address);
    assert_eq!(export.evidence.unresolved_domains[0].domain, "contoso.com");
    table(&[
        (&refusal("90002", "x"), "null", "openid-configuration 1 rows: domain-unknown"),
        (&refusal("90002", "x"), asked, "openid-configuration 1 rows: 1 unresolved"),
        (
            r#"{"issuer":"https://login.microsoftonline.com/{tenantid}/v2.0"}"#,
            asked,
            "openid-configuration 1 rows: issuer-placeholder",
        ),
        (r#"{"issuer":7}"#, asked, "unknown 0 rows: not-recognised"),
    ]);
}

/// Of two exports that contradict each other, the luckier one never decides: neither joined nor
/// side by side, in whichever order.
#[test]
fn contradicting_exports_never_pass() {
    let sales = ("skuId", "1e1a282c-9c54-43a2-9310-98ef728faace");
    let mut faults = Vec::new();
    for (check, (member, good), bad) in [
        ("subscription-on-tenant", ("tenantId", CONTOSO), FABRIKAM),
        ("subscription-dynamics", sales, "06ebc4ee-1bb5-47dd-8120-11324bc54e06"),
        ("subscription-dynamics", sales, "ee02fd1b-340e-4a4b-b355-4a514e4c8943"),
        ("subscription-dynamics", ("skuPartNumber", "DYN365_FINANCE"), "SPE_E5"),
        ("subscription-dynamics", ("skuPartNumber", "DYN365_FINANCE"), "ENTERPRISEPACK"),
        ("subscription-not-csp", ("channel", "volume-licensing"), "csp"),
        ("subscription-not-csp", ("channel", "web-direct"), "csp"),
        ("subscription-provisioned", ("provisioning", "provisioned"), "pending"),
        ("subscription-provisioned", ("provisioning", "provisioned"), "failed"),
        ("subscription-status", ("status", "active"), "suspended"),
        ("subscription-status", ("status", "in-grace"), "expired"),
    ] {
        let record = |value: &str| {
            let mut record = json!({ "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01" });
            record[member] = value.into();
            json!({ "subscriptions": [record] })
        };
        let passes = |evidence: &serde_json::Value| {
            let text = evidence.to_string();
            let (evidence, _) = Evidence::read(&json::parse(&text).0, world().to_ascii);
            passes(&evidence).contains(&format!("01 {check}"))
        };
        let (good, bad) = (record(good), record(bad));
        if !passes(&good) || passes(&bad) {
            faults.push(format!("{check}: {good} does not pass alone, or {bad} does"));
        }
        for (first, second) in [(&good, &bad), (&bad, &good)] {
            let rows = [&first["subscriptions"][0], &second["subscriptions"][0]];
            let side_by_side = json!({ "subscriptions": rows });
            let (a, b) = (first.to_string(), second.to_string());
            let joined = world().merge_evidence(&json::parse(&a).0, &json::parse(&b).0);
            let joined = serde_json::to_value(joined).unwrap();
            for (how, evidence) in [("side by side", side_by_side), ("joined", joined)] {
                if passes(&evidence) {
                    faults.push(format!("{check} passes, {how}: {rows:?}"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Compares kind, counts and problems, written as [`summary`] does; reports every failing row.
#[track_caller]
fn table(rows: &[(&str, &str, &str)]) {
    let mut faults = String::new();
    for (text, options, expected) in rows {
        let actual = summary(&read(text, options));
        if actual != *expected {
            let start: String = text.chars().take(100).collect();
            let _ = write!(faults, "\n{start}… {options}\n  - {expected}\n  + {actual}");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

fn summary(export: &Export) -> String {
    let evidence = &export.evidence;
    let domains: usize = evidence.tenants.iter().map(|tenant| tenant.domains.len()).sum();
    let mut parts = Vec::new();
    match (evidence.tenants.len(), domains) {
        (0, _) => {}
        (tenants, 0) => parts.push(format!("{tenants} tenants")),
        (tenants, domains) => parts.push(format!("{tenants} tenants with {domains} domains")),
    }
    for (count, what) in [
        (evidence.subscriptions.len(), "subscriptions"),
        (evidence.unresolved_domains.len(), "unresolved"),
        (evidence.partner_ids.len(), "partner IDs"),
        (evidence.associations.len(), "associations"),
        (evidence.skus.len(), "SKUs"),
    ] {
        if count > 0 {
            parts.push(format!("{count} {what}"));
        }
    }
    for problem in &export.problems {
        let row = problem.row.map(|row| format!("{row} ")).unwrap_or_default();
        parts.push(format!("{row}{}", problem.code.name()));
    }
    format!("{} {} rows: {}", export.kind.name(), export.rows, parts.join(", "))
}

fn with_keys(value: &serde_json::Value, change: &dyn Fn(&str) -> String) -> serde_json::Value {
    match value {
        serde_json::Value::Object(members) => {
            members.iter().map(|(key, value)| (change(key), with_keys(value, change))).collect()
        }
        serde_json::Value::Array(items) => {
            items.iter().map(|item| with_keys(item, change)).collect()
        }
        other => other.clone(),
    }
}

/// All but the names of what was not read, which differ by form.
fn told(export: Export) -> Export {
    Export { unread: Vec::new(), ..export }
}

fn read(text: &str, options: &str) -> Export {
    world().read_evidence(text, &json::parse(options).0)
}
