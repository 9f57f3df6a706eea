//! A table of no known kind, of which the person says what its columns mean.

use crate::evidence::{Part, PartnerAccount, Unread};
use crate::exports::builder::ExportBuilder;
use crate::exports::export::ProblemCode;
use crate::exports::kind::Kind;
use crate::exports::kinds::insights::{Accounts, partner_accounts};
use crate::exports::kinds::subscription;
use crate::exports::meaning::Meaning as M;
use crate::exports::record::{Records, Row};
use crate::vocabulary::AccountKind;

/// A table whose columns the person named. It has no signs: it is read where a person says so.
pub const KIND: Kind = Kind {
    name: "stated-columns",
    formats: &[],
    reads: &[],
    needs: &[("SubscriptionId", &[M::SubscriptionId, M::TenantId, M::PartnerId])],
    parts: &[Part::Subscriptions, Part::Tenants, Part::PartnerIds],
    file_names: &[],
    entity_sets: &[],
};

/// A row shows what it has an ID for: a subscription, a tenant with a domain, a Partner ID.
pub fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    // Nobody knows whether the table lists all there is.
    builder.is_excerpt = true;
    let stated = builder.stated_tenant();
    let mut accounts = Accounts::new();
    records.each(builder, &mut |row| {
        let Ok(as_of) = row.row_day(M::Day) else { return };
        let exported = row.guid(M::TenantId);
        let text = row.text(M::Domain);
        let domain = text.as_deref().and_then(|text| row.builder.domain(text));
        if text.is_some() && domain.is_none() {
            row.damage(M::Domain);
        }
        if let Some(tenant_id) = exported {
            row.builder.add_tenant(tenant_id, domain, None, row.unread);
        } else if row.text(M::TenantId).is_some() {
            row.builder.lose_row(row.number, ProblemCode::IdMalformed);
        }
        if row.has(M::SubscriptionId) {
            let tenant_id = row.builder.tenant_of(exported, stated);
            if let Some(id) = row.id(M::SubscriptionId) {
                let record = subscription::read(row, id, tenant_id, as_of, subscription::status);
                row.builder.evidence.subscriptions.push(record);
            }
        }
        read_account(row, &mut accounts);
    });
    builder.evidence.partner_ids = accounts.into_values().collect();
}

fn read_account(row: &mut Row<'_, '_>, accounts: &mut Accounts) {
    let id = row.text(M::PartnerId).and_then(|text| crate::number::digits(&text));
    partner_accounts(row, accounts);
    let Some(account) = id.and_then(|id| accounts.get_mut(&id)) else { return };
    let before = row.unread;
    row.unread = Unread::NONE;
    let enrolled = row.flag(M::Enrolled);
    let programs = row
        .text(M::Programs)
        .map(|text| text.split([',', ';']).map(|name| name.trim().to_owned()).collect::<Vec<_>>());
    let partner_type = row.text(M::PartnerType).map(Into::into);
    *account = PartnerAccount {
        enrolled: enrolled.or(account.enrolled),
        programs: programs.or_else(|| account.programs.clone()),
        partner_type: partner_type.or_else(|| account.partner_type.clone()),
        kind: account.kind.max(None::<AccountKind>),
        ..account.clone()
    };
    account.unread.add_all(row.unread);
    row.unread.add_all(before);
}
