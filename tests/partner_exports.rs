//! What the partner's own exports say: Partner Center's lists and reports, Microsoft's licensing
//! list, and the checks that they decide together with the customer's.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use cpor_preflight::exports::Export;
use cpor_preflight::json;
use cpor_preflight::report::{Outcome, Report};
use serde_json::{Value, json};

#[path = "support/world.rs"]
mod world;

use world::{check, world};

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FABRIKAM: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const SUBSCRIPTIONS: &str = include_str!("samples/graph-subscriptions.json");
const SKUS: &str = include_str!("samples/graph-subscribed-skus.json");
const FOUND: &str = include_str!("samples/openid-contoso.json");
const CUSTOMERS: &str = include_str!("samples/partner-center-customers.csv");
const OWN: &str = include_str!("samples/partner-center-subscriptions.json");
const USAGE: &str = include_str!("samples/dynamics-usage-report.csv");
const CLAIMS: &str = include_str!("samples/cpor-usage-report.csv");
const LICENSING: &str = include_str!("samples/sku-reference.csv");

#[test]
fn samples_mean_what_their_readme_says() {
    let tenant = |id: &str, domain: &str| json!({ "tenantId": id, "domains": [domain], "source": "partner-center-customers" });
    let of_sales = json!({
        "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
        "tenantId": CONTOSO,
        "skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
        "skuPartNumber": "DYN365_ENTERPRISE_SALES",
        "status": "active",
        "channel": "volume-licensing",
        "provisioning": "provisioned",
        "createdOn": "2025-11-03",
        "endsOn": "2027-11-03",
        "asOf": "2026-10-01",
        "excerpt": true,
    });
    let of_finance = json!({
        "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
        "tenantId": CONTOSO,
        "skuId": "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
        "skuPartNumber": "DYN365_FINANCE",
        "status": "in-grace",
        "channel": "web-direct",
        "provisioning": "provisioned",
        "createdOn": "2023-12-01",
        "endsOn": "2026-12-10",
        "asOf": "2026-10-01",
        "excerpt": true,
    });
    for (text, part, expected) in [
        (
            CUSTOMERS,
            "tenants",
            json!([
                tenant(CONTOSO, "contoso.onmicrosoft.com"),
                tenant(FABRIKAM, "fabrikam.onmicrosoft.com"),
            ]),
        ),
        (
            OWN,
            "subscriptions",
            json!([{
                "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03",
                "tenantId": CONTOSO,
                "productName": "Dynamics 365 Business Central Essentials",
                "status": "active",
                "channel": "csp",
                "createdOn": "2026-02-14",
                "endsOn": "2027-02-13",
                "excerpt": true,
                "trial": false,
            }]),
        ),
        (USAGE, "subscriptions", json!([of_sales, of_finance])),
        (
            USAGE,
            "partnerIds",
            json!([
                { "id": "4391507", "kind": "global-account" },
                { "id": "5357564", "kind": "location", "name": "Munich" },
            ]),
        ),
        (
            CLAIMS,
            "associations",
            json!([{
                "tenantId": CONTOSO,
                "product": "Teams",
                "holder": "us",
                "claimId": "CL-1048812",
                "since": "2026-03-02",
                "asOf": "2026-10-31",
            }]),
        ),
        (
            LICENSING,
            "skus",
            json!([
                {
                    "skuId": "2880026b-2b0c-4251-8656-5d41ff11e3aa",
                    "skuPartNumber": "DYN365_BUSCENTRAL_ESSENTIAL",
                    "productName": "Dynamics 365 Business Central Essentials",
                },
                {
                    "skuId": "5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d01",
                    "skuPartNumber": "CONTOSO_PLANNING_P1",
                    "productName": "Contoso Planning, Plan 1",
                },
                {
                    "skuId": "5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d02",
                    "skuPartNumber": "CONTOSO_INSIGHTS",
                    "productName": "Contoso Insights",
                },
            ]),
        ),
    ] {
        let export = read(text, &of_contoso());
        assert_eq!(serde_json::to_value(&export.evidence).unwrap()[part], expected);
        assert_eq!(export.problems, []);
    }
    let days = [USAGE, CLAIMS, CUSTOMERS].map(|text| {
        read(text, r#"{"asOf":"2026-11-20"}"#).as_of.map(|day| day.to_string()).unwrap()
    });
    assert_eq!(days, ["2026-10-01", "2026-10-31", "2026-11-20"]);
}

/// Every kind in every encoding; tables also with every separator. The evidence is the same.
#[test]
fn encodings_and_separators() {
    let mut faults = Vec::new();
    for (kind, text) in [
        ("graph-subscriptions", SUBSCRIPTIONS),
        ("graph-subscribed-skus", SKUS),
        ("openid-configuration", FOUND),
        ("partner-center-subscriptions", OWN),
        ("partner-center-customers", CUSTOMERS),
        ("dynamics-usage-report", USAGE),
        ("cpor-usage-report", CLAIMS),
        ("sku-reference", LICENSING),
    ] {
        let options = json!({ "tenantId": CONTOSO, "domain": "contoso.com" }).to_string();
        let expected = told(read(text, &options));
        assert_eq!((expected.kind.name(), &expected.problems[..]), (kind, &[][..]));
        let mut forms = vec![("as it is", text.to_owned())];
        if !text.starts_with('{') {
            forms.extend([
                ("semicolons", separated(text, ';')),
                ("tabs", separated(text, '\t')),
                ("sep=;", format!("sep=;\r\n{}", separated(text, ';'))),
                ("every cell quoted", quoted(text)),
                ("Windows line ends", text.replace('\n', "\r\n")),
                ("empty rows at the end", format!("{text},,\n\n,,,,\n")),
                ("columns the other way round", reversed(text)),
                ("heading in capitals", in_heading(text, &str::to_uppercase)),
                ("heading with blanks", in_heading(text, &|heading| heading.replace("Id", " ID "))),
            ]);
        }
        for (form, text) in forms {
            let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect();
            let (little, big): (Vec<u8>, Vec<u8>) =
                (wide(u16::to_le_bytes), wide(u16::to_be_bytes));
            for (encoding, bytes) in [
                ("UTF-8", text.clone().into_bytes()),
                ("UTF-8 with a mark", format!("\u{feff}{text}").into_bytes()),
                ("UTF-16LE", [&b"\xff\xfe"[..], &little].concat()),
                ("UTF-16BE", [&b"\xfe\xff"[..], &big].concat()),
                ("UTF-16LE without a mark", little),
                ("UTF-16BE without a mark", big),
            ] {
                if told(read(&bytes, &options)) != expected {
                    faults
                        .push(format!("{kind}: {form}, {encoding}: {:?}", read(&bytes, &options)));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Rows of the usage report, by the columns that are given.
#[test]
fn usage_reports() {
    let sub = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
    let row = |changes: &[(&str, &str)]| {
        let mut row = vec![
            ("SubscriptionId", sub),
            ("CustomerTenantId", CONTOSO),
            ("SubscriptionStatus", "Active"),
            ("SKUId", ""),
            ("SKU", ""),
            ("SalesModel", ""),
            ("DetailedSalesModel", ""),
        ];
        for (name, value) in changes {
            match row.iter_mut().find(|(known, _)| known == name) {
                Some(cell) => cell.1 = value,
                None => row.push((name, value)),
            }
        }
        let line = |cells: Vec<&str>| cells.join(",") + "\n";
        line(row.iter().map(|(name, _)| *name).collect())
            + &line(row.iter().map(|(_, value)| *value).collect())
    };
    let mut faults = Vec::new();
    for (changes, member, expected, problems) in [
        (&[("SubscriptionStatus", "In Grace Period")][..], "status", "in-grace", ""),
        (&[("SubscriptionStatus", "InGracePeriod")], "status", "in-grace", ""),
        (&[("SubscriptionStatus", "Inactive")], "status", "disabled", ""),
        (&[("SubscriptionStatus", "Closed")], "status", "expired", ""),
        (&[("SubscriptionStatus", "Deprovisioned")], "status", "deleted", ""),
        (&[("SubscriptionStatus", "Suspended")], "status", "suspended", ""),
        (&[("SubscriptionStatus", "Open")], "status", "unknown", ""),
        (&[("SubscriptionStatus", "Others")], "status", "unknown", ""),
        (&[("SubscriptionStatus", "Odd")], "status", "unknown", "1 row-malformed"),
        (&[("SubscriptionStatus", "")], "status", "unknown", ""),
        (&[("SalesModel", "CSP")], "channel", "csp", ""),
        (
            &[("SalesModel", "Volume Licensing"), ("DetailedSalesModel", "CSP")],
            "channel",
            "csp",
            "",
        ),
        (&[("SalesModel", "Cloud Solution Provider")], "channel", "csp", ""),
        (
            &[("SalesModel", "Web Direct"), ("DetailedSalesModel", "Direct")],
            "channel",
            "web-direct",
            "",
        ),
        (
            &[("SalesModel", "Indirect"), ("DetailedSalesModel", "Enterprise Agreement")],
            "channel",
            "volume-licensing",
            "",
        ),
        (
            &[("SalesModel", "Volume Licensing"), ("DetailedSalesModel", "Web Direct")],
            "channel",
            "",
            "",
        ),
        (&[("DetailedSalesModel", "Direct")], "channel", "", ""),
        (&[("SalesChannel", "Direct")], "channel", "web-direct", ""),
        (&[("SalesModel", "Odd")], "channel", "", "1 row-malformed"),
        (&[("SKU", "DYN365_FINANCE")], "skuPartNumber", "DYN365_FINANCE", ""),
        (&[("SKU", "Dynamics 365 Finance")], "skuPartNumber", "", ""),
        (&[("SKU", "Dynamics 365 Finance")], "productName", "Dynamics 365 Finance", ""),
        (&[("ProductPartNumber", "DYN365_FINANCE")], "skuPartNumber", "DYN365_FINANCE", ""),
        (&[("ActiveSeats", "3")], "provisioning", "provisioned", ""),
        (&[("ActiveSeats", "0")], "provisioning", "", ""),
        (&[("SubscriptionEndDate", "2027-11-03T00:00:00.1234567Z")], "endsOn", "2027-11-03", ""),
        (&[("SubscriptionEndDate", "11/13/2027")], "endsOn", "2027-11-13", ""),
        (&[("SubscriptionEndDate", "13.11.2027")], "endsOn", "2027-11-13", ""),
        (&[("SubscriptionEndDate", "11/3/2027")], "endsOn", "", "1 date-ambiguous"),
        (&[("SubscriptionEndDate", "soon")], "endsOn", "", "1 row-malformed"),
        (&[("Month", "10/1/2026")], "asOf", "2026-10-01", ""),
        (&[("Month", "2026-10")], "asOf", "2026-10-01", ""),
        (&[("Month", "October")], "id", "", "1 row-malformed"),
        (&[("Month", "2/3/2026")], "id", "", "1 date-ambiguous"),
        (&[("SubscriptionId", "Sales")], "id", "", "1 row-malformed, 1 id-malformed"),
        (&[("SubscriptionId", "")], "id", "", "1 id-malformed"),
        (&[("CustomerTenantId", "Contoso")], "tenantId", "", "1 row-malformed"),
        (&[("PGAMpnID", "4391507")], "id", sub, "column-missing"),
        (&[("PGAMpnID", "x"), ("MPNID", "5357564")], "id", sub, "1 row-malformed"),
    ] {
        let export = read(row(changes), "null");
        let evidence = serde_json::to_value(&export.evidence).unwrap();
        let read = evidence["subscriptions"][0][member].as_str().unwrap_or_default();
        if (read, &*problems_of(&export)) != (expected, problems) {
            faults.push(format!("{changes:?}: {member} {read}, {}", problems_of(&export)));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for (accounts, expected) in [
        (&[("PGAMpnID", "4391507"), ("MPNID", "4391507")][..], "4391507 global-account"),
        (
            &[("PGAMpnID", "4391507"), ("MPNID", "5357564")],
            "4391507 global-account, 5357564 location",
        ),
        (&[("PGAMpnID", ""), ("MPNID", "5357564")], "5357564 null"),
        (&[("PGAMpnID", ""), ("MPNID", "5357564"), ("MPNType", "Local")], "5357564 location"),
        (
            &[("PGAMpnID", ""), ("MPNID", "5357564"), ("MPNType", "Global")],
            "5357564 global-account",
        ),
    ] {
        let evidence = serde_json::to_value(read(row(accounts), "null").evidence).unwrap();
        let found = evidence["partnerIds"].as_array().unwrap().iter();
        let found: Vec<_> = found
            .map(|one| format!("{} {}", one["id"].as_str().unwrap(), one["kind"]).replace('"', ""))
            .collect();
        assert_eq!(found.join(", "), expected);
    }
}

/// Of several months the newest counts, in whatever order they stand; what one month says twice and
/// differently stays, for the join to weigh.
#[test]
fn months() {
    let heading = "SubscriptionId,CustomerTenantId,SubscriptionStatus,SKUId,SalesModel,Month\n";
    let row = |status: &str, month: &str| {
        format!("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01,{CONTOSO},{status},,CSP,{month}\n")
    };
    for (rows, expected) in [
        (&[("Active", "2026-09-01"), ("Closed", "2026-10-01")][..], "expired"),
        (&[("Closed", "2026-10-01"), ("Active", "2026-09-01")], "expired"),
        (&[("Active", "2026-10-01"), ("Active", "2026-10-01")], "active"),
        (&[("Active", "2026-10-01"), ("Closed", "2026-10-01")], "active, expired"),
        (&[("Active", "2026-09-01"), ("Closed", "2026-09-01"), ("Active", "2026-10-01")], "active"),
        // A row without a month is of the day that is said, or of now.
        (&[("Closed", ""), ("Active", "2026-10-01")], "active"),
        (&[("Active", "2026-10-01"), ("Closed", "")], "active"),
    ] {
        let rows: String = rows.iter().map(|(status, month)| row(status, month)).collect();
        let export = read(format!("{heading}{rows}"), r#"{"asOf":"2026-09-15"}"#);
        let states = export.evidence.subscriptions.iter().map(|one| one.status.name());
        assert_eq!(states.collect::<Vec<_>>().join(", "), expected, "{rows}");
    }
    let claim = |date: &str, kind: &str| {
        format!("{CONTOSO},Contoso,Teams,1,1,CL-1,5357564,2026-03-02,{kind},{date}\n")
    };
    let heading = CLAIMS.lines().next().unwrap();
    for (rows, expected) in [
        (vec![claim("2026-10-31", "CPOR"), claim("2026-09-30", "CPOR")], "1 2026-10-31 "),
        (vec![claim("2026-09-30", "cpor"), claim("2026-10-31", "CPOR")], "1 2026-10-31 "),
        (vec![claim("2026-10-31", "DPOR"), claim("2026-09-30", "CPOR")], "1 2026-09-30 1 not-cpor"),
        (vec![claim("9/3/2026", "CPOR")], "0  1 date-ambiguous"),
        (vec![claim("2026-10-31", "")], "0  1 not-cpor"),
    ] {
        let export = read(format!("{heading}\n{}", rows.concat()), "null");
        let all = &export.evidence.associations;
        let day = all.first().and_then(|one| one.as_of).map(|day| day.to_string());
        let found = format!("{} {} {}", all.len(), day.unwrap_or_default(), problems_of(&export));
        assert_eq!(found, expected, "{rows:?}");
    }
}

#[test]
fn own_subscriptions() {
    let item = |more: Value| {
        let mut item = json!({
            "id": "0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A03",
            "offerId": "CFQ7TTC0HD3L:0001:CFQ7TTC0K6KX",
            "friendlyName": "Ours",
            "billingCycle": "monthly",
            "status": "active",
        });
        item.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        item
    };
    let azure = json!({
        "offerId": "MS-AZR-0145P",
        "offerName": "Microsoft Azure",
        "unitType": "Usage-based",
        "entitlementId": "C1F0A3E5-7B42-4D19-9E60-2F8A6B7C8D01",
    });
    let linked = json!({
        "links": { "self": { "uri": format!("/customers/{FABRIKAM}/subscriptions/x") } },
    });
    for (answer, options, expected) in [
        (json!({ "items": [item(json!({}))] }), of_contoso(), "…5a03 on 3f1c, Ours, active"),
        (json!([item(json!({ "status": "none" }))]), of_contoso(), "…5a03 on 3f1c, Ours, unknown"),
        (item(json!({ "status": "suspended" })), of_contoso(), "…5a03 on 3f1c, Ours, suspended"),
        (json!([item(azure)]), of_contoso(), "…8d01 (…5a03) on 3f1c, Microsoft Azure, active"),
        (json!([item(linked.clone())]), "null".into(), "…5a03 on 7c4d, Ours, active"),
        (
            json!({ "items": [item(json!({}))], "links": linked["links"] }),
            "null".into(),
            "…5a03 on 7c4d, Ours, active",
        ),
        (json!([item(linked)]), of_contoso(), "…5a03 on 7c4d, Ours, active; tenant-contradiction"),
        (json!([item(json!({}))]), "null".into(), "…5a03 on -, Ours, active; tenant-unknown"),
        (json!([item(json!({ "id": "x" }))]), of_contoso(), "; 1 row-malformed, 1 id-malformed"),
        (
            json!([item(json!({ "status": "odd" }))]),
            of_contoso(),
            "…5a03 on 3f1c, Ours, unknown; 1 row-malformed",
        ),
        (
            json!({ "totalCount": 2, "items": [item(json!({}))] }),
            of_contoso(),
            "…5a03 on 3f1c, Ours, active; more-pages",
        ),
    ] {
        let export = read(answer.to_string(), &options);
        assert_eq!(own_told(&export), expected, "{answer}");
    }
    let table = "Subscription ID,Subscription,Quantity,Status,Reseller\n\
                 0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A03,Business Central,8,Active,Northwind\n";
    assert_eq!(own_told(&read(table, &of_contoso())), "…5a03 on 3f1c, Business Central, active");
    let damaged = table.replace("0B6F4C1E-", "0B6F-");
    assert_eq!(own_told(&read(damaged, &of_contoso())), "; 1 row-malformed, 1 id-malformed");
}

/// "…5a03 (commerce’s ID) on 3f1c, name, status; problems"
fn own_told(export: &Export) -> String {
    assert_eq!(export.kind.name(), "partner-center-subscriptions");
    let mut found: String = export
        .evidence
        .subscriptions
        .iter()
        .map(|one| {
            let end = |id: &str| format!("…{}", id.get(32..).unwrap());
            let (id, tenant) = (one.id.to_string(), one.tenant_id.map(|id| id.to_string()));
            let commerce = one.commerce_subscription_id.map(|id| end(&id.to_string()));
            assert_eq!(one.channel.unwrap().name(), "csp");
            format!(
                "{}{} on {}, {}, {}",
                end(&id),
                commerce.map_or(String::new(), |commerce| format!(" ({commerce})")),
                tenant.as_deref().map_or("-", |tenant| tenant.get(..4).unwrap()),
                one.product_name.as_deref().unwrap_or_default(),
                one.status.name(),
            )
        })
        .collect();
    if !export.problems.is_empty() {
        found += &format!("; {}", problems_of(export));
    }
    found
}

#[test]
fn tables_with_damage() {
    let heading = "Microsoft ID,Company name,Primary domain name,Relationship\n";
    let good = format!("{CONTOSO},Contoso,contoso.com,Reseller\n");
    for (rows, options, expected) in [
        (String::new(), "null", "0 rows, 0 tenants: empty"),
        (good.clone(), "null", "1 rows, 1 tenants: "),
        (
            format!("x,Contoso,contoso.com,Reseller\n{good}"),
            "null",
            "2 rows, 1 tenants: 1 row-malformed, 1 id-malformed",
        ),
        (format!("{FABRIKAM},a b,Reseller\n{good}"), "null", "2 rows, 1 tenants: 1 cells-differ"),
        (format!("{FABRIKAM},a,b,c,d\n{good}"), "null", "2 rows, 1 tenants: 1 cells-differ"),
        (format!("{FABRIKAM},a,a.com,c,,\n{good}"), "null", "2 rows, 2 tenants: "),
        (format!("{FABRIKAM},a,no domain,c\n{good}"), "null", "2 rows, 2 tenants: 1 row-malformed"),
        (format!("{FABRIKAM},a,{CONTOSO},c\n{good}"), "null", "2 rows, 2 tenants: 1 row-malformed"),
        (format!("\n,,,\n{good}"), "null", "1 rows, 1 tenants: "),
        (good.trim_end().to_owned(), "null", "1 rows, 1 tenants: 1 maybe-cut-off"),
        // A lost quotation mark swallows rows.
        (
            format!("{FABRIKAM},\"a,a.com,c\n{good}{FABRIKAM},\"b\",b.com,c\n"),
            "null",
            "1 rows, 0 tenants: 1 cells-differ, 1 maybe-cut-off",
        ),
        // As many separators as a row has, beside a line break.
        (
            format!("{FABRIKAM},\"a\nb,b.com,c,d\",a.com,c\n{good}"),
            "null",
            "2 rows, 1 tenants: 1 cells-differ",
        ),
        (format!("{FABRIKAM},\"a\nb,b.com,c\",a.com,c\n{good}"), "null", "2 rows, 2 tenants: "),
        (format!("{good}{FABRIKAM},a,a.com,\"c\n"), "null", "2 rows, 2 tenants: 2 maybe-cut-off"),
        (good.replace("Contoso", "Cont\u{fffd}so"), "null", "1 rows, 1 tenants: characters-lost"),
        (good, r#"{"asOf":"soon"}"#, "1 rows, 1 tenants: day-option-malformed"),
    ] {
        let export = read(format!("{heading}{rows}"), options);
        let (rows_read, tenants) = (export.rows, export.evidence.tenants.len());
        let found = format!("{rows_read} rows, {tenants} tenants: {}", problems_of(&export));
        assert_eq!(found, expected, "{rows}");
    }
}

/// Of a heading alone, no row can be cut off.
#[test]
fn a_heading_alone() {
    let export = read("Microsoft ID,Company name,Primary domain name,Relationship", "null");
    assert_eq!((export.rows, &*problems_of(&export)), (0, "empty"));
}

/// The content decides; the name only where it leaves a choice.
#[test]
fn names_are_hints() {
    for (text, name, kind) in [
        (SUBSCRIPTIONS, "subscribedSkus.json", "graph-subscriptions"),
        (CUSTOMERS, "CPOR usage.csv", "partner-center-customers"),
        ("[]", "subscribedSkus.json", "graph-subscribed-skus"),
        (r#"{"value":[]}"#, "graph-subscriptions.json", "graph-subscriptions"),
        (r#"{"items":[]}"#, "partner-center-subscriptions.json", "partner-center-subscriptions"),
        ("[]", "customers.csv", "partner-center-customers"),
        ("[]", "x.json", "unknown"),
        (
            r#"[{"id":"x","skuId":"y","skuPartNumber":"z"}]"#,
            "graph-subscriptions.json",
            "graph-subscriptions",
        ),
        (
            r#"[{"id":"x","skuId":"y","skuPartNumber":"z"}]"#,
            "subscribed_skus.json",
            "graph-subscribed-skus",
        ),
        (r#"[{"id":"x","skuId":"y","skuPartNumber":"z"}]"#, "x.json", "unknown"),
        (r#"{"totalCount":1,"items":[{"id":"x","address":{}}]}"#, "x.json", "unknown"),
        ("a,b,c\n1,2,3\n", "dynamics.csv", "unknown"),
    ] {
        let export = read(text, &json!({ "name": name }).to_string());
        assert_eq!(export.kind.name(), kind, "{name}: {text:.60}");
    }
}

#[test]
fn what_powershell_makes_of_graph() {
    let sku = format!(
        r#"[{{"AccountId":"{CONTOSO}","CapabilityStatus":"Enabled","ConsumedUnits":1,
            "SkuId":"1e1a282c-9c54-43a2-9310-98ef728faace","ServicePlans":"Microsoft.Graph.Plan",
            "SubscriptionIds":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01 0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02"}}]"#
    );
    let export = read(&sku, "null");
    assert_eq!((export.kind.name(), export.rows), ("graph-subscribed-skus", 1));
    let found = (export.evidence.subscriptions.len(), &*problems_of(&export));
    assert_eq!(found, (2, "values-flattened"));
    for day in [
        r#""/Date(1793664000000)/""#,
        r#"{"value":"/Date(1793664000000)/","DateTime":"Tuesday"}"#,
        r#""2026-11-03T00:00:00Z""#,
    ] {
        let subscription = format!(
            r#"{{"value":{{"Id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","Status":"Enabled",
                "CommerceSubscriptionId":null,"NextLifecycleDateTime":{day}}},"Count":1}}"#
        );
        let export = read(&subscription, &of_contoso());
        assert_eq!(problems_of(&export), "column-missing", "{subscription}");
        let ends_on = export.evidence.subscriptions.first().unwrap().ends_on;
        assert_eq!(ends_on.unwrap().to_string(), "2026-11-03");
    }
}

/// One page of several says so, and then nothing follows from what it does not list.
#[test]
fn what_an_excerpt_does_not_list_may_exist() {
    let mut page: Value = serde_json::from_str(SUBSCRIPTIONS).unwrap();
    page["@odata.nextLink"] = "https://graph.microsoft.com/v1.0/x?$skiptoken=1".into();
    let page = page.to_string();
    assert_eq!(problems_of(&read(&page, &of_contoso())), "more-pages");
    let missing = [("subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5aff")];
    let project = [("product", "Dynamics 365 Project Operations"), missing[0]];
    for (exports, changes, codes) in [
        (&[SUBSCRIPTIONS][..], &missing[..], "subscription-not-listed"),
        (&[&page], &missing, ""),
        (&[USAGE], &missing, ""),
        (&[OWN], &missing, ""),
        (&[USAGE, SUBSCRIPTIONS], &missing, "subscription-not-listed"),
        (&[&page, SUBSCRIPTIONS], &missing, "subscription-not-listed"),
        (&[SKUS], &project, "product-not-on-tenant"),
        (&[USAGE], &project, ""),
    ] {
        let report = report(changes, exports);
        let found = report.findings.iter().map(|finding| finding.code.name());
        let found: Vec<_> = found
            .filter(|code| matches!(*code, "subscription-not-listed" | "product-not-on-tenant"))
            .collect();
        assert_eq!(found.join(" "), codes);
    }
}

/// …03 is likely CSP by its owner, certainly by the partner's own list.
#[test]
fn the_own_list_makes_csp_certain() {
    let third = [("subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03")];
    for (exports, expected) in [
        (&[SUBSCRIPTIONS][..], "unknown likely"),
        (&[SUBSCRIPTIONS, OWN], "fail certain"),
        (&[OWN, SUBSCRIPTIONS], "fail certain"),
        (&[OWN], "fail certain"),
    ] {
        let report = report(&third, exports);
        let finding = report.findings.iter().find(|found| found.code.name() == "subscription-csp");
        let certainty = serde_json::to_value(finding.unwrap()).unwrap();
        let certainty = certainty["params"]["certainty"].as_str().unwrap().to_owned();
        let outcome = outcome(&report, "subscription-not-csp");
        assert_eq!(format!("{outcome} {certainty}"), expected);
    }
}

/// A list of subscriptions that does not name its tenant proves none.
#[test]
fn tenants_are_shown_not_assumed() {
    let on_tenant = |exports: &[&str], options: &str| {
        let evidence = evidence_of(exports, options);
        outcome(&check(world(), &claim(&[]), &evidence, "null"), "subscription-on-tenant")
    };
    assert_eq!(on_tenant(&[SUBSCRIPTIONS], "null"), "unknown");
    assert_eq!(on_tenant(&[SUBSCRIPTIONS, FOUND, CUSTOMERS], "null"), "unknown");
    assert_eq!(on_tenant(&[SUBSCRIPTIONS, SKUS], "null"), "pass");
    assert_eq!(on_tenant(&[SUBSCRIPTIONS], &of_contoso()), "pass");
    assert_eq!(on_tenant(&[USAGE], "null"), "pass");
    assert_eq!(
        on_tenant(&[SUBSCRIPTIONS, SKUS], &format!(r#"{{"tenantId":"{FABRIKAM}"}}"#)),
        "unknown"
    );
}

/// The usage report shows subscription, tenant, SKU, state, channel and location at once.
#[test]
fn a_usage_report_makes_a_claim_ready() {
    let changes = [("customerDomain", "contoso.onmicrosoft.com")];
    let enrolled = json!({ "partnerIds": [{ "id": "5357564", "enrolled": true }] });
    let evidence = evidence_of(&[USAGE, CUSTOMERS], "null");
    let evidence =
        world().merge_evidence(&json::parse(&evidence).0, &json::parse(&enrolled.to_string()).0);
    let evidence = serde_json::to_string(&evidence).unwrap();
    let report = check(world(), &claim(&changes), &evidence, r#"{"ruleset":"2020-06"}"#);
    assert_eq!((report.verdict.name(), report.findings.len()), ("ready", 0), "{report:?}");
    let global = claim(&[changes[0], ("partnerId", "4391507")]);
    let report = check(world(), &global, &evidence, "null");
    assert_eq!(outcome(&report, "partner-id-type"), "fail");
}

/// What a licensing list names has a name, and is of no kind.
#[test]
fn the_licensing_list_names_skus() {
    let evidence = evidence_of(&[LICENSING], "null");
    let evidence = json::parse(&evidence).0;
    for (text, kind) in [
        ("5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d01", "sku-id"),
        ("contoso_planning_p1", "sku-part-number"),
        ("5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8dff", "guid"),
    ] {
        let text = json::Value::Text(text.into());
        assert_eq!(
            world().classify_identifier(&text, &world().evidence(&evidence)).kind.name(),
            kind
        );
    }
    let new = json!([{
        "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
        "skuId": "5c1f0a3e-7b42-4d19-9e60-2f8a6b7c8d01",
        "status": "Enabled",
    }]);
    let report = report(&[("product", "CONTOSO_PLANNING_P1")], &[LICENSING, &new.to_string()]);
    assert_eq!(outcome(&report, "subscription-dynamics"), "unknown");
    let product = ("product", "Contoso Planning, Plan 1 (CONTOSO_PLANNING_P1)".to_owned());
    assert!(report.understood.contains(&product), "{:?}", report.understood);
}

fn claim(changes: &[(&str, &str)]) -> String {
    let mut claim = json!({
        "userRole": "incentives-admin",
        "customerTenantId": CONTOSO,
        "customerDomain": "contoso.com",
        "solutionArea": "business-applications",
        "activity": "usage",
        "purchaseChannel": "volume-licensing",
        "subscriptionId": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
        "partnerId": "5357564",
        "competingPartner": "no",
        "proofOfExecution": "ready",
    });
    let members = claim.as_object_mut().unwrap();
    members.extend(changes.iter().map(|(name, value)| ((*name).to_owned(), (*value).into())));
    claim.to_string()
}

fn report(changes: &[(&str, &str)], exports: &[&str]) -> Report {
    check(world(), &claim(changes), &evidence_of(exports, &of_contoso()), "null")
}

/// What the exports show together, joined one after the other.
fn evidence_of(exports: &[&str], options: &str) -> String {
    let read = exports.iter().map(|text| serde_json::to_string(&read(text, options).evidence));
    read.map(Result::unwrap)
        .reduce(|all, one| {
            let joined = world().merge_evidence(&json::parse(&all).0, &json::parse(&one).0);
            serde_json::to_string(&joined).unwrap()
        })
        .unwrap()
}

fn outcome(report: &Report, id: &str) -> &'static str {
    let outcome: Outcome =
        report.checks.iter().find(|check| check.id.name() == id).unwrap().outcome;
    outcome.name()
}

fn problems_of(export: &Export) -> String {
    let found = export.problems.iter().map(|problem| {
        let row = problem.row.map(|row| format!("{row} ")).unwrap_or_default();
        format!("{row}{}", problem.code.name())
    });
    found.collect::<Vec<_>>().join(", ")
}

/// All but the names of what was not read, which differ by form.
fn told(export: Export) -> Export {
    Export { unread: Vec::new(), ..export }
}

fn of_contoso() -> String {
    json!({ "tenantId": CONTOSO }).to_string()
}

fn read(text: impl AsRef<[u8]>, options: &str) -> Export {
    world().read_evidence(text, &json::parse(options).0)
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn written(rows: Vec<Vec<String>>, separator: char, quotes: csv::QuoteStyle) -> String {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(u8::try_from(separator).unwrap())
        .quote_style(quotes)
        .flexible(true)
        .from_writer(Vec::new());
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn separated(text: &str, separator: char) -> String {
    written(cells(text), separator, csv::QuoteStyle::Necessary)
}

fn quoted(text: &str) -> String {
    written(cells(text), ',', csv::QuoteStyle::Always)
}

fn reversed(text: &str) -> String {
    let rows = cells(text).into_iter().map(|row| row.into_iter().rev().collect());
    written(rows.collect(), ',', csv::QuoteStyle::Necessary)
}

fn in_heading(text: &str, change: &dyn Fn(&str) -> String) -> String {
    let (heading, rows) = text.split_once('\n').unwrap();
    format!("{}\n{rows}", change(heading))
}
