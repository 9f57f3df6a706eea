//! The records of the claimed subscription, and those of the tenant.

use crate::evidence::Subscription;
use crate::facts::{Facts, Identifier};
use crate::report::{Asks, Found};

/// What was found, if the solution area alone decides it.
pub fn settled_by_area(facts: &Facts<'_>) -> Option<Found> {
    match facts.area {
        None => Some(Found::unknown(Asks::You)),
        Some(_) => (!facts.is_business()).then_some(Found::NOT_APPLICABLE),
    }
}

/// Applies a check to the first record of the subscription; without one, it is unknown. If there are
/// several records under different tenants, they agree in everything else.
pub fn with_record(
    facts: &Facts<'_>,
    asks: Asks,
    question: impl FnOnce(&Subscription) -> Found,
) -> Found {
    // Without a subscription, only the customer can say which one it is.
    let is_read = matches!(facts.subscription, Identifier::Read(_));
    let asks = if is_read { asks } else { Asks::Customer };
    settled_by_area(facts).unwrap_or_else(|| {
        facts.records.first().map_or(Found::unknown(asks), |record| question(record))
    })
}

/// The subscriptions of the claimed tenant.
pub fn tenant_subscriptions<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Subscription> {
    facts.tenant_id().into_iter().flat_map(|tenant| facts.evidence.subscriptions_of(tenant))
}

/// Are all subscriptions of the tenant known? Sources that list only some of them do not count.
pub fn is_tenant_known(facts: &Facts<'_>) -> bool {
    tenant_subscriptions(facts).any(|record| !record.excerpt)
}
