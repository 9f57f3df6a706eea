//! What is recognized and shows nothing of a claim: what it is, and which export would show it.
//!
//! source: Microsoft Graph v1.0, `licenseDetails`, error responses; Azure REST, "Subscriptions - List";
//! Partner Center, "Insights data definitions", "Daily rated usage recon files"; Microsoft 365 admin
//! center, reports

use crate::exports::builder::ExportBuilder;
use crate::exports::document::text;
use crate::exports::export::{ExportKind, ProblemCode};
use crate::exports::kind::{Format, Kind, ReadRows, Signs};
use crate::exports::record::Records;
use crate::json::Value;
use crate::paste;

/// Files and answers that show nothing of a claim.
pub const KIND: Kind = Kind {
    name: ExportKind::NOT_EVIDENCE.name(),
    formats: &[
        Format::Object { is_it: is_error, read: read_error },
        rows(
            &["servicelevel1", "acrusd", "isacrduplicateatpgalevel", "firstusedate"],
            &["subscriptionid", "saleschannel", "month", "servicelevel2"],
            2,
            |records, builder| no_evidence(ProblemCode::AzureUsage, records, builder),
        ),
        rows(
            &[
                "meterid",
                "metercategory",
                "metersubcategory",
                "metertype",
                "resourceuri",
                "instanceid",
            ],
            &[
                "subscriptionid",
                "subscriptionguid",
                "resourcegroup",
                "chargetype",
                "quantity",
                "costinbillingcurrency",
                "usagedate",
            ],
            3,
            |records, builder| no_evidence(ProblemCode::AzureUsage, records, builder),
        ),
        rows(
            &[
                "cloudname",
                "hometenantid",
                "managedbytenants",
                "managedbytenantids",
                "subscriptionpolicies",
                "authorizationsource",
                "environmentname",
                "currentstorageaccount",
                "currentstorageaccountname",
                "extendedproperties",
            ],
            &["id", "subscriptionid", "name", "displayname", "state", "tenantid", "isdefault"],
            3,
            |records, builder| no_evidence(ProblemCode::AzureSubscriptions, records, builder),
        ),
        // What PowerShell shows of one by itself: its ID twice, and nothing that is sold.
        Format::Rows {
            signs: Signs {
                own: &["state"],
                shared: &["id", "name", "subscriptionid", "tenantid"],
                at_least: 5,
                all_of: &[],
                against: &[
                    "sku",
                    "skuid",
                    "skupartnumber",
                    "status",
                    "offer",
                    "offername",
                    "product",
                ],
            },
            read: |records, builder| no_evidence(ProblemCode::AzureSubscriptions, records, builder),
        },
        rows(
            &["currentcost", "myrole", "secscore", "parentmanagementgroup"],
            &["subscriptionid", "subscriptionname", "status"],
            3,
            |records, builder| no_evidence(ProblemCode::AzureSubscriptions, records, builder),
        ),
        Format::Rows {
            signs: Signs {
                own: &["serviceplans"],
                shared: &["id", "skuid", "skupartnumber"],
                at_least: 3,
                all_of: &[],
                against: &[
                    "capabilitystatus",
                    "prepaidunits",
                    "consumedunits",
                    "subscriptionids",
                    "accountid",
                    "activeunits",
                ],
            },
            read: |records, builder| no_evidence(ProblemCode::LicenseDetails, records, builder),
        },
        rows(
            &["expiredlicenses", "assignedlicenses", "totallicenses", "statusmessage"],
            &["producttitle", "productname", "title"],
            3,
            |records, builder| no_evidence(ProblemCode::LicenseSummary, records, builder),
        ),
        rows(
            &["reportrefreshdate"],
            &["userprincipalname", "lastactivitydate", "reportperiod", "userid"],
            2,
            |records, builder| no_evidence(ProblemCode::ActivityReport, records, builder),
        ),
        Format::Rows {
            signs: Signs {
                own: &["userprincipalname"],
                shared: &[
                    "displayname",
                    "id",
                    "mail",
                    "licenses",
                    "assignedlicenses",
                    "usertype",
                    "department",
                    "givenname",
                    "surname",
                    "firstname",
                    "lastname",
                ],
                at_least: 2,
                all_of: &[],
                against: &["reportrefreshdate", "capabilitystatus"],
            },
            read: |records, builder| no_evidence(ProblemCode::People, records, builder),
        },
        rows(
            &["isverified", "supportedservices", "authenticationtype"],
            &["id", "name", "isdefault", "isinitial", "isadminmanaged", "isroot"],
            3,
            |records, builder| no_evidence(ProblemCode::DomainList, records, builder),
        ),
        rows(
            &[
                "subworkload",
                "trainingactivityid",
                "trainingtitle",
                "trainingname",
                "orgsize",
                "smctypesummary",
                "aatpactiveusage",
                "mcasactiveusage",
                "indirectprovidermpnid",
                "reportingpricinglevel",
                "appname",
            ],
            &[
                "pgampnid",
                "mpnid",
                "partnername",
                "customertenantid",
                "customerid",
                "customername",
                "subscriptionid",
                "monthkey",
                "datekey",
            ],
            3,
            |records, builder| no_evidence(ProblemCode::OtherReport, records, builder),
        ),
    ],
    reads: &[],
    needs: &[],
    parts: &[],
    file_names: &[],
    entity_sets: &["licensedetails", "users", "domains"],
};

