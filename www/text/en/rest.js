// What the library says in English beside claim.js: findings that only evidence raises, rule sets,
// guides, diagnosis, exports, many claims. It comes with the core.

export default {
  rulesets: {
    "2020-06": {
      changes:
        "The page names three admin roles. The claim form asks for both domain and tenant ID. Review takes up to {reviewBusinessDays} business days.",
    },
    "2023-10": {
      changes:
        "The domain is no longer requested. Solution area and activities have new names. A claim on another partner’s subscription goes to arbitration. Review takes up to {reviewBusinessDays} business days.",
    },
  },
  findings: {
    "tenant-domain-mismatch": {
      what: {
        by: "holder",
        us: "{domain} doesn’t match the customer tenant ID: it belongs to your own tenant.",
        other: "{domain} doesn’t match the customer tenant ID: it belongs to another tenant.",
      },
      why: "Partner Center stops a claim when the domain and the tenant don’t match.",
      next: {
        by: "holder",
        us: "Enter one of the customer’s domains. The customer’s administrator can give it to you.",
        other:
          "Ask the customer’s administrator which of the two is right. A subdomain can belong to a different tenant than its parent domain.",
      },
    },
    "tenant-not-found": {
      what: {
        by: "reason",
        "not-found": "No tenant was found for the customer domain {domain}.",
        malformed: "Microsoft’s directory can’t read the customer domain {domain}.",
      },
      why: "A domain without a tenant can’t match the tenant ID.",
      next: {
        by: "reason",
        "not-found":
          "Check the spelling, and ask the customer’s administrator for a domain verified in the tenant. It may also be in another national cloud.",
        malformed:
          "Enter the whole domain, for example, contoso.com. If in doubt, ask the customer’s administrator.",
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
      next: "Before you file, ask Partner Center support (incentives) whether you can claim for this customer.",
    },
    "subscription-on-other-tenant": {
      what: "The subscription belongs to another tenant.",
      why: "Partner Center checks that the product and subscription belong to the tenant you’re claiming for.",
      next: "Ask the customer’s administrator which tenant it belongs to, then correct the tenant ID or the subscription ID.",
    },
    "product-not-on-tenant": {
      what: "None of the tenant’s known subscriptions is for {product}.",
      why: "Partner Center checks that the product and subscription belong to the tenant you’re claiming for.",
      next: "Check the product and tenant ID with the customer’s administrator. The export doesn’t show later purchases.",
    },
    "subscription-not-listed": {
      what: "The subscription isn’t among this tenant’s known subscriptions.",
      why: "Partner Center looks for it on the tenant. The list you have may be old or incomplete.",
      next: "Compare it with both IDs of each listed subscription. Ask the customer’s administrator which one is meant, or whether it’s newer than the list.",
    },
    "product-subscription-mismatch": {
      what: "The subscription is for {subscriptionProduct}, but the claim is for {product}.",
      why: "Partner Center checks the product and the subscription together.",
      next: "Ask the customer’s administrator which subscription contains the product, then correct the product or the subscription ID.",
    },
    "subscription-not-dynamics": {
      what: "The subscription is for {product}, not for Dynamics 365.",
      why: "For Business Applications, Partner Center accepts only Dynamics 365 subscriptions.",
      next: "Ask the customer’s administrator for the ID of the Dynamics 365 subscription. For other workloads, see the solution area {solutionArea:microsoft-365}.",
    },
    "subscription-csp": {
      what: {
        by: "certainty",
        certain: "The subscription was bought through CSP.",
        likely: "The subscription was probably bought through CSP.",
      },
      why: {
        by: "certainty",
        certain: {
          by: "typed",
          "": "Partner Center doesn’t accept CSP subscriptions in a claim.",
          other:
            "You selected “{typed},” but the evidence counts. Partner Center doesn’t accept CSP subscriptions.",
        },
        likely: {
          by: "owner",
          us: {
            by: "typed",
            "": "Your own tenant created it, which usually means your own CSP sale. That can’t be claimed.",
            other:
              "You selected “{typed},” but your own tenant created it. That usually means CSP, which can’t be claimed.",
          },
          other: {
            by: "typed",
            "": "A partner tenant created it, which usually means CSP. CSP subscriptions can’t be claimed.",
            other:
              "You selected “{typed},” but a partner tenant created it. That usually means CSP, which can’t be claimed.",
          },
        },
      },
      next: {
        by: "certainty",
        certain:
          "Ask the customer’s administrator for a subscription bought through Volume Licensing or Web-Direct, and claim that one instead.",
        likely: {
          by: "owner",
          us: "Check your own list of CSP subscriptions. If it’s there, claim another subscription.",
          other:
            "Ask the customer’s administrator or purchasing department how it was bought. If it was CSP, claim another subscription.",
        },
      },
    },
    "subscription-not-provisioned": {
      what: {
        by: "provisioning",
        pending: "The customer hasn’t provisioned this subscription’s products yet.",
        failed: "Provisioning of this subscription’s products failed.",
      },
      why: "A subscription can be claimed only after provisioning, which takes the customer several steps.",
      next: {
        by: "provisioning",
        pending:
          "Ask the customer’s administrator to activate and provision them, then check with a new export. If that’s already done, contact Partner Center support (incentives).",
        failed:
          "Ask the customer’s administrator to fix the provisioning error, then check again with a new export.",
      },
    },
    "subscription-newly-provisioned": {
      what: "The subscription is so new that the claim form may not show it yet.",
      why: "After provisioning, it can take some days until Partner Center lists a subscription.",
      next: "If the claim form doesn’t find it, keep trying until {visibleBy}, before you contact Partner Center support.",
    },
    "subscription-already-claimed": {
      what: {
        by: "by",
        us: {
          by: "activity",
          unknown:
            "Your company has already claimed this subscription, but the {activityWord} isn’t known.",
          other: "Your company has already claimed this subscription for the same {activityWord}.",
        },
        "other-partner": {
          by: "typed",
          no: "You answered “{typed},” but another partner has already claimed this subscription.",
          other: "Another partner has already claimed this subscription.",
        },
      },
      why: {
        by: "by",
        us: "A second claim for the same {activityWord} would be a duplicate; one for another wouldn’t.",
        "other-partner":
          "It can have only one partner. Microsoft’s page calls this an error, but also says it goes to arbitration.",
      },
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
            "Find the existing claim in Partner Center and check its {activityWord}. You need a new claim only for another {activityWord} or a new subscription ID.",
        },
        "other-partner":
          "Ask the customer which partner should be associated. If it’s you, have your proof of execution ready and contact Partner Center support (incentives).",
      },
    },
    "subscription-not-active": {
      what: {
        by: "status",
        suspended: "The subscription is suspended.",
        deleted: "The subscription has been deleted.",
        "locked-out": "The subscription is locked out.",
        expired: "The subscription has expired.",
        disabled: "The subscription is disabled.",
        pending: "The subscription isn’t active yet.",
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
          pending:
            "Ask the customer’s administrator when it will become active, and check again then.",
          other:
            "Ask the customer’s administrator whether it will be active again or has been replaced.",
        },
        other:
          "File a new, separate claim for the active subscription of the same product, {successor}. If in doubt, ask the customer’s administrator.",
      },
    },
    "subscription-in-grace": {
      what: "The subscription is in its grace period.",
      why: "It counts as active, but the subscription ends unless the customer renews it.",
      next: "Ask the customer about the renewal. A new subscription needs its own claim.",
    },
    "subscription-ending": {
      what: "The subscription ends on {endsOn}.",
      why: "The claim covers only this subscription, not its successor.",
      next: "Note the date, and file a new claim once the next subscription is active.",
    },
    "subscription-trial": {
      what: "The subscription is a trial.",
      why: "No Microsoft page says whether a trial can be claimed, and a trial isn’t a purchase.",
      next: "Ask the customer’s administrator whether there’s a paid subscription, and claim that one instead.",
    },
    "subscription-starts-later": {
      what: "The claim was submitted before the subscription’s first day, {startsOn}.",
      why: "A claim can’t be for a subscription that didn’t exist yet.",
      next: "Correct the day of submission, or enter the subscription that you claimed.",
    },
    "partner-id-not-enrolled": {
      what: "The {partnerId} isn’t enrolled in an incentive program.",
      why: "Without enrollment, you may miss eligibility and incentives.",
      next: "Enroll it on the Incentives overview tab in Partner Center, or choose another ID. Your global admin knows which one.",
    },
    "partner-id-global-account": {
      what: "The {partnerId} belongs to your company’s global account.",
      why: "Incentives are tied to location IDs.",
      next: "Ask your global admin for the ID of the location that did the work.",
    },
    "partner-id-partner-type": {
      what: "The {partnerId} has the partner type {partnerType}.",
      why: "The claim form doesn’t show this. With the wrong ID, you may miss incentives and have to claim again.",
      next: "Ask your global admin whether this work belongs under {partnerType}. If not, choose a regular location ID.",
    },
    "own-claim-exists": {
      what: {
        by: "activity",
        unknown:
          "Your company has a claim on {product} for this customer, with an unknown {activityWord}.",
        other: "Your company already has a claim on {product} for this customer.",
      },
      why: "A second claim on this product for the same {activityWord} would be a duplicate.",
      next: {
        by: "claimId",
        "": "Find your claim in Partner Center. File a second one only for another {activityWord}.",
        other:
          "Open your claim {claimId} in Partner Center. File a second one only for another {activityWord}.",
      },
    },
    "evidence-malformed": {
      what: {
        by: "part",
        tenants: "The evidence about tenants couldn’t be read completely.",
        unresolvedDomains:
          "The evidence about domains without a tenant couldn’t be read completely.",
        subscriptions: "The evidence about subscriptions couldn’t be read completely.",
        partnerIds: "The evidence about {partnerId}s couldn’t be read completely.",
        associations: "The evidence about existing claims couldn’t be read completely.",
        other: "The evidence couldn’t be read completely.",
      },
      why: "What couldn’t be read or is dated after today may speak against the claim. No check that needs it passes.",
      next: {
        by: "row",
        "": "Correct dates that are after today, or export the data again without changing it. Then check again.",
        other: {
          by: "rows",
          "": "Find entry {row} and correct it, or export the data again without changing it.",
          other:
            "Find entries {rows} and correct them, or export the data again without changing it.",
        },
      },
    },
    "evidence-contradiction": {
      what: {
        by: "part",
        subscriptions: "Two sources disagree about the subscription: {field}.",
        tenants: "Two sources disagree about the customer: {field}.",
        associations: "Two sources disagree about a claim on this customer: {field}.",
        partnerIds: "Two sources disagree about the {partnerId}: {field}.",
      },
      why: {
        by: "field",
        id: "They give different IDs for it, so one of them may be about another subscription.",
        tenantId: "A subscription belongs to only one tenant, so we use neither.",
        skuId: "A subscription has only one SKU, so we use neither.",
        skuPartNumber: "A subscription has only one SKU, so we use neither.",
        status: "We use the newer one. If neither is clearly newer, we use the less favorable one.",
        endsOn: "We use the newer one. If neither is clearly newer, we use the less favorable one.",
        provisioning:
          "We use the newer one. If neither is clearly newer, we use the less favorable one.",
        enrolled:
          "We use the newer one. If neither is clearly newer, we use the less favorable one.",
        domains: "We use the newer one. If neither is clearly newer, we use neither.",
        other: "We use the less favorable one, so nothing passes by chance.",
      },
      next: {
        by: "part",
        subscriptions: {
          by: "field",
          channel:
            "Ask the customer’s purchasing department which is right, and remove what is out of date.",
          claimedBy:
            "Compare with your claims in Partner Center, and remove what is out of date. Only Microsoft can see other partners’ claims.",
          other:
            "Ask the customer’s administrator for new Graph exports of /directory/subscriptions and /subscribedSkus, and remove the older files.",
        },
        tenants:
          "Ask the customer’s administrator which is right, look up the domain again, and remove the older answer.",
        associations:
          "Open the claim in Partner Center, export your claims again, and remove the older file.",
        partnerIds: "Ask your global admin which is right, and remove what is out of date.",
      },
    },
  },
  statuses: {
    editing: {
      label: "Editing",
      meaning: "The claim exists but hasn’t been submitted.",
    },
    draft: {
      label: "Draft",
      meaning: "The claim exists. The proof of execution still has to be uploaded and submitted.",
    },
    submitted: {
      label: "Submitted",
      meaning:
        "Review hasn’t started; it can take up to {startBusinessDays} business days to start.",
    },
    "under-review": {
      label: "Under review",
      meaning: "Microsoft reviews the claim within {reviewBusinessDays} business days.",
    },
    "partner-action-required": {
      label: "Partner action required",
      meaning:
        "Microsoft needs more information and has asked for it in the comments. You have {answerBusinessDays} business days to answer.",
    },
    approved: {
      label: "Approved",
      meaning:
        "The association is in place. A claim on a Dynamics product then shows the subscription ID. Whether it earns incentives depends on the incentive guide.",
    },
    rejected: {
      label: "Rejected",
      meaning:
        "The proof of execution isn’t sufficient, or nobody answered. You can dispute it within {disputeDays} days.",
    },
    dispute: {
      label: "Dispute",
      meaning: "Microsoft reviews the rejection again. You can dispute only once.",
    },
    "rejected-final": {
      label: "Rejected final",
      meaning: "The claim was rejected after the dispute, or the association was ended.",
    },
  },
  contradictions: {
    "already-claimed": {
      text: "What happens to a subscription that another partner has claimed",
      values: {
        error: "The claim form shows an error.",
        arbitration: "The claim goes to arbitration.",
      },
    },
    roles: {
      text: "Who can file claims",
      values: {
        "three-admin-roles": "Global admins, billing admins, and incentives admins.",
        "incentives-admin-only": "Incentives admins only.",
        "incentives-admin-and-user": "Incentives admins and incentives users.",
      },
    },
    domain: {
      text: "Whether a claim includes the customer’s domain",
      values: {
        "domain-not-named": "The list of what a claim needs includes a tenant ID, but no domain.",
        "domain-and-tenant": "The claim form asks for the tenant ID and subdomain.",
      },
    },
    subscription: {
      text: "When a claim includes a subscription",
      values: {
        "always-for-business-applications": "Always, for Business Applications.",
        "may-be-asked": "The claim form may ask for one.",
        "if-there-are-several": "If the customer has several for the product.",
      },
    },
    "usage-payment": {
      text: "Whether Business Applications usage is paid",
      values: {
        "named-non-incentivized": "Its name is Usage recognition - Non-Incentivized.",
        "for-usage-incentives": "It’s for partners who want to apply for usage incentives.",
      },
    },
    review: {
      text: "How long the review takes",
      values: {
        "fourteen-business-days": "Up to 14 business days.",
        "ten-days-overall": "10 days overall, plus the time to answer.",
        "five-days": "Up to 5 days.",
        "five-business-days": "Within 5 business days.",
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
        "submitted-or-action-required": "While its status is Submitted or Partner action required.",
        "if-action-is-required": "While its status is Partner action required.",
        "never-after-submission": "Never after it’s submitted.",
      },
    },
  },
  laterFacts: {
    "incentives-admin-only":
      "A copy of the issues page from about 2025 names only the incentives admin as the appropriate role.",
    "grace-period-ends":
      "Subscriptions under the Microsoft Customer Agreement lose their free grace period: direct purchases on February 9, 2026, CSP in April or May 2026.",
  },
  changes: {
    parts: {
      source: "Source",
      days: "Days",
      role: "Roles",
      field: "Fields",
      label: "Names",
      code: "Severity of findings",
      status: "Claim statuses",
      contradiction: "Where Microsoft’s pages disagree",
    },
    source: {
      date: "Date of the text",
      title: "Title",
    },
    days: {
      startBusinessDays: "Business days until review starts",
      reviewBusinessDays: "Business days for review",
      answerBusinessDays: "Business days to answer a question",
      disputeDays: "Days to dispute a rejection",
      disputeAnswerBusinessDays: "Business days until a dispute is answered",
      optOutDays: "Days after approval in which the customer can decline",
      provisioningLagDays: "Days until a provisioned subscription can be claimed",
      endingSoon: "Days before the end at which a subscription is flagged",
    },
    required: "in every claim",
    notRequired: "never requested, or not always",
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
          "volume-licensing": "Through a Volume Licensing agreement",
          "web-direct": "Directly from Microsoft online (Web-Direct)",
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
          "business-influencer": "We influenced the choice as a business advisor",
        },
      },
      seeksPayment: {
        text: "Do you want incentive payments?",
        options: {
          yes: "Yes",
          no: "No",
        },
      },
    },
    diagnosis: {
      listing: {
        text: "How does the customer’s Microsoft 365 admin center list the subscription (Billing, Your products)?",
        options: {
          "dynamics-in-use": "As a Dynamics 365 product with licenses assigned",
          "dynamics-not-set-up": "As a Dynamics 365 product that isn’t set up yet",
          inactive: "As a Dynamics 365 product that’s expired, suspended, or disabled",
          "other-product": "As another product",
          "not-listed": "Not at all",
          unknown: "I don’t know",
        },
      },
      source: {
        text: "Where did you copy the identifier from?",
        options: {
          "subscription-list": "The customer’s list of subscriptions",
          "csp-list": "Our own list of CSP subscriptions",
          order: "An order, offer, or invoice (it’s the number on it)",
          "tenant-details": "The customer’s tenant details",
          "product-list": "A list of products or licenses",
          unknown: "I don’t know",
        },
      },
      channel: {
        text: "How did the customer buy this subscription?",
        options: {
          "volume-licensing": "Through a Volume Licensing agreement",
          "web-direct": "Directly from Microsoft online (Web-Direct)",
          csp: "From a Cloud Solution Provider (CSP)",
          other: "Another way",
          unknown: "I don’t know",
        },
      },
      holder: {
        text: "Has anyone already claimed this subscription?",
        options: {
          nobody: "Nobody we or the customer know of",
          colleague: "One of our colleagues",
          "other-partner": "Another partner",
          unknown: "I don’t know",
        },
      },
    },
    partnerId: {
      fastTrack: {
        text: "Are you doing this work as a FastTrack partner?",
        options: {
          yes: "Yes",
          no: "No",
        },
      },
      program: {
        text: "Which incentive program is the claim for?",
        options: {},
      },
    },
  },
  advice: {
    // What an answer says of an activity that another answer decides.
    plain: {
      solutionArea: {
        yes: "The solution area isn’t an obstacle.",
        no: "The solution area rules it out.",
        depends: "It depends on the solution area.",
      },
      purchaseChannel: {
        yes: "The purchase channel isn’t an obstacle.",
        no: "The purchase channel rules it out.",
        depends: "It depends on the purchase channel.",
      },
      contribution: {
        yes: "What you did isn’t an obstacle.",
        no: "It covers different work.",
        depends: "It depends on what you did.",
      },
      seeksPayment: {
        yes: "Payment isn’t an obstacle.",
        no: "Payment rules it out.",
        depends: "Payment may be an obstacle.",
      },
    },
    reconsider: {
      solutionArea:
        "Nothing clearly fits these answers. Check the solution area first. The other one offers more.",
      purchaseChannel:
        "Nothing fits this purchase channel. Find out how the customer bought the product. Only Volume Licensing and Web-Direct purchases can be claimed.",
      contribution:
        "Nothing clearly fits these answers. First check what you did for the customer.",
      seeksPayment:
        "Nothing clearly fits these answers. First check whether you want incentive payments for this work.",
    },
    activity: {
      "area-offers": "{activity} is available for {solutionArea}.",
      "area-does-not-offer": "{activity} isn’t available for {solutionArea}.",
      "area-open": "Whether {activity} is available depends on the solution area.",
      "channel-eligible": "{activity} can be claimed for purchases through {channel}.",
      "channel-not-eligible": "The purchase channel “{channel}” rules out {activity}.",
      "channel-open": "{activity} depends on the purchase channel, which isn’t known yet.",
      "channel-not-asked": "Here, {activity} doesn’t depend on the purchase channel.",
      "contribution-matches": "{activity} matches what you did.",
      "contribution-differs": "{activity} covers different work.",
      "contribution-open": "Whether {activity} matches depends on what you did.",
      "payment-matches": "{activity} matches your answer about payment.",
      "payment-not-paid": "{activity} doesn’t pay incentives, and you want payment.",
      "payment-not-sought":
        "{activity} is for partners who apply for incentives, and you don’t want payment.",
      "payment-contradictory":
        "Microsoft calls {activity} “non-incentivized” but describes it as a way to apply for incentives.",
      "payment-indifferent": "For {activity}, it makes no difference whether you want payment.",
      "payment-open": "Whether {activity} suits you depends on whether you want payment.",
    },
    partnerId: {
      "not-an-id": "This can’t be the {partnerId}: it must have digits only, and not just zeros.",
      "unusual-length":
        "The number has an unusual number of digits. {partnerId}s usually have 6 or 7.",
      "not-read": "Something in the evidence about this ID couldn’t be read.",
      "in-future":
        "The evidence says what holds on a day after today, so it’s not certain that the ID is enrolled now.",
      location: "This is a location ID, and incentives are tied to location IDs.",
      "global-account":
        "The ID belongs to the global account, but incentives are tied to location IDs.",
      "kind-open":
        "It’s not known yet whether the ID belongs to a location or to the global account.",
      enrolled: "The ID is enrolled in an incentive program.",
      "not-enrolled": "The ID isn’t enrolled in an incentive program.",
      "enrolment-open": "It’s not known yet whether the ID is enrolled in an incentive program.",
      "standard-type": "The ID has no special partner type.",
      "type-open":
        "The ID has the partner type {partnerType}, which is only for FastTrack work. It’s not known yet whether this is FastTrack work.",
      "special-type": "The ID has the partner type {partnerType}, which doesn’t match this work.",
      "special-type-wanted": "The ID has the partner type {partnerType}, which matches this work.",
      "special-type-missing": "The ID doesn’t have the partner type for FastTrack work.",
      "program-matches": "The ID is enrolled in {program}.",
      "program-differs": "The ID isn’t enrolled in {program}.",
      "program-open": "It’s not known yet which programs the ID is enrolled in.",
    },
    partnerIdNext: {
      use: "Choose this ID in the claim.",
      enrol: "First, enroll it on the Incentives overview tab in Partner Center.",
      "choose-location": "Choose a location ID instead.",
      "ask-admin": "Ask your global admin about this ID’s location, enrollment, and partner type.",
      "fasttrack-only": "Choose this ID only for work that belongs under its partner type.",
      "say-fasttrack": "Answer whether you’re doing this work as a FastTrack partner.",
      "check-id": "Compare the number with your Partner Center account settings.",
    },
    partnerIdOverall: {
      use: "One ID fits. Choose it in the claim.",
      "choose-between": "Several IDs fit. Ask your global admin which location did the work.",
      enrol:
        "The best ID isn’t enrolled yet. Enroll it on the Incentives overview tab in Partner Center.",
      "ask-admin":
        "It’s not certain that any of these IDs fits. Ask your global admin which one to use.",
      "say-fasttrack":
        "It depends on whether you’re doing this work as a FastTrack partner. Answer that question first.",
      "no-candidates":
        "There is no {partnerId} to compare yet. Enter one, or ask your global admin.",
    },
  },
  plan: {
    renews: "It replaces the subscription {renews}, which you’ve claimed.",
    mayRenew: "It may replace the subscription {renews}, which you’ve claimed.",
    instead: "What counts instead: {programs}.",
    programs: {
      cpor: "a claim (CPOR)",
      pal: "Partner Admin Link (PAL)",
      dpor: "Digital Partner of Record (DPOR)",
      csp: "the sale through CSP",
    },
    excluded: {
      "tenant-id-missing":
        "No export says whose subscription this is. Say which tenant it comes from, or load the subscribed SKUs of the same tenant.",
      "subscription-id-missing":
        "This subscription has no ID that can be read. Export the customer’s subscriptions again, with their IDs.",
      "evidence-malformed":
        "Some subscriptions couldn’t be read, and aren’t in this plan. Export them again, or see what was said when the file was read.",
      "subscription-not-dynamics":
        "{product} isn’t a product of Business Applications. Workloads of {solutionArea:microsoft-365} are claimed by tenant, without a subscription.",
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
      asking: "No cause is confirmed yet. Your next answer narrows it down most.",
      undecided:
        "There are no more questions, and no cause is confirmed. Follow the next steps of the possible causes. If they don’t help, ask Partner Center support (incentives).",
      "not-applicable":
        "This error is about Dynamics 365 subscriptions, and a {solutionArea:microsoft-365} claim doesn’t include one. Check the solution area.",
      unexplained:
        "None of the known causes explains the error. Ask Partner Center support (incentives), which sees what no export shows.",
    },
    causes: {
      "subscription-csp": {
        title: "Bought through CSP",
        open: "It’s not known yet how the subscription was bought. Partner Center doesn’t accept CSP subscriptions.",
        ask: "Ask the customer’s administrator or purchasing department how it was bought: Volume Licensing, Web-Direct, or CSP.",
        confirmed: {
          by: "channel",
          csp: "You said it was bought through CSP. Partner Center doesn’t accept CSP subscriptions.",
          other:
            "You said the ID comes from your own list of CSP subscriptions. Partner Center doesn’t accept those.",
        },
        denied: "You said it wasn’t bought through CSP.",
        shown: "The evidence shows a purchase outside CSP.",
      },
      "subscription-id-wrong-kind": {
        title: "Not a subscription ID",
        open: "It’s not known yet whether the identifier is a subscription ID. Other IDs look the same.",
        ask: "Compare it with the customer’s list of subscriptions, which shows each one’s ID.",
        confirmed: {
          by: "source",
          order: "You said it’s the number of an order, offer, or invoice.",
          "tenant-details": "You said it comes from the customer’s tenant details.",
          "product-list": "You said it comes from a list of products or licenses.",
        },
        denied: "You said it comes from a list of subscriptions.",
        shown: "The evidence lists a subscription with this ID.",
      },
      "subscription-not-provisioned": {
        title: "Not available yet",
        open: "It’s not known yet whether the customer has provisioned this subscription’s products.",
        sign: "The subscription is new or not active yet, so its products may not be provisioned.",
        ask: "Ask the customer’s administrator whether the products are set up and licenses assigned.",
        confirmed: "You said the customer hasn’t set up the products yet.",
        denied: {
          by: "listing",
          "dynamics-in-use": "You said the products are set up.",
          inactive: "You said it’s expired, suspended, or disabled. Resolve that first.",
          other: "You said it isn’t listed as Dynamics 365, so whether it’s set up doesn’t matter.",
        },
        shown: "The evidence shows its products as provisioned.",
      },
      "subscription-not-dynamics": {
        title: "Not for Dynamics 365",
        open: "It’s not known yet which product the subscription is for. Partner Center accepts only Dynamics 365.",
        sign: "Its product isn’t one of the Dynamics 365 products known here.",
        ask: "Ask the customer’s administrator for the name of the product in their admin center.",
        confirmed:
          "You said it’s listed as another product. Partner Center accepts only Dynamics 365.",
        denied: {
          by: "listing",
          "not-listed": "You said it isn’t listed at all, so what it’s for doesn’t matter.",
          other: "You said it’s listed as Dynamics 365.",
        },
        shown: "The evidence names a Dynamics 365 product.",
      },
      "product-not-on-tenant": {
        title: "Not on the customer’s tenant",
        open: "It’s not known yet whether the subscription and product belong to the tenant you’re claiming for.",
        ask: "Ask the customer’s administrator for the ID of the tenant that lists the subscription and the product.",
        confirmed: "You said the customer’s admin center doesn’t list the subscription.",
        denied: "You said the customer’s admin center lists the subscription.",
        shown: "The evidence shows the subscription on the tenant you’re claiming for.",
      },
      "subscription-already-claimed": {
        title: "Already claimed",
        open: "It’s not known yet whether anyone has claimed it. Only Microsoft can see other partners’ claims.",
        sign: {
          by: "holder",
          "other-partner":
            "You said another partner is associated. Only Microsoft can see whether that partner has claimed this subscription.",
          other:
            "There is an earlier claim for this customer. It’s not known yet whether it covers this subscription.",
        },
        ask: "Ask your colleagues about earlier claims, and ask the customer’s administrator which partners work on the product.",
        confirmed: {
          by: "holder",
          colleague: "You said a colleague has already claimed it.",
          other: "You said another partner has already claimed it.",
        },
        denied: "You said nobody has claimed it. Only Microsoft knows for certain.",
        rules: "In this rule set, an earlier claim isn’t a reason for the error.",
        arbitration:
          "If another partner has claimed it, your claim goes to arbitration. Have your proof of execution ready.",
      },
      "subscription-not-active": {
        title: "Not active",
        open: "It’s not known yet whether the subscription is active or in its grace period.",
        sign: "Its term has ended since the export was made. It’s not known yet whether it was renewed.",
        ask: "Ask the customer’s administrator for its current status.",
        confirmed: "You said it’s expired, suspended, or disabled.",
        denied: {
          by: "listing",
          "not-listed": "You said it isn’t listed at all, so its status doesn’t matter.",
          "other-product": "You said it’s listed as another product, so its status doesn’t matter.",
          other: "You said it’s listed and hasn’t expired.",
        },
        shown: "The evidence shows it as active or in its grace period.",
      },
    },
    nothingToDo: "Nothing to do here.",
    confirmWord:
      "If nothing else explains the error, confirm this with an export or with the customer’s administrator.",
    error: "Partner Center shows the subscription error in the claim form.",
    customer: {
      greeting: "Hello,",
      intro:
        "As your partner, we’re registering our work for you with Microsoft. Partner Center reports an error about your subscription. Could you help us with the following?",
      about: "This is about:",
      requests: {
        subscriptions:
          "Sign in to Graph Explorer (https://developer.microsoft.com/graph/graph-explorer), run this call, and send us the answer as text: {call}",
        "which-subscription":
          "Which of your subscriptions contains the product we work on, and what is its ID?",
        "subscribed-skus":
          "In Graph Explorer, also run this call; its answer names your tenant: {call}",
        "tenant-id": "What is your tenant ID (directory ID)?",
        "product-name": "Under which product name does your admin center list the subscription?",
        channel:
          "How did you buy the subscription: through a Volume Licensing agreement, directly from Microsoft online, or from a Cloud Solution Provider (CSP)?",
        "other-subscription":
          "Do you have a Dynamics 365 subscription bought through Volume Licensing or directly from Microsoft online? What is its ID?",
        "set-up":
          "Are the subscription’s products set up and licenses assigned? If not, could you do that and let us know when it’s done?",
        partners: "Which partners work with you on this product, and has any of them claimed it?",
      },
      readOnly: "The calls only read data; they change nothing.",
      thanks: "Thank you for your help.",
    },
  },
  letter: {
    subject: "A few questions about your Microsoft subscription",
    greeting: "Hello,",
    intro:
      "We’re registering our work for you with Microsoft. For that, we need a few details that only you can see. Could you answer below, by number?",
    where: "Where to find it: {where}",
    questions: {
      "tenant-id": {
        ask: "What is your tenant ID (directory ID)?",
        where: "Microsoft Entra admin center › Overview",
      },
      domain: {
        ask: "Which domain is verified in your tenant?",
        where: "Microsoft 365 admin center › Settings › Domains",
      },
      "tenant-domain": {
        ask: "Is the domain {customerDomain} verified in the tenant {customerTenantId}? (yes or no)",
        where:
          "the domains in the Microsoft 365 admin center › Settings › Domains; the tenant ID in the Microsoft Entra admin center › Overview",
      },
      "subscription-id": {
        ask: {
          by: "product",
          "": "Which of your subscriptions contains the product we work on, and what is its ID?",
          other: "Which of your subscriptions contains {product}, and what is its ID?",
        },
        where:
          "the answer in Graph Explorer (https://developer.microsoft.com/graph/graph-explorer) to GET https://graph.microsoft.com/v1.0/directory/subscriptions",
      },
      "subscription-on-tenant": {
        ask: "Is {subscriptionId} the ID of one of your subscriptions? (yes or no)",
        where:
          "the answer in Graph Explorer (https://developer.microsoft.com/graph/graph-explorer) to GET https://graph.microsoft.com/v1.0/directory/subscriptions",
      },
      product: {
        ask: "Which product is the subscription for?",
        where: "Microsoft 365 admin center › Billing › Your products",
      },
      channel: {
        ask: "How was it bought: through Volume Licensing, directly from Microsoft online, or from a Cloud Solution Provider (CSP)?",
        where:
          "Microsoft 365 admin center › Billing › Your products; otherwise, your purchasing department",
      },
      "set-up": {
        ask: "Are the subscription’s products set up, with licenses assigned? (yes or no)",
        where: "Microsoft 365 admin center › Billing › Licenses",
      },
      status: {
        ask: "Is the subscription active? (yes or no)",
        where: "Microsoft 365 admin center › Billing › Your products",
      },
      "other-partner": {
        ask: {
          by: "product",
          "": "Is another Microsoft partner associated with the product we work on? (yes or no)",
          other: "Is another Microsoft partner associated with {product}? (yes or no)",
        },
        where: "an email from Microsoft, which tells you about new partners",
      },
    },
    thanks: "Thank you for your help.",
  },
  batch: {
    problems: {
      "no-columns":
        "No column matches a field of a claim. Name the columns in the first row, or choose which column is which.",
      "ragged-rows":
        "Some rows have more or fewer cells than the header. Missing cells count as empty; extra cells are ignored.",
      "blank-rows": "Blank rows were skipped.",
      "row-too-long": "Rows longer than a megabyte weren’t read.",
      "not-utf-8":
        "The text isn’t UTF-8 and was read as Windows-1252. Check umlauts and accents, or save the file as UTF-8.",
      "unclosed-quote":
        "The last row opens a quoted cell and never closes it, so later rows may be part of that cell.",
      "columns-conflict":
        "Several columns are for the same field: {columns}. In rows where they differ, the field isn’t read.",
      "columns-ignored": "These columns weren’t read because no field has their name: {columns}.",
      "not-text": "The file isn’t text. Export it as CSV.",
      container:
        "The file’s format is {name}. Save the table in it as CSV, or load the file where workbooks and packed files are opened.",
    },
    codes: {
      "duplicate-in-file": {
        what: "An earlier row makes the same claim for this customer.",
        why: "A second claim for the same {activityWord} would be a duplicate and only takes time.",
        next: "Compare both rows and remove one of them, or correct the product or subscription ID.",
      },
      "subscription-under-two-tenants": {
        what: "An earlier row has the same subscription ID with another customer tenant ID.",
        why: "A subscription belongs to only one tenant, so one of the two rows must be wrong.",
        next: "Ask the customer’s administrator which tenant the subscription belongs to, then correct the other row.",
      },
    },
  },
  evidence: {
    kinds: {
      "graph-subscriptions": "Subscriptions from Microsoft Graph",
      "graph-subscribed-skus": "Subscribed SKUs from Microsoft Graph",
      "graph-organization": "The customer’s tenant from Microsoft Graph",
      "graph-contracts": "Your customers from Microsoft Graph",
      "openid-configuration": "Directory lookup of a domain",
      "partner-center-customers": "Customer list from Partner Center",
      "partner-center-subscriptions": "Your CSP subscriptions from Partner Center",
      "partner-center-reconciliation": "Reconciliation file of your CSP invoices",
      "partner-profile": "Partner profile report from Partner Center",
      "dynamics-usage-report": "Dynamics 365 usage report from Partner Center",
      "cpor-usage-report": "Usage report on your CPOR claims from Partner Center",
      "business-applications-usage": "Business Applications usage report from Partner Center",
      "customers-and-tenants": "Report on customers and their tenants from Partner Center",
      "license-report": "License report of a management tool",
      "sku-reference": "Microsoft’s list of product names for licensing",
      "stated-columns": "Table whose columns you named",
      "not-evidence": "Not an export that helps here",
      container: "Packed file or workbook",
      unknown: "Unknown file",
    },
    problems: {
      "not-json":
        "The text looks like JSON but can’t be read as JSON. Export it again, and don’t edit it.",
      truncated: "The file stops in the middle. Export it again, or copy all of it.",
      "not-recognised": "This isn’t one of the exports known here.",
      empty: "There is nothing to read in it.",
      "row-malformed": "This row couldn’t be read.",
      "id-malformed": "This row has an ID that couldn’t be read.",
      "tenant-unknown":
        "The export doesn’t say which tenant it comes from. If it’s the customer’s, enter their tenant ID.",
      "tenant-contradiction": "The export comes from a different tenant than the one you entered.",
      "tenant-option-malformed": "The tenant ID entered for this export isn’t a GUID.",
      "domain-unknown": "The answer doesn’t say which domain was looked up. Enter the domain.",
      "error-code-unknown": "The directory answered with an error that isn’t known here.",
      "issuer-placeholder":
        "The answer is for all tenants, not for one. Look up the customer’s own domain.",
      "more-pages":
        "This is one page of several; subscriptions missing here may be on other pages. Export all pages.",
      "characters-lost":
        "Some characters don’t match the file’s encoding. Save it as UTF-8, or export it again.",
      "maybe-cut-off":
        "The last row doesn’t end with a line break, so the file may be cut off. Compare it with the original.",
      "column-missing":
        "Missing in this export: {columns}. What it shows stays open. Export it again with all columns, without selecting any.",
      "cells-differ":
        "This row has more or fewer cells than the header, so it was left out. Export the file again.",
      "date-ambiguous":
        "A date in this row wasn’t read because its day and month could be swapped. Export it with dates such as 2026-11-03.",
      "not-cpor": "This row isn’t attributed through CPOR, so it isn’t a claim of yours.",
      "day-option-malformed": "The day entered for this export isn’t a date.",
      "columns-option-malformed": "What was said about the columns can’t be used.",
      "columns-option-unknown": "The table has no column named {columns}.",
      "columns-unread": "These columns weren’t read: {columns}.",
      "columns-conflict":
        "There are two columns for {columns}, so neither was read. Delete the wrong one, and load the file again.",
      "values-flattened":
        "The program that saved this export left out its lists, such as service plans. Export it as JSON with “ConvertTo-Json -Depth 5”.",
      "more-exports":
        "There is more in this text than the export that was read. Load each export on its own.",
      "issuer-foreign":
        "The answer isn’t from Microsoft’s directory, so it doesn’t show whose domain this is.",
      container:
        "The file’s format is {name}. Its contents have to be opened before they can be read as text.",
      "container-damaged":
        "This file is damaged or incomplete, so nothing in it was read. Download or save it again.",
      "container-encrypted":
        "This file is protected by a password. Unpack it, and load the files in it.",
      "container-too-large":
        "This file is too large to be read here. Load only the sheet or the rows that you need, as CSV.",
      "container-unsupported":
        "This file is packed in a way that can’t be opened here. Unpack it, and load the files in it.",
      "container-nested":
        "This packed file is inside other packed files. Unpack the outer one, and load it again.",
      "container-too-many":
        "There are more files in it than can be read. The first 1,000 were read; load the others separately.",
      "sheet-hidden": "This sheet is hidden in the workbook, and it was read as well.",
      "sheet-too-wide":
        "This sheet has more than 1,000 columns. Those further to the right weren’t read.",
      "claims-elsewhere":
        "There are several tables of claims. Only “{name}” was taken; load the others separately.",
      "azure-usage":
        "This shows usage or cost of Azure. CPOR doesn’t cover Azure. Load the subscriptions from Microsoft Graph, or the Dynamics 365 usage report.",
      "azure-subscriptions":
        "These are Azure subscriptions. They aren’t the subscriptions that a claim names. Load the subscriptions from Microsoft Graph.",
      "license-details":
        "These are one person’s licenses. They don’t show the customer’s subscriptions. Load the subscriptions and the subscribed SKUs from Microsoft Graph.",
      "license-summary":
        "This counts licenses by product and has no IDs. Load the subscriptions and the subscribed SKUs from Microsoft Graph.",
      people:
        "This is a list of people. It shows no subscriptions, and it holds personal data that isn’t needed here. Load the subscriptions from Microsoft Graph.",
      "domain-list":
        "This lists domains without saying which tenant they belong to. Load the customer’s tenant (organization) from Microsoft Graph, or look the domain up.",
      "activity-report":
        "This report shows what people do, not which subscriptions there are. Load the subscriptions from Microsoft Graph.",
      "other-report":
        "This report from Partner Center shows no subscription, tenant, or claim that can be checked. Load the Dynamics 365 usage report.",
      "permission-missing":
        "The export failed because the account lacks a permission: {name}. Ask an administrator to grant it, then export again.",
      "sign-in-needed":
        "The export failed because nobody is signed in. Sign in, then export again.",
      "error-answer":
        "This is an error message, not an export: {name}. Export again, and check the address or the command.",
      pdf: "A PDF can’t be read as an export. Load the CSV or JSON file that it was made from.",
      image: "An image can’t be read. Copy the text, or load the export itself.",
      email: "This is an email file. Save its attachment and load that, or paste the text.",
      "web-page":
        "This is a web page or an XML file, perhaps a sign-in page. Load the export as CSV or JSON.",
      "text-document":
        "This is a text document or a presentation. Load the export as CSV or JSON, or paste the text.",
      archive: "This packed file can’t be opened. Unpack it, or pack it as ZIP.",
      "access-token":
        "This is an access token, not an export. Keep it secret, and don’t paste it anywhere. Load the answer that you get with it.",
      "old-workbook": "This workbook’s format can’t be read. Save it as .xlsx or CSV.",
      "encrypted-workbook":
        "This file is protected by a password or a sensitivity label. Save a copy without protection as .xlsx or CSV.",
      "not-text": "The file isn’t text. Export it as CSV or JSON.",
    },
  },
  filing: {
    // For what only the person knows.
    blank: "____",
    form: {
      "claim-name": "Claim name (your choice)",
      "opt-out-of-payment": "Opt out of incentive payments",
      "customer-contact-name": "Customer contact: name",
      "customer-contact-title": "Customer contact: title",
      "customer-contact-email": "Customer contact: email address",
      "technical-contact-name": "Customer’s technical contact: name",
      "technical-contact-title": "Customer’s technical contact: title",
      "technical-contact-email": "Customer’s technical contact: email address",
      "partner-contact-name": "Your contact: name",
      "partner-contact-email": "Your contact: email address",
      "solution-seller": "Name of the Dynamics solution seller",
      "revenue-customer": "Name of the customer",
      "isv-solution": "Name of your product or solution (ISV)",
      comments: "Comments",
      acknowledgements: "Acknowledgements (to be ticked)",
    },
    asked: {
      optional: "may stay empty",
      perhaps: "Microsoft’s pages differ on whether it’s asked for",
    },
    hearsay: "A third party says so, not Microsoft’s documentation.",
    proof: {
      document: {
        label: "Document",
        text: "Upload a document of your own, such as a statement of work signed by the customer, or Microsoft’s template.",
        why: "Microsoft’s page accepts both.",
      },
      template: {
        label: "Microsoft’s template",
        text: "Consider using Microsoft’s template.",
        why: "A partner reports that other signed documents are rejected for {activity:usage:business-applications}. Microsoft’s page accepts them.",
      },
      "right-file": {
        label: "The file itself",
        text: "Check that the file is the right one, that it opens, and that it’s about this claim.",
        why: "A missing or wrong file is a reason to send the claim back. Microsoft’s pages state no file formats and no size limits.",
      },
      "customer-data": {
        label: "Company names and customer data",
        text: {
          by: "customerTenantId",
          "": "Name your company and the customer’s. The customer’s domain and tenant ID are the same as in the claim.",
          other:
            "Name your company and the customer’s. The customer’s domain and tenant ID are the same as in the claim: {customerTenantId}.",
        },
        why: "Microsoft’s template asks for them, according to a copy of it.",
      },
      "customer-acknowledgment": {
        label: "Customer’s signature",
        text: "Have the customer sign the document.",
        why: "A missing signature is a reason to send the claim back.",
      },
      "acknowledgment-date": {
        label: "Date of the signature",
        text: "Check that the customer’s signature is dated between {fromDay}, and {dueDay}.",
        why: "The template asks for a date within 12 months of submission, according to a copy of it. Microsoft’s page only says that dates mustn’t be old.",
      },
      "customer-consent": {
        label: "Customer’s consent",
        text: "Show that the customer agrees to the association.",
        why: "Missing consent is a reason for rejection.",
      },
      "public-sector-disclosure": {
        label: "Public-sector disclosure",
        text: "If the customer is in the public sector of the United States or Puerto Rico, have them sign the disclosure, too.",
        why: "The template has a disclosure for them, according to a copy of it.",
      },
      "activity-dates": {
        label: "Dates of the work",
        text: "Say when you did the work.",
        why: "Missing or old dates are a reason to send the claim back. Microsoft’s page doesn’t say how old is too old.",
      },
      "recent-work": {
        label: "Recent work",
        text: "Show work that you did on {fromDay}, or later.",
        why: "An answer in Microsoft’s forum says that the last 12 months count.",
      },
      "service-description": {
        label: "Description of your work",
        text: "Describe what you did for the customer: your service or your solution.",
        why: "A missing or insufficient description is a reason to send the claim back.",
      },
      "activity-details": {
        label: "Details of the activities",
        text: "Add details of each activity, with documents that support them.",
        why: "Microsoft’s template asks for them, according to a copy of it.",
      },
      products: {
        label: "Products or workloads",
        text: {
          by: "product",
          "": "Name every product or workload of the claim.",
          other: "Name every product or workload of the claim: {product}.",
        },
        why: "A missing product or workload is a reason to send the claim back.",
      },
      "products-by-activity": {
        label: "Products by kind of activity",
        text: "For each kind of activity, say which products or workloads it was for.",
        why: "For usage, Microsoft’s template asks for it, according to a copy of it.",
      },
      "workload-per-line": {
        label: "Workload in every line",
        text: "Name the workload in every line about your work, not only in a heading.",
        why: "An answer in Microsoft’s forum says that reviewers look for it.",
      },
      "measurable-effect": {
        label: "Measurable effect",
        text: "Show in numbers what your work changed, and that you did most of it.",
        why: "An answer in Microsoft’s forum says that reviewers look for it.",
      },
      "referral-email": {
        label: "FastTrack referral",
        text: "If this is work as a FastTrack partner, Microsoft’s referral email may be enough at first.",
        why: "Partners say so in a forum.",
      },
      "complete-before-submitting": {
        label: "Complete before submitting",
        text: "Make sure that everything is in the document before you submit the claim.",
        why: "Microsoft’s pages contradict each other about whether a claim can be edited later.",
      },
      comparison: {
        label: "Comparison with another partner",
        text: "Be prepared for a comparison if another partner claims the same.",
        why: "Microsoft then compares both proofs of execution.",
      },
      "newest-proof": {
        label: "Newest document",
        text: "Keep the document up to date, also after approval.",
        why: "A copy of an announcement says that Microsoft compares the most recent one.",
      },
    },
    reasons: {
      "missing-all-poe": "The proof of execution is missing, or it’s the wrong file",
      "missing-customer-acknowledgment": "The customer’s signature is missing",
      "missing-or-old-dates": "Dates are missing or old",
      "missing-partner-solution-service": "Your service or solution isn’t described, or not enough",
      "missing-products": "A product or workload is missing",
      "missing-customer-consent": "The customer’s consent is missing",
      "no-partner-response": "Nobody answered Microsoft’s questions",
      "poe-unavailable": "The proof of execution can’t be opened or found",
      "insufficient-proof-of-execution": "The proof of execution isn’t sufficient",
      "customer-declined": "The customer declined the association",
      "partner-request": "You asked for the rejection yourself",
      "no-product-connection": "The work isn’t tied to the products",
    },
    deadlines: {
      "review-starts": {
        label: "Review starts",
        note: "Microsoft starts the review within {days} business days. Public holidays may add time.",
      },
      review: {
        label: "Review ends",
        note: "The review takes up to {days} business days. Public holidays may add time.",
      },
      answer: {
        label: "Last day to answer Microsoft",
        note: "You have {days} business days to answer and submit the claim again. After that, it’s rejected.",
      },
      dispute: {
        label: "Last day to dispute the rejection",
        note: "You can dispute it within {days} days, and only once. After that, you need a new claim with an updated proof of execution.",
      },
      "dispute-answer": {
        label: "Answer to the dispute",
        note: "Microsoft answers within {days} business days.",
      },
      "customer-opt-out": {
        label: "Last day for the customer to decline",
        note: "After approval, the customer has {days} days to decline.",
      },
    },
    next: {
      "say-status": "Choose the status that Partner Center shows.",
      "say-day": "Enter the day on which the claim got this status. It can’t be later than today.",
      submit: "Upload the proof of execution, then submit the claim. No deadline runs until then.",
      "wait-for-review": "Wait until review starts, and watch the comments.",
      "wait-for-result": "Wait for the result, and watch the comments: Microsoft may ask for more.",
      "ask-support":
        "Microsoft is taking longer than its pages say. Look at the comments, then ask Partner Center support (incentives).",
      answer:
        "Correct what Microsoft asks for, answer in the comments, and submit the claim again.",
      "answer-late":
        "The last day to answer is over, and the claim may be rejected. Answer right away, then look at the status again.",
      approved:
        "There is nothing to do now. The customer may still decline, and the incentive guide says whether the claim earns anything.",
      dispute:
        "Dispute the rejection, with your reasons or an updated proof of execution. You can do that only once.",
      "ask-customer":
        "Ask the customer why they declined. If it was by mistake, dispute the rejection. You can do that only once.",
      "wait-for-dispute":
        "Wait for the answer to the dispute. The claim can’t be disputed a second time.",
      "dispute-late":
        "The last day to dispute is over. File a new claim with an updated proof of execution.",
      "new-claim":
        "This can’t be disputed any more. File a new claim with an updated proof of execution.",
    },
    texts: {
      reply: "Answer in the comments of the claim",
      dispute: "Reasons for the dispute",
      support: "Request to Partner Center support (incentives)",
      claimId: "Claim ID",
      asked: "What you asked for",
      rejectedOn: "Rejected on",
      reason: "Reason given",
      justification: "Why the rejection should be reconsidered",
      corrected: "What we corrected, and where it’s shown",
      shows: "What the updated proof of execution shows, and where",
      attached: "Updated proof of execution (file)",
      products: "Products or workloads",
      contact: "Contact for questions",
      status: "The claim has had the status “{status}” since {onDay}.",
      statusAlone: "The claim has the status “{status}.”",
      question: "Our question",
    },
  },
  record: {
    note: "This record says what this check found in this claim and evidence. It isn’t Microsoft’s word: only Microsoft decides on a claim.",
    parts: {
      tenants: "tenants",
      unresolvedDomains: "domains that weren’t found",
      subscriptions: "subscriptions",
      partnerIds: "your own IDs",
      associations: "existing claims",
      skus: "product names",
      problems: "contradictions",
      unread: "parts that couldn’t be read",
    },
    whole: "all of it",
    differences: {
      record: "This can’t be read as a record of this check.",
      digest: "The record isn’t as it was written: its own hash doesn’t match.",
      schema: "The record has a form that this version doesn’t know.",
      version: "The record was written by another version of this program.",
      core: "The record was computed by another build of the core.",
      skus: "The record was computed with another list of products.",
      ruleset: "The record’s rule set isn’t the one that it’s checked by now.",
      today: "The record’s day isn’t the one that it’s checked for now.",
      claim: "In the claim, this isn’t what was checked: {name}.",
      evidence: "In the evidence, this isn’t what was checked: {name}.",
      verdict: "Checked again, the verdict is different.",
      checks: "Checked again, this check ends differently: {name}.",
      findings: "Checked again, this finding is different: {name}.",
    },
  },
  notChecked: {
    "eligible-product":
      "Whether Microsoft counts the product as eligible. It publishes no list of eligible products.",
    "proof-contents": "What your proof of execution says. The document isn’t loaded here.",
    "rest-of-form": "What else the claim form asks for, such as names, contacts, and comments.",
    "partner-center":
      "What only Partner Center shows: other partners’ claims, how long an ID stays enrolled, and claims already filed.",
    earnings:
      "Whether an approved claim earns incentives. Microsoft decides that later, for example for public-sector customers.",
    hearsay: "What only third parties say, such as a 120-day deadline after the purchase.",
  },
  lookUp: {
    offline: "There is no connection to {host}.",
    timeout: "{host} didn’t answer in time.",
    blocked:
      "The lookup didn’t reach {host}: this network, the browser, or a policy blocks it, or the connection was lost.",
    http: "{host} answered with status {status} instead of a result.",
    "not-json":
      "The reply didn’t come from Microsoft’s directory; it may be a page from your own network.",
    "not-an-answer": "The reply names neither a tenant nor a known error.",
    "not-a-domain": "This is neither a domain nor a tenant ID. Nothing was sent.",
    "not-a-host": "There is no such host or cloud to ask. Nothing was sent.",
    aborted: "The lookup was canceled.",
    instead: "Open the address of the lookup in a browser, and paste the answer as an export.",
  },
  rulesetWords: {
    "2023-10": {
      findings: {
        "tenant-domain-mismatch": {
          why: "With a wrong tenant ID, the claim is for someone else or stops as a mismatch.",
        },
        "subscription-not-provisioned": {
          next: {
            pending:
              "Ask the customer’s administrator to activate and provision them. After that, it can take {provisioningLagDays} days until the claim form shows it.",
          },
        },
        "subscription-already-claimed": {
          why: {
            "other-partner":
              "A subscription can have only one partner, so Microsoft compares both proofs of execution.",
          },
          next: {
            "other-partner":
              "The claim goes to arbitration. Ask the customer which partner should be associated, and have a proof of execution ready that shows your work.",
          },
        },
        "subscription-not-active": {
          why: "Only a subscription that is active or in its grace period earns incentives.",
        },
      },
      statuses: {
        rejected: {
          meaning:
            "The proof of execution isn’t sufficient, or nobody answered. You can dispute it once, within {disputeDays} days.",
        },
      },
    },
  },
};
