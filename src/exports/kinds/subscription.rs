//! A subscription, as the rows of many kinds describe it.

use crate::claim::PurchaseChannel;
use crate::date::Date;
use crate::evidence::Subscription;
use crate::exports::builder::subscription;
use crate::exports::meaning::Meaning;
use crate::exports::record::Row;
use crate::exports::text::plain;
use crate::guid::Guid;
use crate::json::{self, Value};
use crate::paste;
use crate::vocabulary::{Provisioning, SubscriptionStatus};

/// Reads everything that a row says of a subscription.
pub fn read(
    row: &mut Row<'_, '_>,
    id: Guid,
    tenant_id: Option<Guid>,
    as_of: Option<Date>,
    status: fn(&str) -> Option<SubscriptionStatus>,
) -> Subscription {
    let status = row.read(Meaning::Status, status).unwrap_or(SubscriptionStatus::Unknown);
    let part_number = row.text(Meaning::SkuPartNumber).map(String::from);
    let sku = row.text(Meaning::Sku).map(String::from);
    let is_part_number = sku.as_deref().is_some_and(|sku| sku.contains('_'));
    let (sku, sku_name) = if is_part_number { (sku, None) } else { (None, sku) };
    let name = row.text(Meaning::ProductName).or_else(|| row.text(Meaning::FriendlyName));
    let stated = row.read(Meaning::Provisioning, provisioning_word);
    Subscription {
        commerce_subscription_id: row.guid(Meaning::CommerceSubscriptionId),
        tenant_id,
        sku_id: row.guid(Meaning::SkuId),
        sku_part_number: part_number.or(sku),
        product_name: sku_name.or_else(|| name.map(Into::into)),
        status,
        channel: channel(row),
        owner_tenant_id: row.guid(Meaning::OwnerTenantId).map(Some),
        trial: row.flag(Meaning::Trial),
        provisioning: stated.or_else(|| provisioning(row)).or_else(|| in_use(row)),
        created_on: row.day(Meaning::FirstDay),
        ends_on: last_day(row, status),
        unread: row.unread,
        ..subscription(id, as_of)
    }
}

/// The next change of status is the end of the term only while the subscription is running; later it
/// is the day of deletion.
fn last_day(row: &mut Row<'_, '_>, status: SubscriptionStatus) -> Option<Date> {
    let is_running = matches!(status, SubscriptionStatus::Active | SubscriptionStatus::InGrace);
    row.day(Meaning::LastDay).or_else(|| row.day(Meaning::NextChange).filter(|_| is_running))
}

/// The words of Graph, of Partner Center and of its reports for a status. "Open" and "Others" do not
/// tell it.
pub fn status(text: &str) -> Option<SubscriptionStatus> {
    Some(match plain(text).as_str() {
        "active" | "enabled" => SubscriptionStatus::Active,
        // To Graph, this is expired and in the grace period before suspension.
        "warning" | "ingraceperiod" | "ingrace" => SubscriptionStatus::InGrace,
        "suspended" => SubscriptionStatus::Suspended,
        "lockedout" => SubscriptionStatus::LockedOut,
        "inactive" | "disabled" => SubscriptionStatus::Disabled,
        "closed" | "churned" | "expired" => SubscriptionStatus::Expired,
        "deprovisioned" | "deleted" => SubscriptionStatus::Deleted,
        "pending" => SubscriptionStatus::Pending,
        "open" | "others" | "other" | "none" | "unknown" => SubscriptionStatus::Unknown,
        _ => return None,
    })
}

/// The provisioning of a subscription, if all its service plans agree. Plans that an administrator
/// has switched off do not count.
pub fn provisioning(row: &mut Row<'_, '_>) -> Option<Provisioning> {
    // Some programs write the plans into a cell as JSON.
    let text = row.text(Meaning::Plans);
    let of_cell = text.as_deref().filter(|text| text.starts_with('[')).map(json::parse);
    let plans = match of_cell {
        Some((Value::List(plans), None)) => agreed(&plans),
        Some(_) => Err(()),
        None => row.list(Meaning::Plans).map_or(Ok(None), |plans| agreed(&plans)),
    };
    plans.unwrap_or_else(|()| {
        row.damage(Meaning::Plans);
        None
    })
}

