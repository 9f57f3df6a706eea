//! Reports that Partner Center's insights let a partner download.

use std::collections::BTreeMap;

use crate::evidence::{PartnerAccount, Unread};
use crate::exports::meaning::Meaning;
use crate::exports::record::Row;
use crate::exports::text::plain;
use crate::vocabulary::AccountKind;

pub mod business_applications_usage;
pub mod cpor_usage;
pub mod customers_and_tenants;
pub mod dynamics_usage;

/// Accounts by their ID.
pub type Accounts = BTreeMap<String, PartnerAccount>;

/// Adds the Partner IDs of a row. If the location's ID equals the global account's, it is the global
/// account's.
pub fn partner_accounts(row: &mut Row<'_, '_>, accounts: &mut Accounts) {
    let (global, location) = (row.digits(Meaning::GlobalPartnerId), row.digits(Meaning::PartnerId));
    let stated = row.read(Meaning::AccountKind, account_kind);
    let name = row.text(Meaning::AccountName).map(String::from);
    let mut note = |id: String, kind: Option<AccountKind>, name: Option<String>, unread: Unread| {
        let account = accounts.entry(id.clone()).or_insert(PartnerAccount {
            id,
            kind,
            partner_type: None,
            programs: None,
            enrolled: None,
            name,
            as_of: None,
            unread,
        });
        account.kind = account.kind.max(kind);
        account.unread.add_all(unread);
    };
    // What cannot be read of a row's subscription is nothing of the accounts.
    let mut unread = Unread::NONE;
    if row.unread.has(Meaning::AccountKind.member()) {
        unread.add(Meaning::AccountKind.member());
    }
    let kind = stated.or(global.as_ref().map(|_| AccountKind::Location));
    if let Some(location) = location.filter(|location| Some(location) != global.as_ref()) {
        note(location, kind, name, unread);
    }
    if let Some(global) = global {
        note(global, Some(AccountKind::GlobalAccount), None, Unread::NONE);
    }
}

fn account_kind(text: &str) -> Option<AccountKind> {
    Some(match plain(text).as_str() {
        "global" | "globalid" | "globalaccount" | "pga" => AccountKind::GlobalAccount,
        "local" | "localid" | "location" | "locationid" | "locationaccount" | "pla" => {
            AccountKind::Location
        }
        _ => return None,
    })
}
