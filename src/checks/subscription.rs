//! The subscription: its ID, and the reasons for which Partner Center refuses a subscription.
//!
//! source: 2020-06, "Subscription errors in the CPOR association claim flow"

use crate::claim::{CompetingPartner, PurchaseChannel, SolutionArea};
use crate::code::{CheckId, Code};
use crate::evidence::{Association, Contradiction, Subscription};
use crate::facts::{Facts, Identifier};
use crate::guid::Guid;
use crate::list::names;
use crate::report::{Asks, Basis, CheckResult, Checks, Finding, Findings, Found, Outcome};
use crate::sku::{Class, Nature};
use crate::vocabulary::{Fact, Holder, Provisioning, SubscriptionStatus};

names! {
    /// How certain it is that an own claim is for the activity of this one.
    pub enum Claimed {
        /// Both are for the same activity.
        Same = "same",
        /// The activity of one of them is not known.
        Unknown = "unknown",
    }
}

impl Claimed {
    /// Of an own claim; none if it is for another activity, which is a claim of its own. Microsoft 365
    /// has one activity only.
    pub fn of(facts: &Facts<'_>, claim: &Association) -> Option<Self> {
        if facts.area == Some(SolutionArea::Microsoft365) {
            return Some(Self::Same);
        }
        match claim.activity.zip(facts.activity) {
            None => Some(Self::Unknown),
            Some((one, other)) => (one == other).then_some(Self::Same),
        }
    }
}

/// Is the subscription ID well-formed and of the right kind?
///
/// Only Business Applications claims ask for a subscription.
pub fn id(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if facts.area.is_some() && !facts.is_business() {
        if facts.subscription != Identifier::Missing {
            findings.raise(Code::SubscriptionIdNotNeeded);
        }
        return Found::NOT_APPLICABLE;
    }
    match &facts.subscription {
        Identifier::Read(_) => Found::pass(Basis::Typed),
        Identifier::Missing => {
            if !facts.is_business() {
                return Found::unknown(Asks::You);
            }
            raise_missing(facts, findings);
            Found::unknown(Asks::Customer)
        }
        Identifier::Malformed(fault) => {
            findings.raise(Code::SubscriptionIdMalformed).name("problem", fault.name());
            Found::fail(Basis::Typed)
        }
        Identifier::WrongKind(kind) => {
            findings.raise(Code::SubscriptionIdWrongKind).name("kind", kind.name());
            Found::fail(Basis::Typed)
        }
    }
}

/// Says which of the tenant's subscriptions the claim can be for.
fn raise_missing(facts: &Facts<'_>, findings: &mut Findings) {
    let matches = facts.matches();
    // Without an ID, the records are those of the only subscription that can be meant.
    let only = facts.records.first().map(|record| record.id.to_string());
    let found = match matches.as_deref() {
        _ if only.is_some() => "one",
        None if is_tenant_known(facts) => "listed",
        None => "unknown",
        Some([]) => "none",
        Some(_) => "several",
    };
    findings
        .raise(Code::SubscriptionIdMissing)
        .name("match", found)
        .text("suggestion", only.unwrap_or_default());
}

/// Says of the only subscription that the claim can be for that it is not to be claimed, where another
/// finding asks for a different one.
pub fn suggest_no_unfit(findings: &mut Findings) {
    let asks_for_another = |finding: &Finding| match finding.code {
        Code::SubscriptionCsp => finding.has("certainty", "certain"),
        Code::SubscriptionAlreadyClaimed => finding.has("by", "us") && finding.has("ended", "yes"),
        code => matches!(code, Code::SubscriptionTrial | Code::SubscriptionNotDynamics),
    };
    if findings.raised().iter().any(asks_for_another) {
        findings.replace(Code::SubscriptionIdMissing, "match", "one", "unfit");
    }
}

/// Are product and subscription on the customer's tenant?
///
/// Records without a tenant show nothing: they may be any customer's. Nor can a product be compared
/// whose name is not known, or Azure, which these subscriptions are not for.
pub fn on_tenant(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if let Some(settled) = settled_by_area(facts) {
        return settled;
    }
    let tenant = facts.tenant_id();
    let records = &facts.records;
    let differs = records.first().is_some_and(|record| product_mismatch(facts, record, findings));
    let mut tenants = records.iter().filter_map(|record| record.tenant_id);
    let on_claimed_tenant = tenants.clone().any(|id| Some(id) == tenant);
    let on_other_tenant = tenant.is_some() && tenants.any(|id| Some(id) != tenant);
    let no_product = product_not_on_tenant(facts, findings);
    let can_compare = facts.product.class() == Class::Missing || is_comparable(facts);
    match (on_claimed_tenant, on_other_tenant) {
        (false, true) => {
            findings.raise(Code::SubscriptionOnOtherTenant);
            Found::fail(Basis::Evidence)
        }
        _ if no_product || differs => Found::fail(Basis::Evidence),
        (true, false) if can_compare => Found::pass(Basis::Evidence),
        // Exports that contradict each other show nothing.
        (true, _) if can_compare => Found::unknown(Asks::Customer),
        (true, _) => Found::unknown(Asks::You),
        (false, false) => {
            let is_named = matches!(facts.subscription, Identifier::Read(_));
            let is_missing = records.is_empty() && is_tenant_known(facts);
            if is_named && is_missing {
                findings.raise(Code::SubscriptionNotListed);
            }
            let waits_for_id = !is_named && records.is_empty();
            let asks_customer = can_compare || is_missing || waits_for_id;
            Found::unknown(if asks_customer { Asks::Customer } else { Asks::You })
        }
    }
}

/// Can the product be compared with that of a subscription?
fn is_comparable(facts: &Facts<'_>) -> bool {
    !matches!(facts.product.class(), Class::Missing | Class::Unrecognized | Class::Azure)
}

