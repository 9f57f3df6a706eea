//! Exports cut off at every byte, flipped, shuffled and re-encoded. What is lost is named, and damage
//! never makes a check pass that does not pass on the sound export.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a panic is how a test fails"
)]

use std::path::Path;

use cpor_preflight::evidence::{Evidence, Part};
use cpor_preflight::exports::{Export, ProblemCode};
use cpor_preflight::json;
use serde_json::json;

#[path = "support/passes.rs"]
mod passes;
#[path = "support/world.rs"]
mod world;

use passes::passes;
use world::world;

const CONTOSO: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
const SUBSCRIPTIONS: &str = include_str!("samples/graph-subscriptions.json");
const SKUS: &str = include_str!("samples/graph-subscribed-skus.json");
const FOUND: &str = include_str!("samples/openid-contoso.json");
const NOT_FOUND: &str = include_str!("samples/openid-not-found.json");
const CUSTOMERS: &str = include_str!("samples/partner-center-customers.csv");
const USAGE: &str = include_str!("samples/dynamics-usage-report.csv");
const CLAIMS: &str = include_str!("samples/cpor-usage-report.csv");
const LICENSING: &str = include_str!("samples/sku-reference.csv");
const OPTIONS: &str =
    r#"{"tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6","domain":"contoso.com"}"#;

