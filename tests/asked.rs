//! What is asked beside the check of a claim, as it crosses the boundary: the guides, evidence that comes
//! in parts, and the kind of a text.
#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use cpor_preflight::claim::Activity;
use cpor_preflight::code::Code;
use cpor_preflight::describe;
use cpor_preflight::evidence::EvidenceFault;
use cpor_preflight::held::HeldEvidence;
use cpor_preflight::json;
use cpor_preflight::ruleset::Fit;

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "support/world.rs"]
mod world;

use world::world;

/// Each answer decides: another one, and another activity fits, or none.
#[test]
fn the_activity_follows_from_every_answer() {
    let fitting = r#"{"solutionArea":"Business applications","purchaseChannel":"volume-licensing",
        "contribution":"influenced-purchase","seeksPayment":"yes"}"#;
    for (from, to, due) in [
        ("", "", Some(Activity::Presales)),
        ("Business applications", "microsoft-365", None),
        ("volume-licensing", "csp", None),
        ("influenced-purchase", "drives-usage", Some(Activity::Usage)),
        ("\"yes\"", "\"no\"", None),
        (fitting, "null", None),
    ] {
        let answers = fitting.replace(from, to);
        let options = json::parse(r#"{"ruleset":"2020-06"}"#).0;
        let advice = world().advise_activity(&json::parse(&answers).0, &options);
        assert_eq!(advice.activity, due, "{answers}");
    }
}

#[test]
fn the_partner_id_follows_from_accounts_and_situation() {
    let location = r#"{"id":"5357564","kind":"location","enrolled":true,"programs":["Dynamics"]}"#;
    let fast_track =
        r#"{"id":"5357564","kind":"location","enrolled":true,"partnerType":"FRP FastTrack"}"#;
    for (account, context, due) in [
        (location, "null", Fit::Fits),
        (location, r#"{"program":"Dynamics"}"#, Fit::Fits),
        (location, r#"{"program":"Azure"}"#, Fit::DoesNotFit),
        (location, r#"{"fastTrack":true}"#, Fit::Depends),
        (fast_track, r#"{"fastTrack":true}"#, Fit::Fits),
        (fast_track, r#"{"fastTrack":false}"#, Fit::DoesNotFit),
        (fast_track, r#"{"fastTrack":"yes"}"#, Fit::Depends),
    ] {
        let (accounts, context) = (format!("[{account}]"), json::parse(context).0);
        let advice = world().advise_partner_id(&json::parse(&accounts).0, &context);
        let chosen = (due == Fit::Fits).then(|| "5357564".to_owned());
        assert_eq!(advice.ranking.iter().map(|ranked| ranked.fit).collect::<Vec<_>>(), [due]);
        assert_eq!(advice.partner_id, chosen, "{account} {context:?}");
    }
}

/// Evidence in parts is what it is as a whole, whenever it is asked for.
#[test]
fn parts_of_evidence_are_joined() {
    let parts = [
        r#"{"partnerIds":[{"id":"5357564","kind":"location","asOf":"2026-11-01"},{"kind":"location"}]}"#,
        r#"{"partnerIds":[{"id":"5357564","enrolled":true,"asOf":"2026-11-02"}]"#,
    ];
    let mut held = HeldEvidence::default();
    for (part, due) in parts.iter().zip([None, Some(true)]) {
        held.add(part, world().to_ascii, world().today);
        for _ in 0..2 {
            let known = held.joined();
            let enrolled: Vec<_> = known.0.partner_ids.iter().map(|one| one.enrolled).collect();
            assert_eq!(enrolled, [due]);
        }
    }
    let fault = |part, rows: &[usize]| EvidenceFault { part, rows: rows.to_vec() };
    assert_eq!(held.joined().1, [fault("partnerIds", &[2]), fault("evidence", &[])]);
}

/// However many rows cannot be read, it is one thing to mend, with the first rows named.
#[test]
fn a_part_that_cannot_be_read_is_told_once() {
    let told = |count: usize| {
        let rows = vec![r#"{"id":"5357564","enrolled":"perhaps"}"#; count].join(",");
        let text = format!(r#"{{"partnerIds":[{rows}]}}"#);
        let known = world().evidence(&json::parse(&text).0);
        let report = world().check_claim(&json::Value::Null, &known, &json::Value::Null);
        let found = report.findings.iter().filter(|one| one.code == Code::EvidenceMalformed);
        let texts = found.map(|one| serde_json::to_string(&one.params).unwrap());
        texts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(told(1), r#"[["part","partnerIds"],["row","1"],["rows",""]]"#);
    assert_eq!(told(2), r#"[["part","partnerIds"],["row","1"],["rows","1, 2"]]"#);
    assert_eq!(told(9000), r#"[["part","partnerIds"],["row","1"],["rows","1, 2, 3 …"]]"#);
}

#[test]
fn every_question_leaves_a_choice() {
    let all = describe("2020-06");
    for question in all.questions.iter().chain(&all.diagnosis) {
        assert!(question.options.len() > 1, "{}", question.name);
    }
}

#[test]
fn how_certain_a_kind_is() {
    let known = world().evidence(&json::Value::Null);
    for (text, due) in [
        ("null", r#"{"kind":"empty","value":"","confidence":"certain"}"#),
        ("5357564", r#"{"kind":"partner-id","value":"5357564","confidence":"likely"}"#),
        ("123456789012", r#"{"kind":"order-id","value":"123456789012","confidence":"likely"}"#),
        (r#""contoso.com""#, r#"{"kind":"domain","value":"contoso.com","confidence":"certain"}"#),
        ("[]", r#"{"kind":"unknown","value":"","confidence":"likely"}"#),
    ] {
        let identified = world().classify_identifier(&json::parse(text).0, &known);
        assert_eq!(serde_json::to_string(&identified).unwrap(), due, "{text}");
        let confidence = format!(r#""confidence":"{}""#, identified.confidence());
        assert!(due.contains(&confidence), "{text}");
    }
}
