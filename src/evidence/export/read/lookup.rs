//! The answer of the public tenant look-up.
//!
//! source: Microsoft identity platform, OpenID configuration; Microsoft Entra, error codes

use super::document::text;
use super::{ProblemCode, Reader};
use crate::date::Date;
use crate::evidence::UnresolvedDomain;
use crate::guid::Guid;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::{Cloud, UnresolvedReason};

/// A success names the tenant in its issuer; a refusal says why in its error codes.
pub fn read(value: &Value<'_>, is_whole: bool, reader: &mut Reader<'_>) {
    reader.rows = 1;
    match value.get_any_case("error_codes").and_then(Value::list) {
        Some(codes) => refusal(value, codes, reader),
        None => tenant(value, is_whole, reader),
    }
}

fn tenant(value: &Value<'_>, is_whole: bool, reader: &mut Reader<'_>) {
    let issuer = text(value, "issuer").unwrap_or_default();
    let Some(tenant_id) = Guid::find(&issuer) else {
        return reader.problem(None, ProblemCode::IssuerPlaceholder);
    };
    let domain = asked_domain(reader);
    if domain.is_none() {
        reader.problem(None, ProblemCode::DomainUnknown);
    }
    // The fields that tell clouds apart may stand behind the place where the text breaks off.
    let cloud = if is_whole { cloud(value, &issuer) } else { None };
    reader.tenant(tenant_id, domain, cloud);
}

/// Decides by the error codes: the wording of the description has changed over the years.
fn refusal(value: &Value<'_>, codes: &[Value<'_>], reader: &mut Reader<'_>) {
    let has = |code: &str| codes.iter().any(|value| value.text_or_number() == Some(code));
    let reason = if has("90002") {
        UnresolvedReason::NotFound
    } else if has("90038") {
        UnresolvedReason::OtherCloud
    } else if has("900023") || has("50029") {
        UnresolvedReason::Malformed
    } else {
        return reader.problem(None, ProblemCode::ErrorCodeUnknown);
    };
    // The address says what was asked; without one, the quoted name in the description.
    let description = value.get_any_case("error_description").and_then(Value::text);
    let quoted = description.and_then(|text| text.split('\'').nth(1));
    let quoted = quoted.map(paste::clean).filter(|text| !text.is_empty());
    // One that is malformed is compared as it was sent.
    let quoted =
        quoted.map(|text| reader.domain(&text).unwrap_or_else(|| text.to_ascii_lowercase()));
    let Some(domain) = address(reader).or(quoted).or_else(|| asked_domain(reader)) else {
        return reader.problem(None, ProblemCode::DomainUnknown);
    };
    let day = text(value, "timestamp").and_then(|text| Date::parse(&text));
    reader.newest = day;
    let as_of = day.or(reader.as_of);
    reader.evidence.unresolved_domains.push(UnresolvedDomain { domain, reason, as_of });
}

/// The domain the person named, else the one in the address of the look-up.
fn asked_domain(reader: &Reader<'_>) -> Option<String> {
    match reader.said.domain.filter(|text| !paste::clean(text).is_empty()) {
        Some(text) => reader.domain(text),
        None => address(reader),
    }
}

/// The domain in the address of the look-up.
fn address(reader: &Reader<'_>) -> Option<String> {
    let segments: Vec<&str> = reader.said.name?.split('/').collect();
    let at = segments.iter().position(|part| matches!(*part, "v2.0" | ".well-known"))?;
    reader.domain(segments.get(at.checked_sub(1)?)?)
}

/// The region fields decide; the commercial host also answers for US Government tenants.
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
