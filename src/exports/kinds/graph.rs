//! Members that both exports of Microsoft Graph have.
//!
//! source: Microsoft Graph v1.0, `companySubscription`, `subscribedSku`, `licenseUnitsDetail`,
//! `servicePlanInfo`

use crate::exports::builder::ExportBuilder;
use crate::exports::document::text;
use crate::json::Value;
use crate::paste;
use crate::vocabulary::{Provisioning, SubscriptionStatus};

/// Reads a status. One that cannot be read is a problem of the row.
pub fn status(
    row: usize,
    item: &Value<'_>,
    name: &str,
    builder: &mut ExportBuilder<'_>,
) -> SubscriptionStatus {
    let read = |text: &str| {
        Some(match paste::slug(text).as_str() {
            "enabled" => SubscriptionStatus::Active,
            // Expired, and in the grace period before suspension.
            "warning" => SubscriptionStatus::InGrace,
            "suspended" => SubscriptionStatus::Suspended,
            "deleted" => SubscriptionStatus::Deleted,
            "lockedout" => SubscriptionStatus::LockedOut,
            _ => return None,
        })
    };
    builder.read(row, text(item, name), read).unwrap_or(SubscriptionStatus::Unknown)
}

/// The provisioning of a subscription, if all its service plans agree. Plans that an administrator
/// has switched off do not count.
pub fn provisioning(plans: Option<&Value<'_>>) -> Option<Provisioning> {
    let mut agreed = None;
    for plan in plans?.list()? {
        let state = match paste::slug(plan.get_any_case("provisioningStatus")?.text()?).as_str() {
            "disabled" => continue,
            "success" => Provisioning::Provisioned,
            "error" => Provisioning::Failed,
            "pendinginput" | "pendingactivation" | "pendingprovisioning" => Provisioning::Pending,
            _ => return None,
        };
        if agreed.is_some_and(|agreed| agreed != state) {
            return None;
        }
        agreed = Some(state);
    }
    agreed
}
