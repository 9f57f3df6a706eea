//! The Partner ID (formerly MPN ID).
//!
//! source: 2020-06, "Which MPN do I choose?"; Partner Center, "Account structure"

use crate::code::{CheckId, Code};
use crate::evidence::PartnerAccount;
use crate::facts::{Facts, Identifier};
use crate::identifier;
use crate::report::{Asks, Basis, CheckResult, Checks, Findings, Found, Outcome};
use crate::vocabulary::AccountKind;

/// Is the Partner ID a number? An unusual length is only worth a hint.
pub fn id(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    match &facts.partner_id {
        Identifier::Read(id) => {
            if !identifier::USUAL_PARTNER_ID_LENGTHS.contains(&id.len()) {
                findings.raise(Code::PartnerIdUnusualLength).text("length", id.len());
            }
            return Found::pass(Basis::Typed);
        }
        Identifier::Missing => {
            findings.raise(Code::PartnerIdMissing);
            return Found::missing(Asks::You);
        }
        Identifier::Malformed(fault) => {
            findings.raise(Code::PartnerIdMalformed).name("problem", fault.name());
        }
        Identifier::WrongKind(kind) => {
            findings.raise(Code::PartnerIdWrongKind).name("kind", kind.name());
        }
    }
    Found::fail(Basis::Typed)
}

/// Does the partner's own list of Partner IDs say that it is enrolled?
pub fn enrolled(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    match account(facts).and_then(|account| account.enrolled) {
        Some(true) => Found::pass(Basis::Stated),
        Some(false) => {
            findings.raise(Code::PartnerIdNotEnrolled);
            Found::fail(Basis::Stated)
        }
        None => Found::unknown(Asks::You),
    }
}

/// Does the Partner ID belong to a location, without a special partner type?
///
/// The claim flow does not show special partner types, so one is worth a warning even if the kind
/// of account is unknown.
pub fn account_type(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    let account = account(facts);
    let special = account.and_then(PartnerAccount::special_type);
    if let Some(partner_type) = special {
        findings.raise(Code::PartnerIdPartnerType).text("partnerType", partner_type);
    }
    let kind = account.and_then(|account| account.kind);
    if kind == Some(AccountKind::GlobalAccount) {
        findings.raise(Code::PartnerIdGlobalAccount);
    }
    match kind {
        Some(AccountKind::GlobalAccount) => Found::fail(Basis::Stated),
        _ if special.is_some() => Found::fail(Basis::Stated),
        Some(AccountKind::Location) => Found::pass(Basis::Stated),
        None => Found::unknown(Asks::You),
    }
}

/// Raises a single finding that names the open checks of the Partner ID.
pub fn raise_unverified(results: &[CheckResult], findings: &mut Findings) {
    let unknown = results.iter().filter(|result| {
        matches!(result.id, CheckId::PartnerIdEnrolled | CheckId::PartnerIdType)
            && result.outcome == Outcome::Unknown
    });
    let unknown = Checks::of(unknown.map(|result| result.id));
    if unknown.bits() != 0 {
        findings.raise_for(Code::PartnerIdUnverified, unknown);
    }
}

/// The account in the evidence with the claimed Partner ID.
pub fn account<'f>(facts: &'f Facts<'_>) -> Option<&'f PartnerAccount> {
    let Identifier::Read(id) = &facts.partner_id else { return None };
    facts.evidence.partner_ids.iter().find(|account| *account.id == **id)
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::testing::{check, check_with, claim_with, report};

    #[test]
    fn ids() {
        for (text, expected) in [
            ("5357564", "pass"),
            ("517285", "pass"),
            (" MPN ID: 535 7564 ", "pass"),
            ("12345", "pass partner-id-unusual-length(length=5)"),
            ("00083575", "pass partner-id-unusual-length(length=8)"),
            ("5357564.0", "pass"),
            ("=\"5357564\"", "pass"),
            ("5357564\n5357564", "pass"),
            ("5357564\n6363276", "fail partner-id-malformed(problem=several)"),
            ("5357564, 6363276", "fail partner-id-malformed(problem=several)"),
            ("", "fail partner-id-missing"),
            ("53575a4", "fail partner-id-malformed(problem=bad-character)"),
            ("12345678901234567890", "pass partner-id-unusual-length(length=20)"),
            ("123456789012345678901", "fail partner-id-malformed(problem=too-long)"),
            ("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "fail partner-id-wrong-kind(kind=guid)"),
            ("contoso.com", "fail partner-id-wrong-kind(kind=domain)"),
            ("94e858b6d855", "fail partner-id-wrong-kind(kind=order-id)"),
            ("0000000", "fail partner-id-wrong-kind(kind=placeholder)"),
            ("00000", "fail partner-id-wrong-kind(kind=placeholder)"),
            ("0", "fail partner-id-wrong-kind(kind=placeholder)"),
            ("MPN ID: 0000000", "fail partner-id-wrong-kind(kind=placeholder)"),
            ("your-mpn-id", "fail partner-id-missing"),
        ] {
            check("partner-id", &claim_with(&[("partnerId", text)]), expected);
        }
    }

    /// Under both names that the field has.
    #[test]
    fn two_values() {
        for (own, older, expected) in [
            ("5357564", "6363276", "fail partner-id-malformed(problem=several)"),
            ("5357564", "5357564.0", "pass"),
            ("", "5357564", "pass"),
            ("tbd", "5357564", "pass"),
        ] {
            let claim = claim_with(&[("partnerId", own), ("mpnId", older)]);
            check("partner-id", &claim, expected);
            let understood = report(&claim, "{}").understood;
            let is_read = understood.iter().any(|(field, _)| *field == "partnerId");
            assert_eq!(is_read, expected == "pass", "{claim}");
        }
    }

    #[test]
    fn accounts() {
        for (members, enrolled, account_type) in [
            ("", "unknown", "unknown"),
            (r#","enrolled":true"#, "pass", "unknown"),
            (r#","enrolled":false"#, "fail partner-id-not-enrolled", "unknown"),
            (r#","kind":"location""#, "unknown", "pass"),
            (r#","kind":"global-account""#, "unknown", "fail partner-id-global-account"),
            (
                r#","kind":"location","partnerType":"FRP FastTrack""#,
                "unknown",
                "fail partner-id-partner-type",
            ),
            (r#","partnerType":"FRP FastTrack""#, "unknown", "fail partner-id-partner-type"),
            (r#","kind":"location","partnerType":"None""#, "unknown", "pass"),
            (r#","kind":"location","partnerType":"Standard""#, "unknown", "pass"),
        ] {
            let evidence = format!(r#"{{"partnerIds":[{{"id":"5357564"{members}}}]}}"#);
            check_with("partner-id-enrolled", &claim_with(&[]), &evidence, enrolled);
            check_with("partner-id-type", &claim_with(&[]), &evidence, account_type);
        }
        let another = r#"{"partnerIds":[{"id":"4391507","enrolled":true,"kind":"location"}]}"#;
        check_with("partner-id-enrolled", &claim_with(&[]), another, "unknown");
    }
}
