//! The subscription: its ID, and the reasons for which Partner Center refuses a subscription.
//!
//! source: 2020-06, "Subscription errors in the CPOR association claim flow"

mod claims;
mod id;
mod life;
mod product;
mod record;
mod sale;
mod unverified;

pub use claims::{Claimed, counts_as_same, is_held_by, own_claim, unclaimed};
pub use id::{id, suggest_no_unfit};
pub use life::{provisioned, status};
pub use product::{dynamics, on_tenant};
pub use sale::{has_foreign_owner, not_csp, shown_channel};
pub use unverified::raise_unverified;
