//! Which kind an export is, in whatever clothes it comes: exports as tools really write them, columns
//! that are missing, columns of other names, text around them, and files that show nothing of a claim.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::path::Path;

use cpor_preflight::exports::{Export, ExportKind};
use cpor_preflight::json;
use cpor_preflight::report::Outcome;
use serde_json::{Value, json};

#[path = "support/world.rs"]
mod world;

use world::{check, world};

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const FIRST: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const COMMERCE: &str = "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01";

/// Every sample that is an export, with its kind.
const SAMPLES: &[(&str, &str)] = &[
    ("azure-subscriptions-list.txt", "not-evidence"),
    ("azure-subscriptions.json", "not-evidence"),
    ("azure-usage-report.csv", "not-evidence"),
    ("business-applications-usage.csv", "business-applications-usage"),
    ("claims.csv", "unknown"),
    ("cpor-usage-report.csv", "cpor-usage-report"),
    ("customers-and-tenants.csv", "customers-and-tenants"),
    ("dynamics-usage-report-partner-ids.csv", "dynamics-usage-report"),
    ("dynamics-usage-report.csv", "dynamics-usage-report"),
    ("graph-change-subscriptions.json", "unknown"),
    ("graph-contracts.json", "graph-contracts"),
    ("graph-error.json", "not-evidence"),
    ("graph-organization.json", "graph-organization"),
    ("graph-subscribed-skus-selected.json", "graph-subscribed-skus"),
    ("graph-subscribed-skus.json", "graph-subscribed-skus"),
    ("graph-subscriptions-after-warning.txt", "graph-subscriptions"),
    ("graph-subscriptions-beta.json", "graph-subscriptions"),
    ("graph-subscriptions-collapsed.txt", "graph-subscriptions"),
    ("graph-subscriptions-lines.txt", "graph-subscriptions"),
    ("graph-subscriptions-list.txt", "graph-subscriptions"),
    ("graph-subscriptions-selected.json", "graph-subscriptions"),
    ("graph-subscriptions-table.txt", "graph-subscriptions"),
    ("graph-subscriptions-trial.json", "graph-subscriptions"),
    ("graph-subscriptions.csv", "graph-subscriptions"),
    ("graph-subscriptions.json", "graph-subscriptions"),
    ("license-details.json", "not-evidence"),
    ("license-report.csv", "license-report"),
    ("msol-subscriptions.csv", "graph-subscriptions"),
    ("office-365-license-usage.csv", "cpor-usage-report"),
    ("openid-contoso.json", "openid-configuration"),
    ("openid-not-found.json", "openid-configuration"),
    ("openid-not-microsoft.json", "openid-configuration"),
    ("partner-center-customers.csv", "partner-center-customers"),
    ("partner-center-customers.json", "partner-center-customers"),
    ("partner-center-subscriptions-powershell.json", "partner-center-subscriptions"),
    ("partner-center-subscriptions.json", "partner-center-subscriptions"),
    ("partner-profile.csv", "partner-profile"),
    ("README.md", "unknown"),
    ("reconciliation.csv", "partner-center-reconciliation"),
    ("sku-reference.csv", "sku-reference"),
    ("subscription-details.csv", "dynamics-usage-report"),
];

