//! Puts a plan together.

use super::answer::{
    Excluded, Plan, PlanExclusion, PlanOutcome, PlanReason, PlannedClaim, PlannedOffer,
};
use super::context::Context;
use super::customers::{Customers, Offer};
use super::exclusion::{Exclusion, exclusion};
use super::renewals::Renewals;
use crate::advise::{Answers, Effect, Question, advise_activity};
use crate::api::{CheckInput, ClaimReader, World};
use crate::claim::{Activity, Field, PurchaseChannel, SolutionArea};
use crate::classify::ReferenceData;
use crate::code::Code;
use crate::date::Date;
use crate::evidence::{Evidence, Part, Subscription};
use crate::guid::Guid;
use crate::paste;
use crate::report::{Outcome, Param, Report};
use crate::ruleset::{Fit, ProductGroup, Program, RuleSet};
use crate::sku::Class;

/// Of so many texts of one field, each is read once: more products than most partners sell.
const KEPT_TEXTS: usize = 4096;

/// Puts a plan together.
pub struct Planner<'a> {
    ruleset: Option<&'static RuleSet>,
    rules: &'static RuleSet,
    today: Date,
    world: World<'a>,
    known: ReferenceData<'a>,
    reader: ClaimReader<'a>,
    context: Context,
    /// What the activity guide says in each case so far.
    guides: Vec<(SolutionArea, Option<PurchaseChannel>, Vec<Fitting>)>,
    plan: Plan,
}

/// An activity that fits or may fit, with the places of its reasons.
#[derive(Clone, Debug)]
struct Fitting {
    activity: Activity,
    because: Vec<usize>,
}

/// The texts of a claim, by field.
type Texts = [String; Field::ALL.len()];

/// What becomes of the claims for a subscription or a workload.
#[derive(Default)]
struct Decided {
    claims: Vec<PlannedClaim>,
    excluded: Vec<(Activity, Exclusion)>,
}

impl<'a> Planner<'a> {
    /// For this evidence and context; `plan` is still empty. The rule set is named by the options or not,
    /// and in force.
    pub fn of(
        world: World<'a>,
        (ruleset, rules): (Option<&'static RuleSet>, &'static RuleSet),
        today: Date,
        evidence: &'a Evidence,
        context: Context,
        plan: Plan,
    ) -> Self {
        let known = ReferenceData { evidence, skus: world.skus, to_ascii: world.to_ascii };
        let (reader, guides) = (ClaimReader::with_capacity(KEPT_TEXTS), Vec::new());
        Self { ruleset, rules, today, world, known, reader, context, guides, plan }
    }

    /// The plan.
    pub fn planned(mut self) -> Plan {
        let customers = Customers::of(self.known);
        self.plan_subscriptions(&customers);
        self.exclude_nameless(&customers);
        self.plan_workloads(&customers);
        self.plan
    }

    fn plan_subscriptions(&mut self, customers: &Customers<'a>) {
        const AREA: SolutionArea = SolutionArea::BusinessApplications;
        let activities = self.activities(AREA);
        if activities.is_empty() {
            self.plan.reconsider = self.reconsider(AREA);
        }
        let offers = customers.offers();
        let mut renewals = Renewals::of(self.rules, self.today, self.known.evidence, &offers);
        // What an ended one was claimed for says what the one in its place renews.
        let mut ended: Vec<Option<(Texts, Decided)>> = offers
            .iter()
            .map(|offer| {
                let is_ended = offer.is_business() && offer.record.has_ended(self.today);
                is_ended.then(|| self.decide(customers, offer, &activities, &mut renewals))
            })
            .collect();
        for (offer, ended) in offers.iter().zip(&mut ended) {
            let excluded = Excluded {
                subscription_id: Some(offer.record.id),
                ..Excluded::of(offer.tenant_id, offer.product.clone())
            };
            if !offer.is_business() {
                self.exclude(excluded, offer.exclusion());
            } else if activities.is_empty() {
                self.exclude(excluded, Exclusion::alone(Code::ActivityMissing));
            } else {
                let (texts, decided) = ended
                    .take()
                    .unwrap_or_else(|| self.decide(customers, offer, &activities, &mut renewals));
                self.add(&texts, decided, &excluded);
            }
        }
    }

