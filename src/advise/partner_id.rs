//! The Partner ID guide: ranks the partner's own Partner IDs.
//!
//! source: 2020-06, "Which MPN do I choose?"; Partner Center, "Account structure"

use serde::Serialize;

use super::{Because, Effect};
use crate::date::Date;
use crate::evidence::{Member, PartnerAccount};
use crate::identifier;
use crate::list::names;
use crate::number;
use crate::paste;
use crate::ruleset::Fit;
use crate::vocabulary::AccountKind;

names! {
    /// The reason why a Partner ID fits or not. Each has a sentence in every language.
    pub enum Reason {
        /// Not a Partner ID.
        NotAnId = "not-an-id",
        /// The number of digits is unusual.
        UnusualLength = "unusual-length",
        /// Something that is known of the ID could not be read.
        NotRead = "not-read",
        /// What is known of the enrollment is of a day to come.
        InFuture = "in-future",
        /// The ID is a location's.
        Location = "location",
        /// The ID is the global account's.
        GlobalAccount = "global-account",
        /// It is unknown whether the ID is a location's.
        KindOpen = "kind-open",
        /// The ID is enrolled in incentives.
        Enrolled = "enrolled",
        /// The ID is not enrolled.
        NotEnrolled = "not-enrolled",
        /// It is unknown whether the ID is enrolled.
        EnrolmentOpen = "enrolment-open",
        /// The ID has no special partner type.
        StandardType = "standard-type",
        /// The ID has a FastTrack type, and it is unknown whether the work is part of FastTrack.
        TypeOpen = "type-open",
        /// The ID has a partner type for other work.
        SpecialType = "special-type",
        /// The ID has the partner type for this work.
        SpecialTypeWanted = "special-type-wanted",
        /// The work needs a partner type, and the ID has none.
        SpecialTypeMissing = "special-type-missing",
        /// The ID is enrolled in the intended program.
        ProgramMatches = "program-matches",
        /// The ID is enrolled in other programs.
        ProgramDiffers = "program-differs",
        /// It is unknown in which programs the ID is enrolled.
        ProgramOpen = "program-open",
    }
}

names! {
    /// What to do with a Partner ID.
    pub enum Next {
        /// Use it.
        Use = "use",
        /// Enroll it first.
        Enrol = "enrol",
        /// Choose a location instead.
        ChooseLocation = "choose-location",
        /// Ask the global admin.
        AskAdmin = "ask-admin",
        /// Use it only for work of its type.
        FasttrackOnly = "fasttrack-only",
        /// Check the ID.
        CheckId = "check-id",
        /// Say whether the work is part of FastTrack.
        SayFasttrack = "say-fasttrack",
    }
}

names! {
    /// What to do next, given all Partner IDs.
    pub enum Overall {
        /// Use the one that fits.
        Use = "use",
        /// Choose between those that fit.
        ChooseBetween = "choose-between",
        /// Enroll one first.
        Enrol = "enrol",
        /// Ask the global admin.
        AskAdmin = "ask-admin",
        /// Say whether the work is part of FastTrack.
        SayFasttrack = "say-fasttrack",
        /// List the IDs first.
        NoCandidates = "no-candidates",
    }
}

/// The work that the claim is about.
#[derive(Clone, Debug, Default)]
pub struct Situation {
    /// Is the work part of FastTrack?
    pub fast_track: Option<bool>,
    /// The intended incentive program.
    pub program: Option<String>,
}

/// The advice on the Partner ID.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PartnerIdAdvice {
    /// The Partner ID that fits, if there is exactly one.
    pub partner_id: Option<String>,
    /// Every candidate, the best first.
    pub ranking: Vec<RankedPartnerId>,
    /// What to do next.
    #[cfg_attr(test, ts(type = "PartnerIdOverall"))]
    pub next: Overall,
}

/// A candidate in the ranking.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct RankedPartnerId {
    /// The Partner ID.
    pub id: String,
    /// Whether it fits.
    pub fit: Fit,
    /// The reasons.
    pub because: Vec<Because>,
    /// What to do with it.
    #[cfg_attr(test, ts(type = "PartnerIdNext"))]
    pub next: Next,
}

