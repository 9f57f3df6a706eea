//! The CPOR usage report: the partner's own claims on Microsoft 365.
//!
//! source: Partner Center, "Insights data definitions", CPOR usage report

use std::collections::BTreeMap;

use crate::evidence::{Association, Unread};
use crate::exports::builder::ExportBuilder;
use crate::exports::day;
use crate::exports::export::ProblemCode;
use crate::exports::kind::{FileName, Format, Kind, Signs};
use crate::exports::table::{Row, Table};
use crate::vocabulary::Holder;

/// The usage report on the partner's own claims, from Partner Center's insights.
pub const KIND: Kind = Kind {
    name: "cpor-usage-report",
    formats: &[Format::Table {
        signs: Signs {
            names: &[
                "customertenantid",
                "workloadname",
                "monthlyactiveusers",
                "paidavailableunits",
                "claimid",
                "dateassociated",
                "partnerattributiontype",
            ],
            at_least: 4,
        },
        read,
    }],
    file_names: &[FileName { word: "cpor", rank: 6 }],
    entity_set: None,
};

/// There is one row per month, tenant and workload. The newest row of a claim counts.
fn read(mut table: Table<'_>, builder: &mut ExportBuilder<'_>) {
    let tenant = table.needed(&["customertenantid"], builder);
    let workload = table.needed(&["workloadname"], builder);
    let claim = table.needed(&["claimid"], builder);
    let since = table.column(&["dateassociated"]);
    let attribution = table.needed(&["partnerattributiontype"], builder);
    let date = table.column(&["date"]);
    let mut positions: BTreeMap<_, usize> = BTreeMap::new();
    table.rows(builder, |builder, row: &Row<'_>| {
        let Some(tenant_id) = builder.guid(row.number, row.text(tenant)) else {
            return builder.leave_out(row.number, ProblemCode::IdMalformed);
        };
        let is_cpor = |text: &str| text.eq_ignore_ascii_case("cpor");
        if !row.text(attribution).is_some_and(|text| is_cpor(&text)) {
            return builder.report(Some(row.number), ProblemCode::NotCpor);
        }
        let Ok(as_of) = builder.row_day(row.number, row.text(date), day::read) else { return };
        let association = Association {
            tenant_id,
            product: row.text(workload).map(Into::into),
            subscription_id: None,
            activity: None,
            holder: Holder::Us,
            status: None,
            claim_id: row.text(claim).map(Into::into),
            since: builder.day(row.number, row.text(since)),
            as_of,
            unread: Unread::NONE,
        };
        if association.product.is_none() {
            builder.report(Some(row.number), ProblemCode::RowMalformed);
        }
        let all = &mut builder.evidence.associations;
        let key = (tenant_id, association.product.clone(), association.claim_id.clone());
        let position = *positions.entry(key).or_insert(all.len());
        match all.get_mut(position) {
            None => all.push(association),
            Some(earlier) if earlier.as_of <= association.as_of => *earlier = association,
            Some(_) => {}
        }
    });
}
