//! From values and what stands beside them to fields of a claim.

use super::domains::{customer_domain, is_initial, is_plain};
use super::doubt::{Judged, doubt, judged, owner, stronger};
use super::found::FoundField;
use super::labels::{Label, Labelled, Labels};
use super::layout::{Region, regions};
use super::mail::{Parts, holds};
use super::plain::PlainText;
use super::products::mentions;
use super::steps;
use super::values::{Shape, TENANTS, Value, values};
use crate::batch::labels::option;
use crate::claim::Field;
use crate::classify::{ReferenceData, kind_of_guid};
use crate::date::Date;
use crate::domain::Domain;
use crate::facts::hash;
use crate::guid::Guid;
use crate::identifier::{self, IdentifierKind};
use crate::number;
use crate::paste;

/// Finds the fields of a claim in a text, in reading order. What could be for two fields is there twice.
pub fn find_fields(text: &str, reference: ReferenceData<'_>) -> Vec<FoundField> {
    let plain = PlainText::read(text);
    let labels = Labels::all();
    let mut finder =
        Finder { plain: &plain, labels: &labels, reference, company: None, found: Vec::new() };
    let parts = Parts::of(&plain.text);
    let regions = regions(&plain.text, &labels, &parts);
    let values = values(&plain.text, &labels);
    finder.company = only_company(&values);
    let mut values = values.into_iter().peekable();
    let mut mentions = mentions(&plain.text, reference.skus).into_iter().peekable();
    let elsewhere = Region { text: "", start: plain.text.len(), labelled: None, doubt: None };
    // What stands between two regions counts to none.
    for region in regions.into_iter().chain([elsewhere]) {
        let end = region.start + region.text.len();
        while let Some(value) = values.next_if(|value| value.start < region.start) {
            finder.value(&value, None);
        }
        let before = finder.found.len();
        while let Some(value) = values.next_if(|value| value.start < end) {
            finder.value(&value, Some(&region));
        }
        let is_answered = finder.found.len() == before && finder.answer(&region);
        while let Some(mention) = mentions.next_if(|mention| mention.start < end.max(region.start))
        {
            let is_inside = mention.start >= region.start;
            if !(is_inside && is_answered) {
                let kind = match mention.is_part_number {
                    true => IdentifierKind::SkuPartNumber.name(),
                    false => PRODUCT_NAME,
                };
                let value = mention.text.to_owned();
                let place = (mention.start, mention.start + mention.text.len());
                finder.add(Field::Product, value, kind, mention.is_part_number, place, None);
            }
        }
    }
    finder.sorted(&parts)
}

const ANSWER: &str = "answer";
const DAY: &str = "day";
const PRODUCT_NAME: &str = "product-name";

const PLAIN: Judged = Judged { is_plain: true, also: None, doubt: None };
/// In its cell, so much can stand before a value that is plainly that of the cell's name, in bytes.
const MAX_BEFORE: usize = 30;

struct Finder<'p, 'r> {
    plain: &'p PlainText,
    labels: &'p Labels,
    reference: ReferenceData<'r>,
    /// Whose all domains of the text are, by their names.
    company: Option<String>,
    /// Each with where it begins, in bytes.
    found: Vec<(usize, FoundField)>,
}

impl Finder<'_, '_> {
    /// Finds the fields that a value can be for.
    fn value(&mut self, value: &Value<'_>, region: Option<&Region<'_>>) {
        let (labelled, mut judged) = self.name(value, region);
        let of_region = region.and_then(|region| region.doubt);
        judged.doubt = stronger(of_region, self.doubt(value, labelled));
        // Their Partner ID is what partners write about, and a tenant of Azure is no other.
        let label = labelled.map(|one| one.label);
        judged.doubt = judged.doubt.filter(|doubt| match doubt {
            Label::Whose => label != Some(Label::Field(Field::PartnerId)),
            Label::Azure => label == Some(Label::Field(Field::SubscriptionId)),
            _ => true,
        });
        judged.is_plain &= judged.doubt.is_none();
        let is_alone = region.is_some_and(|region| {
            let is_short = region.text.len() < value.text.len() + MAX_BEFORE;
            steps::add(if is_short { region.text.len() } else { 1 });
            is_short && number::without_decimals(&paste::clean(region.text)) == value.text
        });
        match value.shape {
            Shape::Guid(guid) => self.guid(value, guid, labelled, judged),
            Shape::BareGuid(guid) if labelled.is_some() || is_alone => {
                self.guid(value, guid, labelled, judged);
            }
            Shape::BareGuid(_) => {}
            Shape::AccountSku => self.account_sku(value),
            Shape::Domain | Shape::Email | Shape::Host => self.domain(value, labelled, judged),
            Shape::Number => self.number(value, labelled, judged, is_alone),
            Shape::MistypedGuid | Shape::MistypedNumber => self.mistyped(value, labelled),
        }
    }

