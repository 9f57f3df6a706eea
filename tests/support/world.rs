//! The world of all native tests: Sunday, 2026-11-22, with the real SKU table.

use std::sync::LazyLock;

use cpor_preflight::World;
use cpor_preflight::date::Date;
use cpor_preflight::json;
use cpor_preflight::report::Report;
use cpor_preflight::sku::SkuTable;

/// What the core is told in the tests.
pub fn world() -> World<'static> {
    let today = Date::from_calendar(2026, 11, 22).unwrap();
    World { today, skus: &SKUS, to_ascii: &to_ascii }
}

/// The report on a claim; all three are JSON texts, as they cross the boundary.
pub fn check(world: World<'_>, claim: &str, evidence: &str, options: &str) -> Report {
    let read = |text| json::parse(text).0;
    world.check_claim(&read(claim), &world.evidence(&read(evidence)), &read(options))
}

static SKUS: LazyLock<SkuTable<'static>> =
    LazyLock::new(|| SkuTable::read(include_str!("../../src/facts/skus.csv")));

/// Browsers and Node convert every name; the native tests know the few they use.
fn to_ascii(host: &str) -> Option<String> {
    let ascii = match host.to_lowercase().as_str() {
        "münchen.de" | "xn--mnchen-3ya.de" => "xn--mnchen-3ya.de",
        "straße.de" | "xn--strae-oqa.de" => "xn--strae-oqa.de",
        "日本.jp" | "xn--wgv71a.jp" => "xn--wgv71a.jp",
        _ => return None,
    };
    Some(ascii.to_owned())
}