/// Ranks the candidates.
pub fn advise(
    candidates: &[PartnerAccount],
    situation: &Situation,
    today: Date,
) -> PartnerIdAdvice {
    let mut rest: Vec<RankedPartnerId> =
        candidates.iter().map(|candidate| weigh(candidate, situation, today)).collect();
    let mut ranking = Vec::with_capacity(rest.len());
    for fit in Fit::ALL {
        let (these, others): (Vec<_>, Vec<_>) =
            rest.into_iter().partition(|ranked| ranked.fit == *fit);
        ranking.extend(these);
        rest = others;
    }
    let fitting = ranking.iter().filter(|ranked| ranked.fit == Fit::Fits).count();
    let best = ranking.first();
    let next = match best.map(|best| best.fit) {
        None => Overall::NoCandidates,
        Some(Fit::Fits) if fitting == 1 => Overall::Use,
        Some(Fit::Fits) => Overall::ChooseBetween,
        Some(_) if best.is_some_and(|best| best.next == Next::SayFasttrack) => {
            Overall::SayFasttrack
        }
        Some(_) if ranking.iter().any(|ranked| ranked.next == Next::Enrol) => Overall::Enrol,
        Some(_) => Overall::AskAdmin,
    };
    PartnerIdAdvice {
        partner_id: best.filter(|_| fitting == 1).map(|best| best.id.clone()),
        next,
        ranking,
    }
}

fn weigh(candidate: &PartnerAccount, situation: &Situation, today: Date) -> RankedPartnerId {
    let because: Vec<Because> = [
        is_an_id(candidate),
        is_read(candidate, situation),
        is_of_the_past(candidate, today),
        Some(kind(candidate)),
        Some(enrolment(candidate)),
        Some(partner_type(candidate, situation)),
        program(candidate, situation),
    ]
    .into_iter()
    .flatten()
    .collect();
    let has = |effect| because.iter().any(|because| because.effect == effect);
    let fit = if has(Effect::Against) {
        Fit::DoesNotFit
    } else if has(Effect::Open) {
        Fit::Depends
    } else {
        Fit::Fits
    };
    let is_open = |because: &&Because| because.effect == Effect::Open;
    let is_all = |reason: Reason| because.iter().filter(is_open).all(|b| b.reason == reason.name());
    let is_type_open = is_all(Reason::TypeOpen);
    let is_length_open = is_all(Reason::UnusualLength);
    let against = because.iter().find(|because| because.effect == Effect::Against);
    let next = match against.and_then(|because| Reason::from_name(because.reason)) {
        Some(Reason::NotAnId) => Next::CheckId,
        Some(Reason::GlobalAccount) => Next::ChooseLocation,
        Some(Reason::NotEnrolled) => Next::Enrol,
        Some(Reason::SpecialType) => Next::FasttrackOnly,
        None if fit == Fit::Fits => Next::Use,
        None if is_type_open => Next::SayFasttrack,
        None if is_length_open => Next::CheckId,
        _ => Next::AskAdmin,
    };
    RankedPartnerId { id: paste::shortened(candidate.id.clone(), 40), fit, because, next }
}

fn is_an_id(candidate: &PartnerAccount) -> Option<Because> {
    let digits = number::digits(&candidate.id);
    let Some(digits) = digits.filter(|digits| !identifier::is_zero(digits)) else {
        return Some(reason("id", None, Effect::Against, Reason::NotAnId));
    };
    let is_usual = identifier::USUAL_PARTNER_ID_LENGTHS.contains(&digits.len());
    (!is_usual).then(|| reason("id", None, Effect::Open, Reason::UnusualLength))
}

/// What could not be read is not absent: it may speak against the ID.
fn is_read(candidate: &PartnerAccount, situation: &Situation) -> Option<Because> {
    use Member::{AsOf, Enrolled, Kind, PartnerType, Programs};
    let is_lost = candidate.unread.has_any(&[Kind, PartnerType, Enrolled, AsOf])
        || situation.program.is_some() && candidate.unread.has(Programs);
    is_lost.then(|| reason("evidence", None, Effect::Open, Reason::NotRead))
}

fn is_of_the_past(candidate: &PartnerAccount, today: Date) -> Option<Because> {
    let is_late = candidate.as_of.is_some_and(|day| day > today);
    is_late.then(|| reason("evidence", None, Effect::Open, Reason::InFuture))
}

/// Incentives are paid to locations, never to the global account.
fn kind(candidate: &PartnerAccount) -> Because {
    let (effect, key) = match candidate.kind {
        Some(AccountKind::Location) => (Effect::For, Reason::Location),
        Some(AccountKind::GlobalAccount) => (Effect::Against, Reason::GlobalAccount),
        None => (Effect::Open, Reason::KindOpen),
    };
    reason("kind", candidate.kind.map(|kind| kind.name().into()), effect, key)
}

