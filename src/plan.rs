//! The plan: which claims could be filed for the customers in the evidence, what is open about each, and
//! why the rest cannot be claimed.
//!
//! Each claim is checked as any other. Business Applications are claimed by subscription and activity,
//! Microsoft 365 by tenant and workload.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::advise::{
    Answers, Effect, PartnerIdAdvice, PartnerIdOverall, Question, advise_activity,
};
use crate::api::{CheckInput, ClaimReader, ReadEvidence, World};
use crate::claim::{Activity, Field, PurchaseChannel, SolutionArea};
use crate::classify::ReferenceData;
use crate::code::{CheckId, Code};
use crate::date::Date;
use crate::evidence::Subscription;
use crate::guid::Guid;
use crate::json::Value;
use crate::list::as_map;
use crate::report::{Outcome, Param, Report, Verdict};
use crate::ruleset::{Fit, ProductGroup, Program, RuleSet, Source};
use crate::sku::Class;

mod context;
mod customers;
mod exclusion;

use context::Context;
use customers::{Customers, Offer};
use exclusion::{Exclusion, exclusion};

/// The plan. Its wording is part of the languages.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Plan {
    /// The ID of the rule set.
    pub ruleset: &'static str,
    /// The Partner ID of all claims.
    pub partner_id: Option<String>,
    /// What to do about the Partner ID.
    #[cfg_attr(test, ts(type = "PartnerIdOverall"))]
    pub partner_id_next: PartnerIdOverall,
    /// The answer to reconsider, if no activity fits.
    pub reconsider: Option<Question>,
    /// What could be filed, customer by customer.
    pub claims: Vec<PlannedClaim>,
    /// What cannot, in the same order.
    pub excluded: Vec<Excluded>,
    /// The reasons that claims have, each once.
    pub reasons: Vec<PlanReason>,
}

/// A claim that could be filed.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(optional_fields))]
pub struct PlannedClaim {
    /// Its fields, in their order.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "Partial<Record<Field, string>>"))]
    pub claim: Vec<(&'static str, String)>,
    /// The verdict of its check.
    pub verdict: Verdict,
    /// The checks that are unknown or fail.
    pub open: Vec<CheckId>,
    /// Why it is planned: places in the list of reasons.
    pub because: Vec<usize>,
    /// The subscription that this one replaces, on which there is an own claim.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renews: Option<Guid>,
}

/// A subscription, or a workload of a tenant, that cannot be claimed.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Excluded {
    /// The customer's tenant, if it is known.
    pub tenant_id: Option<Guid>,
    /// The subscription.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub subscription_id: Option<Guid>,
    /// The product.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub product: Option<String>,
    /// The activity that it is excluded for; without one, for all.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub activity: Option<Activity>,
    /// The code of the finding that excludes it.
    pub code: Code,
    /// The finding's parameters.
    #[serde(serialize_with = "as_map")]
    #[cfg_attr(test, ts(type = "Record<string, string | string[]>"))]
    pub params: Vec<(&'static str, Param)>,
    /// The programs that count for it.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<Program>>"))]
    pub programs: Vec<Program>,
    /// Where Microsoft says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub source: Option<Source>,
}

/// Why an activity fits, or may fit.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PlanReason {
    /// The name of the sentence that explains it: one of the activity guide's.
    pub reason: &'static str,
    /// The activity.
    pub activity: Activity,
    /// The solution area.
    pub solution_area: SolutionArea,
    /// The purchase channel, if it is known.
    pub channel: Option<PurchaseChannel>,
}

/// Of so many texts of one field, each is read once: more products than most partners sell.
const KEPT_TEXTS: usize = 4096;

/// Plans the claims for the customers in the evidence. Answers in the context that are none count as not
/// given.
pub fn plan(
    world: World<'_>,
    context: &Value<'_>,
    evidence: &ReadEvidence,
    options: &Value<'_>,
) -> Plan {
    let (ruleset, today) = world.options(options, &mut Vec::new());
    let rules = ruleset.unwrap_or_else(|| RuleSet::in_force(today));
    let context = Context::read(context, &evidence.0, world.to_ascii);
    let PartnerIdAdvice { partner_id, next, .. } = context.advise_partner_id(today);
    let known = ReferenceData { evidence: &evidence.0, skus: world.skus, to_ascii: world.to_ascii };
    let mut planner = Planner {
        ruleset,
        rules,
        today,
        world,
        evidence,
        known,
        reader: ClaimReader::with_capacity(KEPT_TEXTS),
        renewals: BTreeMap::new(),
        guides: Vec::new(),
        plan: Plan {
            ruleset: rules.id,
            partner_id: context.only_partner_id().or(partner_id),
            partner_id_next: next,
            reconsider: None,
            claims: Vec::new(),
            excluded: Vec::new(),
            reasons: Vec::new(),
        },
        context,
    };
    planner.plan_subscriptions();
    planner.plan_workloads();
    planner.plan
}

