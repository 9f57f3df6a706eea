//! Lists and reports of Partner Center about customers, subscriptions and the partner.

pub mod customers;
pub mod profile;
pub mod reconciliation;
pub mod subscriptions;
