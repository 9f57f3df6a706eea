//! Exports that are JSON: what they are, and where their rows stand.

use std::borrow::Cow;

use super::kind::{self, Signs, plain};
use super::{ExportKind, ProblemCode, Reader, graph, lookup, partner_center};
use crate::json::{self, Value};
use crate::paste;

/// What a text is as JSON.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Form {
    /// No JSON, and not meant as such.
    Other,
    /// Meant as JSON, and damaged.
    Broken,
    /// JSON.
    Whole,
}

/// Reads the export if it is one of the kinds that are JSON.
pub fn read(text: &str, reader: &mut Reader<'_>, told: &mut dyn FnMut(usize)) -> Form {
    if !text.trim_start().starts_with(['{', '[']) {
        return Form::Other;
    }
    let (value, fault) = json::parse_watched(text, told);
    let is_whole = fault.is_none();
    if LOOKUP.iter().any(|name| value.get_any_case(name).is_some()) {
        reader.kind = ExportKind::OpenidConfiguration;
        lookup::read(&value, is_whole, reader);
    } else if let Some((kind, items)) = rows(&value, is_whole, reader.said.name) {
        reader.kind = kind;
        reader.rows = items.len();
        if items.is_empty() {
            reader.problem(None, ProblemCode::Empty);
        }
        if has_more_pages(&value, items.len()) {
            reader.is_excerpt = true;
            reader.problem(None, ProblemCode::MorePages);
        }
        match kind {
            ExportKind::GraphSubscriptions => graph::subscriptions(items, reader),
            ExportKind::GraphSubscribedSkus => graph::subscribed_skus(items, reader),
            _ => partner_center::subscriptions(&value, items, reader),
        }
    }
    match (is_whole, reader.kind) {
        (true, _) => return Form::Whole,
        (false, ExportKind::Unknown) => {}
        // The row in which the text breaks off is none of those counted.
        (false, _) => reader.lost(reader.rows + 1, ProblemCode::Truncated),
    }
    Form::Broken
}

/// The member's text, cleaned; a value that is no text is damage, so it gets one that nothing reads.
pub fn text<'v>(item: &'v Value<'_>, name: &str) -> Option<Cow<'v, str>> {
    let value = item.get_any_case(name)?;
    let text = paste::clean(value.text_or_number().unwrap_or("?"));
    (!text.is_empty()).then_some(text)
}

const LOOKUP: [&str; 2] = ["issuer", "error_codes"];

const SIGNS: &[Signs] = &[
    Signs {
        kind: ExportKind::GraphSubscriptions,
        names: &[
            "skuid",
            "skupartnumber",
            "status",
            "commercesubscriptionid",
            "nextlifecycledatetime",
            "createddatetime",
            "totallicenses",
            "servicestatus",
            "ownertenantid",
        ],
        at_least: 2,
    },
    Signs {
        kind: ExportKind::GraphSubscribedSkus,
        names: &[
            "skuid",
            "skupartnumber",
            "subscriptionids",
            "capabilitystatus",
            "prepaidunits",
            "consumedunits",
            "serviceplans",
            "accountid",
        ],
        at_least: 2,
    },
    Signs {
        kind: ExportKind::PartnerCenterSubscriptions,
        names: &[
            "offerid",
            "offername",
            "friendlyname",
            "status",
            "commitmentenddate",
            "effectivestartdate",
            "creationdate",
            "billingcycle",
            "unittype",
            "contracttype",
            "entitlementid",
        ],
        at_least: 3,
    },
];

/// So many rows tell what an export is.
const TELLING_ROWS: usize = 100;

/// Kind and rows of an answer, of one page of it, or of a bare list; a lone object is one row.
fn rows<'v>(
    value: &'v Value<'v>,
    is_whole: bool,
    name: Option<&str>,
) -> Option<(ExportKind, &'v [Value<'v>])> {
    let inside = ["value", "items"].iter().find_map(|name| value.get_any_case(name));
    // PowerShell turns a list of one into that one.
    let lone = || inside.filter(|inside| inside.map().is_some()).unwrap_or(value);
    let list = value.list().or_else(|| inside?.list());
    // Of a lone row that breaks off, anything may be missing.
    let items = list.or_else(|| is_whole.then(|| std::slice::from_ref(lone())))?;
    let members = items.iter().take(TELLING_ROWS).filter_map(Value::map).flatten();
    let mut there: Vec<String> = members.map(|(key, _)| plain(key)).collect();
    there.sort_unstable();
    there.dedup();
    let has = |sign: &str| there.binary_search_by(|name| name.as_str().cmp(sign)).is_ok();
    let by_rows = kind::of(SIGNS, has, name);
    // Without a readable row, what is around the rows can still tell.
    let kind = by_rows.or_else(|| by_context(value)).or_else(|| {
        let is_empty = list.is_some_and(<[_]>::is_empty);
        kind::named(name.filter(|_| is_empty)?)
            .filter(|kind| SIGNS.iter().any(|signs| signs.kind == *kind))
    });
    Some((kind?, items))
}

fn by_context(value: &Value<'_>) -> Option<ExportKind> {
    let context = text(value, "@odata.context")?;
    match plain(context.rsplit(['#', '/']).next()?).as_str() {
        "subscribedskus" => Some(ExportKind::GraphSubscribedSkus),
        "subscriptions" => Some(ExportKind::GraphSubscriptions),
        _ => None,
    }
}

/// Is this one page of several? Graph and Partner Center say so in different ways.
fn has_more_pages(value: &Value<'_>, rows: usize) -> bool {
    let links = value.get_any_case("links");
    let total = text(value, "totalCount").and_then(|total| total.parse::<usize>().ok());
    text(value, "@odata.nextLink").is_some()
        || links.is_some_and(|links| links.get_any_case("next").is_some())
        || total.is_some_and(|total| total > rows)
}