    /// Checks the claims for a subscription.
    fn decide(
        &mut self,
        customers: &Customers<'a>,
        offer: &Offer<'a>,
        activities: &[Activity],
        renewals: &mut Renewals<'a>,
    ) -> (Texts, Decided) {
        const AREA: SolutionArea = SolutionArea::BusinessApplications;
        let mut texts = self.texts(customers, offer.tenant_id, AREA);
        let channel = offer.record.channel;
        let channel = channel.filter(|channel| *channel != PurchaseChannel::Unknown);
        let channel = channel.or(self.context.channel);
        set(&mut texts, Field::PurchaseChannel, channel.map(PurchaseChannel::name));
        set(&mut texts, Field::Product, offer.product.as_deref());
        set(&mut texts, Field::SubscriptionId, Some(&offer.record.id.to_string()));
        let mut decided = Decided::default();
        for activity in activities {
            set(&mut texts, Field::Activity, Some(activity.name()));
            let report = self.check(&texts);
            renewals.note(&report, offer, *activity);
            let renews = renewals.of_subscription(offer.record.id, *activity);
            match exclusion(&report, Some(offer.record), self.rules, !renews.is_empty()) {
                Some(exclusion) => decided.excluded.push((*activity, exclusion)),
                None => {
                    let outcome = self.outcome(&report, AREA, channel, *activity);
                    let renews = renews.to_vec();
                    decided.claims.push(PlannedClaim { activity: *activity, outcome, renews });
                }
            }
        }
        (texts, decided)
    }

    fn plan_workloads(&mut self, customers: &Customers<'a>) {
        const AREA: SolutionArea = SolutionArea::Microsoft365;
        let workloads = self.workloads();
        if workloads.is_empty() {
            return;
        }
        let activities = self.activities(AREA);
        let other = self.activities(SolutionArea::BusinessApplications).first().copied();
        for tenant in customers.tenants() {
            for workload in &workloads {
                let excluded = Excluded::of(Some(tenant), Some(workload.clone()));
                if activities.is_empty() {
                    let params = vec![
                        ("activity", Param::Name(other.map_or("", Activity::name))),
                        ("solutionArea", Param::Name(AREA.name())),
                    ];
                    self.exclude(excluded, Exclusion { code: Code::ActivityNotInArea, params });
                    continue;
                }
                let mut texts = self.texts(customers, Some(tenant), AREA);
                set(&mut texts, Field::Product, Some(workload));
                let mut decided = Decided::default();
                for activity in &activities {
                    set(&mut texts, Field::Activity, Some(activity.name()));
                    let report = self.check(&texts);
                    match exclusion(&report, None, self.rules, false) {
                        Some(exclusion) => decided.excluded.push((*activity, exclusion)),
                        None => {
                            let outcome = self.outcome(&report, AREA, None, *activity);
                            let renews = Vec::new();
                            let planned = PlannedClaim { activity: *activity, outcome, renews };
                            decided.claims.push(planned);
                        }
                    }
                }
                self.add(&texts, decided, &excluded);
            }
        }
    }

    /// The workloads of the context, each once, however it is written.
    fn workloads(&mut self) -> Vec<String> {
        let mut seen = Vec::new();
        let mut workloads = self.context.workloads.clone();
        workloads.retain(|text| {
            let product = self.reader.product(text, self.world.skus, self.known);
            let name = match product.class() {
                Class::Suite | Class::Azure => "",
                _ => product.label(),
            };
            let name = if name.is_empty() { paste::slug(text) } else { name.to_owned() };
            let is_new = !seen.contains(&name);
            seen.push(name);
            is_new
        });
        workloads
    }