/// Is the subscription for Dynamics 365?
///
/// Decides by the SKU's GUID, or else by its part number, but never by a service plan or a name.
pub fn dynamics(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    with_record(facts, Asks::Customer, |record| {
        match facts.sku_of(record).map(|sku| (sku.nature(), sku)) {
            None | Some((Nature::PowerPlatform, _)) => Found::unknown(Asks::Customer),
            Some((Nature::Dynamics, _)) => Found::pass(Basis::Evidence),
            Some((Nature::Other, sku)) => {
                findings.raise(Code::SubscriptionNotDynamics).text("product", &sku.name);
                Found::fail(Basis::Evidence)
            }
        }
    })
}

/// Was the subscription bought outside CSP?
///
/// A partner tenant as the owner is a strong sign of CSP but not proof. Where the evidence lists the
/// subscription and shows neither channel nor partner, the person's answer decides.
pub fn not_csp(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    use PurchaseChannel as C;
    with_record(facts, Asks::Purchasing, |_| match (shown_channel(facts), facts.channel) {
        (Some(C::Csp), typed) => {
            let typed = typed.filter(|typed| *typed != C::Csp);
            findings
                .raise(Code::SubscriptionCsp)
                .name("certainty", "certain")
                .name("owner", owner(facts))
                .name("typed", typed.map_or("", C::name));
            Found::fail(Basis::Evidence)
        }
        (Some(C::VolumeLicensing | C::WebDirect), _) => Found::pass(Basis::Evidence),
        (Some(_), _) => Found::unknown(Asks::Purchasing),
        // `channel-not-eligible` says it.
        (None, Some(C::Other)) => Found::unknown(seller(facts)),
        (None, Some(C::Csp)) => Found::fail(Basis::Stated),
        (None, typed) if has_foreign_owner(facts) => {
            findings
                .raise(Code::SubscriptionCsp)
                .name("certainty", "likely")
                .name("owner", owner(facts))
                .name("typed", typed.map_or("", C::name))
                .uncertain();
            Found::unknown(seller(facts))
        }
        (None, Some(C::VolumeLicensing | C::WebDirect)) => Found::pass(Basis::Stated),
        (None, _) => Found::unknown(Asks::Purchasing),
    })
}

/// The purchase channel that the evidence shows for the subscription.
pub fn shown_channel(facts: &Facts<'_>) -> Option<PurchaseChannel> {
    let record = facts.records.first().filter(|_| facts.is_business())?;
    record.channel.filter(|channel| *channel != PurchaseChannel::Unknown)
}

/// Did a tenant other than the customer's create the subscription?
pub fn has_foreign_owner(facts: &Facts<'_>) -> bool {
    !owner(facts).is_empty()
}

