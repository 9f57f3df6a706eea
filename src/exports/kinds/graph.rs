//! Answers of Microsoft Graph, and of the PowerShell modules for the customer's directory.

pub mod contracts;
pub mod organization;
pub mod subscribed_skus;
pub mod subscriptions;