    /// Finds what has a letter in the place of a digit, as it stands there: the check says so, and how it is
    /// likely meant.
    fn mistyped(&mut self, value: &Value<'_>, labelled: Option<Labelled>) {
        let Some(Labelled { label: Label::Field(field), .. }) = labelled else { return };
        let is_number = value.shape == Shape::MistypedNumber;
        let is_its = match field {
            Field::CustomerTenantId | Field::SubscriptionId | Field::OwnTenantId => !is_number,
            Field::PartnerId => is_number,
            _ => false,
        };
        if is_its {
            let kind = IdentifierKind::Unknown.name();
            let place = (value.start, value.end());
            self.add(field, value.text.to_owned(), kind, false, place, labelled);
        }
    }

    /// What casts doubt on what is said about a value. An address speaks for itself.
    fn doubt(&self, value: &Value<'_>, name: Option<Labelled>) -> Option<Label> {
        if value.named.is_some_and(|kind| kind != IdentifierKind::Guid) {
            return None;
        }
        let text = &self.plain.text;
        let [before, behind] = [text.get(value.context..value.start), text.get(value.end()..)];
        let name = name.filter(|name| name.start >= value.context).map(|name| {
            let [start, end] = [name.start, name.end].map(|at| at - value.context);
            Labelled { start, end, ..name }
        });
        let [before, behind] = [before, behind].map(Option::unwrap_or_default);
        let owner = name.and_then(|name| owner(self.labels, before, name));
        let is_other = owner.is_some_and(|owner| self.company != Some(paste::lower(owner)));
        let of_owner = is_other.then_some(Label::Others);
        stronger(of_owner, doubt(self.labels, before, name, behind))
    }

    /// The name of a value: the one beside it, or that of its cell or line.
    fn name(&self, value: &Value<'_>, region: Option<&Region<'_>>) -> (Option<Labelled>, Judged) {
        let beside = value.labelled.map(|name| (name, self.judged(value, name)));
        let of_region = region.and_then(|region| region.labelled);
        match (beside, region.zip(of_region)) {
            (Some((name, judged)), None) => (Some(name), judged),
            (Some((name, judged)), _) if judged.is_plain => (Some(name), judged),
            (_, Some((region, name))) => {
                let before = self.plain.text.get(region.start..value.start).unwrap_or_default();
                let is_first = value.context <= region.start && before.len() < MAX_BEFORE;
                (Some(name), Judged { is_plain: is_first, ..PLAIN })
            }
            (None, None) => (None, PLAIN),
        }
    }

    fn judged(&self, value: &Value<'_>, name: Labelled) -> Judged {
        if name.start >= value.start {
            return PLAIN;
        }
        let context = self.plain.text.get(value.context..value.start).unwrap_or_default();
        let [start, end] = [name.start, name.end].map(|at| at - value.context);
        let mut judged = judged(self.labels, context, Labelled { start, end, ..name });
        // A switch of a command for Azure: `-Subscription`.
        let is_switch = context.get(..start).is_some_and(|before| before.ends_with('-'));
        judged.is_plain &= !(is_switch && name.label == Label::Field(Field::SubscriptionId));
        judged
    }