/// The exports that show most of a claim.
pub const HELPS: &[ExportKind] = &[
    ExportKind::new("graph-subscriptions"),
    ExportKind::new("graph-subscribed-skus"),
    ExportKind::new("dynamics-usage-report"),
];

/// The export that says which domains a tenant has.
const DOMAINS_HELP: &[ExportKind] =
    &[ExportKind::new("graph-organization"), ExportKind::new("openid-configuration")];

const fn rows(
    own: &'static [&'static str],
    shared: &'static [&'static str],
    at_least: usize,
    read: ReadRows,
) -> Format {
    Format::Rows { signs: Signs { own, shared, at_least, all_of: &[], against: &[] }, read }
}

fn no_evidence(code: ProblemCode, records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    records.count(builder);
    let helps = if code == ProblemCode::DomainList { DOMAINS_HELP } else { HELPS };
    builder.be_no_evidence(code, helps);
}

/// An error of Graph or of Partner Center. The directory's own refusals are evidence.
fn is_error(value: &Value<'_>) -> bool {
    let has = |value: &Value<'_>, name| value.get_any_case(name).is_some();
    if has(value, "error_codes") || has(value, "value") || has(value, "items") {
        return false;
    }
    match value.get_any_case("error") {
        Some(error) if error.map().is_some() => has(error, "code") || has(error, "message"),
        Some(error) => error.text().is_some() && has(value, "error_description"),
        None => has(value, "code") && has(value, "description") && has(value, "source"),
    }
}

fn read_error(value: &Value<'_>, _: bool, builder: &mut ExportBuilder<'_>) {
    builder.rows = 1;
    let error = value.get_any_case("error").filter(|error| error.map().is_some()).unwrap_or(value);
    let code = text(error, "code").or_else(|| text(value, "error")).unwrap_or_default();
    let message = text(error, "message")
        .or_else(|| text(value, "error_description"))
        .or_else(|| text(value, "description"))
        .unwrap_or_default();
    let (reason, name) = of_message(&[&*code, " ", &*message].concat())
        .unwrap_or_else(|| (ProblemCode::ErrorAnswer, paste::shortened(code.into(), LONGEST_NAME)));
    report_error(reason, name, builder);
}

/// Reports an answer that is an error; the name is the permission's, or the error's.
pub fn report_error(reason: ProblemCode, name: String, builder: &mut ExportBuilder<'_>) {
    builder.kind = ExportKind::NOT_EVIDENCE;
    builder.helps = HELPS;
    if name.is_empty() {
        builder.report(None, reason);
    } else {
        builder.report_name(reason, name);
    }
}

/// Names of errors are shorter.
const LONGEST_NAME: usize = 60;

