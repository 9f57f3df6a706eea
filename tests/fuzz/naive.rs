//! What has to be in an input for a check to pass, seen as simply as can be: by looking for it in the
//! texts, without reading them. What is here does not make a check pass; without it, none may.

use cpor_preflight::code::CheckId;
use cpor_preflight::report::{Outcome, Report};
use serde_json::Value;

/// Letters and digits alone, in lower case.
pub fn squeezed(text: &str) -> String {
    let plain = |character: char| match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(character as u32 - 0xfee0).unwrap_or(character),
        _ => character,
    };
    text.chars().map(plain).filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// Every check that passes although the input does not have what it asks for.
pub fn unshown(claim: &Value, evidence: &Value, report: &Report) -> Vec<String> {
    let seen = Seen { claim, evidence, report };
    let passing = report.checks.iter().filter(|check| check.outcome == Outcome::Pass);
    passing
        .filter(|check| !seen.shows(check.id))
        .map(|check| format!("{} passes without what it asks for", check.id.name()))
        .collect()
}

struct Seen<'s> {
    claim: &'s Value,
    evidence: &'s Value,
    report: &'s Report,
}

impl Seen<'_> {
    fn shows(&self, check: CheckId) -> bool {
        let area = self.typed("solutionArea");
        match check {
            CheckId::Role => ["globaladmin", "billingadmin", "incentivesadmin"]
                .contains(&&*self.typed("userRole")),
            CheckId::TenantId => {
                let id = self.understood("customerTenantId");
                id.len() == 32
                    && self.typed("customerTenantId").contains(&id)
                    && id != self.understood("ownTenantId")
            }
            CheckId::Domain => self.understood_as_is("customerDomain").contains('.'),
            CheckId::TenantDomain => {
                let (id, domain) =
                    (self.understood("customerTenantId"), self.understood_as_is("customerDomain"));
                let mut holders = self.rows("tenants").filter(|row| says(row, "tenantId", &id));
                let mut nobody = self.rows("unresolvedDomains").filter(|row| {
                    // Without a day it is as of now, and nothing is newer.
                    row["asOf"].is_null()
                        && row["domain"].as_str() == Some(&domain)
                        && matches!(row["reason"].as_str(), Some("not-found" | "malformed"))
                });
                holders.any(|row| is_domain_in(&row["domains"], &domain)) && nobody.next().is_none()
            }
            CheckId::SolutionArea => !area.is_empty(),
            // Without a product, the subscription's says it.
            CheckId::Product => {
                !self.typed("product").is_empty()
                    || self
                        .record(|row| row["skuId"].is_string() || row["skuPartNumber"].is_string())
            }
            // One activity is right in every area.
            CheckId::Activity => !self.typed("activity").is_empty(),
            CheckId::PurchaseChannel => self.channel_is_typed() || self.channel_is_shown(),
            CheckId::SubscriptionId => {
                let id = self.understood("subscriptionId");
                id.len() == 32 && self.typed("subscriptionId").contains(&id)
            }
            CheckId::SubscriptionOnTenant => {
                let tenant = self.understood("customerTenantId");
                !tenant.is_empty() && self.record(|row| says(row, "tenantId", &tenant))
            }
            CheckId::SubscriptionDynamics => {
                self.record(|row| row["skuId"].is_string() || row["skuPartNumber"].is_string())
            }
            CheckId::SubscriptionNotCsp => {
                self.channel_is_shown() || self.channel_is_typed() && self.record(|_| true)
            }
            CheckId::SubscriptionProvisioned => {
                self.record(|row| says(row, "provisioning", "provisioned"))
            }
            CheckId::SubscriptionUnclaimed => {
                self.typed("competingPartner") == "no"
                    && !self.direct().any(|row| row["claimedBy"].as_str() == Some("other-partner"))
            }
            CheckId::SubscriptionStatus => {
                self.record(|row| says(row, "status", "active") || says(row, "status", "ingrace"))
            }
            CheckId::PartnerId => {
                let id = self.understood("partnerId");
                let typed = [self.typed("partnerId"), self.typed("mpnId")];
                let is_number = id.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
                is_number && typed.iter().any(|typed| typed.contains(&id))
            }
            CheckId::PartnerIdEnrolled => self.account(|row| row["enrolled"] == Value::Bool(true)),
            CheckId::PartnerIdType => self.account(|row| says(row, "kind", "location")),
            CheckId::CompetingClaim => self.typed("competingPartner") == "no",
            CheckId::ProofOfExecution => self.typed("proofOfExecution") == "ready",
        }
    }

    fn channel_is_typed(&self) -> bool {
        matches!(&*self.typed("purchaseChannel"), "volumelicensing" | "webdirect")
    }

    fn channel_is_shown(&self) -> bool {
        ["volumelicensing", "webdirect"]
            .iter()
            .any(|channel| self.record(|row| says(row, "channel", channel)))
    }

    fn typed(&self, field: &str) -> String {
        squeezed(&written(&self.claim[field]))
    }

    fn understood_as_is(&self, field: &str) -> String {
        let read = self.report.understood.iter().find(|(name, _)| *name == field);
        read.map(|(_, text)| text.clone()).unwrap_or_default()
    }

    fn understood(&self, field: &str) -> String {
        squeezed(&self.understood_as_is(field))
    }

    fn rows(&self, part: &str) -> impl Iterator<Item = &Value> {
        self.evidence[part].as_array().into_iter().flatten()
    }

    /// Those that have the claim's subscription under one of their two IDs.
    fn direct(&self) -> impl Iterator<Item = &Value> {
        let id = self.understood("subscriptionId");
        let is_it =
            move |row: &&Value| says(row, "id", &id) || says(row, "commerceSubscriptionId", &id);
        self.rows("subscriptions").filter(is_it)
    }

    /// Does one of the subscription's records, or of those that share an ID with these, show this?
    fn record(&self, shows: impl Fn(&Value) -> bool) -> bool {
        let ids = |row: &Value| {
            [squeezed(&written(&row["id"])), squeezed(&written(&row["commerceSubscriptionId"]))]
        };
        let mut known = vec![self.understood("subscriptionId")];
        let tenant = self.understood("customerTenantId");
        if known[0].is_empty() && !tenant.is_empty() {
            // The only subscription of the tenant that it can be.
            let of_tenant = self.rows("subscriptions").filter(|row| says(row, "tenantId", &tenant));
            known = of_tenant.flat_map(ids).filter(|id| !id.is_empty()).collect();
        }
        loop {
            let more: Vec<String> = self
                .rows("subscriptions")
                .map(ids)
                .filter(|ids| ids.iter().any(|id| !id.is_empty() && known.contains(id)))
                .flatten()
                .filter(|id| !id.is_empty() && !known.contains(id))
                .collect();
            if more.is_empty() {
                break;
            }
            known.extend(more);
        }
        let is_known = |row: &&Value| ids(row).iter().any(|id| known.contains(id));
        known.first().is_some_and(|id| !id.is_empty())
            && self.rows("subscriptions").filter(is_known).any(shows)
    }

    fn account(&self, shows: impl Fn(&Value) -> bool) -> bool {
        let id = self.understood("partnerId");
        !id.is_empty() && self.rows("partnerIds").any(|row| says(row, "id", &id) && shows(row))
    }
}

fn says(row: &Value, member: &str, squeezed_text: &str) -> bool {
    squeezed(&written(&row[member])).contains(squeezed_text)
}

/// Is it among these, as it is, in other letters, or inside a longer text?
fn is_domain_in(domains: &Value, domain: &str) -> bool {
    let texts = || domains.as_array().into_iter().flatten().filter_map(Value::as_str);
    let is_it = |text: &str| squeezed(text).contains(&squeezed(domain));
    texts().any(|text| is_it(text) || domain.contains("xn--"))
}

/// Texts and numbers as they are written.
fn written(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
