//! The CPOR usage report: the partner's own claims on Microsoft 365; and the Office 365 license usage
//! report, which has the same rows without the claims' IDs.
//!
//! source: Partner Center, "Insights data definitions", CPOR usage report, Office 365 license usage
//! report

use std::collections::BTreeMap;

use crate::evidence::{Association, Part};
use crate::exports::builder::ExportBuilder;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::meaning::Meaning as M;
use crate::exports::record::Records;
use crate::vocabulary::Holder;

/// The usage report on the partner's own claims, from Partner Center's insights.
pub const KIND: Kind = Kind {
    name: "cpor-usage-report",
    formats: &[Format::Rows {
        signs: Signs {
            own: &["claimid", "dateassociated", "monthlyactiveusers", "paidavailableunits"],
            shared: &["customertenantid", "workloadname", "partnerattributiontype"],
            at_least: 4,
            all_of: &[&["workloadname"]],
            against: &["subscriptionid", "skuid", "servicelevel1"],
        },
        read,
    }],
    reads: &[
        M::TenantId,
        M::Workload,
        M::ClaimId,
        M::ClaimedSince,
        M::Attribution,
        M::Day,
        M::Month,
    ],
    needs: &[
        ("CustomerTenantId", &[M::TenantId]),
        ("WorkloadName", &[M::Workload]),
        ("PartnerAttributionType", &[M::Attribution]),
        ("Date", &[M::Day, M::Month]),
    ],
    parts: &[Part::Associations],
    file_names: &[FileName { word: "cpor", rank: 6 }],
    entity_sets: &[],
};

/// There is one row per month, tenant and workload. The newest row of a claim counts.
fn read(records: Records<'_>, builder: &mut ExportBuilder<'_>) {
    let mut positions: BTreeMap<_, usize> = BTreeMap::new();
    records.each(builder, &mut |row| {
        let Some(tenant_id) = row.id(M::TenantId) else { return };
        let is_cpor = |text: &str| text.eq_ignore_ascii_case("cpor");
        if !row.text(M::Attribution).is_some_and(|text| is_cpor(&text)) {
            return row.builder.report(Some(row.number), ProblemCode::NotCpor);
        }
        let day = if row.has(M::Day) { M::Day } else { M::Month };
        let Ok(as_of) = row.row_day(day) else { return };
        let product: Option<String> = row.text(M::Workload).map(Into::into);
        if product.is_none() {
            row.damage(M::Workload);
        }
        let association = Association {
            tenant_id,
            product,
            subscription_id: None,
            activity: None,
            holder: Holder::Us,
            status: None,
            claim_id: row.text(M::ClaimId).map(Into::into),
            since: row.day(M::ClaimedSince),
            as_of,
            unread: row.unread,
        };
        let all = &mut row.builder.evidence.associations;
        let key = (tenant_id, association.product.clone(), association.claim_id.clone());
        let position = *positions.entry(key).or_insert(all.len());
        match all.get_mut(position) {
            None => all.push(association),
            Some(earlier) if earlier.as_of <= association.as_of => *earlier = association,
            Some(_) => {}
        }
    });
}
