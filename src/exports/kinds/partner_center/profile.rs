//! The partner's own accounts: the global one and its locations.
//!
//! source: Partner Center, "Insights data definitions", partner profile report; "Manage locations"

use crate::evidence::Part;
use crate::exports::builder::ExportBuilder;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::kinds::insights::{Accounts, partner_accounts};
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;

/// The partner profile report.
pub const KIND: Kind = Kind {
    name: "partner-profile",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["pgapartnername", "hierarchylevel", "accounttype", "mpntype", "partneridtype"],
            shared: &[
                "mpnid",
                "partnerid",
                "pgampnid",
                "pgapartnerid",
                "partnername",
                "city",
                "country",
            ],
            at_least: 4,
            all_of: &[&["mpnid", "partnerid"]],
            against: &[
                "subscriptionid",
                "customertenantid",
                "customerid",
                "customername",
                "claimid",
                "invoicenumber",
                "trainingtitle",
            ],
        },
        read,
    }],
    reads: &[M::PartnerId, M::GlobalPartnerId, M::AccountKind, M::AccountName],
    needs: &[("MPNId", &[M::PartnerId]), ("HierarchyLevel", &[M::GlobalPartnerId, M::AccountKind])],
    parts: &[Part::PartnerIds],
    file_names: &[FileName { word: "partnerprofile", rank: 15 }],
    entity_sets: &[],
};

fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    let mut accounts = Accounts::new();
    records.each(builder, &mut |row| {
        let is_readable = |text: &str| crate::number::digits(text).is_some();
        if !row.text(M::PartnerId).is_some_and(|text| is_readable(&text)) {
            row.leave_out_without(M::PartnerId);
        }
        partner_accounts(row, &mut accounts);
    });
    builder.evidence.partner_ids = accounts.into_values().collect();
}
