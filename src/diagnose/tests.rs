//! Tables of cases, and properties over enumerated evidence and answers.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::*;
use crate::World;
use crate::claim::PurchaseChannel;
use crate::code::Code;
use crate::date::Date;
use crate::json::{self, Value};
use crate::report::Outcome;
use crate::sku::SkuTable;
use crate::testing::{CONTOSO, claim_with, subscription};

const OTHER: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";
const SALES: &str = r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace""#;
const TEAMS_ROOMS: &str = r#""skuId":"6070a4c8-34c6-4937-8dfb-39bbc6397a60""#;
const POWER_BI: &str = r#""skuPartNumber":"POWER_BI_PRO""#;
const ON_TENANT: &str = r#""tenantId":"3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6""#;
const ELSEWHERE: &str = r#""tenantId":"7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f""#;
const OWNER: &str = r#""ownerTenantId":"7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f""#;

type Answer = (DiagnosisQuestion, &'static str);
/// Changes to the claim, members of the record, answers, and the expected summary.
type Row<'r> = (&'r [(&'r str, &'r str)], &'r [&'r str], &'r str, &'r str);

#[test]
fn statuses_and_next_questions() {
    let nothing: &[(&str, &str)] = &[("purchaseChannel", ""), ("competingPartner", "")];
    let rows: &[Row<'_>] = &[
        (
            nothing,
            &[],
            "",
            "csp? id? provisioned? dynamics? tenant? claimed? active? -> listing (graph-subscriptions graph-subscribed-skus)",
        ),
        (
            &[
                ("purchaseChannel", ""),
                ("competingPartner", ""),
                ("subscriptionId", "CFQ7TTC0LH18:0001:CFQ7TTC0K971"),
            ],
            &[],
            "",
            "id! csp? provisioned? dynamics? tenant? claimed? active? -> listing (graph-subscriptions graph-subscribed-skus)",
        ),
        (
            nothing,
            &[SALES, ON_TENANT, OWNER, r#""provisioning":"provisioned""#],
            "",
            "csp~ claimed? id- provisioned- dynamics- tenant- active- -> channel (partner-center-subscriptions)",
        ),
        // The answer in the form is older than the sign, and the one given here is about the sign.
        (
            &[("purchaseChannel", "volume-licensing")],
            &[SALES, ON_TENANT, OWNER, r#""provisioning":"provisioned""#],
            "",
            "csp~ id- provisioned- dynamics- tenant- claimed* active- -> channel (partner-center-subscriptions)",
        ),
        (
            &[],
            &[SALES, ON_TENANT, OWNER, r#""provisioning":"provisioned""#],
            r#"{"channel":"volume-licensing"}"#,
            "csp* id- provisioned- dynamics- tenant- claimed* active-",
        ),
        (
            nothing,
            &[SALES, r#""provisioning":"pending""#, r#""channel":"csp""#],
            "",
            "csp! provisioned! tenant? claimed? id- dynamics- active- -> listing (graph-subscribed-skus)",
        ),
        (
            nothing,
            &[r#""createdOn":"2026-11-18""#, POWER_BI, ON_TENANT],
            "",
            "provisioned~ dynamics~ csp? claimed? id- tenant- active- -> listing ()",
        ),
        (
            nothing,
            &[],
            r#"{"listing":"not-listed","source":"order","channel":"CSP","holder":"colleague"}"#,
            "csp+ id+ tenant+ claimed+ provisioned* dynamics* active*",
        ),
        (
            &[("purchaseChannel", "web-direct"), ("competingPartner", "yes")],
            &[],
            r#"{"listing":"dynamics-not-set-up","source":"csp-list"}"#,
            "csp+ provisioned+ claimed~ id* dynamics* tenant* active*",
        ),
        (
            nothing,
            &[],
            r#"{"listing":"unknown","source":"unknown","channel":"unknown","holder":"unknown"}"#,
            "csp? id? provisioned? dynamics? tenant? claimed? active?",
        ),
        (
            nothing,
            &[],
            r#"{"listing":"unknown","source":7,"colour":"red"}"#,
            "csp? id? provisioned? dynamics? tenant? claimed? active? -> channel (partner-center-subscriptions)",
        ),
    ];
    let summary = |found: &Diagnosed| {
        let mark = match (found.status, found.basis) {
            (CauseStatus::Confirmed, CauseBasis::Evidence) => '!',
            (CauseStatus::Confirmed, _) => '+',
            (CauseStatus::Possible, CauseBasis::Sign) => '~',
            (CauseStatus::Possible, _) => '?',
            (CauseStatus::RuledOut, CauseBasis::Evidence) => '-',
            (CauseStatus::RuledOut, _) => '*',
        };
        format!("{}{mark}", short(found.cause))
    };
    for (claim, record, answers, expected) in rows {
        let evidence = if record.is_empty() { "{}".to_owned() } else { subscription(record) };
        let diagnosis = diagnosed(&claim_with(claim), &evidence, answers);
        let mut line = diagnosis.causes.iter().map(summary).collect::<Vec<_>>().join(" ");
        if let Some(NextQuestion { id, exports }) = diagnosis.next_question {
            line += &format!(" -> {} ({})", id.name(), exports.join(" "));
        }
        assert_eq!(line, *expected, "{claim:?} {record:?} {answers}");
    }
}

/// A cause that an answer confirms has the finding that the report would have. A cause that is
/// ruled out has none.
#[test]
fn answers_determine_the_finding() {
    let open: &[(&str, &str)] = &[("purchaseChannel", ""), ("competingPartner", "")];
    for (answers, cause, due) in [
        (r#"{"channel":"csp"}"#, Cause::Csp, "subscription-csp certainty=certain"),
        (r#"{"channel":"web-direct"}"#, Cause::Csp, ""),
        (r#"{"source":"order"}"#, Cause::WrongId, "subscription-id-wrong-kind kind=order-id"),
        (
            r#"{"source":"tenant-details"}"#,
            Cause::WrongId,
            "subscription-id-wrong-kind kind=tenant-id",
        ),
        (r#"{"source":"product-list"}"#, Cause::WrongId, "subscription-id-wrong-kind kind=sku-id"),
        (
            r#"{"listing":"dynamics-not-set-up"}"#,
            Cause::NotProvisioned,
            "subscription-not-provisioned provisioning=pending",
        ),
        (r#"{"listing":"dynamics-in-use"}"#, Cause::NotProvisioned, ""),
        (r#"{"listing":"other-product"}"#, Cause::NotDynamics, "subscription-not-dynamics"),
        (r#"{"listing":"not-listed"}"#, Cause::NotOnTenant, "product-not-on-tenant"),
        (r#"{"holder":"colleague"}"#, Cause::AlreadyClaimed, "subscription-already-claimed by=us"),
        (
            r#"{"listing":"inactive"}"#,
            Cause::NotActive,
            "subscription-not-active status=expired successor=",
        ),
        (r#"{"holder":"other-partner"}"#, Cause::AlreadyClaimed, ""),
        (r#"{"holder":"nobody"}"#, Cause::AlreadyClaimed, ""),
    ] {
        let diagnosis = diagnosed(&claim_with(open), "{}", answers);
        let found = of(&diagnosis, cause).finding.as_ref();
        let text = found.map(|finding| {
            let params = finding.params.iter().map(|(key, value)| {
                let value = serde_json::to_value(value).unwrap();
                format!(" {key}={}", value.as_str().unwrap())
            });
            format!("{}{}", finding.code.name(), params.collect::<String>())
        });
        assert_eq!(text.unwrap_or_default(), due, "{answers}");
    }
}

/// A finding of the report stays while the cause is possible and disappears when it is ruled out.
#[test]
fn an_answer_outweighs_a_sign() {
    let open: &[(&str, &str)] = &[("purchaseChannel", "")];
    let evidence = subscription(&[SALES, ON_TENANT, OWNER]);
    for (answers, is_reported) in [("", true), (r#"{"channel":"web-direct"}"#, false)] {
        let diagnosis = diagnosed(&claim_with(open), &evidence, answers);
        let csp = of(&diagnosis, Cause::Csp);
        assert_eq!(csp.finding.is_some(), is_reported, "{answers} {csp:?}");
    }
    let malformed = claim_with(&[("subscriptionId", "0b6f4c1e-2d83-47aa-9f10")]);
    let diagnosis = diagnosed(&malformed, "{}", "");
    assert_eq!(of(&diagnosis, Cause::WrongId).code, Code::SubscriptionIdMalformed);
    let wrong = claim_with(&[("subscriptionId", "CFQ7TTC0LH18:0001:CFQ7TTC0K971")]);
    let diagnosis = diagnosed(&wrong, "{}", "");
    assert_eq!(of(&diagnosis, Cause::WrongId).code, Code::SubscriptionIdWrongKind);
}

/// Without the status, the end of the term is only a sign.
#[test]
fn an_inactive_subscription_is_a_cause() {
    for (status, due) in [
        (r#""status":"suspended""#, (CauseStatus::Confirmed, CauseBasis::Evidence)),
        (r#""status":"expired""#, (CauseStatus::Confirmed, CauseBasis::Evidence)),
        (r#""status":"in-grace""#, (CauseStatus::RuledOut, CauseBasis::Evidence)),
        (r#""status":"active","endsOn":"2026-01-01""#, (CauseStatus::Possible, CauseBasis::Sign)),
        (r#""status":"unknown""#, (CauseStatus::Possible, CauseBasis::Open)),
    ] {
        let diagnosis = diagnosed(&claim_with(&[]), &subscription(&[status]), "");
        let found = of(&diagnosis, Cause::NotActive);
        assert_eq!((found.status, found.basis), due, "{status}");
    }
}

/// What was typed rules nothing out where the evidence is there and could not be read.
#[test]
fn what_was_typed_does_not_outweigh_an_export() {
    for (members, cause, is_out) in [
        (r#""productName":"Sales""#, Cause::Csp, true),
        (r#""channel":[]"#, Cause::Csp, false),
        (r#""ownerTenantId":true"#, Cause::Csp, false),
        (r#""productName":"Sales""#, Cause::AlreadyClaimed, true),
        (r#""claimedBy":"partner""#, Cause::AlreadyClaimed, false),
        (r#""claimedBy":true"#, Cause::AlreadyClaimed, false),
    ] {
        let diagnosis = diagnosed(&claim_with(&[]), &subscription(&[members]), "");
        let status = of(&diagnosis, cause).status;
        let due = if is_out { CauseStatus::RuledOut } else { CauseStatus::Possible };
        assert_eq!(status, due, "{cause:?} {members}");
    }
}

/// A subscription that is being set up is a sign, and one that has been in use for long is not.
#[test]
fn signs_of_a_subscription_that_is_being_set_up() {
    for (members, due) in [
        (r#""status":"pending""#, CauseBasis::Sign),
        (r#""status":"active""#, CauseBasis::Open),
        (r#""status":"active","createdOn":"2026-11-22""#, CauseBasis::Sign),
        (r#""status":"active","createdOn":"2026-11-23""#, CauseBasis::Open),
        (r#""status":"active","createdOn":"2025-11-22""#, CauseBasis::Open),
    ] {
        let diagnosis = diagnosed(&claim_with(&[]), &subscription(&[members]), "");
        assert_eq!(of(&diagnosis, Cause::NotProvisioned).basis, due, "{members}");
    }
}

#[test]
fn a_list_without_the_subscription_points_to_tenant_and_identifier() {
    let evidence = format!(r#"{{"subscriptions":[{{"id":"{OTHER}",{ON_TENANT},{SALES}}}]}}"#);
    let diagnosis = diagnosed(&claim_with(&[]), &evidence, "");
    let signs = diagnosis.causes.iter().filter(|found| found.basis == CauseBasis::Sign);
    assert_eq!(signs.map(|found| short(found.cause)).collect::<Vec<_>>(), ["id", "tenant"]);
}

#[test]
fn an_earlier_claim_counts_where_the_rule_set_says_so() {
    with_world(|world| {
        let read = |text| json::parse(text).0;
        let evidence = subscription(&[r#""claimedBy":"other-partner""#]);
        let (evidence, _) = world.evidence(&read(&evidence));
        let claim = claim_with(&[]);
        let claim = read(&claim);
        let (claim, _) = crate::claim::Claim::read(&claim);
        for rules in crate::ruleset::RULESETS {
            let reference = crate::classify::ReferenceData {
                evidence: &evidence,
                skus: world.skus,
                to_ascii: world.to_ascii,
            };
            let facts = Facts::read(&claim, Some(*rules), world.today, reference, &mut Vec::new());
            let diagnosis = diagnose(facts, Answers::default());
            let found = of(&diagnosis, Cause::AlreadyClaimed);
            let is_reason = rules.subscription_error.contains(&Cause::AlreadyClaimed.code());
            let expected = if is_reason {
                (CauseStatus::Confirmed, CauseBasis::Evidence)
            } else {
                (CauseStatus::RuledOut, CauseBasis::Rules)
            };
            assert_eq!((found.status, found.basis), expected, "{}", rules.id);
            let codes: Vec<Code> = Cause::ALL.iter().map(|cause| cause.code()).collect();
            assert!(rules.subscription_error.iter().all(|code| codes.contains(code)));
        }
    });
}

/// Diagnosis and report never disagree: fail means confirmed and pass means ruled out, over every
/// combination of what a record and a claim can state. For the identifier, a pass proves only the
/// form.
#[test]
fn diagnosis_and_report_agree() {
    with_world(|world| {
        let mut seen = 0;
        for_every_evidence(&mut |claim, evidence| {
            let claim = json::parse(claim).0;
            let evidence = world.evidence(&json::parse(evidence).0);
            let options = json::parse(r#"{"ruleset":"2020-06"}"#).0;
            let report = world.check_claim(&claim, &evidence, &options);
            let diagnosis = world.diagnose_subscription(&claim, &evidence, &options);
            for cause in Cause::ALL {
                let check = report.checks.iter().find(|check| check.id == cause.check());
                let outcome = check.unwrap().outcome;
                let status = of(&diagnosis, *cause).status;
                let where_ = format!("{cause:?} {outcome:?} {status:?} {claim:?} {evidence:?}");
                let confirmed = status == CauseStatus::Confirmed;
                let by_word = of(&diagnosis, *cause).basis == CauseBasis::Answer;
                assert!(confirmed == (outcome == Outcome::Fail) || by_word, "{where_}");
                let is_out = status == CauseStatus::RuledOut;
                if *cause == Cause::WrongId {
                    assert!(!is_out || outcome == Outcome::Pass, "{where_}");
                } else {
                    assert!(is_out == (outcome == Outcome::Pass) || by_word, "{where_}");
                }
                seen += 1;
            }
        });
        assert!(seen > 20_000, "{seen}");
    });
}

/// From every state that evidence and claim can lead to, along every sequence of answers.
#[test]
fn answering_ends_after_at_most_four_questions() {
    with_world(|world| {
        let mut starts = BTreeMap::new();
        for_every_evidence(&mut |claim, evidence| {
            let read = world.evidence(&json::parse(evidence).0);
            let found =
                world.diagnose_subscription(&json::parse(claim).0, &read, &named(Vec::new()));
            let statuses = found.causes.iter().map(|c| (c.cause as u8, c.status, c.basis));
            let key = (statuses.collect::<Vec<_>>(), found.answered.len());
            starts.entry(key).or_insert((claim.to_owned(), evidence.to_owned()));
        });
        assert!(starts.len() > 100, "{}", starts.len());
        for (claim, evidence) in starts.values() {
            let claim = json::parse(claim).0;
            let read = world.evidence(&json::parse(evidence).0);
            let ask = |answers: &[Answer]| {
                let text = |text: &'static str| Value::Text(text.into());
                let members = answers.iter().map(|(id, answer)| (id.name().into(), text(answer)));
                let options = named(vec![("answers".into(), Value::Map(members.collect()))]);
                world.diagnose_subscription(&claim, &read, &options)
            };
            follow(&ask, &ask(&[]), &[]);
        }
    });
}

fn follow(ask: &dyn Fn(&[Answer]) -> Diagnosis, now: &Diagnosis, answers: &[Answer]) {
    let count = |status| now.causes.iter().filter(|found| found.status == status).count();
    let possible = count(CauseStatus::Possible);
    let at = format!("{answers:?} {:?}", now.causes);
    assert_eq!(now.causes.len(), Cause::ALL.len(), "{at}");
    for cause in Cause::ALL {
        assert_eq!(now.causes.iter().filter(|found| found.cause == *cause).count(), 1, "{at}");
    }
    assert!(now.causes.is_sorted_by_key(|found| found.status), "{at}");
    assert!(answers.len() <= DiagnosisQuestion::ALL.len(), "{at}");
    // Another partner's claim on the product is no certain answer either.
    let is_open = |answer: &str| matches!(answer, "unknown" | "other-partner");
    let is_held = now.answered.iter().any(|one| one.answer == "other-partner");
    // The report says of the channel what no answer changes.
    let is_bought_elsewhere = of(now, Cause::Csp).is_reported_by(Code::ChannelNotEligible);
    let cannot_say =
        is_held || is_bought_elsewhere || answers.iter().any(|(_, answer)| is_open(answer));
    let expected = match (count(CauseStatus::Confirmed), possible) {
        (0, 0) => Conclusion::Unexplained,
        (0, _) if now.next_question.is_some() => Conclusion::Asking,
        (0, _) => Conclusion::Undecided,
        _ => Conclusion::Explained,
    };
    assert_eq!(now.conclusion, expected, "{at}");
    let Some(NextQuestion { id, .. }) = &now.next_question else {
        assert!(possible == 0 || cannot_say, "{at}");
        return;
    };
    assert!(answers.iter().all(|(asked, _)| asked != id), "asked twice: {at}");
    for answer in id.answers() {
        let more: Vec<_> = answers.iter().copied().chain([(*id, *answer)]).collect();
        let next = ask(&more);
        let mut settled = 0;
        for before in &now.causes {
            let after = of(&next, before.cause);
            match before.status {
                CauseStatus::Possible => {
                    settled += usize::from(after.status != CauseStatus::Possible);
                }
                CauseStatus::Confirmed => {
                    assert_eq!(after.status, before.status, "{at} {answer}")
                }
                CauseStatus::RuledOut => {
                    let is_same = after.status == before.status;
                    assert!(is_same || before.basis == CauseBasis::Answer, "{at} {answer}");
                }
            }
        }
        assert!(settled > 0 || is_open(answer), "{answer} settles nothing: {at}");
        follow(ask, &next, &more);
    }
}

/// In every possible world, whatever part of the truth is known, everything confirmed is true and
/// everything ruled out is false. So learning more of the truth never turns one into the other.
#[test]
fn truth_is_never_contradicted() {
    use SubscriptionListing as L;
    with_world(|world| {
        for listing in [L::DynamicsInUse, L::DynamicsNotSetUp, L::OtherProduct, L::NotListed] {
            for source in IdentifierSource::ALL {
                for channel in ["volume-licensing", "csp"] {
                    let is_wrong = source.kind().is_some();
                    let contradicts = *source == IdentifierSource::CspList && channel != "csp";
                    if contradicts || *source == IdentifierSource::Unknown {
                        continue;
                    }
                    for holder in ["nobody", "colleague", "other-partner"] {
                        let truths = [
                            channel == "csp",
                            is_wrong,
                            listing == L::DynamicsNotSetUp,
                            listing == L::OtherProduct,
                            listing == L::NotListed,
                            holder != "nobody",
                            false,
                        ];
                        let answers = [listing.name(), source.name(), channel, holder];
                        every_part_of_the_truth(world, truths, answers);
                    }
                }
            }
        }
    });
}

fn every_part_of_the_truth(world: World<'_>, truths: [bool; 7], answers: [&str; 4]) {
    let [csp, is_wrong, not_set_up, other_product, not_listed, claimed, _] = truths;
    let [_, _, channel, holder] = answers;
    let by = if holder == "colleague" { "us" } else { "other-partner" };
    let members = [
        (if not_listed { ELSEWHERE } else { ON_TENANT }).to_owned(),
        (if other_product { TEAMS_ROOMS } else { SALES }).to_owned(),
        if csp { OWNER.to_owned() } else { String::new() },
        format!(r#""channel":"{channel}""#),
        format!(r#""provisioning":"{}""#, if not_set_up { "pending" } else { "provisioned" }),
        if claimed { format!(r#""claimedBy":"{by}""#) } else { String::new() },
    ];
    let names = ["listing", "source", "channel", "holder"];
    for shown in 0..1_usize << 6 {
        // A wrong identifier is in no list, so nothing else can be known about it.
        let is_empty = (0..6).any(|bit| shown >> bit & 1 == 1 && members[bit].is_empty());
        if is_empty || (is_wrong && shown > 0) {
            continue;
        }
        let members_shown =
            (0..6).filter(|bit| shown >> bit & 1 == 1).map(|bit| members[bit].as_str());
        let members_shown: Vec<&str> = members_shown.collect();
        let evidence = if shown == 0 { "{}".into() } else { subscription(&members_shown) };
        let evidence = world.evidence(&json::parse(&evidence).0);
        for answered in 0..1_usize << 5 {
            let given = (0..4).filter(|bit| answered >> bit & 1 == 1);
            let given = given.map(|bit| format!(r#""{}":"{}""#, names[bit], answers[bit]));
            let options = format!(
                r#"{{"ruleset":"2020-06","answers":{{{}}}}}"#,
                given.collect::<Vec<_>>().join(",")
            );
            let in_form = if answered >> 4 == 1 { channel } else { "" };
            let claim = claim_with(&[("purchaseChannel", in_form), ("competingPartner", "")]);
            let claim = json::parse(&claim).0;
            let options = json::parse(&options).0;
            let diagnosis = world.diagnose_subscription(&claim, &evidence, &options);
            for (cause, is_true) in Cause::ALL.iter().zip(truths) {
                let status = of(&diagnosis, *cause).status;
                let wrong = if is_true { CauseStatus::RuledOut } else { CauseStatus::Confirmed };
                assert_ne!(
                    status, wrong,
                    "{cause:?} {truths:?} {answers:?} {claim:?} {options:?} {evidence:?}"
                );
            }
            if answered & 0b1111 == 0b1111 {
                assert_eq!(diagnosis.next_question, None);
                let mut causes = diagnosis.causes.iter();
                let may_be = |cause| cause == Cause::AlreadyClaimed && holder == "other-partner";
                assert!(causes.all(|c| c.status != CauseStatus::Possible || may_be(c.cause)));
            }
        }
    }
}

/// The customer is asked exactly for what is open or has to be fixed.
#[test]
fn the_customer_is_asked_for_what_is_open() {
    let asked = |claim: &[(&str, &str)], record: &[&str], answers: &str| {
        let evidence = if record.is_empty() { "{}".into() } else { subscription(record) };
        let requests = diagnosed(&claim_with(claim), &evidence, answers).requests;
        requests.iter().map(|request| request.name()).collect::<Vec<_>>().join(" ")
    };
    let open = [("purchaseChannel", ""), ("competingPartner", "")];
    let settled =
        [SALES, ON_TENANT, r#""provisioning":"provisioned""#, r#""channel":"web-direct""#];
    assert_eq!(asked(&open, &[], ""), "subscriptions subscribed-skus channel partners");
    assert_eq!(
        asked(&[("customerTenantId", "")], &[], ""),
        "subscriptions subscribed-skus tenant-id"
    );
    assert_eq!(asked(&[("competingPartner", "no")], &settled, ""), "");
    assert_eq!(asked(&[], &[SALES, ON_TENANT], ""), "set-up");
    assert_eq!(asked(&[], &[TEAMS_ROOMS, ON_TENANT], ""), "other-subscription set-up");
    assert_eq!(
        asked(&[], &[POWER_BI, ON_TENANT, r#""provisioning":"failed""#], ""),
        "product-name set-up"
    );
    assert_eq!(asked(&open, &settled, ""), "partners");
    // Of an own claim, the customer knows nothing that colleagues don't.
    for (holder, requests) in [("us", ""), ("other-partner", "partners")] {
        let claimed = format!(r#""claimedBy":"{holder}""#);
        assert_eq!(asked(&open, &[&settled[..], &[&claimed]].concat(), ""), requests, "{holder}");
    }
}

#[test]
fn own_claims_on_the_tenant_are_a_sign_and_named_for_support() {
    let evidence = format!(
        r#"{{"associations":[{{{ON_TENANT},"holder":"us","claimId":"C-1"}},{{{ELSEWHERE},"holder":"us","claimId":"C-2"}}]}}"#
    );
    let diagnosis = diagnosed(&claim_with(&[("competingPartner", "")]), &evidence, "");
    assert_eq!(diagnosis.claim_ids, ["C-1"]);
    assert_eq!(of(&diagnosis, Cause::AlreadyClaimed).basis, CauseBasis::Sign);
}

/// What the report says is in the way, the diagnosis names, and no answer in the form outweighs it.
#[test]
fn the_diagnosis_names_what_the_report_does() {
    const IN_ORDER: &[&str] = &[SALES, ON_TENANT, r#""provisioning":"provisioned""#];
    let own = |activity: &str| {
        format!(
            r#","associations":[{{{ON_TENANT},"subscriptionId":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","holder":"us","activity":"{activity}"}}]"#
        )
    };
    for (more, members, cause, due) in [
        (own("usage"), "", Cause::AlreadyClaimed, "confirmed subscription-already-claimed"),
        (own("presales"), "", Cause::AlreadyClaimed, "ruled-out "),
        (
            String::new(),
            r#""createdOn":"2026-11-21""#,
            Cause::NotProvisioned,
            "possible subscription-newly-provisioned",
        ),
        (String::new(), r#""createdOn":"2026-10-21""#, Cause::NotProvisioned, "ruled-out "),
        (String::new(), r#""channel":"other""#, Cause::Csp, "possible channel-not-eligible"),
        (String::new(), r#""channel":"web-direct""#, Cause::Csp, "ruled-out "),
        (String::new(), r#""trial":true"#, Cause::NotActive, "possible subscription-trial"),
    ] {
        let members: Vec<&str> =
            IN_ORDER.iter().copied().chain([members]).filter(|one| !one.is_empty()).collect();
        let evidence = subscription(&members);
        let evidence = format!("{}{more}}}", evidence.strip_suffix('}').unwrap());
        let diagnosis = diagnosed_under("2023-10", &claim_with(&[]), &evidence, "");
        let found = of(&diagnosis, cause);
        let code = found.finding.as_ref().map_or("", |finding| finding.code.name());
        assert_eq!(format!("{} {code}", found.status.name()), due, "{members:?} {more}");
        let is_in_the_way = !due.starts_with("ruled-out");
        assert_eq!(diagnosis.conclusion == Conclusion::Unexplained, !is_in_the_way, "{members:?}");
        assert_eq!(diagnosis.next_question, None, "{members:?} {more}");
    }
}

/// The same export shows nothing more; an old one, or that of another tenant, is no such export.
#[test]
fn an_export_that_is_there_is_not_asked_for() {
    let listed = |tenant: &str, day: &str| {
        format!(r#"{{"subscriptions":[{{"id":"{OTHER}",{tenant},{SALES},"asOf":"{day}"}}]}}"#)
    };
    for (evidence, requests, exports) in [
        (listed(ON_TENANT, "2026-11-20"), "which-subscription", ""),
        (
            listed(ON_TENANT, "2026-01-20"),
            "subscriptions subscribed-skus",
            "graph-subscriptions graph-subscribed-skus",
        ),
        (
            listed(ELSEWHERE, "2026-11-20"),
            "subscriptions subscribed-skus",
            "graph-subscriptions graph-subscribed-skus",
        ),
    ] {
        let diagnosis = diagnosed(&claim_with(&[]), &evidence, "");
        let asked: Vec<&str> = diagnosis.requests.iter().map(|one| one.name()).collect();
        assert_eq!(asked.join(" "), requests, "{evidence}");
        let next = diagnosis.next_question.unwrap();
        assert_eq!(next.exports.join(" "), exports, "{evidence}");
    }
}

#[test]
fn any_input_gets_a_diagnosis() {
    for input in ["null", "7", "[]", "\"x\"", "{}", r#"{"subscriptionId":{}}"#] {
        let diagnosis = diagnosed(input, input, input);
        assert_eq!(diagnosis.causes.len(), 7);
        assert!(diagnosis.next_question.is_some());
    }
    let microsoft_365 = claim_with(&[("solutionArea", "microsoft-365")]);
    let diagnosis = diagnosed(&microsoft_365, "{}", "");
    assert_eq!(diagnosis.conclusion, Conclusion::NotApplicable);
    assert!(diagnosis.causes.is_empty() && diagnosis.next_question.is_none());
}

fn for_every_evidence(act: &mut dyn FnMut(&str, &str)) {
    let records: Vec<Vec<&str>> = [
        &["", ON_TENANT, ELSEWHERE][..],
        &["", SALES, TEAMS_ROOMS, POWER_BI],
        &["", OWNER],
        &["", r#""channel":"csp""#, r#""channel":"volume-licensing""#],
        &["", r#""provisioning":"provisioned""#, r#""provisioning":"pending""#],
        &["", r#""claimedBy":"us""#, r#""claimedBy":"other-partner""#],
        &["", r#""createdOn":"2026-11-20""#],
    ]
    .iter()
    .fold(vec![vec![]], |so_far, choices| {
        let with = |record: &Vec<&'static str>| {
            let record = record.clone();
            choices.iter().map(move |choice| [&record[..], &[*choice]].concat())
        };
        so_far.iter().flat_map(with).collect()
    });
    let evidence = records.iter().map(|record| {
        let members_shown: Vec<&str> =
            record.iter().copied().filter(|part| !part.is_empty()).collect();
        subscription(&members_shown)
    });
    let evidence: Vec<String> = evidence.chain(["{}".to_owned()]).collect();
    let claims = ["", "yes", "no"]
        .map(|competing| claim_with(&[("competingPartner", competing), ("purchaseChannel", "")]));
    for claim in &claims {
        for evidence in &evidence {
            act(claim, evidence);
        }
    }
    let ids = ["", "0b6f4c1e", "CFQ7TTC0LH18:0001:CFQ7TTC0K971", CONTOSO, OTHER];
    for id in ids {
        for channel in PurchaseChannel::NAMES {
            let changes =
                [("subscriptionId", id), ("purchaseChannel", channel), ("product", "Finance")];
            act(&claim_with(&changes), "{}");
            act(&claim_with(&changes), &subscription(&[SALES, ON_TENANT]));
            act(&claim_with(&changes[1..]), &subscription(&[SALES, ON_TENANT, OWNER]));
        }
    }
}

#[track_caller]
fn diagnosed(claim: &str, evidence: &str, answers: &str) -> Diagnosis {
    diagnosed_under("2020-06", claim, evidence, answers)
}

#[track_caller]
fn diagnosed_under(ruleset: &str, claim: &str, evidence: &str, answers: &str) -> Diagnosis {
    with_world(|world| {
        let read = |text| json::parse(text).0;
        let answers = if answers.is_empty() { "null" } else { answers };
        let options = format!(r#"{{"ruleset":"{ruleset}","answers":{answers}}}"#);
        let evidence = world.evidence(&read(evidence));
        world.diagnose_subscription(&read(claim), &evidence, &read(&options))
    })
}

/// Options that name the rule set in which every cause is one.
fn named<'o>(mut options: Vec<(Cow<'o, str>, Value<'o>)>) -> Value<'o> {
    options.push(("ruleset".into(), Value::Text("2020-06".into())));
    Value::Map(options)
}

fn with_world<T>(act: impl FnOnce(World<'_>) -> T) -> T {
    let skus = SkuTable::read(include_str!("../facts/skus.csv"));
    let today = Date::parse("2026-11-22").unwrap();
    act(World { today, skus: &skus, to_ascii: &|_| None })
}

fn of(diagnosis: &Diagnosis, cause: Cause) -> &Diagnosed {
    diagnosis.causes.iter().find(|found| found.cause == cause).unwrap()
}

fn short(cause: Cause) -> &'static str {
    match cause {
        Cause::Csp => "csp",
        Cause::WrongId => "id",
        Cause::NotProvisioned => "provisioned",
        Cause::NotDynamics => "dynamics",
        Cause::NotOnTenant => "tenant",
        Cause::AlreadyClaimed => "claimed",
        Cause::NotActive => "active",
    }
}