/// The reason for which a message refuses an export, with the permission that it names, or else the
/// one that reads subscriptions.
pub fn of_message(text: &str) -> Option<(ProblemCode, String)> {
    const LONGEST: usize = 1 << 14;
    const READS_SUBSCRIPTIONS: &str = "Organization.Read.All";
    if text.len() > LONGEST {
        return None;
    }
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    if has(&[
        "Authorization_RequestDenied",
        "Insufficient privileges",
        "Missing scope permissions",
        "accessDenied",
        "Forbidden",
    ]) {
        let permission = text
            .split(|one: char| !(one.is_ascii_alphanumeric() || matches!(one, '.' | '-')))
            .map(|word| word.trim_matches('.'))
            .find(|word| word.split('.').nth(1).is_some_and(|verb| verb.starts_with("Read")));
        return Some((
            ProblemCode::PermissionMissing,
            permission.unwrap_or(READS_SUBSCRIPTIONS).to_owned(),
        ));
    }
    has(&[
        "InvalidAuthenticationToken",
        "Access token has expired",
        "Lifetime validation failed",
        "Authentication needed",
        "AADSTS50058",
        "AADSTS700082",
    ])
    .then(|| (ProblemCode::SignInNeeded, String::new()))
}

/// Texts of formats that hold no export.
pub fn of_text(text: &str) -> Option<ProblemCode> {
    let start = text.trim_start();
    let begins =
        |word: &str| start.get(..word.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(word));
    if begins("<!doctype") || begins("<html") || begins("<?xml") || begins("<!--") {
        return Some(ProblemCode::WebPage);
    }
    if begins("{\\rtf") {
        return Some(ProblemCode::TextDocument);
    }
    let is_token = begins("eyJ")
        && start.trim_end().split('.').count() == 3
        && start
            .trim_end()
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'));
    if is_token {
        return Some(ProblemCode::AccessToken);
    }
    let head = start.lines().take(MOST_HEADERS).take_while(|line| !line.trim().is_empty());
    let names: Vec<String> = head
        .filter(|line| !line.starts_with([' ', '\t']))
        .map(|line| line.split_once(':').map_or("", |(name, _)| name).to_ascii_lowercase())
        .collect();
    let is_header = |name: &str| names.iter().any(|other| other == name);
    let is_mail = is_header("from")
        && is_header("subject")
        && ["mime-version", "message-id", "received", "return-path"].into_iter().any(is_header);
    is_mail.then_some(ProblemCode::Email)
}

/// So many lines of headers are looked at.
const MOST_HEADERS: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_of_text() {
        for (text, expected) in [
            ("<!DOCTYPE html><html>", Some(ProblemCode::WebPage)),
            ("\n<html lang=en>", Some(ProblemCode::WebPage)),
            ("<?xml version=\"1.0\"?><Workbook/>", Some(ProblemCode::WebPage)),
            ("{\\rtf1 x}", Some(ProblemCode::TextDocument)),
            ("eyJ0eXAi.eyJhdWQi.c2ln", Some(ProblemCode::AccessToken)),
            ("eyJ0eXAi and more. And. More", None),
            ("From: a\nSubject: b\nMIME-Version: 1.0\n\nx", Some(ProblemCode::Email)),
            ("Received: by x\n\tid 1\nFrom: a\nSubject: b\n\nx", Some(ProblemCode::Email)),
            // Pasted lines of a mail are a text in which something may be found.
            ("From: a\nSubject: b\n\nx", None),
            ("a,b\n1,2\n", None),
            ("", None),
        ] {
            assert_eq!(of_text(text), expected, "{text}");
        }
    }

    #[test]
    fn refusals() {
        let organization = "Organization.Read.All";
        for (text, expected) in [
            ("Authorization_RequestDenied x", Some((ProblemCode::PermissionMissing, organization))),
            (
                "Missing scope permissions on the request. API requires one of 'Directory.Read.All, x'.",
                Some((ProblemCode::PermissionMissing, "Directory.Read.All")),
            ),
            (
                "Insufficient privileges. See learn.microsoft.com.",
                Some((ProblemCode::PermissionMissing, organization)),
            ),
            ("InvalidAuthenticationToken Lifetime", Some((ProblemCode::SignInNeeded, ""))),
            ("Request_ResourceNotFound", None),
        ] {
            let found = of_message(text);
            let found = found.as_ref().map(|(reason, name)| (*reason, name.as_str()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
