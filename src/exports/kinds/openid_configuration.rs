//! The answer of the public tenant lookup.
//!
//! source: Microsoft identity platform, OpenID configuration; Microsoft Entra, error codes

use crate::date::Date;
use crate::evidence::{Part, Unread, UnresolvedDomain};
use crate::exports::builder::ExportBuilder;
use crate::exports::document::text;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind};
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::{Cloud, UnresolvedReason};

/// The answer of the public tenant lookup, whether it found a tenant or not.
pub const KIND: Kind = Kind {
    name: "openid-configuration",
    formats: &[Format::Object { is_it, read }],
    reads: &[],
    needs: &[],
    parts: &[Part::Tenants, Part::UnresolvedDomains],
    file_names: &[FileName { word: "openidconfiguration", rank: 1 }],
    entity_sets: &[],
};

/// Other documents have an issuer as well: certificates, tokens, invoices.
fn is_it(value: &Value<'_>) -> bool {
    let has = |name: &&str| value.get_any_case(name).is_some();
    if value.get_any_case("error_codes").is_some_and(|codes| codes.list().is_some()) {
        return true;
    }
    let is_address = |text: std::borrow::Cow<'_, str>| text.starts_with("https://");
    let issuer = text(value, "issuer");
    let endpoints = ["token_endpoint", "jwks_uri", "authorization_endpoint", "tenant_region_scope"];
    issuer.as_deref().is_some_and(|issuer| host(issuer).is_some())
        || issuer.is_some_and(is_address) && endpoints.iter().any(has)
}

/// A success names the tenant in its issuer. A refusal states the reason in its error codes.
fn read(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) {
    builder.rows = 1;
    match value.get_any_case("error_codes").and_then(Value::list) {
        Some(codes) => refusal(value, codes, builder),
        None => tenant(value, is_intact, builder),
    }
}

fn tenant(value: &Value<'_>, is_intact: bool, builder: &mut ExportBuilder<'_>) {
    let issuer = text(value, "issuer").unwrap_or_default();
    let Some(path) = host(&issuer) else {
        return builder.report(None, ProblemCode::IssuerForeign);
    };
    let Ok(tenant_id) = Guid::parse(path.split('/').next().unwrap_or_default()) else {
        return builder.report(None, ProblemCode::IssuerPlaceholder);
    };
    let domain = asked_domain(builder);
    if domain.is_none() {
        builder.report(None, ProblemCode::DomainUnknown);
    }
    // The members that distinguish the clouds may come after the place where the text breaks off.
    let cloud = if is_intact { cloud(value, &issuer) } else { None };
    builder.add_tenant(tenant_id, domain, cloud, Unread::NONE);
}

/// The path behind the host, if the host is one of Microsoft's directories.
fn host(issuer: &str) -> Option<&str> {
    let (host, path) = issuer.strip_prefix("https://")?.split_once('/')?;
    HOSTS.iter().any(|known| host.eq_ignore_ascii_case(known)).then_some(path)
}

/// The hosts of Microsoft's directories, in all clouds.
///
/// source: MSAL, authority metadata
const HOSTS: [&str; 11] = [
    "login.microsoftonline.com",
    "login.microsoft.com",
    "login.windows.net",
    "sts.windows.net",
    "login.microsoftonline.us",
    "login.usgovcloudapi.net",
    "login-us.microsoftonline.com",
    "login.partner.microsoftonline.cn",
    "login.chinacloudapi.cn",
    "sts.chinacloudapi.cn",
    "login.microsoftonline.de",
];

/// Decides by the error codes, because the wording of the description has changed over the years.
fn refusal(value: &Value<'_>, codes: &[Value<'_>], builder: &mut ExportBuilder<'_>) {
    let has = |code: &str| codes.iter().any(|value| value.text_or_number() == Some(code));
    let reason = if has("90002") {
        UnresolvedReason::NotFound
    } else if has("90038") {
        UnresolvedReason::OtherCloud
    } else if has("900023") || has("50029") {
        UnresolvedReason::Malformed
    } else {
        return builder.report(None, ProblemCode::ErrorCodeUnknown);
    };
    // The address says which domain was looked up; without one, the quoted name in the description.
    let description = value.get_any_case("error_description").and_then(Value::text);
    let quoted = description.and_then(|text| text.split('\'').nth(1));
    let quoted = quoted.map(paste::clean).filter(|text| !text.is_empty());
    // A malformed domain is compared as it was sent.
    let quoted =
        quoted.map(|text| builder.domain(&text).unwrap_or_else(|| text.to_ascii_lowercase()));
    let Some(domain) = address(builder).or(quoted).or_else(|| asked_domain(builder)) else {
        return builder.report(None, ProblemCode::DomainUnknown);
    };
    let day = text(value, "timestamp").and_then(|text| Date::parse(&text));
    builder.newest_day = day;
    let as_of = day.or(builder.stated_day);
    builder.evidence.unresolved_domains.push(UnresolvedDomain {
        domain,
        reason,
        as_of,
        unread: Unread::NONE,
    });
}

/// The domain in the options, or else the one in the address of the lookup.
fn asked_domain(builder: &ExportBuilder<'_>) -> Option<String> {
    match builder.options.domain.filter(|text| !paste::clean(text).is_empty()) {
        Some(text) => builder.domain(text),
        None => address(builder),
    }
}

/// The domain in the address of the lookup.
fn address(builder: &ExportBuilder<'_>) -> Option<String> {
    let segments: Vec<&str> = builder.options.name?.split('/').collect();
    let at = segments.iter().position(|part| matches!(*part, "v2.0" | ".well-known"))?;
    builder.domain(segments.get(at.checked_sub(1)?)?)
}

/// The region decides first, because the commercial host also answers for US Government tenants.
fn cloud(value: &Value<'_>, issuer: &str) -> Option<Cloud> {
    let field = |name| value.get_any_case(name).and_then(Value::text).map(paste::slug);
    let scope = field("tenant_region_scope");
    let sub_scope = field("tenant_region_sub_scope");
    if matches!(sub_scope.as_deref(), Some("dod" | "dodcon"))
        || matches!(scope.as_deref(), Some("usgov" | "usg"))
    {
        return Some(Cloud::UsGov);
    }
    let host = issuer.split('/').nth(2)?;
    if host.ends_with(".us") {
        Some(Cloud::UsGov)
    } else if host.ends_with(".cn") {
        Some(Cloud::China)
    } else {
        scope.map(|_| Cloud::Global)
    }
}