struct Planner<'a> {
    ruleset: Option<&'static RuleSet>,
    rules: &'static RuleSet,
    today: Date,
    world: World<'a>,
    evidence: &'a ReadEvidence,
    known: ReferenceData<'a>,
    reader: ClaimReader<'a>,
    context: Context,
    /// By subscription and activity: the subscription with an own claim that it replaces.
    renewals: BTreeMap<(Guid, Activity), Guid>,
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

impl<'a> Planner<'a> {
    fn plan_subscriptions(&mut self) {
        const AREA: SolutionArea = SolutionArea::BusinessApplications;
        let customers = Customers::of(self.known);
        let activities = self.activities(AREA);
        if activities.is_empty() {
            self.plan.reconsider = self.reconsider(AREA);
        }
        for offer in customers.offers() {
            let excluded = self.excluded(&offer);
            if !offer.is_business() {
                self.exclude(excluded, offer.exclusion());
            } else if activities.is_empty() {
                let code = Code::ActivityMissing;
                self.exclude(excluded, Exclusion { code, params: Vec::new() });
            } else {
                let mut texts = self.texts(&customers, offer.tenant_id, AREA);
                let channel = offer.record.channel;
                let channel = channel.filter(|channel| *channel != PurchaseChannel::Unknown);
                let channel = channel.or(self.context.channel);
                set(&mut texts, Field::PurchaseChannel, channel.map(PurchaseChannel::name));
                set(&mut texts, Field::Product, offer.product.as_deref());
                set(&mut texts, Field::SubscriptionId, Some(&offer.record.id.to_string()));
                for activity in &activities {
                    set(&mut texts, Field::Activity, Some(activity.name()));
                    let excluded = Excluded { activity: Some(*activity), ..self.excluded(&offer) };
                    self.add(&texts, AREA, channel, *activity, Some(offer.record), excluded);
                }
            }
        }
        for claim in &mut self.plan.claims {
            let text = |field: Field| {
                let value = claim.claim.iter().find(|(name, _)| *name == field.name());
                value.map_or("", |(_, text)| text)
            };
            let subscription = Guid::parse(text(Field::SubscriptionId)).ok();
            let key = subscription.zip(Activity::from_name(text(Field::Activity)));
            claim.renews = key.and_then(|key| self.renewals.get(&key).copied());
        }
    }