fn enrolment(candidate: &PartnerAccount) -> Because {
    let (effect, key) = match candidate.enrolled {
        Some(true) => (Effect::For, Reason::Enrolled),
        Some(false) => (Effect::Against, Reason::NotEnrolled),
        None => (Effect::Open, Reason::EnrolmentOpen),
    };
    let answer = candidate.enrolled.map(|yes| if yes { "yes" } else { "no" }.into());
    reason("enrolled", answer, effect, key)
}

/// A Partner ID with a partner type is only for work of that type.
fn partner_type(candidate: &PartnerAccount, situation: &Situation) -> Because {
    let is_fast_track = |name: &str| {
        let name = paste::slug(name);
        let words: Vec<&str> = name.split('-').collect();
        words.iter().any(|word| matches!(*word, "frp" | "fasttrack" | "fast"))
    };
    let special = candidate.special_type();
    let (effect, key) = match (special, situation.fast_track) {
        (None, Some(true)) => (Effect::Open, Reason::SpecialTypeMissing),
        (None, _) => (Effect::For, Reason::StandardType),
        (Some(name), Some(true)) if is_fast_track(name) => (Effect::For, Reason::SpecialTypeWanted),
        (Some(name), None) if is_fast_track(name) => (Effect::Open, Reason::TypeOpen),
        (Some(_), _) => (Effect::Against, Reason::SpecialType),
    };
    reason("partnerType", special.map(str::to_owned), effect, key)
}

/// The answer is the program asked for, where it is known in which ones the ID is enrolled.
fn program(candidate: &PartnerAccount, situation: &Situation) -> Option<Because> {
    let asked = paste::clean(situation.program.as_deref()?);
    let wanted = paste::slug(&asked);
    let (effect, key) = match &candidate.programs {
        _ if wanted.is_empty() => return None,
        None => (Effect::Open, Reason::ProgramOpen),
        Some(programs) if programs.iter().any(|program| paste::slug(program) == wanted) => {
            (Effect::For, Reason::ProgramMatches)
        }
        Some(_) => (Effect::Against, Reason::ProgramDiffers),
    };
    let answer = candidate.programs.as_ref().map(|_| asked.into_owned());
    Some(reason("program", answer, effect, key))
}