    fn guid(&mut self, value: &Value<'_>, guid: Guid, labelled: Option<Labelled>, judged: Judged) {
        use IdentifierKind as K;
        let place = (value.start, value.end());
        let known = kind_of_guid(guid, self.reference);
        if identifier::reserved_tenant(guid).is_some_and(|tenant| !tenant.is_possible) {
            return;
        }
        let text = guid.to_string();
        let mut add = |field, kind: K, certain, labelled| {
            self.add(field, text.clone(), kind.name(), certain, place, labelled);
        };
        match value.named {
            Some(K::TenantId) if value.is_organizer => {
                TENANTS.into_iter().for_each(|field| add(field, K::TenantId, false, None));
                return;
            }
            Some(K::TenantId) => return add(Field::CustomerTenantId, K::TenantId, true, None),
            Some(K::SubscriptionId) => {
                return add(Field::SubscriptionId, K::SubscriptionId, true, None);
            }
            Some(K::Guid) | None => {}
            Some(_) if known == K::SkuId => return add(Field::Product, known, true, None),
            Some(_) => return,
        }
        if known == K::SkuId {
            let is_said = labelled.is_none_or(|one| one.label == Label::Field(Field::Product));
            return add(Field::Product, known, is_said, labelled.filter(|_| is_said));
        }
        let kind_of_field = |field| match field {
            Field::SubscriptionId => K::SubscriptionId,
            _ => K::TenantId,
        };
        match labelled {
            Some(Labelled { label, .. }) if is_anybodys(label, judged.doubt) => {
                TENANTS.into_iter().for_each(|field| add(field, K::TenantId, false, labelled));
            }
            Some(one) => {
                let is_azure = judged.doubt == Some(Label::Azure);
                for label in [judged.also, Some(one.label)].into_iter().flatten() {
                    if let Label::Field(
                        field @ (Field::CustomerTenantId
                        | Field::OwnTenantId
                        | Field::SubscriptionId),
                    ) = label
                    {
                        if !(is_azure && field == Field::SubscriptionId) {
                            add(field, kind_of_field(field), judged.is_plain, labelled);
                        }
                    }
                }
            }
            None if known == K::TenantId => add(Field::CustomerTenantId, known, true, None),
            None if known == K::SubscriptionId => add(Field::SubscriptionId, known, true, None),
            None => {
                add(Field::CustomerTenantId, K::Guid, false, None);
                add(Field::SubscriptionId, K::Guid, false, None);
            }
        }
    }

    /// The tenant and the SKU, as they stand in the `id` of a subscribed SKU.
    fn account_sku(&mut self, value: &Value<'_>) {
        let Some((account, sku)) = value.text.split_once('_') else { return };
        let Some((tenant, id)) = identifier::guid_pair((account, sku)) else { return };
        let kind = IdentifierKind::AccountSku.name();
        let middle = value.start + account.len();
        let place = (value.start, middle);
        self.add(Field::CustomerTenantId, tenant.to_string(), kind, false, place, None);
        if self.reference.skus.by_id(id).is_some() {
            let kind = IdentifierKind::SkuId.name();
            let place = (middle + 1, value.end());
            self.add(Field::Product, id.to_string(), kind, true, place, None);
        }
    }

    fn domain(&mut self, value: &Value<'_>, labelled: Option<Labelled>, judged: Judged) {
        let word = value.text.rsplit('@').next().unwrap_or_default();
        let Some(domain) = customer_domain(word, self.reference.to_ascii) else { return };
        let label = labelled.map(|one| one.label);
        let is_said =
            matches!(label, Some(Label::Field(Field::CustomerDomain | Field::CustomerTenantId)));
        let is_own = label == Some(Label::Field(Field::OwnTenantId));
        let is_named = value.named == Some(IdentifierKind::Domain);
        let (kind, is_clear, is_proper) = match value.shape {
            Shape::Email => (IdentifierKind::Email, false, true),
            Shape::Host => (IdentifierKind::Url, false, true),
            _ => {
                let is_initial = is_initial(&domain);
                (IdentifierKind::Domain, is_named || is_initial, is_initial || is_plain(word))
            }
        };
        if is_own || !(is_said || is_named || is_proper) {
            return;
        }
        let certain = is_clear && judged.doubt.is_none() || is_said && judged.is_plain;
        let place = (value.start, value.end());
        let labelled = labelled.filter(|_| is_said);
        self.add(
            Field::CustomerDomain,
            domain.into_string(),
            kind.name(),
            certain,
            place,
            labelled,
        );
    }

