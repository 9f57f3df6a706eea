// What the library says in English beside claim.js: findings that only evidence raises, rule sets,
// guides, diagnosis, exports, many claims. It comes with the core.

export default {
  rulesets: {
    "2020-06": {
      changes:
        "The first rule set: three admin roles, both domain and tenant ID, {reviewBusinessDays} business days for review.",
    },
    "2023-10": {
      changes:
        "No domain any more, new names for solution area and activities, arbitration instead of an error where another partner holds the subscription, {reviewBusinessDays} business days for review.",
    },
  },
  findings: {
    "tenant-domain-mismatch": {
      what: "The customer tenant ID is not that of the customer domain {domain}.",
      why: "Partner Center stops a claim when domain and tenant do not match.",
      next: "Ask the customer’s administrator which of the two is right. A subdomain can belong to another tenant than its parent domain.",
    },
    "tenant-not-found": {
      what: {
        by: "reason",
        "not-found": "The customer domain {domain} belongs to no tenant that could be found.",
        malformed: "The customer domain {domain} is not readable for Microsoft’s directory.",
      },
      why: "A domain without a tenant cannot match the tenant ID.",
      next: {
        by: "reason",
        "not-found":
          "Check the spelling, and ask the customer’s administrator for a domain verified in the tenant. It may also be in another national cloud.",
        malformed:
          "Enter the whole domain, for example contoso.com. If in doubt, ask the customer’s administrator.",
      },
    },
    "tenant-other-cloud": {
      what: {
        by: "cloud",
        "us-gov": "The customer’s tenant is in Microsoft’s US government cloud.",
        china: "The customer’s tenant is in the cloud for China, run by 21Vianet.",
        unknown: "The customer’s tenant is in another national cloud.",
      },
      why: "Customers outside the global cloud may not be eligible.",
      next: "Before you file, ask Partner Center support (incentives) whether this customer can be claimed.",
    },
    "subscription-on-other-tenant": {
      what: "The subscription belongs to another tenant.",
      why: "Partner Center checks that product and subscription are on the tenant you claim for.",
      next: "Ask the customer’s administrator which tenant holds it, then correct the tenant ID or the subscription ID.",
    },
    "product-not-on-tenant": {
      what: "None of the tenant’s known subscriptions is for {product}.",
      why: "Partner Center checks that product and subscription are on the tenant you claim for.",
      next: "Check product and tenant ID with the customer’s administrator. A new Graph export of /directory/subscriptions shows later purchases.",
    },
    "subscription-not-listed": {
      what: "The subscription is not among the known ones of this tenant.",
      why: "Partner Center looks for it on the tenant; the list at hand may be old or incomplete.",
      next: "Ask the customer’s administrator for a new Graph export of /directory/subscriptions, and compare both its IDs.",
    },
    "product-subscription-mismatch": {
      what: "The subscription is for {subscriptionProduct}, the claim for {product}.",
      why: "Partner Center checks product and subscription together.",
      next: "Ask the customer’s administrator which subscription holds the product, then correct one of the two.",
    },
    "subscription-not-dynamics": {
      what: "The subscription is for {product}, not for Dynamics 365.",
      why: "For Business Applications, Partner Center accepts Dynamics 365 subscriptions.",
      next: "Ask the customer’s administrator for the ID of the Dynamics 365 subscription. For other workloads see {solutionArea:microsoft-365} as solution area.",
    },
    "subscription-csp": {
      what: {
        by: "certainty",
        certain: "The subscription was bought through CSP.",
        likely: "The subscription was probably bought through CSP.",
      },
      why: {
        by: "certainty",
        certain: "Partner Center does not accept CSP subscriptions in a claim.",
        likely:
          "A partner’s tenant created it, as is usual with CSP; CSP subscriptions cannot be claimed.",
      },
      next: {
        by: "certainty",
        certain:
          "Ask the customer’s administrator whether there is a subscription from Volume Licensing or Web-Direct, and claim that one.",
        likely:
          "Ask the customer’s administrator or purchasing how it was bought. If it was CSP, claim another subscription.",
      },
    },
    "subscription-not-provisioned": {
      what: {
        by: "provisioning",
        pending: "The customer has not provisioned the products of this subscription yet.",
        failed: "Provisioning the products of this subscription has failed.",
      },
      why: "A subscription can be claimed only after its products are provisioned.",
      next: {
        by: "provisioning",
        pending:
          "Ask the customer’s administrator to activate and provision them, then check again with a new export.",
        failed:
          "Ask the customer’s administrator to clear up the fault, then check again with a new export.",
      },
    },
    "subscription-newly-provisioned": {
      what: "The subscription is so new that the claim form may not show it yet.",
      why: "After provisioning, it can take some days until Partner Center lists a subscription.",
      next: "If the claim form does not find it, try again until {visibleBy} before you contact Partner Center support.",
    },
    "subscription-already-claimed": {
      what: {
        by: "by",
        us: "Your company has already claimed this subscription.",
        "other-partner": "Another partner has already claimed this subscription.",
      },
      why: "A subscription can be held by one partner at a time.",
      next: {
        by: "by",
        us: {
          by: "ended",
          yes: {
            by: "successor",
            "": "It has ended. Ask the customer’s administrator which subscription replaced it, and file a new, separate claim for that one.",
            other:
              "It has ended. File a new, separate claim for the active subscription of the same product, {successor}.",
          },
          other:
            "Look for the existing claim in Partner Center. A new claim is only for a new subscription ID.",
        },
        "other-partner":
          "Ask the customer who should hold it. If they name you, contact Partner Center support (incentives).",
      },
    },
    "subscription-not-active": {
      what: {
        by: "status",
        suspended: "The subscription is suspended.",
        deleted: "The subscription has been deleted.",
        "locked-out": "The subscription is locked.",
        expired: "The subscription has expired.",
        disabled: "The subscription is disabled.",
        pending: "The subscription is not active yet.",
      },
      why: "Partner Center checks that the subscription is active or in its grace period.",
      next: {
        by: "successor",
        "": {
          by: "status",
          deleted:
            "Ask the customer’s administrator which subscription replaced it, and file a new, separate claim for that one.",
          expired:
            "Ask the customer’s administrator whether it was renewed. If the renewal has a new ID, file a new, separate claim for it.",
          disabled:
            "Ask the customer’s administrator which subscription replaced it, and file a new, separate claim for that one.",
          pending: "Ask the customer’s administrator when it becomes active, and check again then.",
          other:
            "Ask the customer’s administrator whether it will be active again or has been replaced.",
        },
        other:
          "File a new, separate claim for the active subscription of the same product, {successor}. If in doubt, ask the customer’s administrator.",
      },
    },
    "subscription-in-grace": {
      what: "The subscription is in its grace period.",
      why: "Grace counts like active, but the subscription ends unless the customer renews it.",
      next: "Ask the customer about the renewal. A new subscription needs a claim of its own.",
    },
    "subscription-ending": {
      what: "The subscription ends on {endsOn}.",
      why: "The claim holds for this subscription only, not for the one after it.",
      next: "Note the date, and file a new claim when the next subscription is active.",
    },
    "partner-id-not-enrolled": {
      what: "The {partnerId} is not enrolled in an incentive programme.",
      why: "Without enrolment you may miss eligibility and incentives.",
      next: "Enrol it on the incentives overview tab in Partner Center, or choose another ID. Your global admin knows which.",
    },
    "partner-id-global-account": {
      what: "The {partnerId} is that of the company’s global account.",
      why: "Incentives run on the IDs of locations.",
      next: "Ask your global admin for the ID of the location that did the work.",
    },
    "partner-id-partner-type": {
      what: "The {partnerId} belongs to the partner type {partnerType}.",
      why: "The claim form does not show this; with a wrong ID you may lose incentives and have to claim again.",
      next: "Ask your global admin whether this work belongs to {partnerType}. If not, choose a location’s ordinary ID.",
    },
    "own-claim-exists": {
      what: "Your company already holds a claim on {product} for this customer.",
      why: "A customer’s workload or subscription is claimed once, so a second claim leads nowhere.",
      next: {
        by: "claimId",
        "": "Look for your claim in Partner Center instead of filing a second one.",
        other: "Look at your claim {claimId} in Partner Center instead of filing a second one.",
      },
    },
    "evidence-malformed": {
      what: {
        by: "part",
        tenants: "The evidence about tenants could not be read in full.",
        unresolvedDomains: "The evidence about domains without a tenant could not be read in full.",
        subscriptions: "The evidence about subscriptions could not be read in full.",
        partnerIds: "The evidence about {partnerId}s could not be read in full.",
        associations: "The evidence about existing claims could not be read in full.",
        other: "The evidence could not be read in full.",
      },
      why: "What could not be read may speak against the claim, so nothing passes that depends on it.",
      next: {
        by: "row",
        "": "Export the data again, without changing it, then check again.",
        other: "Look at entry {row} and correct it, or export the data again, without changing it.",
      },
    },
    "evidence-contradiction": {
      what: {
        by: "part",
        subscriptions: "Two sources say different things about the subscription: {field}.",
        tenants: "Two sources say different things about the customer: {field}.",
        associations: "Two sources say different things about a claim on this customer: {field}.",
        partnerIds: "Two sources say different things about the {partnerId}: {field}.",
      },
      why: {
        by: "field",
        id: "They name different IDs for it, so one of them may be about another subscription.",
        tenantId: "A subscription is on one tenant only, so neither of the two was relied on.",
        skuId: "A subscription has one SKU, so neither of the two was relied on.",
        skuPartNumber: "A subscription has one SKU, so neither of the two was relied on.",
        status: "The newer one counts; of two from the same day, the one against the claim.",
        endsOn: "The newer one counts; of two from the same day, the one against the claim.",
        provisioning: "The newer one counts; of two from the same day, the one against the claim.",
        enrolled: "The newer one counts; of two from the same day, the one against the claim.",
        domains: "The newer one counts; of two from the same day, neither was relied on.",
        other: "The one that speaks against the claim counts, so that nothing passes by luck.",
      },
      next: {
        by: "part",
        subscriptions:
          "Ask the customer’s administrator for new Graph exports of /directory/subscriptions and /subscribedSkus, and remove the older files.",
        tenants:
          "Ask the customer’s administrator which is right, look the domain up again, and remove the older answer.",
        associations:
          "Look at the claim in Partner Center, export your claims again, and remove the older file.",
        partnerIds: "Ask your global admin, and remove what is out of date.",
      },
    },
  },
  statuses: {
    "in-progress": {
      label: "In progress",
      meaning: "The claim exists but is not submitted.",
    },
    draft: {
      label: "Draft",
      meaning: "The claim exists; the proof of execution is still to be uploaded and submitted.",
    },
    submitted: {
      label: "Submitted",
      meaning: "The review has not started.",
    },
    "under-review": {
      label: "Under review",
      meaning: "Microsoft reviews it, within {reviewBusinessDays} business days.",
    },
    "partner-action-required": {
      label: "Partner action required",
      meaning: "Microsoft needs more and has asked in the comments.",
    },
    approved: {
      label: "Approved",
      meaning: "The association holds. Whether it earns is decided by the programme’s guide.",
    },
    rejected: {
      label: "Rejected",
      meaning: "The proof of execution is not sufficient, or nobody answered.",
    },
    dispute: {
      label: "Dispute",
      meaning: "The rejection is looked at again; that happens once.",
    },
    "rejected-final": {
      label: "Rejected final",
      meaning: "Rejected after the dispute, or the association was ended.",
    },
  },
  contradictions: {
    roles: {
      text: "Who may file claims",
      values: {
        "three-admin-roles": "Global admins, billing admins and incentives admins.",
        "incentives-admin-only": "Incentives admins only.",
        "incentives-admin-and-user": "Incentives admins and incentives users.",
      },
    },
    domain: {
      text: "Whether a claim names the customer’s domain",
      values: {
        "domain-not-named": "The list of what a claim needs has a tenant ID, but no domain.",
        "domain-and-tenant": "The claim form asks for tenant ID and subdomain.",
      },
    },
    subscription: {
      text: "When a claim names a subscription",
      values: {
        "always-for-business-applications": "Always, for Business Applications.",
        "if-there-are-several": "Where the customer has several of the product.",
      },
    },
    "usage-payment": {
      text: "Whether usage of Business Applications is paid",
      values: {
        "named-non-incentivized": "Its name is Usage recognition - Non-Incentivized.",
        "for-usage-incentives": "It is for those who want to apply for usage incentives.",
      },
    },
    review: {
      text: "How long the review takes",
      values: {
        "fourteen-business-days": "Up to 14 business days.",
        "five-days": "Up to 5 days.",
        "five-business-days": "5 business days, also where partners compete.",
      },
    },
    "customer-opt-out": {
      text: "How long the customer can decline the association",
      values: {
        "five-business-days": "5 business days.",
        "seven-days-after-approval": "7 days after approval.",
        "any-time": "At any time.",
      },
    },
    editing: {
      text: "When a claim can be edited",
      values: {
        "if-action-is-required": "While its status is Partner action required.",
        "never-after-submission": "No longer, once it is submitted.",
      },
    },
  },
  changes: {
    parts: {
      source: "Source",
      days: "Days",
      role: "Roles",
      field: "Fields",
      label: "Names",
      code: "How much findings weigh",
      status: "Statuses of a claim",
      contradiction: "Where Microsoft’s pages disagree",
    },
    source: {
      date: "Date of the text",
      title: "Title",
    },
    days: {
      startBusinessDays: "Business days until the review starts",
      reviewBusinessDays: "Business days for the review",
      answerBusinessDays: "Business days to answer a question",
      disputeDays: "Days to dispute a rejection",
      provisioningLagDays: "Days until a provisioned subscription can be claimed",
      endingSoon: "Days before its end from which a subscription is noted as ending",
    },
    required: "in every claim",
    notRequired: "not asked for, or not always",
  },
  questions: {
    activity: {
      solutionArea: {
        text: "Which solution area does the product belong to?",
        options: {
          "business-applications": "Business Applications",
          "microsoft-365": "{solutionAreaNames:microsoft-365}",
        },
      },
      purchaseChannel: {
        text: "How did the customer buy the product?",
        options: {
          "volume-licensing": "With a Volume Licensing agreement",
          "web-direct": "From Microsoft on the web (Web-Direct)",
          csp: "From a Cloud Solution Provider (CSP)",
          other: "Another way",
          unknown: "Not known",
        },
      },
      contribution: {
        text: "What did you do for the customer?",
        options: {
          "influenced-purchase": "We influenced the purchase",
          "drives-usage": "We drive adoption and usage",
          "business-influencer": "We influenced the choice as an adviser to the business",
        },
      },
      seeksPayment: {
        text: "Do you seek incentive payments?",
        options: {
          yes: "Yes",
          no: "No",
        },
      },
    },
    diagnosis: {
      listing: {
        text: "How does the customer’s Microsoft 365 admin centre list the subscription (Billing, Your products)?",
        options: {
          "dynamics-in-use": "As a Dynamics 365 product with licences assigned",
          "dynamics-not-set-up": "As a Dynamics 365 product that is not set up yet",
          inactive: "As a Dynamics 365 product that has expired, or is suspended or disabled",
          "other-product": "As another product",
          "not-listed": "Not at all",
          unknown: "I cannot say",
        },
      },
      source: {
        text: "Where did you copy the identifier from?",
        options: {
          "subscription-list": "The customer’s list of subscriptions",
          "csp-list": "Our own list of CSP subscriptions",
          order: "An order, offer or invoice: it is its number",
          "tenant-details": "The details of the customer’s tenant",
          "product-list": "A list of products or licences",
          unknown: "I cannot say",
        },
      },
      channel: {
        text: "How did the customer buy this subscription?",
        options: {
          "volume-licensing": "With a Volume Licensing agreement",
          "web-direct": "From Microsoft on the web (Web-Direct)",
          csp: "From a Cloud Solution Provider (CSP)",
          other: "Another way",
          unknown: "I cannot say",
        },
      },
      holder: {
        text: "Does anybody hold a claim on this subscription?",
        options: {
          nobody: "Nobody that colleagues or the customer know of",
          colleague: "A colleague of ours",
          "other-partner": "Another partner",
          unknown: "I cannot say",
        },
      },
    },
    partnerId: {
      fastTrack: {
        text: "Is this work done as a FastTrack partner?",
        options: {
          yes: "Yes",
          no: "No",
        },
      },
      program: {
        text: "Which incentive programme is the claim meant for?",
        options: {},
      },
    },
  },
  advice: {
    // What an answer says of an activity that another answer decides.
    plain: {
      solutionArea: {
        yes: "Solution area: yes.",
        no: "Solution area: no.",
        depends: "Solution area: depends.",
      },
      purchaseChannel: {
        yes: "Purchase channel: yes.",
        no: "Purchase channel: no.",
        depends: "Purchase channel: depends.",
      },
      contribution: {
        yes: "Your work: yes.",
        no: "Your work: no.",
        depends: "Your work: depends.",
      },
      seeksPayment: {
        yes: "Payment: yes.",
        no: "Payment: no.",
        depends: "Payment: depends.",
      },
    },
    reconsider: {
      solutionArea:
        "Nothing fits these answers. Check the solution area first: the other one has more to choose from.",
      purchaseChannel:
        "Nothing fits this purchase channel. Find out how the customer bought the product; only Volume Licensing and Web-Direct can be claimed.",
      contribution: "Nothing fits these answers. Check first what you did for the customer.",
      seeksPayment:
        "Nothing fits these answers. Check first whether you want an incentive payment for this work.",
    },
    activity: {
      "area-offers": "{activity} exists in {solutionArea}.",
      "area-does-not-offer": "{activity} does not exist in {solutionArea}.",
      "area-open": "Whether {activity} exists depends on the solution area.",
      "channel-eligible": "{activity} can be claimed for purchases through {channel}.",
      "channel-not-eligible": "{activity} cannot be claimed with the purchase channel “{channel}”.",
      "channel-open": "{activity} depends on the purchase channel, which is not known yet.",
      "channel-not-asked": "{activity} does not depend on the purchase channel here.",
      "contribution-matches": "{activity} matches what you did.",
      "contribution-differs": "{activity} stands for other work than yours.",
      "contribution-open": "Whether {activity} matches depends on what you did.",
      "payment-matches": "{activity} matches your answer about payment.",
      "payment-not-paid": "{activity} brings no incentive payment, which you seek.",
      "payment-not-sought":
        "{activity} is meant for partners who apply for incentives, which you do not.",
      "payment-contradictory":
        "Microsoft calls {activity} “non-incentivized” and yet describes it as a way to apply for incentives.",
      "payment-indifferent": "For {activity}, it makes no difference whether you seek payment.",
      "payment-open": "Whether {activity} suits you depends on whether you seek payment.",
    },
    partnerId: {
      "not-an-id": "This is no {partnerId}: it must have digits only, and not zeros alone.",
      location: "The ID belongs to a location, and incentives run on those.",
      "global-account":
        "The ID is that of the global account; incentives run on the IDs of locations.",
      "kind-open": "It is not known whether the ID belongs to a location or to the global account.",
      enrolled: "The ID is enrolled in an incentive programme.",
      "not-enrolled": "The ID is not enrolled in an incentive programme.",
      "enrolment-open": "It is not known whether the ID is enrolled in an incentive programme.",
      "standard-type": "The ID has no special partner type.",
      "type-open":
        "The ID has the partner type {partnerType}. It is right for FastTrack work only, and whether this is FastTrack work is not answered yet.",
      "special-type": "The ID has the partner type {partnerType}, which does not match this work.",
      "special-type-wanted": "The ID has the partner type {partnerType}, which matches this work.",
      "special-type-missing": "The ID lacks the partner type for FastTrack work.",
      "program-matches": "The ID is enrolled in {program}.",
      "program-differs": "The ID is not enrolled in {program}.",
      "program-open": "It is not known which programmes the ID is enrolled in.",
    },
    partnerIdNext: {
      use: "Choose this ID in the claim.",
      enrol: "Enrol it on the incentives overview tab in Partner Center first.",
      "choose-location": "Choose the ID of a location instead.",
      "ask-admin": "Ask your global admin about location, enrolment and partner type of this ID.",
      "fasttrack-only": "Choose this ID for FastTrack work only.",
      "say-fasttrack": "Answer whether you do this work as a FastTrack partner.",
      "check-id": "Compare the number with your Partner Center account settings.",
    },
    partnerIdOverall: {
      use: "One ID fits. Choose it in the claim.",
      "choose-between": "Several IDs fit. Ask your global admin which location did the work.",
      enrol:
        "The best ID is not enrolled yet. Enrol it on the incentives overview tab in Partner Center.",
      "ask-admin": "No ID is certain to fit. Ask your global admin which one to use.",
      "say-fasttrack":
        "It depends on whether you do this work as a FastTrack partner. Answer that first.",
      "no-candidates":
        "There is no {partnerId} to compare yet. Enter one, or ask your global admin.",
    },
  },
  diagnosis: {
    statuses: {
      confirmed: "Confirmed",
      possible: "Possible",
      "ruled-out": "Ruled out",
    },
    conclusions: {
      explained: "This explains the error.",
      asking: "No cause is confirmed yet. The next answer decides most.",
      undecided:
        "Nothing is left to ask you, and no cause is confirmed. Ask the customer’s administrator; if that does not help, ask Partner Center support (incentives).",
      "not-applicable":
        "This error is about Dynamics 365 subscriptions, and a Microsoft 365 claim names none. Check the solution area.",
      unexplained:
        "None of the known causes explains the error. Ask Partner Center support (incentives): it sees what no export shows.",
    },
    causes: {
      "subscription-csp": {
        title: "Bought through CSP",
        open: "It is not known how the subscription was bought. Partner Center does not accept CSP subscriptions.",
        ask: "Ask the customer’s administrator or purchasing how it was bought: Volume Licensing, Web-Direct or CSP.",
        confirmed: {
          by: "channel",
          csp: "According to you, it was bought through CSP. Partner Center does not accept CSP subscriptions.",
          other:
            "According to you, the ID comes from your own list of CSP subscriptions. Partner Center does not accept those.",
        },
        denied: "According to you, it was not bought through CSP.",
        shown: "The evidence shows a purchase outside CSP.",
      },
      "subscription-id-wrong-kind": {
        title: "Not a subscription ID",
        open: "It is not known whether the identifier is a subscription ID. Other IDs look the same.",
        ask: "Compare it with a Graph export of /directory/subscriptions from the customer’s administrator.",
        confirmed: {
          by: "source",
          order: "According to you, it is the number of an order, offer or invoice.",
          "tenant-details": "According to you, it comes from the details of the customer’s tenant.",
          "product-list": "According to you, it comes from a list of products or licences.",
        },
        denied: "According to you, it comes from a list of subscriptions.",
        shown: "The evidence lists a subscription with this ID.",
      },
      "subscription-not-provisioned": {
        title: "Not provisioned yet",
        open: "It is not known whether the customer has set up the products of this subscription.",
        sign: "The subscription is new or not active yet, so its products may not be set up.",
        ask: "Ask the customer’s administrator whether the products are set up and licences assigned. A Graph export of /directory/subscriptions shows it.",
        confirmed: "According to you, the customer has not set up the products yet.",
        denied: {
          by: "listing",
          "dynamics-in-use": "According to you, the products are set up.",
          inactive:
            "According to you, it has expired, or is suspended or disabled. That comes first.",
          other:
            "According to you, it is not listed as Dynamics 365. Whether it is set up plays no part then.",
        },
        shown: "The evidence shows its products as provisioned.",
      },
      "subscription-not-dynamics": {
        title: "Not for Dynamics 365",
        open: "It is not known which product the subscription is for. Partner Center accepts Dynamics 365.",
        sign: "Its product is none of the Dynamics 365 products known here.",
        ask: "Ask the customer’s administrator for the name of the product. A Graph export of /directory/subscriptions shows it.",
        confirmed:
          "According to you, it is listed as another product. Partner Center accepts Dynamics 365.",
        denied: {
          by: "listing",
          "not-listed":
            "According to you, it is not listed at all. What it is for plays no part then.",
          other: "According to you, it is listed as Dynamics 365.",
        },
        shown: "The evidence names a Dynamics 365 product.",
      },
      "product-not-on-tenant": {
        title: "Not on the customer’s tenant",
        open: "It is not known whether subscription and product are on the tenant you claim for.",
        ask: "Ask the customer’s administrator for the tenant ID and for a Graph export of /subscribedSkus, which names the tenant.",
        confirmed: "According to you, the customer’s admin centre does not list the subscription.",
        denied: "According to you, the customer’s admin centre lists the subscription.",
        shown: "The evidence shows the subscription on the tenant you claim for.",
      },
      "subscription-already-claimed": {
        title: "Already claimed",
        open: "It is not known whether anybody holds a claim on it. Other partners’ claims only Microsoft can see.",
        sign: {
          by: "holder",
          "other-partner":
            "According to you, another partner is associated with it. Whether that partner holds this subscription, only Microsoft sees.",
          other:
            "There is an earlier claim for this customer. Whether it covers this subscription is not known.",
        },
        ask: "Ask your colleagues for earlier claims, and the customer’s administrator which partners work on the product.",
        confirmed: {
          by: "holder",
          colleague: "According to you, a colleague has already claimed it.",
          other: "According to you, another partner has already claimed it.",
        },
        denied: "According to you, nobody holds a claim on it. For certain only Microsoft knows.",
        rules: "Under this rule set, an earlier claim is no reason for the error.",
        arbitration:
          "If another partner holds it, the claim goes to arbitration: have your proof of execution ready.",
      },
      "subscription-not-active": {
        title: "Not active",
        open: "It is not known whether the subscription is active or in its grace period.",
        sign: "Its term has ended since the export was made. Whether it was renewed is not known.",
        ask: "Ask the customer’s administrator for its status. A Graph export of /directory/subscriptions shows it.",
        confirmed: "According to you, it has expired, or is suspended or disabled.",
        denied: {
          by: "listing",
          "not-listed": "According to you, it is not listed at all. Its status plays no part then.",
          "other-product":
            "According to you, it is listed as another product. Its status plays no part then.",
          other: "According to you, it is listed and has not expired.",
        },
        shown: "The evidence shows it as active or in its grace period.",
      },
    },
    nothingToDo: "Nothing to do here.",
    confirmWord:
      "If nothing else explains the error, have this confirmed by an export or the customer’s administrator.",
    error: "Partner Center shows the subscription error in the claim flow.",
    customer: {
      greeting: "Hello,",
      intro:
        "As your partner, we are registering our work for you with Microsoft. Partner Center reports an error about your subscription. Could you help us with the following?",
      about: "This is about:",
      requests: {
        subscriptions:
          "Sign in to Graph Explorer (https://developer.microsoft.com/graph/graph-explorer), run this call and send us the answer as text: {call}",
        "subscribed-skus":
          "In Graph Explorer, run this call, too; its answer names your tenant: {call}",
        "tenant-id": "What is your tenant ID (directory ID)?",
        "product-name": "Under which product name does your admin centre list the subscription?",
        channel:
          "How did you buy the subscription: with a Volume Licensing agreement, from Microsoft on the web, or from a Cloud Solution Provider (CSP)?",
        "other-subscription":
          "Do you have a Dynamics 365 subscription from Volume Licensing or from Microsoft on the web? Which ID does it have?",
        "set-up":
          "Are the products of the subscription set up and licences assigned? If not, could you do that and tell us when it is done?",
        partners: "Which partners work with you on this product, and who of them has claimed it?",
      },
      readOnly: "The calls only read and change nothing.",
      thanks: "Thank you for your help!",
    },
  },
  batch: {
    problems: {
      "no-columns":
        "No column is a field of a claim. Name the columns in the first row, or say which column is which.",
      "ragged-rows":
        "Rows with more or fewer cells than the header. Cells that are missing count as empty, those too many are not read.",
      "blank-rows": "Blank rows; they are left out.",
      "row-too-long": "Rows longer than a megabyte; they were not read.",
      "not-utf-8":
        "Text that is not UTF-8; it was read as Windows-1252. Look at umlauts and accents, or save the file as UTF-8.",
      "unclosed-quote":
        "The last row opens a quoted cell and never closes it, so rows after it may be part of that cell.",
      "columns-conflict":
        "Several columns hold the same field: {columns}. Where they differ in a row, the field is not read there.",
      "columns-ignored": "Columns that were not read, because no field has their name: {columns}.",
      "not-text": "The file is not text. Export it as CSV.",
    },
    codes: {
      "duplicate-in-file": {
        what: "An earlier row claims the same for this customer.",
        why: "A subscription or workload is claimed once; a second claim only takes time.",
        next: "Compare both rows and remove one of them, or correct product or subscription ID.",
      },
      "subscription-under-two-tenants": {
        what: "An earlier row has the same subscription ID with another customer tenant ID.",
        why: "A subscription is on one tenant, so one of the two rows cannot be right.",
        next: "Ask the customer’s administrator which tenant holds the subscription, then correct the other row.",
      },
    },
  },
  evidence: {
    kinds: {
      "graph-subscriptions": "Subscriptions from Microsoft Graph",
      "graph-subscribed-skus": "Subscribed SKUs from Microsoft Graph",
      "openid-configuration": "Directory look-up of a domain",
      "partner-center-customers": "Customer list from Partner Center",
      "partner-center-subscriptions": "Own CSP subscriptions from Partner Center",
      "dynamics-usage-report": "Dynamics 365 usage report from Partner Center",
      "cpor-usage-report": "Usage report on own CPOR claims from Partner Center",
      "sku-reference": "Microsoft’s list of product names for licensing",
      unknown: "Unknown file",
    },
    problems: {
      "not-json":
        "The text looks like JSON but cannot be read as such. Export it again and do not edit it.",
      truncated: "The file stops in the middle. Export it again or copy all of it.",
      "not-recognised": "This is none of the exports known here.",
      empty: "There is nothing in it to read.",
      "row-malformed": "This row could not be read.",
      "id-malformed": "This row has an ID that could not be read.",
      "tenant-unknown":
        "The export does not say which tenant it comes from. Name the customer’s tenant ID if it is theirs.",
      "tenant-contradiction": "The export comes from another tenant than the one you named.",
      "tenant-option-malformed": "The tenant ID named for this export is not a GUID.",
      "domain-unknown": "The answer does not say which domain was looked up. Name the domain.",
      "error-code-unknown": "The directory answered with an error that is not known here.",
      "issuer-placeholder":
        "The answer stands for all tenants, not for one. Look up the customer’s own domain.",
      "more-pages":
        "This is one page of several; what it does not list may stand on the others. Export all pages.",
      "characters-lost":
        "Some characters do not belong to the file’s encoding. Save it as UTF-8, or export it again.",
      "maybe-cut-off":
        "The last row does not end with a line break, so the file may be cut off. Compare it with the original.",
      "column-missing":
        "A column of this kind of export is missing; what it says stays open. Export it again with all columns.",
      "cells-differ":
        "This row has more or fewer cells than the heading, so it was left out. Export the file again.",
      "date-ambiguous":
        "Day and month of a date in this row can be swapped, so it was not read. Export it with dates such as 2026-11-03.",
      "not-cpor": "This row is attributed in another way than by CPOR, so it is no claim of yours.",
      "day-option-malformed": "The day named for this export is not a date.",
      "not-text": "The file is not text. Export it as CSV or JSON.",
    },
  },
  lookUp: {
    offline: "There is no connection to {host}.",
    timeout: "{host} did not answer in time.",
    blocked:
      "The look-up did not get through to {host}: this network, the browser or a policy blocks it, or the connection broke off.",
    http: "{host} answered with status {status} instead of a result.",
    "not-json":
      "What came back is no answer from Microsoft’s directory, perhaps a page of your own network.",
    "not-an-answer": "What came back names neither a tenant nor a known error.",
    "not-a-domain": "This is neither a domain nor a tenant ID. Nothing was sent.",
    "not-a-host": "There is no such host or cloud to ask. Nothing was sent.",
    aborted: "The look-up was stopped.",
    instead: "Open the address of the look-up in a browser and paste the answer as an export.",
  },
  rulesetWords: {
    "2023-10": {
      findings: {
        "tenant-domain-mismatch": {
          why: "With a wrong tenant ID the claim is for somebody else, or stops as a mismatch.",
        },
        "subscription-not-provisioned": {
          next: {
            pending:
              "Ask the customer’s administrator to activate and provision them. After that it can take {provisioningLagDays} days until the claim form knows.",
          },
        },
        "subscription-already-claimed": {
          next: {
            "other-partner":
              "The claim goes to arbitration. Ask the customer who should hold it, and have a proof of execution ready that shows your work.",
          },
        },
        "subscription-not-active": {
          why: "Only a subscription that is active or in its grace period earns incentives.",
        },
      },
      statuses: {
        submitted: {
          meaning: "The review has not started; it may take {startBusinessDays} business days to.",
        },
        "partner-action-required": {
          meaning:
            "Microsoft needs more and has asked in the comments. You have {answerBusinessDays} business days to answer.",
        },
        rejected: {
          meaning:
            "The proof of execution is not sufficient, or nobody answered. It can be disputed once, within {disputeDays} days.",
        },
      },
    },
  },
};