fn agreed(plans: &[Value<'_>]) -> Result<Option<Provisioning>, ()> {
    let mut agreed = None;
    let mut is_same = true;
    for plan in plans {
        let state = plan.get_any_case("provisioningStatus").and_then(Value::text).ok_or(())?;
        let state = match paste::slug(state).as_str() {
            "disabled" => continue,
            "success" => Provisioning::Provisioned,
            "error" => Provisioning::Failed,
            "pendinginput" | "pendingactivation" | "pendingprovisioning" => Provisioning::Pending,
            _ => return Err(()),
        };
        is_same &= agreed.is_none_or(|agreed| agreed == state);
        agreed = Some(state);
    }
    Ok(agreed.filter(|_| is_same))
}

fn provisioning_word(text: &str) -> Option<Provisioning> {
    Some(match plain(text).as_str() {
        "success" | "provisioned" => Provisioning::Provisioned,
        "error" | "failed" => Provisioning::Failed,
        "pending" | "pendinginput" | "pendingactivation" | "pendingprovisioning" => {
            Provisioning::Pending
        }
        _ => return None,
    })
}

/// Use shows that the product has been set up.
fn in_use(row: &Row<'_, '_>) -> Option<Provisioning> {
    let text = row.text(Meaning::ActiveUse)?;
    let whole = text.split_once('.').map_or(&*text, |(whole, _)| whole);
    let number = whole.parse::<u32>().ok()?;
    (number > 0).then_some(Provisioning::Provisioned)
}

/// The purchase channel. A mention of CSP anywhere outweighs everything else. "Direct" in the details
/// alone does not rule out CSP. What is there and not understood may be CSP, too.
fn channel(row: &mut Row<'_, '_>) -> Option<PurchaseChannel> {
    const COLUMNS: [Meaning; 3] = [Meaning::SalesModel, Meaning::SalesDetails, Meaning::Channel];
    let mut found = None;
    let mut is_same = true;
    let mut unknown = None;
    for column in COLUMNS {
        let Some(text) = row.text(column) else { continue };
        match Sales::of(&text) {
            Sales::Named(PurchaseChannel::Csp) => return Some(PurchaseChannel::Csp),
            Sales::Named(named) => {
                is_same &= found.is_none_or(|found| found == named);
                found = Some(named);
            }
            Sales::Direct if column == Meaning::Channel => {
                is_same &= found.is_none_or(|found| found == PurchaseChannel::WebDirect);
                found = Some(PurchaseChannel::WebDirect);
            }
            Sales::Direct | Sales::Open => {}
            Sales::Unknown => unknown = Some(column),
        }
    }
    if let Some(column) = unknown.filter(|_| found.is_none()) {
        row.damage(column);
    }
    // If sales models contradict each other, the channel stays unknown.
    found.filter(|_| is_same)
}

/// What a word says of the purchase channel.
enum Sales {
    Named(PurchaseChannel),
    /// Bought from Microsoft, on paper or on the web.
    Direct,
    /// A word that leaves it open.
    Open,
    /// Not a known word.
    Unknown,
}

impl Sales {
    fn of(text: &str) -> Self {
        let mut words = text.split(|one: char| !one.is_alphanumeric());
        if words.any(|word| word.eq_ignore_ascii_case("csp")) {
            return Self::Named(PurchaseChannel::Csp);
        }
        match plain(text).as_str() {
            "volumelicensing"
            | "volumelicense"
            | "vl"
            | "enterpriseagreement"
            | "ea"
            | "mpsa"
            | "openvalue"
            | "selectplus" => Self::Named(PurchaseChannel::VolumeLicensing),
            "webdirect" => Self::Named(PurchaseChannel::WebDirect),
            "direct" => Self::Direct,
            "indirect" | "other" | "others" | "unknown" => Self::Open,
            name if name.contains("cloudsolutionprovider") => Self::Named(PurchaseChannel::Csp),
            _ => Self::Unknown,
        }
    }
}