    fn number(
        &mut self,
        value: &Value<'_>,
        labelled: Option<Labelled>,
        judged: Judged,
        is_alone: bool,
    ) {
        if identifier::is_zero(value.text) {
            return;
        }
        let is_said = labelled.is_some_and(|one| one.label == Label::Field(Field::PartnerId));
        let is_known =
            self.reference.evidence.partner_ids.iter().any(|account| account.id == value.text);
        let is_usual = labelled.is_none() && is_alone && matches!(value.text.len(), 6 | 7);
        if is_said || is_known || is_usual {
            let certain = is_known || is_said && judged.is_plain;
            let kind = IdentifierKind::PartnerId.name();
            let labelled = labelled.filter(|_| is_said);
            let place = (value.start, value.end());
            self.add(Field::PartnerId, value.text.to_owned(), kind, certain, place, labelled);
        }
    }

    /// Finds what only a name makes an answer: of a closed question, a product, a day, a bare word.
    fn answer(&mut self, region: &Region<'_>) -> bool {
        let Some(labelled @ Labelled { label: Label::Field(field), .. }) = region.labelled else {
            return false;
        };
        let is_around =
            |sign: char| matches!(sign, '*' | '_' | '{' | '}' | '[' | ']' | '"' | '\'' | ' ');
        let clean = paste::clean(region.text.trim_matches(is_around));
        let text = &*clean;
        if text.is_empty() || text.len() > MAX_ANSWER || identifier::is_placeholder(text) {
            return false;
        }
        let read = match field {
            Field::Product => {
                let evidence = &self.reference.evidence.skus;
                let product = self.reference.skus.product(text, evidence);
                let kind = match self.reference.skus.by_part_number(text) {
                    Some(_) => IdentifierKind::SkuPartNumber.name(),
                    None => PRODUCT_NAME,
                };
                product.is_known().then(|| (text.to_owned(), kind))
            }
            Field::SubmittedOn => Date::parse_typed(text).map(|day| (day.to_string(), DAY)),
            Field::PartnerId => {
                let digits = number::digits(text).filter(|digits| digits.len() > 4);
                digits.map(|digits| (digits, IdentifierKind::PartnerId.name()))
            }
            Field::CustomerDomain => {
                let is_word = text.len() > 1 && !text.contains(['.', ' ']);
                let domain = Domain::read(text, self.reference.to_ascii).ok();
                let domain = domain.filter(|_| is_word && Guid::parse(text).is_err());
                domain.map(|domain| (domain.into_string(), IdentifierKind::Domain.name()))
            }
            _ => option(field, text).map(|code| (code.to_owned(), ANSWER)),
        };
        let Some((value, kind)) = read else { return false };
        // A bare word may be another name than that of a domain.
        let certain = field != Field::CustomerDomain && region.doubt.is_none();
        let place = (region.start, region.start + region.text.len());
        self.add(field, value, kind, certain, place, Some(labelled));
        true
    }

    fn add(
        &mut self,
        field: Field,
        value: String,
        kind: &'static str,
        certain: bool,
        (begin, end): (usize, usize),
        labelled: Option<Labelled>,
    ) {
        let label = labelled.and_then(|one| self.plain.text.get(one.start..one.end));
        let label = label.map(str::to_owned);
        let (start, end) = self.plain.place(begin, end);
        let quoted = false;
        let found = FoundField { field, value, kind, certain, start, end, label, quoted };
        self.found.push((begin, found));
    }

    /// In reading order; of one place, in the order of the fields.
    fn sorted(mut self, parts: &Parts) -> Vec<FoundField> {
        self.doubt_contradictions();
        for (begin, found) in &mut self.found {
            found.quoted = holds(&parts.quoted, *begin);
        }
        let keys = self.found.iter().map(|(begin, found)| (*begin as u64, found.field as u64));
        let order = crate::order::sorted(keys);
        let mut found: Vec<_> = self.found.into_iter().map(|(_, found)| Some(found)).collect();
        let mut take = |at: usize| found.get_mut(at).and_then(Option::take);
        order.into_iter().filter_map(|(_, at)| take(at)).collect()
    }