/// At every byte: the break is said, what was read before it is part of what the whole says, and
/// no check passes that does not pass on the whole.
#[test]
fn texts_that_break_off() {
    // In Graph's order: the plans come last.
    let subscription = r#"{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a04","status":"Enabled",
        "skuId":"749742bf-0d37-4158-a120-33567104deeb","serviceStatus":[
            {"provisioningStatus":"Success"},{"provisioningStatus":"PendingProvisioning"}]}"#;
    let sku = json!({
        "accountId": CONTOSO,
        "capabilityStatus": "Enabled",
        "servicePlans": [{ "provisioningStatus": "Success" }],
        "skuId": "1e1a282c-9c54-43a2-9310-98ef728faace",
        "subscriptionIds": [
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a04",
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
        ],
    });
    let malformed = NOT_FOUND.split("90002").collect::<Vec<_>>().join("900023");
    let government = format!(
        r#"{{"issuer":"https://login.microsoftonline.com/{CONTOSO}/v2.0",
            "tenant_region_scope":"NA","tenant_region_sub_scope":"DODCON","x":1}}"#
    );
    let mut faults = Vec::new();
    for (name, text) in [
        ("subscriptions", SUBSCRIPTIONS),
        ("subscribed SKUs", SKUS),
        ("a tenant", FOUND),
        ("an unknown domain", NOT_FOUND),
        ("a malformed domain", &malformed),
        ("a government tenant", &government),
        ("a lone subscription", subscription),
        ("a lone SKU", &sku.to_string()),
    ] {
        let options = format!(r#"{{"tenantId":"{CONTOSO}","domain":"contoso.com"}}"#);
        let whole = read(text, &options);
        let passes = passes(&whole.evidence);
        let mut found = Vec::new();
        for cut in (0..text.trim_end().len()).filter(|cut| text.is_char_boundary(*cut)) {
            let export = read(&text[..cut], &options);
            let is_said = export.problems.iter().any(|problem| {
                matches!(
                    problem.code,
                    ProblemCode::Truncated | ProblemCode::NotJson | ProblemCode::NotRecognised
                )
            });
            if !is_said {
                found.push((cut, "is not said to break off".to_owned()));
            }
            found.extend(beyond(&export.evidence, &whole.evidence).map(|what| (cut, what)));
            if !export.evidence.subscriptions.is_empty() {
                let more = self::passes(&export.evidence);
                let gained = more.into_iter().filter(|pass| !passes.contains(pass));
                found.extend(gained.map(|pass| (cut, format!("passes {pass}"))));
            }
        }
        if let Some((cut, what)) = found.first() {
            let end = &text[cut.saturating_sub(60)..*cut];
            let count = found.len();
            faults.push(format!("{name}: {what}, in {count} places, first after …{end}"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Five hundred damaged exports over all kinds: bytes flipped, dropped, put in and moved, texts cut
/// and encoded anew. None is refused with a panic, none makes a check pass that the whole one does
/// not, and where something is missing, something is said.
#[test]
fn damaged_exports() {
    let mut random = Random(0x2026_1122);
    let wholes = wholes();
    let mut faults = Vec::new();
    for number in 0..500 {
        let (name, text) = &wholes[number % wholes.len()];
        let whole = read(text, OPTIONS);
        let (damage, bytes) = damaged(text, &mut random);
        if is_cut_between_rows(text, &bytes) {
            continue;
        }
        let export = read(&bytes, OPTIONS);
        let passes_before = passes(&whole.evidence);
        for pass in passes(&export.evidence).iter().filter(|pass| !passes_before.contains(pass)) {
            faults.push(format!("{name} {number} ({damage}): passes {pass}"));
        }
        if records(&export.evidence) < records(&whole.evidence)
            && export.problems.len() <= whole.problems.len()
        {
            faults.push(format!("{name} {number} ({damage}): a loss is not said"));
        }
        let again = serde_json::to_string(&export.evidence).unwrap();
        let (evidence, found) = Evidence::read(&json::parse(&again).0, world().to_ascii);
        assert_eq!(evidence.clone().joined(), export.evidence.joined(), "is not read as written");
        assert!(found.is_empty() || !export.problems.is_empty(), "{found:?}");
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// Every sample, cut at every 64th byte, and every 64th byte of it gone or another: that something is
/// wrong is said wherever something is lost, nothing passes that does not pass on the whole, and nothing
/// is read as another kind.
#[test]
fn every_sample_damaged_throughout() {
    let mut faults = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    for path in paths.filter(|path| path.is_file()) {
        let bytes = std::fs::read(&path).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let whole = read(&bytes, OPTIONS);
        let passes_before = passes(&whole.evidence);
        for at in (0..bytes.len()).step_by(64) {
            let mut gone = bytes.clone();
            gone.remove(at);
            let mut other = bytes.clone();
            other[at] ^= 0x55;
            for (damage, damaged) in
                [("cut", bytes[..at].to_vec()), ("a byte gone", gone), ("a byte changed", other)]
            {
                let export = read(&damaged, OPTIONS);
                let passes = passes(&export.evidence);
                let gained = passes.iter().find(|pass| !passes_before.contains(pass));
                let kind = export.kind.name();
                let is_other =
                    kind != whole.kind.name() && !matches!(kind, "unknown" | "not-evidence");
                let is_lost = records(&export.evidence) < records(&whole.evidence);
                let is_said = export.problems.len() > whole.problems.len()
                    || export.problems.iter().any(|one| !whole.problems.contains(one));
                if let Some(gained) = gained {
                    faults.push(format!("{name} {at} {damage}: passes {gained}"));
                }
                if is_other {
                    faults.push(format!("{name} {at} {damage}: {kind}"));
                }
                if is_lost && !is_said && !is_cut_between_rows(&text, &damaged) {
                    faults.push(format!("{name} {at} {damage}: a loss is not said"));
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

/// A large export of Graph cut at every kilobyte: what came before is read, and the break is said.
#[test]
fn a_large_export_cut_at_every_kilobyte() {
    let whole: serde_json::Value = serde_json::from_str(SUBSCRIPTIONS).unwrap();
    let first = whole["value"][0].clone();
    let rows: Vec<_> = (0..300)
        .map(|number| {
            let mut row = first.clone();
            row["id"] = format!("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e{number:04x}").into();
            row
        })
        .collect();
    let text = json!({ "value": rows }).to_string();
    for cut in (0..text.len()).step_by(1024) {
        let export = read(&text[..cut], OPTIONS);
        let complete = text[..cut].matches("\"totalLicenses\"").count();
        let rows = export.evidence.subscriptions.len();
        assert!(rows <= complete && rows + 1 >= complete, "{cut}: {rows} of {complete}");
        assert!(!export.problems.is_empty(), "{cut}");
        assert!(rows == 0 || export.evidence.lost.has(Part::Subscriptions), "{cut}");
    }
}

/// An export of every kind, large enough to lose something.
fn wholes() -> Vec<(&'static str, String)> {
    let heading = USAGE.lines().next().unwrap();
    let usage = [
        (
            "01",
            "Active",
            "DYN365_ENTERPRISE_SALES",
            "1e1a282c-9c54-43a2-9310-98ef728faace",
            "Volume Licensing,Enterprise Agreement",
        ),
        (
            "02",
            "In Grace Period",
            "DYN365_FINANCE",
            "55c9eb4e-c746-45b4-b255-9ab6b19d5c62",
            "Web Direct,Direct",
        ),
        (
            "03",
            "Active",
            "DYN365_BUSCENTRAL_ESSENTIAL",
            "2880026b-2b0c-4251-8656-5d41ff11e3aa",
            "CSP,Direct",
        ),
        (
            "04",
            "Closed",
            "DYN365_ENTERPRISE_CUSTOMER_SERVICE",
            "749742bf-0d37-4158-a120-33567104deeb",
            "Volume Licensing,Enterprise Agreement",
        ),
        ("05", "Active", "SPE_E5", "06ebc4ee-1bb5-47dd-8120-11324bc54e06", "Web Direct,Direct"),
        (
            "06",
            "Disabled",
            "D365_SALES_PRO",
            "be9f9771-1c64-4618-9907-244325141096",
            "Volume Licensing,Enterprise Agreement",
        ),
    ];
    let usage = usage.map(|(number, status, part_number, sku, sales)| {
        format!(
            "4391507,0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a{number},2025-11-03,2027-11-03,{status},\
             2026-10-01,Dynamics,Apps,{part_number},{sku},Paid,{sales},\"Contoso, GmbH\",{CONTOSO},\
             123456,Enterprise,Germany,Manufacturing,\"Machines\nand tools\",,5357564,Northwind,\
             München,CPOR,40,36,31,4,77.5\r\n"
        )
    });
    let customers: String = ["contoso", "fabrikam", "northwind", "tailspin", "wingtip"]
        .iter()
        .enumerate()
        .map(|(number, name)| {
            let id = if number == 0 {
                CONTOSO.to_owned()
            } else {
                format!("7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5{number}")
            };
            format!("{id},\"{name}, Inc.\",{name}.com,Cloud Reseller\n")
        })
        .collect();
    let claims: String = ["Teams", "Exchange", "SharePoint", "Intune"]
        .iter()
        .map(|workload| format!("{CONTOSO},Contoso,{workload},212,300,CL-{workload},5357564,2026-03-02,CPOR,2026-10-31\n"))
        .collect();
    let own = ["01", "03", "06"].map(|number| {
        json!({
            "id": format!("0B6F4C1E-2D83-47AA-9F10-6C2F8D1E5A{number}"),
            "offerId": "CFQ7TTC0HD3L:0001:CFQ7TTC0K6KX",
            "offerName": "Dynamics 365",
            "billingCycle": "monthly",
            "creationDate": "2026-02-14T16:57:15.0966728Z",
            "commitmentEndDate": "2027-02-13T00:00:00Z",
            "status": "active",
        })
    });
    let own = json!({ "totalCount": own.len(), "items": own }).to_string();
    let first = |text: &str| format!("{}\n", text.lines().next().unwrap());
    vec![
        ("subscriptions", SUBSCRIPTIONS.to_owned()),
        ("subscribed SKUs", SKUS.to_owned()),
        ("tenant", FOUND.to_owned()),
        ("no tenant", NOT_FOUND.to_owned()),
        ("customers", first(CUSTOMERS) + &customers),
        ("own subscriptions", own),
        ("usage", format!("{heading}\r\n{}", usage.concat())),
        ("claims", first(CLAIMS) + &claims),
        ("licensing", LICENSING.to_owned()),
    ]
}

fn damaged(text: &str, random: &mut Random) -> (&'static str, Vec<u8>) {
    let mut bytes = text.as_bytes().to_vec();
    let wide = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
    let at = random.below(bytes.len());
    let damage = match random.below(8) {
        0 | 1 => {
            bytes.truncate(at);
            "cut"
        }
        2 => {
            let end = (at + 1 + random.below(LONGEST_PIECE)).min(bytes.len());
            bytes.drain(at..end);
            "a piece lost"
        }
        3 => {
            let end = (at + 1 + random.below(LONGEST_PIECE)).min(bytes.len());
            let piece: Vec<u8> = bytes.drain(at..end).collect();
            let to = random.below(bytes.len() + 1);
            bytes.splice(to..to, piece);
            "a piece moved"
        }
        4 => {
            bytes = text.chars().map(|character| character as u32 as u8).collect();
            flip(&mut bytes, random);
            "Latin-1, flipped"
        }
        5 => {
            let mark = [&b""[..], b"\xff\xfe"][random.below(2)];
            bytes = [mark, &wide(u16::to_le_bytes)].concat();
            flip(&mut bytes, random);
            "UTF-16LE, flipped"
        }
        6 => {
            bytes = [&b"\xfe\xff"[..], &wide(u16::to_be_bytes)].concat();
            let end = random.below(bytes.len());
            bytes.truncate(end);
            "UTF-16BE, cut"
        }
        _ => {
            flip(&mut bytes, random);
            "flipped"
        }
    };
    (damage, bytes)
}

/// Shorter than a row: a longer gap can make one sound row out of two, and nothing shows that.
const LONGEST_PIECE: usize = 20;

/// One to four bytes changed, dropped or put in.
fn flip(bytes: &mut Vec<u8>, random: &mut Random) {
    for _ in 0..=random.below(4) {
        let at = random.below(bytes.len());
        let sign = b"\"{}[],:;\\ \0x0\n\r"[random.below(15)];
        match random.below(5) {
            0 => bytes[at] = sign,
            1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
            2 => bytes[at] ^= 1 << random.below(8),
            3 => drop(bytes.remove(at)),
            _ => bytes.insert(at, sign),
        }
    }
}

/// Rows that are gone as a whole from the end of a table leave no trace.
fn is_cut_between_rows(text: &str, bytes: &[u8]) -> bool {
    let rest = |whole: &[u8]| whole.starts_with(bytes) && bytes.len() < whole.len();
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    (rest(text.as_bytes()) && bytes.ends_with(b"\n"))
        || (bytes.get(2..).is_some_and(|bytes| wide.starts_with(bytes)) && bytes.ends_with(b"\0\n"))
}

/// How many records there are, domains counted apart.
fn records(evidence: &Evidence) -> usize {
    let domains: usize = evidence.tenants.iter().map(|tenant| tenant.domains.len()).sum();
    domains
        + evidence.tenants.len()
        + evidence.subscriptions.len()
        + evidence.unresolved_domains.len()
        + evidence.partner_ids.len()
        + evidence.associations.len()
        + evidence.skus.len()
}

#[test]
fn the_helpers_see_what_is_wrong() {
    let whole = read(SUBSCRIPTIONS, "null").evidence;
    let mut more = whole.clone();
    more.subscriptions[0].status = cpor_preflight::vocabulary::SubscriptionStatus::InGrace;
    assert_eq!(beyond(&whole, &whole).count(), 0);
    assert_eq!(beyond(&more, &whole).count(), 1);
    assert_eq!(beyond(&whole, &Evidence::default()).count(), 6);
    assert!(passes(&whole).contains(&"01 subscription-dynamics".to_owned()));
    assert!(!passes(&whole).contains(&"05 subscription-dynamics".to_owned()));
}

/// What the part says that the whole does not.
fn beyond<'e>(part: &'e Evidence, whole: &'e Evidence) -> impl Iterator<Item = String> + 'e {
    let subscriptions = part.subscriptions.iter().filter(|one| {
        // Less may be known of a subscription, but nothing else.
        let is_within = |two: &serde_json::Value| {
            let one = serde_json::to_value(one).unwrap();
            let known = one.as_object().unwrap();
            known.iter().all(|(key, value)| {
                two.get(key) == Some(value) || value == "unknown" || key == "excerpt"
            })
        };
        !whole.subscriptions.iter().any(|two| is_within(&serde_json::to_value(two).unwrap()))
    });
    let tenants = part.tenants.iter().filter(|one| {
        !whole.tenants.iter().any(|two| {
            two.tenant_id == one.tenant_id
                && one.domains.iter().all(|domain| two.domains.contains(domain))
                && (one.cloud.is_none() || one.cloud == two.cloud)
        })
    });
    let unresolved = part
        .unresolved_domains
        .iter()
        .filter(|one| !whole.unresolved_domains.iter().any(|two| one.reason == two.reason));
    subscriptions
        .map(|one| format!("says {one:?}"))
        .chain(tenants.map(|one| format!("says {one:?}")))
        .chain(unresolved.map(|one| format!("says {one:?}")))
}

fn read(text: impl AsRef<[u8]>, options: &str) -> Export {
    world().read_evidence(text, &json::parse(options).0)
}

/// xorshift: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % end as u64).unwrap()
    }
}