    /// Subscriptions without an ID that can be read cannot be claimed. Of what could not be read at all,
    /// only that is known.
    fn exclude_nameless(&mut self, customers: &Customers<'a>) {
        let evidence = self.known.evidence;
        let mut seen: Vec<&Subscription> = Vec::new();
        for record in &evidence.nameless {
            if seen.contains(&record) {
                continue;
            }
            seen.push(record);
            let offer = customers.offer(record);
            let exclusion = if offer.is_business() {
                Exclusion::alone(Code::SubscriptionIdMissing)
            } else {
                offer.exclusion()
            };
            self.exclude(Excluded::of(offer.tenant_id, offer.product.clone()), exclusion);
        }
        if seen.is_empty() && evidence.lost.has(Part::Subscriptions) {
            let params = vec![("part", Param::Name(Part::Subscriptions.name()))];
            let exclusion = Exclusion { code: Code::EvidenceMalformed, params };
            self.exclude(Excluded::of(None, None), exclusion);
        }
    }

    /// What all claims on a tenant have in common.
    fn texts(&self, customers: &Customers<'_>, tenant: Option<Guid>, area: SolutionArea) -> Texts {
        let mut texts = Texts::default();
        let tenant_id = tenant.map(|tenant| tenant.to_string());
        set(&mut texts, Field::UserRole, self.context.role.map(|role| role.name()));
        set(&mut texts, Field::CustomerTenantId, tenant_id.as_deref());
        set(&mut texts, Field::CustomerDomain, tenant.and_then(|id| customers.domain_of(id)));
        set(&mut texts, Field::SolutionArea, Some(area.name()));
        set(&mut texts, Field::PartnerId, self.plan.partner_id.as_deref());
        set(&mut texts, Field::OwnTenantId, self.context.own_tenant.as_deref());
        texts
    }

    fn check(&mut self, texts: &Texts) -> Report {
        let fields = Field::ALL.iter().copied().zip(texts.iter().map(String::as_str));
        let input = CheckInput::of(fields, self.ruleset, self.today);
        // Which rows of the evidence could not be read, no plan says: that would be a list with each claim.
        self.reader.check(&input, self.world.skus, self.known, &[])
    }

    /// The place of how a check ends.
    fn outcome(
        &mut self,
        report: &Report,
        area: SolutionArea,
        channel: Option<PurchaseChannel>,
        activity: Activity,
    ) -> usize {
        let is_open = |outcome| matches!(outcome, Outcome::Unknown | Outcome::Fail);
        let open = report.checks.iter().filter(|check| is_open(check.outcome));
        let open = open.map(|check| check.id).collect();
        let because = self.guide(area, channel);
        let because = because.iter().find(|fitting| fitting.activity == activity);
        let because = because.map(|fitting| fitting.because.clone()).unwrap_or_default();
        let outcome = PlanOutcome { verdict: report.verdict, open, because };
        place_in(&mut self.plan.outcomes, outcome)
    }

    /// Adds the claims for a subscription or a workload, and what of them is excluded.
    fn add(&mut self, texts: &Texts, decided: Decided, excluded: &Excluded) {
        for (activity, exclusion) in decided.excluded {
            let excluded = Excluded { activity: Some(activity), ..excluded.clone() };
            self.exclude(excluded, exclusion);
        }
        if !decided.claims.is_empty() {
            let fields = Field::ALL.iter().zip(texts);
            let common = fields
                .filter(|(field, text)| **field != Field::Activity && !text.is_empty())
                .map(|(field, text)| (field.name(), text.clone()));
            let claim = common.collect();
            self.plan.offers.push(PlannedOffer { claim, claims: decided.claims });
        }
    }

    /// Adds what cannot be claimed, with the programs that count for it.
    fn exclude(&mut self, excluded: Excluded, exclusion: Exclusion) {
        let class = match &excluded.product {
            Some(product) => self.reader.product(product, self.world.skus, self.known).class(),
            None => Class::Missing,
        };
        let group = match class {
            Class::BusinessUsageElsewhere => Some(ProductGroup::PowerPlatform),
            Class::Business => Some(ProductGroup::Dynamics365),
            Class::Microsoft365 | Class::Suite => Some(ProductGroup::Microsoft365),
            Class::Azure => Some(ProductGroup::Azure),
            Class::Missing | Class::Unrecognized => None,
        };
        let Exclusion { code, params } = exclusion;
        let is_csp = code == Code::SubscriptionCsp;
        let is_about_product = matches!(
            code,
            Code::ProductPowerPlatform | Code::ProductNotInArea | Code::SubscriptionNotDynamics
        );
        let row = group.filter(|_| is_csp || is_about_product);
        let row = row.and_then(|group| {
            self.rules.programs.iter().find(|row| row.is_for(group, excluded.activity))
        });
        let counts = |program: &&Program| (**program == Program::Csp) == is_csp;
        let programs = row.map(|row| row.programs.iter().filter(counts).copied().collect());
        let programs = programs.unwrap_or_default();
        let why = PlanExclusion { code, params, programs, source: row.map(|row| row.source) };
        let exclusion = place_in(&mut self.plan.exclusions, why);
        self.plan.excluded.push(Excluded { exclusion, ..excluded });
    }