/// Whose tenant created the subscription: the partner's own, another one, or the customer's.
fn owner(facts: &Facts<'_>) -> &'static str {
    let records = &facts.records;
    let Some(owner) = records.first().and_then(|record| record.owner_tenant_id) else { return "" };
    let is_listed_there = records.iter().any(|record| record.tenant_id == Some(owner));
    if is_listed_there || Some(owner) == facts.tenant_id() {
        ""
    } else if Some(owner) == facts.own_tenant {
        "us"
    } else {
        "other"
    }
}

/// Who knows how the subscription was sold.
fn seller(facts: &Facts<'_>) -> Asks {
    if owner(facts) == "us" { Asks::You } else { Asks::Purchasing }
}

/// Are the products of the subscription provisioned?
///
/// source: 2020-06, "When subscriptions will be available to claim"
pub fn provisioned(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    with_record(facts, Asks::Customer, |record| match record.provisioning {
        Some(Provisioning::Provisioned) => {
            if let Some(day) = facts.visible_by() {
                findings.raise(Code::SubscriptionNewlyProvisioned).text("visibleBy", day);
            }
            Found::pass(Basis::Evidence)
        }
        Some(state) => {
            findings.raise(Code::SubscriptionNotProvisioned).name("provisioning", state.name());
            Found::fail(Basis::Evidence)
        }
        None => Found::unknown(Asks::Customer),
    })
}

/// Is the subscription still unclaimed?
///
/// One partner can hold several claims on it, each for another activity. No export shows the claims
/// of other partners, so a pass rests on the person's answer that no other partner is associated.
pub fn unclaimed(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    if let Some(settled) = settled_by_area(facts) {
        return settled;
    }
    if !matches!(facts.subscription, Identifier::Read(_)) && facts.records.is_empty() {
        return Found::unknown(Asks::Customer);
    }
    // The partner's own claim comes first. Another partner's claim is then a competing one.
    let own = own_claim(facts);
    let holder = match own {
        Some(_) => Some(Holder::Us),
        None => Some(Holder::OtherPartner).filter(|other| is_held_by(facts, *other)),
    };
    if let Some(holder) = holder {
        let records = &facts.records;
        let ended = records.iter().find(|record| record.has_ended(facts.day));
        let successor = ended.and_then(|record| successor(facts, record));
        let says_no = facts.competing == Some(CompetingPartner::No);
        let contradicts = says_no && holder == Holder::OtherPartner;
        let is_uncertain = own == Some(Claimed::Unknown) && !counts_as_same(facts);
        let finding = findings
            .raise(Code::SubscriptionAlreadyClaimed)
            .name("by", holder.name())
            .name("activity", own.map_or("", Claimed::name))
            .name("ended", if ended.is_some() { "yes" } else { "no" })
            .text("successor", successor.unwrap_or_default())
            .name("typed", if contradicts { CompetingPartner::No.name() } else { "" });
        if is_uncertain {
            finding.uncertain();
            // Another partner holds it for certain; that is told as a competing claim.
            if !is_held_by(facts, Holder::OtherPartner) {
                return Found::unknown(Asks::You);
            }
        }
        return Found::fail(Basis::Evidence);
    }
    match facts.competing {
        Some(CompetingPartner::No) => Found::pass(Basis::Stated),
        Some(_) => Found::unknown(Asks::Microsoft),
        None if is_claimed_nearby(facts) => Found::unknown(Asks::Microsoft),
        None => Found::unknown(Asks::You),
    }
}

/// Does another partner hold a claim on this customer?
fn is_claimed_nearby(facts: &Facts<'_>) -> bool {
    let is_near = |claim: &Association| {
        Some(claim.tenant_id) == facts.tenant_id()
            && claim.holder == Holder::OtherPartner
            && claim.holds()
    };
    facts.evidence.associations.iter().any(is_near)
}

/// Does a claim whose activity is not known count as one for the same activity? It does where a claimed
/// subscription is an error.
pub fn counts_as_same(facts: &Facts<'_>) -> bool {
    facts.rules.subscription_error.contains(&Code::SubscriptionAlreadyClaimed)
}

/// The partner's own claim on the subscription, unless it is for another activity.
pub fn own_claim(facts: &Facts<'_>) -> Option<Claimed> {
    let claims = claims_on_subscription(facts).filter(|claim| claim.holder == Holder::Us);
    let mut own = None;
    let mut is_explained = false;
    for claim in claims {
        is_explained |= claim.activity.is_some();
        own = [own, Claimed::of(facts, claim)].into_iter().flatten().min();
    }
    // A record does not say for what; a claim that does may be the very one.
    let by_record = facts.records.iter().any(|record| record.claimed_by == Some(Holder::Us))
        || is_held_by_both(facts);
    own.or_else(|| (by_record && !is_explained).then_some(Claimed::Unknown))
}

/// Does the evidence show a claim of this holder on the subscription?
pub fn is_held_by(facts: &Facts<'_>, holder: Holder) -> bool {
    facts.records.iter().any(|record| record.claimed_by == Some(holder))
        || is_held_by_both(facts)
        || claims_on_subscription(facts).any(|claim| claim.holder == holder)
}

/// Claims in force on the subscription, under any of its IDs.
fn claims_on_subscription<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Association> {
    let typed = facts.subscription.read().copied();
    let records = &facts.records;
    let is_this = move |other: Guid| {
        Some(other) == typed || records.iter().any(|record| record.is_named(other))
    };
    let claims = facts.evidence.associations.iter().filter(|claim| claim.holds());
    claims.filter(move |claim| claim.subscription_id.is_some_and(&is_this))
}

/// A record names only one holder. A contradiction shows that sources name the other one as well.
fn is_held_by_both(facts: &Facts<'_>) -> bool {
    let Some(record) = facts.records.first().filter(|one| one.claimed_by.is_some()) else {
        return false;
    };
    let id = record.id.to_string();
    let is_this = |problem: &Contradiction| problem.field == Fact::ClaimedBy && problem.id == id;
    facts.evidence.problems.iter().any(is_this)
}

/// Is the subscription active or in its grace period, and paid for?
///
/// source: 2020-06, "Choosing a product vs entering a subscription"
pub fn status(facts: &Facts<'_>, findings: &mut Findings) -> Found {
    with_record(facts, Asks::Customer, |record| {
        let found = stage(facts, record, findings);
        let sku = facts.sku_of(record);
        let is_trial = record.trial.unwrap_or_else(|| sku.is_some_and(|sku| sku.is_trial));
        if !is_trial {
            return found;
        }
        findings.raise(Code::SubscriptionTrial);
        if found.outcome == Outcome::Fail { found } else { Found::unknown(Asks::Customer) }
    })
}

fn stage(facts: &Facts<'_>, record: &Subscription, findings: &mut Findings) -> Found {
    let ends_in = record.ends_on.map(|day| facts.day.days_until(day));
    let in_grace = record.status == SubscriptionStatus::InGrace;
    match record.status {
        SubscriptionStatus::Unknown => return Found::unknown(Asks::Customer),
        SubscriptionStatus::Active => {}
        SubscriptionStatus::InGrace => {
            findings.raise(Code::SubscriptionInGrace);
        }
        status => {
            let ended = Some(record).filter(|record| record.has_ended(facts.day));
            let successor = ended.and_then(|record| successor(facts, record));
            findings
                .raise(Code::SubscriptionNotActive)
                .name("status", status.name())
                .text("successor", successor.unwrap_or_default());
            return Found::fail(Basis::Evidence);
        }
    }
    match (ends_in, record.ends_on) {
        (Some(days @ ..0), _) if in_grace && days >= -LONGEST_GRACE => Found::pass(Basis::Evidence),
        // The term has ended since the export was made, and nothing shows whether it was renewed.
        (Some(..0), _) => Found::unknown(Asks::Customer),
        (Some(days), Some(ends_on)) if days <= facts.rules.days.ending_soon => {
            findings.raise(Code::SubscriptionEnding).text("endsOn", ends_on);
            Found::pass(Basis::Evidence)
        }
        _ => Found::pass(Basis::Evidence),
    }
}

/// The number of days for which a subscription can be in grace after the end of its term.
///
/// source: Microsoft 365, "What happens to my data and access when my subscription ends?" (volume
/// licensing: 90; others have 30)
const LONGEST_GRACE: i32 = 90;

/// The ID of the subscription that replaced an ended one: the only other active subscription to its
/// SKU on the claimed tenant.
///
/// source: 2020-06, "Choosing a product vs entering a subscription" (a new one needs a new claim)
fn successor(facts: &Facts<'_>, ended: &Subscription) -> Option<String> {
    let is_next = |record: &&Subscription| {
        record.id != ended.id
            && record.status == SubscriptionStatus::Active
            && record.channel != Some(PurchaseChannel::Csp)
            && record.sku_id == ended.sku_id
            && !record.has_ended(facts.day)
    };
    let sku = ended.sku_id.filter(|sku| *sku != Guid::NIL);
    let mut next = tenant_subscriptions(facts).filter(is_next).take_while(|_| sku.is_some());
    let only = next.next()?;
    next.next().is_none().then(|| only.id.to_string())
}

/// Raises a single finding that names the open checks, except for those that a finding of their own
/// explains, and who can answer them.
pub fn raise_unverified(facts: &Facts<'_>, results: &[CheckResult], findings: &mut Findings) {
    if !facts.is_business() {
        return;
    }
    let unknown = results.iter().filter(|result| {
        SUBSCRIPTION_CHECKS.contains(&result.id)
            && result.outcome == Outcome::Unknown
            && !explaining_codes(facts, result.id).iter().any(|code| findings.has(*code))
    });
    let unknown = Checks::of(unknown.map(|result| result.id));
    if unknown.bits() != 0 {
        let ask = asked_for(facts, unknown).into_iter().map(str::to_owned).collect();
        findings.raise_for(Code::SubscriptionUnverified, unknown).texts("ask", ask);
    }
}

/// What to ask for: nothing that is there already, and only what can show it.
fn asked_for(facts: &Facts<'_>, open: Checks) -> Vec<&'static str> {
    let records = &facts.records;
    let has = |check| open.has(check);
    let mut asked = Vec::new();
    let in_exports = SUBSCRIPTION_CHECKS
        .iter()
        .any(|check| *check != CheckId::SubscriptionUnclaimed && has(*check));
    if records.is_empty() {
        if in_exports {
            asked.push(if is_tenant_known(facts) { "identifier" } else { "exports" });
        }
    } else {
        let has_tenant = records.iter().any(|record| record.tenant_id.is_some());
        let on_tenant = has(CheckId::SubscriptionOnTenant);
        match (facts.tenant_id(), has_tenant) {
            (None, _) if on_tenant => asked.push("tenant-id"),
            (Some(_), false) if on_tenant => asked.push("tenant"),
            _ => {}
        }
        if on_tenant && has_tenant && facts.tenant_id().is_some()
            || has(CheckId::SubscriptionDynamics)
            || has(CheckId::SubscriptionProvisioned)
            || has(CheckId::SubscriptionStatus)
        {
            asked.push("administrator");
        }
        if has(CheckId::SubscriptionNotCsp) {
            asked.push("purchasing");
        }
    }
    if has(CheckId::SubscriptionUnclaimed) {
        asked.push("partners");
    }
    asked
}

/// The findings that explain why a check is open.
fn explaining_codes(facts: &Facts<'_>, check: CheckId) -> &'static [Code] {
    match check {
        CheckId::SubscriptionOnTenant if facts.product.class() == Class::Azure => {
            &[Code::ProductNotInArea]
        }
        CheckId::SubscriptionOnTenant => &[Code::SubscriptionNotListed, Code::ProductUnrecognized],
        CheckId::SubscriptionDynamics => &[Code::ProductPowerPlatform],
        CheckId::SubscriptionNotCsp => &[Code::SubscriptionCsp],
        CheckId::SubscriptionUnclaimed => &[Code::SubscriptionAlreadyClaimed],
        CheckId::SubscriptionStatus => &[Code::SubscriptionTrial],
        _ => &[],
    }
}

/// The checks about which [`raise_unverified`] raises a finding.
const SUBSCRIPTION_CHECKS: [CheckId; 6] = [
    CheckId::SubscriptionOnTenant,
    CheckId::SubscriptionDynamics,
    CheckId::SubscriptionNotCsp,
    CheckId::SubscriptionProvisioned,
    CheckId::SubscriptionUnclaimed,
    CheckId::SubscriptionStatus,
];

/// What was found, if the solution area alone decides it.
fn settled_by_area(facts: &Facts<'_>) -> Option<Found> {
    match facts.area {
        None => Some(Found::unknown(Asks::You)),
        Some(_) => (!facts.is_business()).then_some(Found::NOT_APPLICABLE),
    }
}

/// Applies a check to the first record of the subscription; without one, it is unknown. If there are
/// several records under different tenants, they agree in everything else.
fn with_record(
    facts: &Facts<'_>,
    asks: Asks,
    question: impl FnOnce(&Subscription) -> Found,
) -> Found {
    // Without a subscription, only the customer can say which one it is.
    let is_read = matches!(facts.subscription, Identifier::Read(_));
    let asks = if is_read { asks } else { Asks::Customer };
    settled_by_area(facts).unwrap_or_else(|| {
        facts.records.first().map_or(Found::unknown(asks), |record| question(record))
    })
}

/// The subscriptions of the claimed tenant.
fn tenant_subscriptions<'f>(facts: &'f Facts<'_>) -> impl Iterator<Item = &'f Subscription> {
    facts.tenant_id().into_iter().flat_map(|tenant| facts.evidence.subscriptions_of(tenant))
}

/// Are all subscriptions of the tenant known? Sources that list only some of them do not count.
fn is_tenant_known(facts: &Facts<'_>) -> bool {
    tenant_subscriptions(facts).any(|record| !record.excerpt)
}

/// Raises a finding if every subscription of the tenant is for a known product, and none can be the
/// claimed one. One without a tenant may be the tenant's, too.
fn product_not_on_tenant(facts: &Facts<'_>, findings: &mut Findings) -> bool {
    let is_known = is_comparable(facts) && is_tenant_known(facts);
    let is_none = |record| facts.sku_of(record).is_some_and(|sku| !facts.product.may_be(sku));
    let mut others = facts.evidence.subscriptions_without_tenant();
    if !is_known || !tenant_subscriptions(facts).all(is_none) || !others.all(is_none) {
        return false;
    }
    findings.raise(Code::ProductNotOnTenant).text("product", facts.product.label());
    true
}

/// Raises a finding if the subscription is for another product than the one claimed.
fn product_mismatch(facts: &Facts<'_>, record: &Subscription, findings: &mut Findings) -> bool {
    let sku = facts.sku_of(record).filter(|sku| facts.product.differs_from(sku));
    let Some(sku) = sku.filter(|_| is_comparable(facts)) else { return false };
    findings
        .raise(Code::ProductSubscriptionMismatch)
        .text("product", facts.product.label())
        .text("subscriptionProduct", &sku.name)
        .text("typed", facts.product.label());
    true
}

#[cfg(feature = "core")]
#[cfg(test)]
mod tests {
    use crate::code::CheckId;
    use crate::report::{Asks, Verdict};
    use crate::testing::{
        CONTOSO, check, check_under, check_with, claim_with, report, report_under, subscription,
    };

    const SALES: &str = r#""skuId":"1e1a282c-9c54-43a2-9310-98ef728faace""#;
    const FINANCE: &str = r#""skuId":"55c9eb4e-c746-45b4-b255-9ab6b19d5c62""#;
    const SUITE: &str = r#""skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06""#;
    const OTHER: &str = "7c4d2e10-6a5b-4c3d-9e8f-0a1b2c3d4e5f";

    fn on(tenant: &str) -> String {
        format!(r#""tenantId":"{tenant}""#)
    }

    /// One export names its tenant, another one does not.
    #[test]
    fn a_subscription_without_a_tenant_may_be_the_tenants() {
        let claim = claim_with(&[("product", "Business Central"), ("subscriptionId", "")]);
        for (sku, expected) in [
            // Business Central, and a SKU that is in no table.
            ("2880026b-2b0c-4251-8656-5d41ff11e3aa", "unknown"),
            ("11111111-2222-4333-8444-555555555555", "unknown"),
            // Finance.
            ("55c9eb4e-c746-45b4-b255-9ab6b19d5c62", "fail product-not-on-tenant"),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[
                    {{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"active",{SALES},{}}},
                    {{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a03","status":"active","skuId":"{sku}"}}]}}"#,
                on(CONTOSO)
            );
            check_with("subscription-on-tenant", &claim, &evidence, expected);
        }
    }

    #[track_caller]
    fn check_by_area(id: &str, members: &[&str], expected: &str) {
        check_with(id, &claim_with(&[]), &subscription(members), expected);
        let microsoft_365 = [("solutionArea", "microsoft-365"), ("activity", "usage")];
        check_with(id, &claim_with(&microsoft_365), &subscription(members), "not-applicable");
        check_with(id, &claim_with(&[("solutionArea", "")]), &subscription(members), "unknown");
    }

    #[test]
    fn ids() {
        for (text, expected) in [
            ("0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "pass"),
            ("", "unknown subscription-id-missing"),
            (
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0",
                "fail subscription-id-malformed(problem=too-short)",
            ),
            (
                "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a0x",
                "fail subscription-id-malformed(problem=bad-character)",
            ),
            (CONTOSO, "fail subscription-id-wrong-kind(kind=tenant-id)"),
            (
                "9188040d-6c67-4c5b-b112-36a304b66dad",
                "fail subscription-id-wrong-kind(kind=tenant-id)",
            ),
            (
                "1e1a282c-9c54-43a2-9310-98ef728faace",
                "fail subscription-id-wrong-kind(kind=sku-id)",
            ),
            ("DYN365_FINANCE", "fail subscription-id-wrong-kind(kind=sku-part-number)"),
            ("CFQ7TTC0LH18:0001:CFQ7TTC0K971", "fail subscription-id-wrong-kind(kind=offer-id)"),
            ("CFQ7TTC0LH18", "fail subscription-id-wrong-kind(kind=product-id)"),
            ("94e858b6d855", "fail subscription-id-wrong-kind(kind=order-id)"),
            ("MS-AZR-0145P", "fail subscription-id-wrong-kind(kind=azure-offer)"),
            ("5357564", "fail subscription-id-wrong-kind(kind=partner-id)"),
            (
                "00000000-0000-0000-0000-000000000000",
                "fail subscription-id-wrong-kind(kind=placeholder)",
            ),
            ("contoso.com", "fail subscription-id-wrong-kind(kind=domain)"),
        ] {
            check("subscription-id", &claim_with(&[("subscriptionId", text)]), expected);
        }
        let microsoft_365 =
            |id| claim_with(&[("solutionArea", "microsoft-365"), ("subscriptionId", id)]);
        check("subscription-id", &microsoft_365(""), "not-applicable");
        check("subscription-id", &microsoft_365("x"), "not-applicable subscription-id-not-needed");
        let no_area = |id| claim_with(&[("solutionArea", ""), ("subscriptionId", id)]);
        check("subscription-id", &no_area(""), "unknown");
        check(
            "subscription-id",
            &no_area(CONTOSO),
            "fail subscription-id-wrong-kind(kind=tenant-id)",
        );
    }

    #[test]
    fn tenants() {
        check_by_area("subscription-on-tenant", &[], "unknown");
        check_by_area("subscription-on-tenant", &[&on(CONTOSO)], "pass");
        check_by_area("subscription-on-tenant", &[&on(OTHER)], "fail subscription-on-other-tenant");
        let claim = claim_with(&[("subscriptionId", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a99")]);
        let listed = subscription(&[&on(CONTOSO)]);
        check_with("subscription-on-tenant", &claim, &listed, "unknown subscription-not-listed");
        check_with("subscription-on-tenant", &claim, &subscription(&[&on(OTHER)]), "unknown");
        check_with("subscription-on-tenant", &claim, &subscription(&[]), "unknown");
        let commerce = claim_with(&[("subscriptionId", "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01")]);
        let both =
            [&*on(CONTOSO), r#""commerceSubscriptionId":"71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01""#];
        check_with("subscription-on-tenant", &commerce, &subscription(&both), "pass");
        check_with(
            "subscription-on-tenant",
            &claim_with(&[("customerTenantId", "")]),
            &listed,
            "unknown",
        );
    }

    #[test]
    fn contradicting_tenants_show_nothing() {
        let one = r#"{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"active","tenantId":"#;
        let both = format!(r#"{{"subscriptions":[{one}"{CONTOSO}"}},{one}"{OTHER}"}}]}}"#);
        check_with("subscription-on-tenant", &claim_with(&[]), &both, "unknown");
    }

    #[test]
    fn products() {
        for (product, sku, expected) in [
            ("", FINANCE, "pass"),
            ("DYN365_FINANCE", FINANCE, "pass"),
            ("Dynamics 365 Finance", FINANCE, "pass"),
            ("55c9eb4e-c746-45b4-b255-9ab6b19d5c62", FINANCE, "pass"),
            ("Something else", FINANCE, "unknown"),
            ("Teams", FINANCE, "fail product-not-on-tenant product-subscription-mismatch"),
            ("Teams", SUITE, "pass"),
            ("Business Central", SUITE, "fail product-not-on-tenant product-subscription-mismatch"),
            ("Azure SQL", FINANCE, "unknown"),
            ("DYN365_FINANCE", SALES, "fail product-not-on-tenant product-subscription-mismatch"),
            ("Business Central", SALES, "fail product-not-on-tenant product-subscription-mismatch"),
            ("D365_SALES_PRO", SALES, "fail product-subscription-mismatch"),
            ("DYN365_FINANCE", r#""skuId":"11111111-1111-1111-1111-111111111111""#, "pass"),
            ("Something else", r#""skuId":"11111111-1111-1111-1111-111111111111""#, "unknown"),
        ] {
            let claim = claim_with(&[("product", product)]);
            let evidence = subscription(&[&on(CONTOSO), sku]);
            check_with("subscription-on-tenant", &claim, &evidence, expected);
        }
    }

    /// What cannot be compared is left to the person, who can name the product; the rest to the customer.
    #[test]
    fn who_is_asked_for_the_tenant() {
        let listed = subscription(&[&on(CONTOSO), FINANCE]);
        let another = listed.replace("5a01", "5a02");
        for (product, id, evidence, expected) in [
            ("asdf", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", &*listed, Asks::You),
            ("Azure", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", &*listed, Asks::You),
            ("asdf", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "{}", Asks::You),
            ("asdf", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", &*another, Asks::Customer),
            ("asdf", "", "{}", Asks::Customer),
            ("asdf", "0b6f4c1e", "{}", Asks::Customer),
            ("Finance", "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01", "{}", Asks::Customer),
        ] {
            let claim = claim_with(&[("product", product), ("subscriptionId", id)]);
            let report = report(&claim, evidence);
            let id = CheckId::SubscriptionOnTenant;
            let check = report.checks.iter().find(|check| check.id == id);
            assert_eq!(check.and_then(|check| check.asks), Some(expected), "{claim} {evidence}");
        }
    }

    /// Without an ID, the checks look at the only subscription that is shown to be of the product.
    #[test]
    fn the_only_subscription_of_the_product() {
        let row = |id: &str, more: &str| {
            format!(r#"{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a{id}","status":"active"{more}}}"#)
        };
        let on = |tenant: &str, sku: &str| format!(r#","tenantId":"{tenant}",{sku}"#);
        let (here, unknown) = (on(CONTOSO, SALES), on(CONTOSO, r#""skuPartNumber":"NEW""#));
        for (rows, provisioned) in [
            (vec![row("01", &here)], "fail subscription-not-provisioned"),
            (
                vec![row("01", &here), row("02", &on(CONTOSO, FINANCE))],
                "fail subscription-not-provisioned",
            ),
            (vec![row("01", &here), row("02", &here)], "unknown"),
            (vec![row("01", &here), row("02", &unknown)], "unknown"),
            (vec![row("01", &unknown)], "unknown"),
            (vec![row("01", &on(CONTOSO, FINANCE))], "unknown"),
            // What cannot be read may be of the product as well, but it makes nothing better.
            (vec![row("01", &here), "7".to_owned()], "fail subscription-not-provisioned"),
            (
                vec![row("01", &here), row("02", r#","tenantId":"?""#)],
                "fail subscription-not-provisioned",
            ),
        ] {
            let is_sound = !rows.iter().any(|row| row == "7" || row.contains('?'));
            let rows = rows.join(",").replacen('}', r#","provisioning":"pending"}"#, 1);
            let evidence = format!(r#"{{"subscriptions":[{rows}]}}"#);
            let claim = claim_with(&[("product", "Dynamics 365 Sales"), ("subscriptionId", "")]);
            check_with("subscription-provisioned", &claim, &evidence, provisioned);
            let passes = if is_sound && provisioned != "unknown" { "pass" } else { "unknown" };
            let evidence = evidence.replace("pending", "provisioned");
            check_with("subscription-provisioned", &claim, &evidence, passes);
        }
        // All that is known of it counts, also that it is listed under another tenant.
        let evidence = format!(
            r#"{{"subscriptions":[{},{}]}}"#,
            row("01", &here),
            row("01", &on(OTHER, SALES))
        );
        let claim = claim_with(&[("product", "Dynamics 365 Sales"), ("subscriptionId", "")]);
        check_with("subscription-on-tenant", &claim, &evidence, "unknown");
    }

    /// What is added to a list and cannot be read lifts no finding about it.
    #[test]
    fn a_list_with_a_gap_misses_the_product_all_the_same() {
        let claim = claim_with(&[("product", "Business Central")]);
        let listed = subscription(&[&on(CONTOSO), SALES]);
        for evidence in [
            listed.clone(),
            listed.replace("]}", ",7]}"),
            listed.replace(
                "]}",
                r#",{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02","tenantId":"?"}]}"#,
            ),
            subscription(&[&on(CONTOSO), SALES, r#""excerpt":"?""#]),
        ] {
            let expected = "fail product-not-on-tenant product-subscription-mismatch";
            check_with("subscription-on-tenant", &claim, &evidence, expected);
        }
        let excerpt = subscription(&[&on(CONTOSO), SALES, r#""excerpt":true"#]);
        check_with(
            "subscription-on-tenant",
            &claim,
            &excerpt,
            "fail product-subscription-mismatch",
        );
    }

    #[test]
    fn dynamics_or_not() {
        for (members, expected) in [
            (&[][..], "unknown"),
            (&[SALES], "pass"),
            (
                &[r#""skuId":"06ebc4ee-1bb5-47dd-8120-11324bc54e06""#],
                "fail subscription-not-dynamics",
            ),
            (&[r#""skuId":"d2dea78b-507c-4e56-b400-39447f4738f8""#], "unknown"),
            (&[r#""skuId":"11111111-1111-1111-1111-111111111111""#], "unknown"),
            (&[r#""skuPartNumber":"DYN365_FINANCE""#], "pass"),
            (&[r#""skuPartNumber":"SPE_E5""#], "fail subscription-not-dynamics"),
            (&[r#""skuPartNumber":"DYN365_SOMETHING_NEW""#], "unknown"),
            (
                &[r#""skuId":"11111111-1111-1111-1111-111111111111","skuPartNumber":"SPE_E5""#],
                "unknown",
            ),
            (&[r#""productName":"Dynamics 365 Finance""#], "unknown"),
        ] {
            check_by_area("subscription-dynamics", members, expected);
        }
    }

    /// Blocked in 2020; only costs earnings in 2023.
    #[test]
    fn ended_subscriptions_by_rule_set() {
        let ended = subscription(&[]).replace("active", "expired");
        for (ruleset, verdict) in [("2020-06", Verdict::Fix), ("2023-10", Verdict::Confirm)] {
            let claim = claim_with(&[]);
            let expected = "fail subscription-not-active(status=expired)";
            check_under(ruleset, "subscription-status", &claim, &ended, expected);
            assert_eq!(report_under(ruleset, &claim, &ended).verdict, verdict);
        }
    }

    #[test]
    fn csp_or_not() {
        for (members, expected) in [
            (&[][..], "pass"),
            (&[r#""channel":"csp""#], "fail subscription-csp(certainty=certain)"),
            (&[r#""channel":"volume-licensing""#], "pass"),
            (&[r#""channel":"web-direct""#], "pass"),
            (&[r#""channel":"other""#], "unknown"),
            (&[r#""channel":"unknown""#], "pass"),
            (
                &[r#""ownerTenantId":"b9a8d7c6-1234-4f5e-9a0b-77c6d5e4f3a2""#],
                "unknown subscription-csp(certainty=likely)",
            ),
            (&[r#""ownerTenantId":null"#], "pass"),
        ] {
            check_by_area("subscription-not-csp", members, expected);
        }
    }

    #[test]
    fn provisioned_or_not() {
        for (members, expected) in [
            (&[][..], "unknown"),
            (&[r#""provisioning":"provisioned""#], "pass"),
            (
                &[r#""provisioning":"pending""#],
                "fail subscription-not-provisioned(provisioning=pending)",
            ),
            (
                &[r#""provisioning":"failed""#],
                "fail subscription-not-provisioned(provisioning=failed)",
            ),
        ] {
            check_by_area("subscription-provisioned", members, expected);
        }
    }

    #[test]
    fn claimed_or_not() {
        for (members, competing, expected) in [
            (&[][..], "no", "pass"),
            (&[], "yes", "unknown"),
            (&[], "", "unknown"),
            (&[r#""claimedBy":"us""#], "no", "fail subscription-already-claimed(by=us)"),
            (
                &[r#""claimedBy":"other-partner""#],
                "no",
                "fail subscription-already-claimed(by=other-partner)",
            ),
        ] {
            let claim = claim_with(&[("competingPartner", competing)]);
            check_with("subscription-unclaimed", &claim, &subscription(members), expected);
        }
        for (status, expected) in [
            ("Approved", "fail subscription-already-claimed(by=other-partner)"),
            ("Rejected final", "pass"),
        ] {
            let evidence = format!(
                r#"{{"associations":[{{"tenantId":"{CONTOSO}","subscriptionId":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","holder":"other-partner","status":"{status}"}}]}}"#
            );
            check_with("subscription-unclaimed", &claim_with(&[]), &evidence, expected);
        }
        // Either of a subscription's two IDs can be claimed, and a claim can name either.
        let ids = [
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01",
            "71d2e0c4-55aa-4c1b-8f3e-9a0c1b2d3e01",
            "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a02",
        ];
        let [id, commerce_id, other] = ids;
        for (claimed, held) in [id, commerce_id].iter().flat_map(|id| ids.map(|held| (id, held))) {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"{id}","commerceSubscriptionId":"{commerce_id}","status":"active"}}],
                    "associations":[{{"tenantId":"{CONTOSO}","subscriptionId":"{held}","holder":"us"}}]}}"#
            );
            let claim = claim_with(&[("subscriptionId", claimed)]);
            let is_held = held != other;
            let expected =
                if is_held { "fail subscription-already-claimed(by=us)" } else { "pass" };
            check_with("subscription-unclaimed", &claim, &evidence, expected);
        }
        // Contradicting sources name both holders of this subscription. A contradiction about
        // another subscription or another fact shows nothing.
        for (about, fact, expected) in [
            (id, "claimedBy", "fail competing-claim"),
            (id, "status", "pass"),
            (other, "claimedBy", "pass"),
        ] {
            let mut evidence = subscription(&[r#""claimedBy":"us""#]);
            evidence.pop();
            evidence += &format!(
                r#","problems":[{{"code":"contradiction","part":"subscriptions","id":"{about}","field":"{fact}"}}]}}"#
            );
            check_with("competing-claim", &claim_with(&[]), &evidence, expected);
        }
    }

    /// A trial is told whatever its state, because to activate it again would not help.
    #[test]
    fn trials() {
        for (status, expected) in [
            ("active", "unknown subscription-trial"),
            ("unknown", "unknown subscription-trial"),
            ("suspended", "fail subscription-not-active subscription-trial"),
        ] {
            let trial = subscription(&[r#""trial":true"#]).replace("active", status);
            check_with("subscription-status", &claim_with(&[]), &trial, expected);
        }
    }

    #[test]
    fn stages_of_life() {
        for (status, ends_on, expected) in [
            ("active", "", "pass"),
            ("active", "2027-11-03", "pass"),
            ("active", "2026-12-23", "pass"),
            ("active", "2026-12-22", "pass subscription-ending"),
            ("active", "2026-11-22", "pass subscription-ending"),
            ("active", "2026-11-21", "unknown"),
            ("in-grace", "", "pass subscription-in-grace"),
            ("in-grace", "2026-12-10", "pass subscription-ending subscription-in-grace"),
            ("in-grace", "2026-11-21", "pass subscription-in-grace"),
            ("in-grace", "2026-08-24", "pass subscription-in-grace"),
            ("in-grace", "2026-08-23", "unknown subscription-in-grace"),
            ("suspended", "2026-12-10", "fail subscription-not-active(status=suspended)"),
            ("deleted", "", "fail subscription-not-active(status=deleted)"),
            ("locked-out", "", "fail subscription-not-active(status=locked-out)"),
            ("expired", "", "fail subscription-not-active(status=expired)"),
            ("disabled", "", "fail subscription-not-active(status=disabled)"),
            ("pending", "", "fail subscription-not-active(status=pending)"),
            ("unknown", "2026-12-10", "unknown"),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","status":"{status}","endsOn":"{ends_on}"}}]}}"#
            );
            check_with("subscription-status", &claim_with(&[]), &evidence, expected);
        }
    }

    /// Only the later rule set knows about the lag.
    #[test]
    fn recently_provisioned() {
        for (created, visible_by) in [
            ("2026-11-23", "(visibleBy=2026-11-30)"),
            ("2026-11-22", "(visibleBy=2026-11-29)"),
            ("2026-11-16", "(visibleBy=2026-11-23)"),
            ("2026-11-15", ""),
            ("2025-01-01", ""),
            ("", ""),
        ] {
            let created = format!(r#""createdOn":"{created}""#);
            for (state, outcome) in [("provisioned", "pass"), ("", "unknown")] {
                let state_member = format!(r#""provisioning":"{state}""#);
                let evidence = subscription(&[&created, &state_member]);
                let is_new = state == "provisioned" && !visible_by.is_empty();
                let pass = format!("pass subscription-newly-provisioned{visible_by}");
                let expected = if is_new { &pass } else { outcome };
                let claim = claim_with(&[]);
                check_under("2023-10", "subscription-provisioned", &claim, &evidence, expected);
                check_under("2020-06", "subscription-provisioned", &claim, &evidence, outcome);
            }
        }
    }

    #[test]
    fn the_successor_of_an_ended_one() {
        const NEXT: &str = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a77";
        let next = |id: &str, sku: &str, more: &str| {
            format!(r#",{{"id":"{id}","status":"active",{},{sku}{more}}}"#, on(CONTOSO))
        };
        let another = "0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a78";
        for (members, others, ended, successor) in [
            (r#""status":"expired""#, next(NEXT, SALES, ""), "yes", NEXT),
            (r#""status":"active","endsOn":"2026-11-21""#, next(NEXT, SALES, ""), "yes", NEXT),
            (r#""status":"expired""#, String::new(), "yes", ""),
            (r#""status":"expired""#, next(NEXT, FINANCE, ""), "yes", ""),
            (r#""status":"expired""#, next(NEXT, SALES, r#","channel":"csp""#), "yes", ""),
            (r#""status":"expired""#, next(NEXT, SALES, r#","status":"suspended""#), "yes", ""),
            (r#""status":"expired""#, next(NEXT, SALES, "") + &next(another, SALES, ""), "yes", ""),
            (r#""status":"active","endsOn":"2026-11-22""#, next(NEXT, SALES, ""), "no", ""),
            (r#""status":"in-grace","endsOn":"2026-11-01""#, next(NEXT, SALES, ""), "no", ""),
        ] {
            let evidence = format!(
                r#"{{"subscriptions":[{{"id":"0b6f4c1e-2d83-47aa-9f10-6c2f8d1e5a01","claimedBy":"us",{},{SALES},{members}}}{others}]}}"#,
                on(CONTOSO)
            );
            for expected in [format!("(ended={ended})"), format!("(successor={successor})")] {
                let expected = format!("fail subscription-already-claimed{expected}");
                check_with("subscription-unclaimed", &claim_with(&[]), &evidence, &expected);
            }
            if members.contains("expired") {
                let expected = format!("fail subscription-not-active(successor={successor})");
                check_with("subscription-status", &claim_with(&[]), &evidence, &expected);
            }
        }
    }
}