    fn plan_workloads(&mut self) {
        const AREA: SolutionArea = SolutionArea::Microsoft365;
        if self.context.workloads.is_empty() {
            return;
        }
        let customers = Customers::of(self.known);
        let activities = self.activities(AREA);
        let other = self.activities(SolutionArea::BusinessApplications).first().copied();
        for tenant in customers.tenants() {
            for workload in self.context.workloads.clone() {
                let excluded = Excluded::of(Some(tenant), Some(workload.clone()));
                if activities.is_empty() {
                    let params = vec![
                        ("activity", Param::Name(other.map_or("", Activity::name))),
                        ("solutionArea", Param::Name(AREA.name())),
                    ];
                    self.exclude(excluded, Exclusion { code: Code::ActivityNotInArea, params });
                    continue;
                }
                let mut texts = self.texts(&customers, Some(tenant), AREA);
                set(&mut texts, Field::Product, Some(&workload));
                for activity in &activities {
                    set(&mut texts, Field::Activity, Some(activity.name()));
                    let excluded = Excluded {
                        activity: Some(*activity),
                        ..Excluded::of(Some(tenant), Some(workload.clone()))
                    };
                    self.add(&texts, AREA, None, *activity, None, excluded);
                }
            }
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

    /// Checks a claim, and adds it to those that could be filed, or to what cannot.
    fn add(
        &mut self,
        texts: &Texts,
        area: SolutionArea,
        channel: Option<PurchaseChannel>,
        activity: Activity,
        record: Option<&Subscription>,
        excluded: Excluded,
    ) {
        let report = self.check(texts);
        if let Some(record) = record {
            self.note_renewal(&report, record, activity);
        }
        if let Some(exclusion) = exclusion(&report, record, self.rules) {
            self.exclude(excluded, exclusion);
            return;
        }
        let is_open = |outcome| matches!(outcome, Outcome::Unknown | Outcome::Fail);
        let open = report.checks.iter().filter(|check| is_open(check.outcome));
        let open = open.map(|check| check.id).collect();
        let because = self.guide(area, channel);
        let because = because.iter().find(|fitting| fitting.activity == activity);
        let because = because.map(|fitting| fitting.because.clone()).unwrap_or_default();
        let fields = Field::ALL.iter().zip(texts).filter(|(_, text)| !text.is_empty());
        let claim = fields.map(|(field, text)| (field.name(), text.clone())).collect();
        let planned = PlannedClaim { claim, verdict: report.verdict, open, because, renews: None };
        self.plan.claims.push(planned);
    }

    fn check(&mut self, texts: &Texts) -> Report {
        let fields = Field::ALL.iter().copied().zip(texts.iter().map(String::as_str));
        let input = CheckInput::of(fields, self.ruleset, self.today);
        self.reader.check(&input, self.world.skus, self.known, &self.evidence.1)
    }

    /// An own claim ended with its subscription, and another subscription took its place.
    fn note_renewal(&mut self, report: &Report, record: &Subscription, activity: Activity) {
        let ours = report.findings.iter().find(|finding| {
            finding.code == Code::SubscriptionAlreadyClaimed && finding.has("by", "us")
        });
        let params = ours.map(|finding| &*finding.params).unwrap_or_default();
        let successor = params.iter().find_map(|(name, param)| match param {
            Param::Text(id) if *name == "successor" => Guid::parse(id).ok(),
            _ => None,
        });
        if let Some(successor) = successor {
            self.renewals.insert((successor, activity), record.id);
        }
    }

    fn excluded(&self, offer: &Offer<'_>) -> Excluded {
        Excluded {
            subscription_id: Some(offer.record.id),
            ..Excluded::of(offer.tenant_id, offer.product.clone())
        }
    }

    /// Adds what cannot be claimed, with the programs that count for it.
    fn exclude(&mut self, excluded: Excluded, exclusion: Exclusion) {
        let class = match (&excluded.product, excluded.subscription_id) {
            (Some(product), _) => self.reader.product(product, self.world.skus, self.known).class(),
            (None, _) => Class::Missing,
        };
        let group = match class {
            Class::BusinessUsageElsewhere => Some(ProductGroup::PowerPlatform),
            Class::Business => Some(ProductGroup::Dynamics365),
            Class::Microsoft365 | Class::Suite => Some(ProductGroup::Microsoft365),
            Class::Azure => Some(ProductGroup::Azure),
            Class::Missing | Class::Unrecognized => None,
        };
        let is_csp = exclusion.code == Code::SubscriptionCsp;
        let is_about_product = matches!(
            exclusion.code,
            Code::ProductPowerPlatform | Code::ProductNotInArea | Code::SubscriptionNotDynamics
        );
        let row = group.filter(|_| is_csp || is_about_product);
        let row = row.and_then(|group| {
            self.rules.programs.iter().find(|row| row.is_for(group, excluded.activity))
        });
        let counts = |program: &&Program| (**program == Program::Csp) == is_csp;
        let programs = row.map(|row| row.programs.iter().filter(counts).copied().collect());
        self.plan.excluded.push(Excluded {
            code: exclusion.code,
            params: exclusion.params,
            programs: programs.unwrap_or_default(),
            source: row.map(|row| row.source),
            ..excluded
        });
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
            let because = because.into_iter().map(|reason| self.place_of(reason)).collect();
            fitting.push(Fitting { activity: *activity, because });
        }
        self.guides.push((area, channel, fitting.clone()));
        fitting
    }

    fn place_of(&mut self, reason: PlanReason) -> usize {
        let reasons = &mut self.plan.reasons;
        reasons.iter().position(|other| *other == reason).unwrap_or_else(|| {
            reasons.push(reason);
            reasons.len() - 1
        })
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
    fn of(tenant_id: Option<Guid>, product: Option<String>) -> Self {
        Self {
            tenant_id,
            subscription_id: None,
            product,
            activity: None,
            code: Code::SubscriptionNotDynamics,
            params: Vec::new(),
            programs: Vec::new(),
            source: None,
        }
    }
}

fn set(texts: &mut Texts, field: Field, text: Option<&str>) {
    if let Some(slot) = texts.get_mut(field as usize) {
        slot.clear();
        slot.push_str(text.unwrap_or_default());
    }
}
