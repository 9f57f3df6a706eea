//! What a rule set says of the time around filing: the fields of the claim form, what the proof of
//! execution has to show, and why claims come back.

use super::{Page, Source, Topic};
use crate::claim::{Activity, Field, SolutionArea};
use crate::code::CheckId;
use crate::list::names;

names! {
    /// What Partner Center's form asks for. Each edition has its own selection and order.
    pub enum FormField {
        /// The location that files the claim.
        PartnerLocation = "partner-location",
        /// A domain of the customer's.
        CustomerDomain = "customer-domain",
        /// The customer's tenant.
        CustomerTenant = "customer-tenant",
        /// The solution area.
        SolutionArea = "solution-area",
        /// The activity or partner role.
        Activity = "activity",
        /// A name that the partner makes up.
        ClaimName = "claim-name",
        /// Whether to go without payment.
        OptOut = "opt-out-of-payment",
        /// The products or workloads.
        Products = "products",
        /// The subscription.
        Subscription = "subscription",
        /// Who the customer's contact is.
        CustomerContactName = "customer-contact-name",
        /// The title of the customer's contact.
        CustomerContactTitle = "customer-contact-title",
        /// The address of the customer's contact.
        CustomerContactEmail = "customer-contact-email",
        /// Who the customer's technical contact is.
        TechnicalContactName = "technical-contact-name",
        /// The title of the customer's technical contact.
        TechnicalContactTitle = "technical-contact-title",
        /// The address of the customer's technical contact.
        TechnicalContactEmail = "technical-contact-email",
        /// Who the partner's contact is.
        PartnerContactName = "partner-contact-name",
        /// The address of the partner's contact.
        PartnerContactEmail = "partner-contact-email",
        /// Revenue association: who sells the Dynamics solution.
        SolutionSeller = "solution-seller",
        /// Revenue association: what the customer is called.
        RevenueCustomer = "revenue-customer",
        /// Revenue association: the partner's own product or solution.
        IsvSolution = "isv-solution",
        /// The document.
        Proof = "proof-of-execution",
        /// Comments.
        Comments = "comments",
        /// What is to be agreed to before submitting.
        Acknowledgements = "acknowledgements",
    }
}

names! {
    /// When the form asks for a field.
    pub enum Asked {
        /// In every claim for which it is listed.
        Always = "always",
        /// It may stay empty.
        Optional = "optional",
        /// Microsoft's pages differ on whether it is asked for.
        Perhaps = "perhaps",
    }
}

names! {
    /// What a proof of execution has to show, and what to mind about it.
    pub enum ProofItem {
        /// It is a document of the partner's own, or Microsoft's template.
        Document = "document",
        /// The file is the right one and belongs to this claim.
        RightFile = "right-file",
        /// Both companies and the customer's data are those of the claim.
        CustomerData = "customer-data",
        /// The customer has signed it.
        Acknowledgment = "customer-acknowledgment",
        /// How old the signature may be.
        AcknowledgmentDate = "acknowledgment-date",
        /// The customer agrees to the association.
        Consent = "customer-consent",
        /// The disclosure of public-sector customers.
        PublicSector = "public-sector-disclosure",
        /// Dates of the work.
        ActivityDates = "activity-dates",
        /// How old the work may be.
        RecentWork = "recent-work",
        /// What the partner did.
        ServiceDescription = "service-description",
        /// Details of the activities, with documents.
        ActivityDetails = "activity-details",
        /// Every product or workload of the claim.
        Products = "products",
        /// Products by the kind of activity.
        ProductsByActivity = "products-by-activity",
        /// The workload in every line.
        WorkloadPerLine = "workload-per-line",
        /// What the work changed, in numbers.
        MeasurableEffect = "measurable-effect",
        /// That Microsoft's template is expected.
        Template = "template",
        /// Microsoft's referral, for work as a FastTrack partner.
        ReferralEmail = "referral-email",
        /// All of it is there before the claim is submitted.
        Complete = "complete-before-submitting",
        /// It is compared with another partner's.
        Comparison = "comparison",
        /// The newest one is compared.
        Newest = "newest-proof",
    }
}