    /// What a text says to be for different fields is certain for none.
    fn doubt_contradictions(&mut self) {
        let certain = self.found.iter().map(|(_, found)| {
            let hash = hash(found.value.as_bytes());
            (hash, if found.certain { found.field as u64 } else { u64::MAX })
        });
        let order = crate::order::sorted(certain);
        for pair in order.windows(2) {
            let [((hash, field), at), ((other_hash, other), other_at)] = pair else { continue };
            if hash == other_hash && field != other && *other != u64::MAX {
                for at in [at, other_at] {
                    if let Some((_, found)) = self.found.get_mut(*at) {
                        found.certain = false;
                    }
                }
            }
        }
    }
}

/// The name in every domain of a text, if it is the same in all.
fn only_company(values: &[Value<'_>]) -> Option<String> {
    let is_domain =
        |value: &&Value<'_>| matches!(value.shape, Shape::Domain | Shape::Email | Shape::Host);
    let mut names = values.iter().filter(is_domain).map(|value| {
        let domain = paste::lower(value.text.rsplit('@').next().unwrap_or_default());
        let own = domain.strip_suffix(".onmicrosoft.com").map(str::to_owned);
        let own = own.or_else(|| domain.rsplit('.').nth(1).map(str::to_owned));
        own.unwrap_or_default()
    });
    let first = names.next()?;
    names.all(|other| other == first).then_some(first)
}

/// Can a tenant be the customer's or the partner's, since nothing says whose it is?
fn is_anybodys(label: Label, doubt: Option<Label>) -> bool {
    let is_tenant = TENANTS.iter().any(|field| label == Label::Field(*field));
    label == Label::Ours || is_tenant && matches!(doubt, Some(Label::Whose | Label::Others))
}

/// No answer is longer, in bytes.
const MAX_ANSWER: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::Evidence;
    use crate::sku::SkuTable;

    /// Twice the text is twice the work, whatever the text.
    #[test]
    fn the_work_grows_with_the_text() {
        const GUID: &str = "3f1c7a52-9b0e-4d6a-8c27-5e41f0a9d3b6";
        let skus = SkuTable::read(include_str!("../facts/skus.csv"));
        let evidence = Evidence::default();
        let work = |text: &str| {
            let reference = ReferenceData { evidence: &evidence, skus: &skus, to_ascii: &|_| None };
            steps::count(|| drop(find_fields(text, reference)))
        };
        let units = [
            "a",
            "1",
            "ä",
            "🎉",
            " ",
            "-",
            "(",
            ";",
            "|",
            "\t",
            "\n",
            "@",
            "/",
            "://",
            "%25",
            "1 ",
            "a,",
            "a=",
            "a:b,",
            "a.b ",
            "12345 ",
            "a@b.de ",
            "contoso.com ",
            "https://a.de/?a=",
            "not ",
            "{",
            "\"",
            "Tenant ID ",
            "Tenant ID: ",
            "Tenant ID;Subscription ID\nx;y\n",
            "ubscriptions/",
            "Dynamics 365 ",
            "https://portal.azure.com/#@a.de ",
            "DYN365_ENTERPRISE_SALES ",
        ];
        let guids = [" ", ",", "_", "/", "", " (Tenant ID) ", " ----", "("]
            .map(|end| format!("{GUID}{end}"));
        for unit in units.into_iter().chain(guids.iter().map(String::as_str)) {
            let [once, twice] = [2_000, 4_000].map(|count| work(&unit.repeat(count)));
            assert!(twice < once * 21 / 10 + 1_000, "{unit:?}: {once} steps, then {twice}");
            let long = work(&format!("{GUID}{}", unit.repeat(2_000)));
            assert!(long < once * 2 + 10_000, "a value before {unit:?}: {long} steps");
        }
    }
}