fn reason(
    question: &'static str,
    answer: Option<String>,
    effect: Effect,
    reason: Reason,
) -> Because {
    let answer = answer.map(|answer| paste::shortened(answer, 100));
    Because { question, answer, effect, reason: reason.name() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(id: &str, kind: Option<AccountKind>, enrolled: Option<bool>) -> PartnerAccount {
        let (partner_type, programs, name, as_of) = (None, None, None, None);
        let unread = crate::evidence::Unread::NONE;
        PartnerAccount {
            id: id.into(),
            kind,
            partner_type,
            programs,
            enrolled,
            name,
            as_of,
            unread,
        }
    }

    fn today() -> Date {
        Date::parse("2026-11-22").unwrap()
    }

    /// An ID is not advised while something about it is open, and the reason is told.
    #[test]
    fn what_is_open_about_a_candidate_is_told() {
        let good = account("5357564", Some(AccountKind::Location), Some(true));
        let mut unread = crate::evidence::Unread::NONE;
        unread.add(Member::PartnerType);
        let as_of = |day: &str| PartnerAccount { as_of: Date::parse(day), ..good.clone() };
        let typed = |name: &str| PartnerAccount { partner_type: Some(name.into()), ..good.clone() };
        for (candidate, due, next) in [
            (as_of("2026-11-22"), "", "use"),
            (as_of("2026-11-23"), "in-future", "ask-admin"),
            (PartnerAccount { unread, ..good.clone() }, "not-read", "ask-admin"),
            (
                PartnerAccount { id: "53575641".into(), ..good.clone() },
                "unusual-length",
                "check-id",
            ),
            (typed("None"), "", "use"),
            (typed("Location"), "", "use"),
            (typed("CSP Indirect Reseller"), "special-type", "fasttrack-only"),
        ] {
            let ranked = weigh(&candidate, &Situation::default(), today());
            let is_in_the_way =
                |one: &&Because| matches!(one.effect, Effect::Open | Effect::Against);
            let told: Vec<&str> =
                ranked.because.iter().filter(is_in_the_way).map(|one| one.reason).collect();
            assert_eq!((told.join(" ").as_str(), ranked.next.name()), (due, next), "{candidate:?}");
        }
    }

    #[test]
    fn the_program_named_is_the_one_asked_for() {
        let programs = Some(vec!["Modern Work".to_owned()]);
        let enrolled = account("5357564", Some(AccountKind::Location), Some(true));
        let candidate = PartnerAccount { programs, ..enrolled };
        let program = Some(" Business Applications ".to_owned());
        let ranked = weigh(&candidate, &Situation { fast_track: None, program }, today());
        let reason = ranked.because.iter().find(|one| one.question == "program").unwrap();
        assert_eq!(reason.answer.as_deref(), Some("Business Applications"));
        assert_eq!(reason.reason, "program-differs");
    }

    #[test]
    fn candidates_fit_or_not() {
        let location = Some(AccountKind::Location);
        let global = Some(AccountKind::GlobalAccount);
        let typed = |partner_type: &str| PartnerAccount {
            partner_type: Some(partner_type.into()),
            ..account("5357564", location, Some(true))
        };
        let in_programs = |programs: &[&str]| PartnerAccount {
            programs: Some(programs.iter().map(|program| (*program).to_owned()).collect()),
            ..account("5357564", location, Some(true))
        };
        for (candidate, fast_track, program, fit, next) in [
            (account("5357564", location, Some(true)), None, None, Fit::Fits, "use"),
            (account("5357564", location, Some(true)), Some(false), None, Fit::Fits, "use"),
            (account("5357564", location, Some(true)), Some(true), None, Fit::Depends, "ask-admin"),
            (account("5357564", location, Some(false)), None, None, Fit::DoesNotFit, "enrol"),
            (account("5357564", location, None), None, None, Fit::Depends, "ask-admin"),
            (account("5357564", None, Some(true)), None, None, Fit::Depends, "ask-admin"),
            (
                account("4391507", global, Some(true)),
                None,
                None,
                Fit::DoesNotFit,
                "choose-location",
            ),
            (account("contoso", location, Some(true)), None, None, Fit::DoesNotFit, "check-id"),
            (account("000", location, Some(true)), None, None, Fit::DoesNotFit, "check-id"),
            (typed("FRP FastTrack"), Some(true), None, Fit::Fits, "use"),
            (typed("FRP FastTrack"), Some(false), None, Fit::DoesNotFit, "fasttrack-only"),
            (typed("FRP FastTrack"), None, None, Fit::Depends, "say-fasttrack"),
            (typed("Managed services"), Some(true), None, Fit::DoesNotFit, "fasttrack-only"),
            (typed("Managed services"), None, None, Fit::DoesNotFit, "fasttrack-only"),
            (in_programs(&["OSA", "OSU"]), None, Some("osu"), Fit::Fits, "use"),
            (in_programs(&["OSA"]), None, Some(" "), Fit::Fits, "use"),
            (in_programs(&["OSA"]), None, Some("OSU"), Fit::DoesNotFit, "ask-admin"),
            (
                account("5357564", location, Some(true)),
                None,
                Some("OSU"),
                Fit::Depends,
                "ask-admin",
            ),
        ] {
            let program = program.map(str::to_owned);
            let ranked = weigh(&candidate, &Situation { fast_track, program }, today());
            assert_eq!(
                (ranked.fit, ranked.next.name()),
                (fit, next),
                "{candidate:?} {fast_track:?}"
            );
        }
    }

    #[test]
    fn the_only_fitting_candidate_is_advised() {
        let location = Some(AccountKind::Location);
        let good = account("5357564", location, Some(true));
        let other = account("517285", location, Some(true));
        let not_enrolled = account("873452", location, Some(false));
        let unknown = account("2604568", None, None);
        for (candidates, id, next) in [
            (vec![], None, "no-candidates"),
            (vec![unknown.clone(), good.clone()], Some("5357564"), "use"),
            (vec![good.clone(), other], None, "choose-between"),
            (vec![not_enrolled, unknown.clone()], None, "enrol"),
            (vec![unknown], None, "ask-admin"),
        ] {
            let advice = advise(&candidates, &Situation::default(), today());
            assert_eq!(
                (advice.partner_id.as_deref(), advice.next.name()),
                (id, next),
                "{candidates:?}"
            );
        }
    }
}
