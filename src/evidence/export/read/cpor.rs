//! The partner's own claims on Microsoft 365, as their usage report lists them.
//!
//! source: Partner Center, "Insights data definitions", CPOR usage report

use std::collections::BTreeMap;

use super::table::{Row, Table};
use super::{ProblemCode, Reader, day};
use crate::evidence::Association;
use crate::vocabulary::Holder;

/// One row a month, tenant and workload; of one claim the newest row counts.
pub fn read(mut table: Table<'_>, reader: &mut Reader<'_>) {
    let tenant = table.needed(&["customertenantid"], reader);
    let workload = table.needed(&["workloadname"], reader);
    let claim = table.needed(&["claimid"], reader);
    let since = table.column(&["dateassociated"]);
    let attribution = table.needed(&["partnerattributiontype"], reader);
    let date = table.column(&["date"]);
    let mut places: BTreeMap<_, usize> = BTreeMap::new();
    table.rows(reader, |reader, row: &Row<'_>| {
        let Some(tenant_id) = reader.guid(row.number, row.text(tenant)) else {
            return reader.lost(row.number, ProblemCode::IdMalformed);
        };
        let is_cpor = |text: &str| text.eq_ignore_ascii_case("cpor");
        if !row.text(attribution).is_some_and(|text| is_cpor(&text)) {
            return reader.problem(Some(row.number), ProblemCode::NotCpor);
        }
        let Ok(as_of) = reader.row_day(row.number, row.text(date), day::read) else { return };
        let association = Association {
            tenant_id,
            product: row.text(workload).map(Into::into),
            subscription_id: None,
            holder: Holder::Us,
            status: None,
            claim_id: row.text(claim).map(Into::into),
            since: reader.day(row.number, row.text(since)),
            as_of,
        };
        if association.product.is_none() {
            reader.problem(Some(row.number), ProblemCode::RowMalformed);
        }
        let all = &mut reader.evidence.associations;
        let key = (tenant_id, association.product.clone(), association.claim_id.clone());
        let place = *places.entry(key).or_insert(all.len());
        match all.get_mut(place) {
            None => all.push(association),
            Some(known) if known.as_of <= association.as_of => *known = association,
            Some(_) => {}
        }
    });
}