names! {
    /// Why Microsoft sends a claim back or rejects it: the headings of its lists.
    pub enum ReturnReason {
        /// No proof, a wrong file, or one of something else.
        MissingAllProof = "missing-all-poe",
        /// The customer's signature is missing.
        MissingAcknowledgment = "missing-customer-acknowledgment",
        /// Dates are missing or old.
        MissingOrOldDates = "missing-or-old-dates",
        /// The partner's work is not described, or not enough.
        MissingSolution = "missing-partner-solution-service",
        /// A product of the claim is missing.
        MissingProducts = "missing-products",
        /// The customer's consent is missing.
        MissingConsent = "missing-customer-consent",
        /// The partner did not answer.
        NoResponse = "no-partner-response",
        /// The proof cannot be opened or is gone.
        ProofUnavailable = "poe-unavailable",
        /// The proof is not enough, without a word why.
        InsufficientProof = "insufficient-proof-of-execution",
        /// The customer declined.
        CustomerDeclined = "customer-declined",
        /// The partner asked for it.
        PartnerRequest = "partner-request",
        /// The work is not tied to the products. Only third parties tell of it.
        NoProductConnection = "no-product-connection",
    }
}

/// What a rule set says of the time around filing.
#[derive(Debug)]
pub struct Filing {
    /// The fields of the claim form, in its order.
    pub form: &'static [FormRow],
    /// What the proof of execution has to show.
    pub proof: &'static [ProofRow],
    /// Why claims come back.
    pub reasons: &'static [ReasonRow],
}

/// A field of the claim form.
#[derive(Clone, Copy, Debug)]
pub struct FormRow {
    /// The field.
    pub field: FormField,
    /// The field of a claim here that it is.
    pub answer: Option<Field>,
    /// When the form asks for it.
    pub asked: Asked,
    /// The claims that it is for.
    pub scope: Scope,
    /// What Microsoft's pages contradict each other about.
    pub topic: Option<Topic>,
    /// Its source.
    pub source: Source,
}

/// An item of the checklist for the proof of execution.
#[derive(Clone, Copy, Debug)]
pub struct ProofRow {
    /// The item.
    pub item: ProofItem,
    /// The claims that it is for.
    pub scope: Scope,
    /// The number of months before submission from which on its date counts; 0 without one.
    pub months: i32,
    /// What Microsoft's pages contradict each other about.
    pub topic: Option<Topic>,
    /// Do only third parties say so?
    pub is_hearsay: bool,
    /// Its source.
    pub source: Source,
}

/// A reason for which a claim comes back, with what mends it.
#[derive(Clone, Copy, Debug)]
pub struct ReasonRow {
    /// The reason.
    pub reason: ReturnReason,
    /// The checks to look at again.
    pub checks: &'static [CheckId],
    /// The items of the checklist to look at again.
    pub proof: &'static [ProofItem],
    /// Do only third parties tell of it?
    pub is_hearsay: bool,
    /// Its source.
    pub source: Source,
}

/// Which claims something is for. An empty list means all.
#[derive(Clone, Copy, Debug)]
pub struct Scope {
    /// Solution areas.
    pub areas: &'static [SolutionArea],
    /// Activities.
    pub activities: &'static [Activity],
}

impl Scope {
    /// Is it for this claim? What the claim does not say rules nothing out.
    pub fn includes(&self, area: Option<SolutionArea>, activity: Option<Activity>) -> bool {
        let is_area = area.is_none_or(|area| self.areas.is_empty() || self.areas.contains(&area));
        let is_activity = activity.is_none_or(|activity| {
            self.activities.is_empty() || self.activities.contains(&activity)
        });
        is_area && is_activity
    }
}

/// For every claim.
pub const ALL: Scope = Scope { areas: &[], activities: &[] };
/// For Business Applications.
pub const IN_BUSINESS: Scope = Scope { areas: &[SolutionArea::BusinessApplications], ..ALL };
/// For Microsoft 365.
pub const IN_MICROSOFT_365: Scope = Scope { areas: &[SolutionArea::Microsoft365], ..ALL };
/// For usage in every solution area.
pub const FOR_USAGE: Scope = Scope { activities: &[Activity::Usage], ..ALL };
/// For revenue association.
pub const FOR_REVENUE: Scope = Scope { activities: &[Activity::RevenueAssociation], ..IN_BUSINESS };
/// For usage of Business Applications.
pub const FOR_BUSINESS_USAGE: Scope = Scope { activities: &[Activity::Usage], ..IN_BUSINESS };