    /// The activities of an area that fit what the partner did, whatever the channel: that is a matter of
    /// the check.
    fn activities(&mut self, area: SolutionArea) -> Vec<Activity> {
        self.guide(area, None).iter().map(|fitting| fitting.activity).collect()
    }

    /// What the activity guide says of an area and a channel: the activities that fit, or may fit, any
    /// of what the partner did.
    fn guide(&mut self, area: SolutionArea, channel: Option<PurchaseChannel>) -> Vec<Fitting> {
        let known = self.guides.iter().find(|(of, by, _)| (*of, *by) == (area, channel));
        if let Some((.., fitting)) = known {
            return fitting.clone();
        }
        let mut fitting = Vec::new();
        for activity in Activity::ALL {
            let ranked = self.answers(area, channel).into_iter().filter_map(|answers| {
                let ranking = advise_activity(answers, self.rules).ranking;
                ranking.into_iter().find(|ranked| ranked.activity == *activity)
            });
            let best = ranked.min_by_key(|ranked| ranked.fit);
            let Some(best) = best.filter(|best| best.fit != Fit::DoesNotFit) else { continue };
            let tells = best.because.iter().filter(|because| {
                because.question != Question::SolutionArea.name()
                    && matches!(because.effect, Effect::For | Effect::Open)
            });
            let because = tells.map(|because| PlanReason {
                reason: because.reason,
                activity: *activity,
                solution_area: area,
                channel,
            });
            let because: Vec<PlanReason> = because.collect();
            let because = because
                .into_iter()
                .map(|reason| place_in(&mut self.plan.reasons, reason))
                .collect();
            fitting.push(Fitting { activity: *activity, because });
        }
        self.guides.push((area, channel, fitting.clone()));
        fitting
    }

    /// The answers to the guide: one for each thing that the partner did.
    fn answers(&self, area: SolutionArea, channel: Option<PurchaseChannel>) -> Vec<Answers> {
        let Context { contributions, payment, .. } = &self.context;
        let answers =
            |contribution| Answers { area: Some(area), channel, contribution, payment: *payment };
        if contributions.is_empty() {
            return vec![answers(None)];
        }
        contributions.iter().map(|contribution| answers(Some(*contribution))).collect()
    }

    fn reconsider(&self, area: SolutionArea) -> Option<Question> {
        let channel = Some(self.context.channel.unwrap_or(PurchaseChannel::WebDirect));
        let answers = self.answers(area, channel).into_iter();
        answers.map(|answers| advise_activity(answers, self.rules)).find_map(|one| one.reconsider)
    }
}

impl Excluded {
    const fn of(tenant_id: Option<Guid>, product: Option<String>) -> Self {
        Self { tenant_id, subscription_id: None, product, activity: None, exclusion: 0 }
    }
}

fn set(texts: &mut Texts, field: Field, text: Option<&str>) {
    if let Some(slot) = texts.get_mut(field as usize) {
        slot.clear();
        slot.push_str(text.unwrap_or_default());
    }
}

/// The place of an item in a list that has few that differ: it is looked for among the last ones.
fn place_in<T: PartialEq>(list: &mut Vec<T>, item: T) -> usize {
    const LAST: usize = 64;
    let start = list.len().saturating_sub(LAST);
    let known = list.iter().skip(start).position(|other| *other == item);
    known.map(|at| start + at).unwrap_or_else(|| {
        list.push(item);
        list.len() - 1
    })
}
