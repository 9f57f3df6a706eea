//! What people paste into a field: addresses of portals, labels, cells of a spreadsheet, placeholders,
//! numbers of all kinds. Each fault's kind is there in several shapes.
#![expect(clippy::indexing_slicing, clippy::unwrap_used, reason = "a panic is how a test fails")]

use cpor_preflight::code::Code;
use cpor_preflight::report::{Param, Report};
use cpor_preflight::ruleset::Severity;
use serde_json::json;

#[path = "support/world.rs"]
mod world;

use world::{check, world};

const TENANT: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTION: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01";
const OTHER: &str = "11112222-3333-4444-8555-666677778888";
const APP: &str = "99998888-7777-4666-8555-444433332222";

/// The report on a claim that is in order but for this field.
fn report(field: &str, typed: &str) -> Report {
    let mut claim = json!({
        "userRole": "incentives-admin", "customerTenantId": TENANT,
        "customerDomain": "contoso.onmicrosoft.com", "solutionArea": "business-applications",
        "activity": "usage", "purchaseChannel": "volume-licensing",
        "product": "DYN365_ENTERPRISE_SALES", "subscriptionId": SUBSCRIPTION, "partnerId": "5357564",
        "competingPartner": "no", "proofOfExecution": "ready"
    });
    claim[field] = json!(filled(typed));
    check(world(), &claim.to_string(), "{}", r#"{"ruleset":"2020-06","today":"2026-11-22"}"#)
}

/// With `T` for the tenant, `S` for the subscription, `A` for an app and `X` for anything else.
fn filled(text: &str) -> String {
    let values = [("{T}", TENANT), ("{S}", SUBSCRIPTION), ("{A}", APP), ("{X}", OTHER)];
    values.iter().fold(text.to_owned(), |text, (sign, value)| text.replace(sign, value))
}

/// What a field was read as, or else the code of its finding and the kind or the problem.
fn answer(field: &str, typed: &str) -> String {
    let report = report(field, typed);
    let own = |finding: &&cpor_preflight::report::Finding| {
        finding.fields.first().is_some_and(|first| first.name() == field)
            && finding.severity == Severity::Blocks
    };
    let Some(finding) = report.findings.iter().find(own) else {
        let read = report.understood.iter().find(|(name, _)| *name == field);
        return read.map(|(_, value)| value.clone()).unwrap_or_default();
    };
    let params = finding.params.iter().map(|(_, value)| match value {
        Param::Name(name) => (*name).to_owned(),
        Param::Text(text) => text.clone(),
        _ => String::new(),
    });
    let params: Vec<String> = params.collect();
    [finding.code.name(), &params.join(" ")].join(" ").trim_end().to_owned()
}

fn check_all(field: &str, cases: &[(&str, &str)]) {
    let faults: Vec<String> = cases
        .iter()
        .map(|(typed, due)| (typed, filled(due), answer(field, typed)))
        .filter(|(_, due, found)| due != found)
        .map(|(typed, due, found)| format!("{field} ← {typed:?}: {found:?} instead of {due:?}"))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_address_says_which_guid_is_the_tenant() {
    check_all(
        "customerTenantId",
        &[
            (
                "https://teams.microsoft.com/l/team/19%3aabc/conversations?groupId={X}&tenantId={T}",
                "{T}",
            ),
            ("https://apps.powerapps.com/play/e/{X}/a/{A}?tenantId={T}", "{T}"),
            (
                "https://contoso.crm4.dynamics.com/main.aspx?appid={A}",
                "tenant-id-wrong-kind app-id",
            ),
            (
                "https://portal.azure.com/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/{A}",
                "tenant-id-wrong-kind app-id",
            ),
            (
                "https://admin.microsoft.com/Adminportal/Home#/subscriptions/webdirect/{S}",
                "tenant-id-wrong-kind subscription-id",
            ),
            ("https://portal.azure.com/#@{T}/resource/subscriptions/{S}/overview", "{T}"),
            ("https://portal.azure.com/{T}#home", "{T}"),
            ("portal.azure.com/#@{T}/home", "{T}"),
            (
                "https://admin.microsoft.com/Partner/BeginClientSession.aspx?CTID={T}&CSDEST=x",
                "{T}",
            ),
            ("https://partner.microsoft.com/dashboard/v2/customers/{T}/subscriptions/{S}", "{T}"),
            ("https://businesscentral.dynamics.com/{T}/Production?company=CRONUS", "{T}"),
            ("https://make.powerapps.com/environments/Default-{T}/home", "{T}"),
            ("https://app.powerbi.com/groups/{X}/reports/{A}?ctid={T}", "{T}"),
            ("https://login.microsoftonline.us/{T}/oauth2/v2.0/authorize?client_id={A}", "{T}"),
            ("https://sts.windows.net/{T}/", "{T}"),
            ("https://security.microsoft.com/alerts/{X}?tid={T}", "{T}"),
            (
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fportal.azure.com%2F%23%40{T}%2Fx&data=05%7C{X}",
                "{T}",
            ),
            (
                "https://teams.microsoft.com/l/meetup-join/x/0?context=%7b%22Tid%22%3a%22{T}%22%2c%22Oid%22%3a%22{X}%22%7d",
                "{T}",
            ),
            (
                "https://admin.powerplatform.microsoft.com/manage/environments/{X}/hub",
                "tenant-id-wrong-kind environment-id",
            ),
            (
                "https://make.powerautomate.com/environments/{X}/flows",
                "tenant-id-wrong-kind environment-id",
            ),
            ("https://entra.microsoft.com/#view/x/userId/{X}", "tenant-id-wrong-kind object-id"),
            (
                "https://graph.microsoft.com/v1.0/directory/subscriptions/{S}",
                "tenant-id-wrong-kind subscription-id",
            ),
            ("/subscriptions/{S}/resourceGroups/rg", "tenant-id-wrong-kind azure-subscription"),
            ("https://contoso.b2clogin.com/{X}/oauth2", "tenant-id-wrong-kind url"),
            ("https://portal.example/#x/{T}/y", "{T}"),
            ("https://portal.example/{T}/{X}", "tenant-id-malformed several"),
            ("https://portal.example/login?tenantId={T}&user={X}", "{T}"),
        ],
    );
}

#[test]
fn an_address_says_which_guid_is_the_subscription() {
    check_all(
        "subscriptionId",
        &[
            ("https://partner.microsoft.com/dashboard/v2/customers/{T}/subscriptions/{S}", "{S}"),
            (
                "https://portal.azure.com/#@{T}/resource/subscriptions/{S}/overview",
                "subscription-id-wrong-kind azure-subscription",
            ),
            ("https://admin.microsoft.com/Adminportal/Home#/subscriptions/webdirect/{S}", "{S}"),
            ("https://admin.microsoft.com/#/subscriptions/{S}/details", "{S}"),
            ("GET https://graph.microsoft.com/v1.0/directory/subscriptions/{S}", "{S}"),
            ("https://api.partnercenter.microsoft.com/v1/customers/{X}/subscriptions/{S}", "{S}"),
            (
                "https://management.azure.com/subscriptions/{S}?api-version=1",
                "subscription-id-wrong-kind azure-subscription",
            ),
            ("https://login.microsoftonline.com/{T}", "subscription-id-wrong-kind tenant-id"),
            ("https://admin.microsoft.com/#/orders/{X}", "subscription-id-wrong-kind order-id"),
        ],
    );
}

#[test]
fn the_host_of_a_service_is_no_domain_but_an_address_can_name_one() {
    check_all(
        "customerDomain",
        &[
            (
                "https://portal.azure.com/#@contoso.onmicrosoft.com/blade/x",
                "contoso.onmicrosoft.com",
            ),
            (
                "https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration",
                "contoso.com",
            ),
            ("https://entra.microsoft.com/#@contoso.com/view", "contoso.com"),
            ("https://portal.azure.com/contoso.com", "contoso.com"),
            ("https://businesscentral.dynamics.com/contoso.com/Production", "contoso.com"),
            (
                "https://admin.exchange.microsoft.com/?delegatedOrg=contoso.onmicrosoft.com#/x",
                "contoso.onmicrosoft.com",
            ),
            ("https://outlook.office365.com/owa/?realm=contoso.com", "contoso.com"),
            ("https://myapps.microsoft.com/?domain_hint=contoso.com", "contoso.com"),
            ("https://admin.microsoft.com/", "domain-wrong-kind url"),
            ("https://partner.microsoft.com/dashboard/home", "domain-wrong-kind url"),
            ("contoso.sharepoint.com", "domain-wrong-kind url"),
            ("contoso-my.sharepoint.com", "domain-wrong-kind url"),
            ("contoso-admin.sharepoint.us", "domain-wrong-kind url"),
            ("contoso.operations.dynamics.com", "domain-wrong-kind url"),
            ("contoso.crm4.dynamics.com", "domain-wrong-kind url"),
            ("contoso-com.mail.protection.outlook.com", "domain-wrong-kind url"),
            ("contoso-com.o-v1.mx.microsoft", "domain-wrong-kind url"),
            ("contoso.ciamlogin.com", "domain-wrong-kind url"),
            ("contoso.b2clogin.com", "domain-wrong-kind url"),
            ("https://contoso.b2clogin.com/contoso.onmicrosoft.com/x", "domain-wrong-kind url"),
            ("contoso.azurewebsites.net", "domain-wrong-kind url"),
            ("teams.cloud.microsoft", "domain-wrong-kind url"),
            ("https://login.microsoftonline.com/index.html", "domain-wrong-kind url"),
            ("notsharepoint.com", "notsharepoint.com"),
            ("https://contoso.com/login?tenant=fabrikam.com", "contoso.com"),
            ("contoso.mail.onmicrosoft.com", "contoso.mail.onmicrosoft.com"),
        ],
    );
}

#[test]
fn placeholders_are_nothing() {
    let placeholders = [
        "n/a",
        "n.a.",
        "N/A",
        "TBD",
        "t.b.d.",
        "none",
        "NaN",
        "undefined",
        "null",
        "ReplaceWithYourOwnValue",
        "k. A.",
        "k.A.",
        "keine Angabe",
        "unbekannt",
        "entfällt",
        "folgt",
        "–",
        "---",
        "?",
        "your-tenant-id",
        "<your tenant id>",
        "{{tenantId}}",
        "${TENANT_ID}",
        "YOUR_TENANT_ID_HERE",
        "insert tenant id here",
        "Ihre-Mandanten-ID",
        "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
        "not applicable",
    ];
    for (field, code) in [
        ("customerTenantId", "tenant-id-missing"),
        ("customerDomain", "domain-missing"),
        ("partnerId", "partner-id-missing"),
    ] {
        check_all(field, &placeholders.map(|typed| (typed, code)));
    }
    for typed in placeholders {
        let codes = report("subscriptionId", typed).findings;
        assert!(codes.iter().any(|one| one.code == Code::SubscriptionIdMissing), "{typed}");
    }
}

#[test]
fn numbers_on_documents_are_no_domains() {
    let cases = [
        ("V1234567", "agreement-number"),
        ("U7654321", "agreement-number"),
        ("E1234567", "agreement-number"),
        ("S0000001", "agreement-number"),
        ("T6A-00024", "price-list-number"),
        ("AAA-03470", "price-list-number"),
        ("7NQ-00302", "price-list-number"),
        ("D87-01057", "price-list-number"),
        ("G012345678", "invoice-number"),
        ("E0400ABCDE", "invoice-number"),
        ("D123456789", "invoice-number"),
        ("E0600XYZ12", "invoice-number"),
        ("usCBMgAAAAAAAAIA", "billing-id"),
        ("euWBMgAAAAAAAAEA", "billing-id"),
        ("asXBMgAAAAAAAAQA", "billing-id"),
        ("ImxjLNL4_fOc-2KoyOxGTZcrlIquzls11", "order-id"),
        ("SUB-12345", "reference"),
        ("CAS-12345-X7", "reference"),
        ("CLM-2026-0012", "reference"),
        ("INC0012345", "reference"),
        ("REQ1234567", "reference"),
    ];
    for (typed, kind) in cases {
        check_all("subscriptionId", &[(typed, &format!("subscription-id-wrong-kind {kind}"))]);
        check_all("customerDomain", &[(typed, &format!("domain-wrong-kind {kind}"))]);
    }
    check_all(
        "customerDomain",
        &[
            ("fabrikam-2024", "fabrikam-2024.onmicrosoft.com"),
            ("M365x12345678", "m365x12345678.onmicrosoft.com"),
            ("CRM123456", "crm123456.onmicrosoft.com"),
            ("v1234567.onmicrosoft.com", "v1234567.onmicrosoft.com"),
        ],
    );
}

#[test]
fn what_stands_around_a_guid_is_left_out() {
    let bare = "3f1c7a529b0e4d6a8c275e41f0a9d3b6";
    for typed in [
        "3f1c7a52\u{2011}9b0e\u{2011}4d6a\u{2011}8c27\u{2011}5e41f0a9d3b6",
        "3f1c7a52–9b0e–4d6a–8c27–5e41f0a9d3b6",
        "3f1c7a52−9b0e−4d6a−8c27−5e41f0a9d3b6",
        "3f1c7a52—9b0e—4d6a—8c27—5e41f0a9d3b6",
        "{T}.",
        "{T};",
        "\"{T}\".",
        "'{T}'",
        "=\"{T}\"",
        "Tenant ID: {T}",
        "tenantId={T}",
        "Verzeichnis-ID (Mandant) {T}",
        "Mandanten-ID des Kunden Contoso: {T}",
        "Directory (tenant) ID : {T}",
        "\"tenantId\": \"{T}\",",
        "urn:uuid:{T}",
        "URN:UUID:{T}",
        "uuid:{T}",
        "guid'{T}'",
        "{T} (Contoso GmbH)",
        "{T} - Contoso",
        "Contoso GmbH {T}",
        "{T} (Tenant-ID)",
        "Tenant ID:\t{T}\tContoso GmbH",
        "Tenant: Contoso\nTenant ID: {T}\nPrimary domain: contoso.onmicrosoft.com",
        "Tenant ID: {T}\nSubscription ID: {S}",
        "Subscription ID: {S}; Tenant: {T}; App ID: {A}",
        "App-Registrierung {A}, Mandant {T}",
        "{T}\n{T}",
        "3f1c7a52-9b0e-4d6a-8c27- 5e41f0a9d3b6",
        "3f1c7a52-9b0e-4d6a-\n8c27-5e41f0a9d3b6",
        bare,
    ] {
        check_all("customerTenantId", &[(typed, "{T}")]);
    }
}

#[test]
fn a_guid_that_is_said_to_be_something_else_is_not_read() {
    check_all(
        "customerTenantId",
        &[
            ("Subscription ID: {S}", "tenant-id-wrong-kind subscription-id"),
            ("Abonnement-ID {S}", "tenant-id-wrong-kind subscription-id"),
            ("{S} (Subscription ID)", "tenant-id-wrong-kind subscription-id"),
            ("Application (client) ID: {A}", "tenant-id-wrong-kind app-id"),
            ("Correlation ID: {X}", "tenant-id-wrong-kind object-id"),
            ("{T} {X}", "tenant-id-malformed several"),
            ("Tenant ID: {T}, Tenant ID: {X}", "tenant-id-malformed several"),
            ("{T} or {X}?", "tenant-id-malformed several"),
            ("Contoso GmbH", "tenant-id-wrong-kind organization-name"),
            ("Müller & Söhne KG", "tenant-id-wrong-kind organization-name"),
            ("Fabrikam Inc.", "tenant-id-wrong-kind organization-name"),
            ("Adventure Works", "tenant-id-wrong-kind organization-name"),
            ("contoso gmbh", "tenant-id-wrong-kind organization-name"),
            ("see the mail from Anna", "tenant-id-malformed bad-character"),
            ("Power Apps", "tenant-id-malformed bad-character"),
            ("3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6a", "tenant-id-malformed too-long"),
            ("-{T}", "tenant-id-malformed shape"),
            ("{T}-", "tenant-id-malformed shape"),
        ],
    );
    check_all(
        "subscriptionId",
        &[
            ("Subscription ID: {S}", "{S}"),
            ("Abo-ID: {S} (Dynamics 365 Sales)", "{S}"),
            ("Tenant ID: {T}\nSubscription ID: {S}", "{S}"),
            ("Tenant ID: {X}", "subscription-id-wrong-kind tenant-id"),
            ("Azure subscription ID: {S}", "subscription-id-wrong-kind azure-subscription"),
            ("{S}, {X}", "subscription-id-malformed several"),
        ],
    );
}

#[test]
fn a_domain_is_read_from_what_stands_around_it() {
    check_all(
        "customerDomain",
        &[
            ("Primary domain: contoso.onmicrosoft.com", "contoso.onmicrosoft.com"),
            ("Domäne: contoso.de", "contoso.de"),
            ("contoso.com (Contoso GmbH)", "contoso.com"),
            ("Contoso GmbH, contoso.com", "contoso.com"),
            ("Domain: contoso", "contoso.onmicrosoft.com"),
            ("domain=contoso.com", "contoso.com"),
            ("Anna Keller <anna@contoso.com>", "contoso.com"),
            ("contoso\u{2011}shop.com", "contoso-shop.com"),
            ("contoso.com.", "contoso.com"),
            ("Tenant ID: {T}\nPrimary domain: contoso.com", "contoso.com"),
            ("contoso.com, fabrikam.com", "domain-malformed several"),
            ("contoso.com fabrikam.com", "domain-malformed several"),
            ("Tenant ID: {T}", "domain-wrong-kind tenant-id"),
            ("contoso com", "domain-malformed bad-character"),
            ("con toso.com", "domain-malformed bad-character"),
            ("contoso .com", "domain-malformed bad-character"),
            ("contoso. com", "domain-malformed bad-character"),
            ("-contoso.com", "domain-malformed shape"),
            ("contoso-.com", "domain-malformed shape"),
        ],
    );
}

#[test]
fn a_partner_id_is_read_from_what_stands_around_it() {
    check_all(
        "partnerId",
        &[
            ("MPN ID 5357564 (Berlin)", "5357564"),
            ("5357564.0", "5357564"),
            ("5357564.", "5357564"),
            ("=\"5357564\"", "5357564"),
            ("Partner-ID: 5357564, Standort Berlin", "5357564"),
            ("MPN-Nummer 5357564", "5357564"),
            ("Fabrikam Berlin: 5357564", "5357564"),
            ("5357564 / 5357564", "5357564"),
            ("Partner ID 5357564\nEnrollment 8123456", "5357564"),
            ("5357564\n7654321", "partner-id-malformed several"),
            ("5357564 or 7654321", "partner-id-malformed several"),
            ("Berlin 5357564, Hamburg 7654321", "partner-id-malformed several"),
            ("Order 5357564", "partner-id-wrong-kind order-id"),
            ("Tel. 089/5357564", "partner-id-malformed bad-character"),
            ("53575.64", "partner-id-malformed bad-character"),
        ],
    );
}

#[test]
fn the_own_tenant_is_read_from_what_stands_around_it() {
    for typed in [
        "Own tenant ID: {T}",
        "Our tenant: {T}",
        "{T} (Fabrikam)",
        "https://portal.azure.com/#@{T}",
    ] {
        check_all("ownTenantId", &[(typed, "{T}")]);
        let codes = report("ownTenantId", typed).findings;
        assert!(codes.iter().any(|one| one.code == Code::TenantIdIsOwn), "{typed}");
    }
}

/// O for 0, and I or L for 1: it is the ID, and none of an order.
#[test]
fn letters_that_look_like_digits() {
    for (field, code) in [
        ("customerTenantId", "tenant-id-malformed bad-character"),
        ("subscriptionId", "subscription-id-malformed bad-character"),
    ] {
        for typed in [
            "3f1c7a52-9bOe-4d6a-8c27-5e41f0a9d3b6",
            "3fIc7a52-9b0e-4d6a-8c27-5e41f0a9d3b6",
            "3f1c7a52-9b0e-4d6a-8c27-5e4lf0a9d3B6",
            "{3F1C7A52-9BoE-4D6A-8C27-5E41F0A9D3B6}",
            "3flc7a529b0e4d6a8c275e41fOa9d3b6",
        ] {
            check_all(field, &[(typed, code)]);
        }
    }
    check_all(
        "customerDomain",
        &[("3f1c7a52-9bOe-4d6a-8c27-5e41f0a9d3b6", "domain-wrong-kind guid")],
    );
    for typed in ["535756O", "S357564", "l234567", "MPN ID 53575b4"] {
        check_all("partnerId", &[(typed, "partner-id-malformed bad-character")]);
    }
    for (typed, due) in [
        ("DYN365_ENTERPRlSE_SALES", "DYN365_ENTERPRISE_SALES"),
        ("dyn365_enterpr1se_sales", "DYN365_ENTERPRISE_SALES"),
        ("DYN365_F1NANCE", "DYN365_FINANCE"),
    ] {
        let findings = report("product", typed).findings;
        let found = findings.iter().find(|one| one.code == Code::ProductUnrecognized).unwrap();
        let due = vec![("suggestion", Param::Texts(vec![due.to_owned()]))];
        assert_eq!(found.params, due, "{typed}");
    }
}

#[test]
fn days_are_read_as_people_write_them() {
    for typed in [
        "20.11.2026",
        "20. November 2026",
        "Nov 20, 2026",
        "11/20/2026",
        "2026-11-20T08:00:00Z",
        "20/11/2026",
    ] {
        check_all("submittedOn", &[(typed, "2026-11-20")]);
    }
    for typed in ["03/04/2026", "20.11.", "soon"] {
        let findings = report("submittedOn", typed).findings;
        assert!(findings.iter().any(|one| one.code == Code::InputMalformed), "{typed}");
    }
}