/// All samples, under the names of all kinds: the content decides.
#[test]
fn no_sample_is_read_as_another_kind() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_file())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    files.sort_by_key(|name| name.to_lowercase());
    let listed: Vec<_> = SAMPLES.iter().map(|(name, _)| *name).collect();
    assert_eq!(files, listed, "every sample has its kind here");
    let mut faults = Vec::new();
    for (file, kind) in SAMPLES {
        for name in ExportKind::NAMES {
            let export = read(sample(file), &json!({ "name": format!("{name}.txt") }));
            if export.kind.name() != *kind {
                faults.push(format!("{file} as {name}: {}", export.kind.name()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let kinds = SAMPLES.iter().map(|(_, kind)| *kind);
    let kinds: std::collections::BTreeSet<_> =
        kinds.chain(["container", "stated-columns"]).collect();
    assert_eq!(kinds.len(), ExportKind::NAMES.len(), "every kind has a sample");
}

/// Without any one of its columns or members, a file is still what it is, or it is not recognized: it is
/// never anything else.
#[test]
fn a_column_less_makes_no_other_kind() {
    let mut faults = Vec::new();
    for (file, kind) in SAMPLES.iter().filter(|(_, kind)| *kind != "unknown") {
        for (column, text) in with_a_column_less(&sample(file)) {
            let found = read(&text, &json!({}));
            let is_other = found.kind.name() != *kind && found.kind.name() != "unknown";
            // What is no evidence shows nothing, whatever it is called.
            if is_other && found.kind.name() != "not-evidence" {
                faults.push(format!("{file} without {column}: {}", found.kind.name()));
            }
            if is_other && shows_something(&found) {
                faults.push(format!("{file} without {column} shows something"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn shows_something(export: &Export) -> bool {
    let evidence = &export.evidence;
    !evidence.subscriptions.is_empty()
        || !evidence.tenants.is_empty()
        || !evidence.partner_ids.is_empty()
        || !evidence.associations.is_empty()
}

/// The text without one column, or without one member of all of its objects.
fn with_a_column_less(text: &str) -> Vec<(String, String)> {
    if let Ok(value) = serde_json::from_str::<Value>(text) {
        let rows = ["value", "items"].iter().find_map(|name| value.get(*name));
        let row = rows.unwrap_or(&value);
        let row = row.get(0).unwrap_or(row);
        let names = row.as_object().into_iter().flatten().map(|(name, _)| name.clone());
        return names.map(|name| (name.clone(), without(&value, &name).to_string())).collect();
    }
    let mut reader =
        csv::ReaderBuilder::new().flexible(true).has_headers(false).from_reader(text.as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    let heading = rows[0].clone();
    if heading.len() < 3 {
        return Vec::new();
    }
    let without = |at: usize| {
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
        for row in &rows {
            let cells = row.iter().enumerate().filter(|(other, _)| *other != at);
            writer.write_record(cells.map(|(_, cell)| cell)).unwrap();
        }
        String::from_utf8(writer.into_inner().unwrap()).unwrap()
    };
    heading.iter().enumerate().map(|(at, name)| (name.to_owned(), without(at))).collect()
}

fn without(value: &Value, name: &str) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .filter(|(key, _)| *key != name)
            .map(|(key, value)| (key.clone(), without(value, name)))
            .collect(),
        Value::Array(items) => items.iter().map(|item| without(item, name)).collect(),
        other => other.clone(),
    }
}

/// What each real export shows: the expectation is a part of the evidence.
#[test]
fn real_exports_show_what_they_show() {
    let contoso = json!({ "tenantId": CONTOSO });
    let mut faults = Vec::new();
    for (file, options, part, expected) in [
        (
            "subscription-details.csv",
            json!({}),
            "subscriptions",
            json!([{ "id": FIRST, "tenantId": CONTOSO, "channel": "csp", "status": "active" }]),
        ),
        (
            "reconciliation.csv",
            json!({}),
            "subscriptions",
            json!([{ "id": FIRST, "tenantId": CONTOSO, "channel": "csp", "status": "unknown",
                "productName": "Dynamics 365 Sales Enterprise" }]),
        ),
        (
            "reconciliation.csv",
            json!({}),
            "tenants",
            json!([{ "tenantId": CONTOSO, "domains": ["contoso.onmicrosoft.com"] }]),
        ),
        (
            "graph-subscriptions-beta.json",
            contoso.clone(),
            "subscriptions",
            json!([{ "id": "aaaaaaaa-2d83-47aa-9f10-6c2f8d1e5a01", "commerceSubscriptionId": FIRST }]),
        ),
        (
            "graph-subscribed-skus-selected.json",
            json!({}),
            "tenants",
            json!([{ "tenantId": CONTOSO, "domains": [] }]),
        ),
        (
            "dynamics-usage-report-partner-ids.csv",
            json!({}),
            "partnerIds",
            json!([{ "id": "4391507", "kind": "global-account" }, { "id": "5357564", "kind": "location" }]),
        ),
        (
            "office-365-license-usage.csv",
            json!({}),
            "associations",
            json!([{ "tenantId": CONTOSO, "product": "Exchange Online", "claimId": null, "asOf": "2024-01-01" }]),
        ),
        ("openid-not-microsoft.json", json!({ "domain": "contoso.com" }), "tenants", json!([])),
        (
            "graph-subscriptions-after-warning.txt",
            contoso.clone(),
            "subscriptions",
            json!([{ "id": FIRST, "status": "active", "provisioning": "provisioned" }]),
        ),
        (
            "graph-subscriptions-lines.txt",
            contoso.clone(),
            "subscriptions",
            json!([{ "id": FIRST }, { "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02" }]),
        ),
        (
            "graph-subscriptions.csv",
            contoso.clone(),
            "subscriptions",
            // Day and month of the first day could be swapped; the last day shows which is which.
            json!([{ "id": FIRST, "commerceSubscriptionId": COMMERCE, "status": "active",
                "createdOn": "2025-11-03", "endsOn": "2027-11-13", "provisioning": null }]),
        ),
        (
            "graph-subscriptions-list.txt",
            contoso.clone(),
            "subscriptions",
            json!([
                { "id": FIRST, "commerceSubscriptionId": COMMERCE, "status": "active",
                    "endsOn": "2027-11-13", "tenantId": CONTOSO },
                { "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02", "status": "in-grace",
                    "skuPartNumber": "DYN365_FINANCE", "endsOn": "2026-12-10" },
            ]),
        ),
        (
            "graph-subscriptions-collapsed.txt",
            contoso.clone(),
            "subscriptions",
            json!([
                { "id": FIRST, "commerceSubscriptionId": COMMERCE, "status": "active",
                    "endsOn": "2027-11-13", "tenantId": CONTOSO, "trial": false },
                { "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02", "status": "in-grace",
                    "skuPartNumber": "DYN365_FINANCE", "endsOn": "2026-12-10" },
            ]),
        ),
        (
            "graph-subscriptions-table.txt",
            contoso.clone(),
            "subscriptions",
            json!([
                { "id": FIRST, "commerceSubscriptionId": COMMERCE, "status": "active",
                    "endsOn": "2027-11-13", "tenantId": CONTOSO, "trial": false },
                { "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02", "status": "in-grace",
                    "skuPartNumber": "DYN365_FINANCE", "endsOn": "2026-12-10" },
            ]),
        ),
        (
            "msol-subscriptions.csv",
            contoso.clone(),
            "subscriptions",
            json!([{ "id": FIRST, "commerceSubscriptionId": COMMERCE, "endsOn": "2027-11-03" }]),
        ),
        (
            "license-report.csv",
            json!({}),
            "subscriptions",
            json!([{ "id": FIRST, "commerceSubscriptionId": COMMERCE, "status": "active",
                "tenantId": null, "skuPartNumber": null, "endsOn": "2027-11-03",
                "productName": "Dynamics 365 Sales Enterprise Edition" }]),
        ),
        (
            "partner-center-subscriptions-powershell.json",
            contoso.clone(),
            "subscriptions",
            json!([{ "id": FIRST, "status": "active", "channel": "csp", "endsOn": "2027-02-13" }]),
        ),
        (
            "partner-profile.csv",
            json!({}),
            "partnerIds",
            json!([
                { "id": "4391507", "kind": "global-account" },
                { "id": "5357564", "kind": "location", "name": "Northwind Munich" },
            ]),
        ),
        (
            "graph-organization.json",
            json!({}),
            "tenants",
            json!([{ "tenantId": CONTOSO, "domains": ["contoso.com", "contoso.onmicrosoft.com"] }]),
        ),
        (
            "graph-contracts.json",
            json!({}),
            "tenants",
            json!([
                { "tenantId": CONTOSO, "domains": ["contoso.onmicrosoft.com"] },
                { "tenantId": "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f", "domains": ["fabrikam.com"] },
            ]),
        ),
        (
            "partner-center-customers.json",
            json!({}),
            "tenants",
            json!([{ "tenantId": CONTOSO, "domains": ["contoso.onmicrosoft.com"] }]),
        ),
        (
            "customers-and-tenants.csv",
            json!({}),
            "tenants",
            json!([{ "tenantId": CONTOSO, "domains": ["contoso.com", "contoso.onmicrosoft.com"] }]),
        ),
        (
            "business-applications-usage.csv",
            json!({}),
            "subscriptions",
            json!([
                { "id": FIRST, "tenantId": CONTOSO, "provisioning": "provisioned", "asOf": "2026-10-01",
                    "productName": "Dynamics 365 Sales", "status": "unknown", "excerpt": true },
                { "id": "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02", "provisioning": null },
            ]),
        ),
        (
            "graph-subscriptions-trial.json",
            contoso.clone(),
            "subscriptions",
            json!([{ "id": FIRST, "trial": true }]),
        ),
    ] {
        let export = read(sample(file), &options);
        let evidence = serde_json::to_value(&export.evidence).unwrap();
        if let Some(fault) = not_within(&expected, &evidence[part]) {
            faults.push(format!("{file}: {part}{fault} of {}", evidence[part]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Where the expected value is not in the other one; a member that is `null` must not be there.
fn not_within(expected: &Value, found: &Value) -> Option<String> {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            expected.iter().find_map(|(name, expected)| {
                let found = found.get(name).unwrap_or(&Value::Null);
                Some(format!(".{name}{}", not_within(expected, found)?))
            })
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            let mut pairs = expected.iter().zip(found).enumerate();
            pairs.find_map(|(at, (expected, found))| {
                Some(format!("[{at}]{}", not_within(expected, found)?))
            })
        }
        _ => (expected != found).then(|| format!(" is {found}, not {expected}")),
    }
}

/// The names of one meaning in Graph's versions, in PowerShell, in tables: the same evidence.
#[test]
fn names_of_one_meaning() {
    let expected = told(read(sample("graph-subscriptions.json"), &json!({ "tenantId": CONTOSO })));
    let text = sample("graph-subscriptions.json");
    for (from, to) in [
        ("commerceSubscriptionId", "ocpSubscriptionId"),
        ("commerceSubscriptionId", "CommerceSubscriptionID"),
        ("commerceSubscriptionId", "commerce_subscription_id"),
        ("commerceSubscriptionId", "Commerce Subscription Id"),
        ("\"id\"", "\"ObjectId\""),
        ("\"id\"", "\"subscriptionId\""),
        ("nextLifecycleDateTime", "NextLifecycleDate"),
        ("createdDateTime", "DateCreated"),
        ("ownerTenantId", "OwnerContextId"),
        ("isTrial", "IsTrial"),
    ] {
        let export = read(text.replace(from, to), &json!({ "tenantId": CONTOSO }));
        assert_eq!(told(export), expected, "{to}");
    }
    let usage = sample("dynamics-usage-report.csv");
    let expected = told(read(&usage, &json!({})));
    for (from, to) in [
        ("PGAMpnID", "PGAPartnerID"),
        ("PGAMpnID", "PGA MPN ID"),
        (",MPNID,", ",PartnerId,"),
        (",MPNID,", ",Mpn Id,"),
        ("SubscriptionStatus", "SubscriptionState"),
        ("CustomerTenantId", "Customer Tenant ID"),
    ] {
        assert_eq!(told(read(usage.replacen(from, to, 1), &json!({}))), expected, "{to}");
    }
}

/// Text around an export, and JSON that is written in other ways.
#[test]
fn clothes() {
    let text = sample("graph-subscriptions.json");
    let value: Value = serde_json::from_str(&text).unwrap();
    let rows = value["value"].as_array().unwrap();
    let lines: String = rows.iter().map(|row| format!("{row}\n")).collect();
    let pretty = serde_json::to_string_pretty(rows).unwrap();
    let objects: Vec<_> =
        rows.iter().map(|row| serde_json::to_string_pretty(row).unwrap()).collect();
    let table = sample("dynamics-usage-report.csv");
    let of_graph = told(read(&text, &json!({ "tenantId": CONTOSO })));
    let of_table = told(read(&table, &json!({ "tenantId": CONTOSO })));
    let mut faults = Vec::new();
    for (what, dressed, expected) in [
        ("a warning before", format!("WARNING: depth of 2.\nWARNING: again\n{text}"), &of_graph),
        ("a prompt behind", format!("{text}\nPS C:\\Users\\me> "), &of_graph),
        (
            "a command before",
            format!("PS C:\\> Get-Mg | ConvertTo-Json -Depth 5\n{pretty}\n\nPS C:\\>"),
            &of_graph,
        ),
        ("a sentence before", format!("Here you are: {}", value), &of_graph),
        ("a fence", format!("Here:\n\n```json\n{text}\n```\nRegards\n"), &of_graph),
        ("a fence that is not closed", format!("```\n{text}"), &of_graph),
        ("a log line before", format!("[INFO] 12 rows\n{value}"), &of_graph),
        ("one object a line", lines.clone(), &of_graph),
        ("one object a line, blank lines", lines.replace('\n', "\r\n\r\n"), &of_graph),
        ("objects one behind the other", objects.join("\n"), &of_graph),
        ("objects in one line", rows.iter().map(Value::to_string).collect(), &of_graph),
        ("lines behind a warning", format!("WARNING: x\n{lines}PS> "), &of_graph),
        ("a table with a type", format!("#TYPE System.Data.DataRow\n{table}"), &of_table),
        (
            "a table with a title",
            format!("Usage report\nCreated on 2026-11-20\n\n{table}"),
            &of_table,
        ),
        ("a table in a fence", format!("```csv\n{table}```\n"), &of_table),
        ("sep=, before", format!("\"sep=,\"\r\n{table}"), &of_table),
    ] {
        let export = read(&dressed, &json!({ "tenantId": CONTOSO }));
        let found = codes(&export);
        if told(export) != *expected {
            faults.push(format!("{what}: {found}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Two exports in one text: one kind is read, and the other is said.
#[test]
fn more_than_one_export() {
    let first = sample("graph-subscriptions.json");
    let page = first.replace("5a0", "5b0");
    let export = read(format!("{first}\n{page}"), &json!({ "tenantId": CONTOSO }));
    assert_eq!((export.rows, export.evidence.subscriptions.len(), &*codes(&export)), (12, 12, ""));
    for (text, found) in [
        (format!("{first}\n{}", sample("graph-subscribed-skus.json")), "more-exports"),
        (format!("{first}\n{}", sample("openid-contoso.json")), "more-exports"),
        (format!("{first}\n{}", json!({ "note": "see above" })), "more-exports"),
        (
            format!("```json\n{first}\n```\n```\n{}\n```\n", sample("dynamics-usage-report.csv")),
            "more-exports",
        ),
    ] {
        let export = read(&text, &json!({ "tenantId": CONTOSO }));
        assert_eq!((export.kind.name(), &*codes(&export)), ("graph-subscriptions", found));
    }
}

/// Cells as spreadsheets leave them: the same evidence.
#[test]
fn cells_of_spreadsheets() {
    let usage = sample("dynamics-usage-report.csv");
    let expected = told(read(&usage, &json!({})));
    for (from, to) in [
        ("5357564", "5357564.0"),
        ("5357564", "\"=\"\"5357564\"\"\""),
        ("5357564", " 5357564 "),
        ("4391507", "4391507.00"),
        ("2027-11-03", "03.11.2027"),
        ("2027-11-03", "3. November 2027"),
        ("2027-11-03", "\"Wednesday, November 3, 2027\""),
        ("2027-11-03", "03-Nov-2027"),
        ("2027-11-03", "2027/11/03"),
        ("2027-11-03", "2027-11-03 00:00:00"),
        ("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "{0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A01}"),
    ] {
        let export = read(usage.replace(from, to), &json!({}));
        assert_eq!(told(export), expected, "{to}");
    }
}

/// What shows nothing of a claim says what it is, and what would show it; nothing passes by it.
#[test]
fn what_is_no_evidence() {
    let utf_16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let ole = |stream: &str| {
        [&b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"[..], &[0; 600], &utf_16(stream)].concat()
    };
    let mut faults = Vec::new();
    for (bytes, kind, problems) in [
        (sample("azure-usage-report.csv").into_bytes(), "not-evidence", "azure-usage"),
        (
            b"SubscriptionId,ResourceGroup,MeterId,MeterCategory,UsageDate,Quantity\nx,y,z,a,b,1\n".to_vec(),
            "not-evidence",
            "azure-usage",
        ),
        (
            b"PartnerId,CustomerId,CustomerDomainName,InvoiceNumber,SubscriptionId,ChargeType,MeterType,MeterId,ResourceURI,UsageDate,UnitPrice\n,,,,,,,,,,1\n".to_vec(),
            "not-evidence",
            "azure-usage",
        ),
        (sample("azure-subscriptions.json").into_bytes(), "not-evidence", "azure-subscriptions"),
        (sample("azure-subscriptions-list.txt").into_bytes(), "not-evidence", "azure-subscriptions"),
        (
            format!(
                "Name    CloudName   SubscriptionId                        State\n\
                 ------  ----------  ------------------------------------  -------\n\
                 PAYG    AzureCloud  {FIRST}  Enabled\n"
            )
            .into_bytes(),
            "not-evidence",
            "azure-subscriptions",
        ),
        (
            format!(
                "Id             : {FIRST}\nName           : x\nState          : Enabled\n\
                 SubscriptionId : {FIRST}\nTenantId       : {CONTOSO}\n"
            )
            .into_bytes(),
            "not-evidence",
            "azure-subscriptions",
        ),
        (
            format!("Id : {FIRST} Name : x State : Enabled SubscriptionId : {FIRST} TenantId : {CONTOSO}\n")
                .into_bytes(),
            "not-evidence",
            "azure-subscriptions",
        ),
        (
            json!({ "value": [{ "id": "/subscriptions/x", "subscriptionId": FIRST, "tenantId": CONTOSO,
                "displayName": "x", "state": "Enabled", "subscriptionPolicies": {} }] })
                .to_string()
                .into_bytes(),
            "not-evidence",
            "azure-subscriptions",
        ),
        (sample("license-details.json").into_bytes(), "not-evidence", "license-details"),
        (
            json!([{ "Id": "x", "SkuId": FIRST, "SkuPartNumber": "SPE_E5", "ServicePlans": [] }])
                .to_string()
                .into_bytes(),
            "not-evidence",
            "license-details",
        ),
        (
            b"Product Title,Total Licenses,Expired Licenses,Assigned Licenses,Status Message\nDynamics 365,5,0,3,\n".to_vec(),
            "not-evidence",
            "license-summary",
        ),
        (
            b"Block credential,Display name,User principal name,Licenses,Department\nFalse,A,a@contoso.com,Dynamics 365,x\n".to_vec(),
            "not-evidence",
            "people",
        ),
        (
            b"Report Refresh Date,User Principal Name,Last Activity Date,Report Period\n2026-11-20,a@contoso.com,,30\n".to_vec(),
            "not-evidence",
            "activity-report",
        ),
        (
            json!({ "value": [{ "id": "contoso.com", "isVerified": true, "isDefault": true,
                "authenticationType": "Managed" }] })
                .to_string()
                .into_bytes(),
            "not-evidence",
            "domain-list",
        ),
        (
            b"PGAMpnID,CustomerId,CustomerTenantId,CustomerName,MonthKey,SubWorkload,DesktopUsers\n1,2,3,4,5,6,7\n".to_vec(),
            "not-evidence",
            "other-report",
        ),
        (sample("graph-error.json").into_bytes(), "not-evidence", "permission-missing Organization.Read.All"),
        (
            b"Get-MgSubscribedSku_List: Insufficient privileges to complete the operation.\nStatus: 403 (Forbidden)\n".to_vec(),
            "not-evidence",
            "permission-missing Organization.Read.All",
        ),
        (
            json!({ "error": { "code": "accessDenied", "message": "Missing scope permissions on the request. API requires one of 'Directory.Read.All'." } })
                .to_string()
                .into_bytes(),
            "not-evidence",
            "permission-missing Directory.Read.All",
        ),
        (
            json!({ "error": { "code": "InvalidAuthenticationToken", "message": "Access token has expired." } })
                .to_string()
                .into_bytes(),
            "not-evidence",
            "sign-in-needed",
        ),
        (
            json!({ "code": 3000, "description": "Not found", "data": [], "source": "PartnerFD" })
                .to_string()
                .into_bytes(),
            "not-evidence",
            "error-answer 3000",
        ),
        (b"%PDF-1.7\n...".to_vec(), "not-evidence", "pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "not-evidence", "image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "not-evidence", "image"),
        (b"From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nHi".to_vec(), "not-evidence", "email"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>".to_vec(), "not-evidence", "web-page"),
        (b"{\\rtf1\\ansi x}".to_vec(), "not-evidence", "text-document"),
        (b"eyJ0eXAiOiJKV1Qi.eyJhdWQiOiJo.c2lnbmF0dXJl".to_vec(), "not-evidence", "access-token"),
        (b"7z\xbc\xaf\x27\x1c\0\x04".to_vec(), "not-evidence", "archive"),
        (ole("Workbook"), "not-evidence", "old-workbook, container OLE"),
        (ole("EncryptedPackage"), "not-evidence", "encrypted-workbook, container OLE"),
        (ole("__properties_version1.0"), "not-evidence", "email, container OLE"),
        (b"PK\x03\x04\x14\0\0\0\x08\0a.csv".to_vec(), "container", "container ZIP"),
        (b"PK\x03\x04\x14\0\0\0\x08\0[Content_Types].xml PK xl/workbook.xml".to_vec(), "container", "container XLSX"),
        (b"\x1f\x8b\x08\0\0\0\0\0".to_vec(), "container", "container GZIP"),
        (b"\0\x01\x02\x03\0\x04".to_vec(), "unknown", "not-text"),
        (b"hello".to_vec(), "unknown", "not-recognised"),
    ] {
        let export = read(&bytes, &json!({ "tenantId": CONTOSO }));
        let found = format!("{} {}", export.kind.name(), codes(&export));
        if found != format!("{kind} {problems}") {
            faults.push(format!("{found}, not {kind} {problems}"));
        }
        if shows_something(&export) {
            faults.push(format!("{problems} shows something"));
        }
        if (kind == "not-evidence") == export.helps.is_empty() {
            faults.push(format!("{problems} helps {:?}", export.helps));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Only Microsoft's directories say whose domain it is.
#[test]
fn issuers() {
    let answer =
        |issuer: &str| json!({ "issuer": issuer, "token_endpoint": "https://x/" }).to_string();
    for (issuer, tenants) in [
        (format!("https://login.microsoftonline.com/{CONTOSO}/v2.0"), 1),
        (format!("https://sts.windows.net/{CONTOSO}/"), 1),
        (format!("https://login.microsoftonline.us/{CONTOSO}/v2.0"), 1),
        (format!("https://login.partner.microsoftonline.cn/{CONTOSO}/v2.0"), 1),
        (format!("https://login.chinacloudapi.cn/{CONTOSO}/v2.0"), 1),
        (format!("https://LOGIN.microsoftonline.com/{CONTOSO}/v2.0"), 1),
        (format!("https://id.example.com/{CONTOSO}/v2.0"), 0),
        (format!("http://login.microsoftonline.com/{CONTOSO}/v2.0"), 0),
        (format!("https://login.microsoftonline.com.example.com/{CONTOSO}/v2.0"), 0),
        (format!("https://example.com/login.microsoftonline.com/{CONTOSO}"), 0),
        (format!("https://login.microsoftonline.com@example.com/{CONTOSO}/v2.0"), 0),
        (format!("https://accounts.google.com/{CONTOSO}"), 0),
        (format!("https://login.microsoftonline.com/x/{CONTOSO}/v2.0"), 0),
        ("https://login.microsoftonline.com/{tenantid}/v2.0".to_owned(), 0),
        (CONTOSO.to_owned(), 0),
    ] {
        let export = read(answer(&issuer), &json!({ "domain": "contoso.com" }));
        assert_eq!(export.evidence.tenants.len(), tenants, "{issuer}");
        assert_eq!(export.problems.is_empty(), tenants == 1, "{issuer}");
    }
    // A certificate has an issuer, too.
    let other = json!({ "issuer": format!("CN={CONTOSO}"), "subject": "x" }).to_string();
    assert_eq!(read(other, &json!({})).kind.name(), "unknown");
}

/// Every column that is not read is named; one that matters to nobody is no problem.
#[test]
fn columns_are_named() {
    let usage = sample("dynamics-usage-report.csv");
    let more = usage.replace("PGAMpnID", "Our note,PGAMpnID").replace("\n4391507", "\nx,4391507");
    let export = read(&more, &json!({}));
    assert_eq!(codes(&export), "columns-unread Our note");
    assert!(export.unread.contains(&"Our note".to_owned()));
    assert!(export.unread.contains(&"IndustryName".to_owned()));
    for (file, column, missing) in [
        ("dynamics-usage-report.csv", "CustomerTenantId", "CustomerTenantId"),
        ("dynamics-usage-report.csv", "SubscriptionStatus", "SubscriptionStatus"),
        ("partner-center-customers.csv", "Primary domain name", "Primary domain name"),
        ("partner-profile.csv", "MPNId", ""),
        ("graph-subscriptions.csv", "Status", "status"),
    ] {
        let found = with_a_column_less(&sample(file));
        let (_, text) = found.into_iter().find(|(name, _)| name == column).unwrap();
        let export = read(text, &json!({ "tenantId": CONTOSO }));
        assert_eq!(export.missing.join(", "), missing, "{file}");
    }
    let skus =
        sample("graph-subscribed-skus.json").replace("\"skuId\"", "\"edition\": 1, \"skuId\"");
    assert_eq!(codes(&read(skus, &json!({}))), "columns-unread edition");
    // Of two columns with one name, neither is right.
    let double = usage.replacen("EOU", "SubscriptionStatus", 1);
    let export = read(&double, &json!({}));
    assert!(codes(&export).starts_with("columns-conflict"), "{}", codes(&export));
    assert!(export.evidence.subscriptions.iter().all(|one| one.status.name() == "unknown"));
}

/// An export without the IDs is not one with damaged IDs.
#[test]
fn ids_that_were_not_exported() {
    let export = read(sample("graph-subscriptions-selected.json"), &json!({ "tenantId": CONTOSO }));
    assert_eq!(codes(&export), "column-missing id");
    assert_eq!(export.missing, ["id"]);
    assert!(export.evidence.lost.is_empty());
    // Where some rows have one, the others lack it.
    let rows = json!([
        { "id": FIRST, "status": "Enabled", "nextLifecycleDateTime": null, "skuId": null },
        { "status": "Enabled", "nextLifecycleDateTime": null, "skuId": null },
    ]);
    let export = read(rows.to_string(), &json!({ "tenantId": CONTOSO }));
    assert_eq!(codes(&export), "2 id-malformed");
}

/// A table of no known kind is read as the person says.
#[test]
fn columns_that_the_person_names() {
    let table = "Kunde,Mandant,Abo,Produkt,Stand,Bezug,Ende,Unsere Nummer\n\
                 Contoso,3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6,0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01,\
                 DYN365_ENTERPRISE_SALES,Active,Volume Licensing,3.11.2027,5357564\n";
    assert_eq!(codes(&read(table, &json!({}))), "not-recognised");
    let columns = json!({ "mandant": "tenant-id", "Abo": "subscription-id", "Produkt": "sku-part-number",
        "Stand": "status", "Bezug": "channel", "Ende": "last-day", "Unsere Nummer": "partner-id" });
    let export = read(table, &json!({ "columns": columns }));
    assert_eq!((export.kind.name(), &*codes(&export)), ("stated-columns", "columns-unread Kunde"));
    let evidence = serde_json::to_value(&export.evidence).unwrap();
    let expected = json!({
        "subscriptions": [{ "id": FIRST, "tenantId": CONTOSO, "skuPartNumber": "DYN365_ENTERPRISE_SALES",
            "status": "active", "channel": "volume-licensing", "endsOn": "2027-11-03", "excerpt": true }],
        "tenants": [{ "tenantId": CONTOSO, "domains": [] }],
        "partnerIds": [{ "id": "5357564", "kind": null }],
    });
    assert_eq!(not_within(&expected, &evidence), None, "{evidence}");
    // The same of JSON.
    let rows = json!([{ "abo": FIRST, "stand": "Suspended" }]).to_string();
    let export = read(
        rows,
        &json!({ "tenantId": CONTOSO, "columns": { "Abo": "subscription-id", "Stand": "status" } }),
    );
    assert_eq!(export.evidence.subscriptions[0].status.name(), "suspended");
    // A column of a known kind that was renamed.
    let usage = sample("dynamics-usage-report.csv");
    let renamed = usage.replacen("CustomerTenantId", "Mandant", 1);
    let export = read(renamed, &json!({ "columns": { "Mandant": "tenant-id" } }));
    assert_eq!(told(export), told(read(&usage, &json!({}))));
    for (columns, problems) in [
        (json!({ "Abo": "subscription-id", "Fehlt": "status" }), "columns-option-unknown Fehlt"),
        (json!({ "Abo": "subscription-id", "Stand": "colour" }), "columns-option-malformed"),
        (json!({ "Abo": "subscription-id", "Stand": 5 }), "columns-option-malformed"),
        (json!([]), "columns-option-malformed, not-recognised"),
        (json!({ "Fehlt": "status" }), "not-recognised"),
        (json!({ "Stand": "status" }), "column-missing SubscriptionId"),
        (json!({ "Abo": null }), "not-recognised"),
    ] {
        let export = read(table, &json!({ "tenantId": CONTOSO, "columns": columns }));
        let found = codes(&export);
        let found = found.split(", columns-unread").next().unwrap();
        assert_eq!(found, problems, "{columns}");
    }
    // A value that cannot be read keeps the checks from passing.
    let odd = table.replace("Active", "Läuft");
    let columns = json!({ "Abo": "subscription-id", "Stand": "status" });
    let export = read(odd, &json!({ "tenantId": CONTOSO, "columns": columns }));
    assert!(codes(&export).contains("1 row-malformed"), "{}", codes(&export));
}

/// A word for a channel that is not known may stand for CSP; one that names CSP does, between whatever
/// signs.
#[test]
fn channels() {
    let details = sample("subscription-details.csv");
    for (word, outcome) in [
        ("Indirect/CSP", Outcome::Fail),
        ("Direct/CSP", Outcome::Fail),
        ("CSP (indirect)", Outcome::Fail),
        ("Cloud-Solution-Provider", Outcome::Fail),
        ("Direct", Outcome::Pass),
        ("Enterprise Agreement", Outcome::Pass),
        ("Marketplace", Outcome::Unknown),
        ("Partner led", Outcome::Unknown),
    ] {
        let export = read(details.replace("Indirect/CSP", word), &json!({}));
        let volume = json!({ "subscriptions": [{ "id": FIRST, "tenantId": CONTOSO, "channel": "volume-licensing" }] });
        let text = serde_json::to_string(&export.evidence).unwrap();
        let both =
            world().merge_evidence(&json::parse(&text).0, &json::parse(&volume.to_string()).0);
        let evidence =
            if outcome == Outcome::Unknown { serde_json::to_string(&both).unwrap() } else { text };
        let claim = json!({ "customerTenantId": CONTOSO, "solutionArea": "business-applications",
            "activity": "usage", "subscriptionId": FIRST });
        let report = check(world(), &claim.to_string(), &evidence, "null");
        let found = report.checks.iter().find(|check| check.id.name() == "subscription-not-csp");
        assert_eq!(found.unwrap().outcome, outcome, "{word}");
    }
}

/// A row of which the ID cannot be read may be about anything: nothing passes that it could keep from
/// passing, and that is said.
#[test]
fn a_lost_row_lets_nothing_pass() {
    let text = sample("graph-subscriptions.json");
    let damaged = text.replace("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a06", "0b6f4c1e-2d83");
    let claim = json!({ "customerTenantId": CONTOSO, "solutionArea": "business-applications",
        "activity": "usage", "subscriptionId": FIRST });
    for (text, outcome) in [(&text, Outcome::Pass), (&damaged, Outcome::Unknown)] {
        let export = read(text, &json!({ "tenantId": CONTOSO }));
        let evidence = serde_json::to_string(&export.evidence).unwrap();
        let report = check(world(), &claim.to_string(), &evidence, "null");
        let found = report.checks.iter().find(|check| check.id.name() == "subscription-status");
        assert_eq!(found.unwrap().outcome, outcome);
        let is_said = report.findings.iter().any(|one| one.code.name() == "evidence-malformed");
        assert_eq!(is_said, outcome == Outcome::Unknown);
    }
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name);
    std::fs::read_to_string(path).unwrap()
}

/// The problems in one line: row, code, and what the text mentions.
fn codes(export: &Export) -> String {
    let found = export.problems.iter().map(|problem| {
        let row = problem.row.map(|row| format!("{row} ")).unwrap_or_default();
        let name = problem.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
        let columns = problem.columns.iter().map(|name| format!(" {name}")).collect::<String>();
        format!("{row}{}{name}{columns}", problem.code.name())
    });
    found.collect::<Vec<_>>().join(", ")
}

/// All but the names of what was not read, which differ by form.
fn told(export: Export) -> Export {
    Export { unread: Vec::new(), ..export }
}

fn read(text: impl AsRef<[u8]>, options: &Value) -> Export {
    world().read_evidence(text, &json::parse(&options.to_string()).0)
}