/// A field that the form asks for.
pub const fn form(field: FormField, page: &'static Page, section: &'static str) -> FormRow {
    let source = Source { page, section };
    FormRow { field, answer: None, asked: Asked::Always, scope: ALL, topic: None, source }
}

impl FormRow {
    /// It is this field of a claim here.
    pub const fn is(self, answer: Field) -> Self {
        Self { answer: Some(answer), ..self }
    }

    /// For these claims only.
    pub const fn only(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    /// It may stay empty.
    pub const fn optional(self) -> Self {
        Self { asked: Asked::Optional, ..self }
    }

    /// Microsoft's pages differ on it.
    pub const fn perhaps(self, topic: Topic) -> Self {
        Self { asked: Asked::Perhaps, topic: Some(topic), ..self }
    }
}

/// An item that Microsoft's pages name.
pub const fn proof(item: ProofItem, page: &'static Page, section: &'static str) -> ProofRow {
    let source = Source { page, section };
    ProofRow { item, scope: ALL, months: 0, topic: None, is_hearsay: false, source }
}

/// An item that only third parties name.
pub const fn hearsay(item: ProofItem, page: &'static Page) -> ProofRow {
    ProofRow { is_hearsay: true, ..proof(item, page, "") }
}

impl ProofRow {
    /// For these claims only.
    pub const fn only(self, scope: Scope) -> Self {
        Self { scope, ..self }
    }

    /// Its date lies at most so many months before submission.
    pub const fn within(self, months: i32) -> Self {
        Self { months, ..self }
    }

    /// Microsoft's pages contradict each other about it.
    pub const fn about(self, topic: Topic) -> Self {
        Self { topic: Some(topic), ..self }
    }
}

/// A reason of a list under a heading.
pub const fn reason(
    reason: ReturnReason,
    page: &'static Page,
    section: &'static str,
    checks: &'static [CheckId],
    proof: &'static [ProofItem],
) -> ReasonRow {
    ReasonRow { reason, checks, proof, is_hearsay: false, source: Source { page, section } }
}

impl ReasonRow {
    /// Only third parties tell of it.
    pub const fn told(self) -> Self {
        Self { is_hearsay: true, ..self }
    }
}

/// A copy of Microsoft's template for the proof; its text has no day, so this is when it was read.
pub const TEMPLATE: Page = Page {
    title: "CPOR ProofOfExecution Template (a copy on Scribd)",
    date: "2026-11-22",
    url: "https://www.scribd.com/document/581604686/CPOR-ProofOfExecution-Template",
};
/// An answer in Microsoft's forum; its text has no day, so this is when it was read.
pub const ANSWER: Page = Page {
    title: "Microsoft Q&A: CPOR claim rejected for “no product connection”",
    date: "2026-11-22",
    url: "https://learn.microsoft.com/answers/questions/5903150/cpor-claim-rejected-for-no-product-connection-desp",
};
/// A question that nobody has answered.
pub const FORUM: Page = Page {
    title: "Microsoft Tech Community: CPOR Association for Incentives and Recognition",
    date: "2026-03-12",
    url: "https://techcommunity.microsoft.com/discussions/businessapplicationsforpartners/cpor-association-for-incentives-and-recognition/4501549",
};
/// An announcement for partners, of which only the beginning could be read, on a copy of the portal.
pub const ANNOUNCEMENT: Page = Page {
    title: "Announcement of an update to the CPOR process (a copy)",
    date: "2020-07-01",
    url: "https://whitecap-uat.powerappsportals.com/blogs/announcements/a6814585-cfd2-eb11-bacc-000d3a8fc61e/",
};
/// Suggestions of partners to Microsoft; the day is that of the thread's year.
pub const IDEAS: Page = Page {
    title: "Ideas of Microsoft 365 specialty partners (forum)",
    date: "2021-01-01",
    url: "https://m365-specialty-partner.powerappsportals.com/",
};
