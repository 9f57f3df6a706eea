//! Answers for claims that look the same to every check: most rows of a file differ in nothing but
//! identifiers of which the evidence knows nothing.

use super::CodeNumber;
use crate::claim::Field;
use crate::facts::{Facts, Identifier, Memo, Reading, TenantField};
use crate::guid::{ShapeFault, mixed};
use crate::report::Verdict;
use crate::ruleset::RULESETS;

/// All that the checks can see of a claim whose identifiers the evidence does not know; claims of one
/// outline get the same answer. `None` where the evidence may say something about it.
pub fn outline(facts: &Facts<'_>, memo: &Memo<'_>) -> Option<u64> {
    let evidence = facts.evidence;
    // Every field is named here, so that a new one is not forgotten.
    let Reading {
        role,
        tenant,
        // What matters of it is asked below.
        own_tenant: _,
        own_domain: _,
        // It comes with a fault, and then there is no outline.
        own_tenant_is_open: _,
        domain,
        area,
        activity,
        channel,
        product,
        subscription,
        partner_id,
        competing,
        proof,
        // It decides the rule set; else it is for the timeline, which rows do not have.
        submitted_on: _,
    } = facts.reading();
    let TenantField::Plain(tenant) = tenant else { return None };
    let is_known = [tenant.read(), subscription.read()]
        .into_iter()
        .flatten()
        .any(|guid| memo.may_contain(*guid));
    let is_known_domain = domain.read().is_some_and(|name| memo.may_contain_domain(name.as_str()));
    if is_known || is_known_domain || !evidence.problems.is_empty() {
        return None;
    }
    let is_mail = domain.read().is_some_and(|name| name.is_mail_provider());
    let is_odd = domain.read().is_some_and(|name| name.oddity().is_some());
    let edition = RULESETS.iter().position(|rules| rules.id == facts.rules.id).unwrap_or(0);
    let accounts = &evidence.partner_ids;
    let account = partner_id.read().and_then(|id| accounts.iter().position(|one| *one.id == **id));
    let length = partner_id.read().map_or(0, |id| id.len().min(31));
    let mut outline = account.map_or(0, |at| at as u64 + 1);
    for (bits, number) in [
        (2, RULESETS.iter().position(|rules| rules.id == facts.rules.id).unwrap_or_default()),
        (5, length),
        (5, state(tenant)),
        (5, state(domain)),
        (5, state(subscription)),
        (5, state(partner_id)),
        (1, usize::from(facts.own().is_some())),
        (1, usize::from(is_mail)),
        (1, usize::from(is_odd)),
        (3, product.class() as usize),
        (2, edition),
        (3, role.map_or(0, |role| role as usize + 1)),
        (3, channel.map_or(0, |channel| channel as usize + 1)),
        (2, area.map_or(0, |area| area as usize + 1)),
        (2, activity.map_or(0, |activity| activity as usize + 1)),
        (2, competing.map_or(0, |answer| answer as usize + 1)),
        (2, proof.map_or(0, |answer| answer as usize + 1)),
    ] {
        outline = outline << bits | number as u64;
    }
    Some(outline)
}

fn state<T>(identifier: &Identifier<T>) -> usize {
    match identifier {
        Identifier::Missing => 0,
        Identifier::Read(_) => 1,
        Identifier::Malformed(fault) => 2 + *fault as usize,
        Identifier::WrongKind(kind) => 2 + ShapeFault::ALL.len() + *kind as usize,
    }
}

/// What the checks found in a claim.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The verdict.
    pub verdict: Verdict,
    /// Each finding once.
    pub findings: Vec<(CodeNumber, Option<Field>)>,
}

/// The answers so far: each outline has one place, a later one takes it over.
#[derive(Debug)]
pub struct Answers(Vec<Option<(u64, Answer)>>);

impl Answers {
    /// None, with so many places.
    pub fn of(places: usize) -> Self {
        Self(vec![None; places])
    }

    /// The answer to this outline.
    pub fn get(&self, outline: u64) -> Option<&Answer> {
        let place = self.0.get(self.place(outline))?.as_ref();
        place.filter(|(known, _)| *known == outline).map(|(_, answer)| answer)
    }

    /// Keeps an answer.
    pub fn keep(&mut self, outline: u64, answer: Answer) {
        let at = self.place(outline);
        if let Some(place) = self.0.get_mut(at) {
            *place = Some((outline, answer));
        }
    }

    fn place(&self, outline: u64) -> usize {
        mixed(outline) as usize % self.0.len().max(1)
    }
}
