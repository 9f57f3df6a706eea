// What the library says in English of a claim that is checked without evidence: all that a form needs to
// start. `{name}` stands for a parameter of the finding, a term or a day count of the rule set,
// `{field:option}` for the name of an option (see lib/words.js); `{ by: "name", … }` chooses a text by
// that parameter's value, `other` for all the rest.

export default {
  tag: "en",
  name: "English",
  terms: {
    partnerId: "MPN ID",
    activityWord: "activity",
    activityWords: "activities",
  },
  names: {
    labelled: {
      later: "{name}, today: {other}",
      earlier: "{name}, formerly: {other}",
    },
    inText: {
      later: "{name} ({other})",
      earlier: "{name} ({other})",
    },
  },
  list: {
    two: "{name} and {other}",
    more: "{name}, {other}",
    last: "{name}, and {other}",
  },
  fields: {
    userRole: {
      label: "Your role",
      hint: "In Partner Center, of the person who files the claim.",
    },
    customerTenantId: {
      label: "Customer tenant ID",
      hint: "A GUID, also called directory ID or Microsoft ID.",
    },
    customerDomain: {
      label: "Customer domain",
      hint: "For example contoso.com or contoso.onmicrosoft.com.",
    },
    solutionArea: {
      label: "Solution area",
      hint: "Decides which {activityWords} and products can be claimed.",
    },
    activity: {
      label: "Activity",
      hint: "What you did for the customer.",
    },
    purchaseChannel: {
      label: "Purchase channel",
      hint: "How the customer bought the product.",
    },
    product: {
      label: "Product",
      hint: "Name, SKU part number or SKU ID.",
    },
    subscriptionId: {
      label: "Subscription ID",
      hint: "The GUID of the customer’s Dynamics 365 subscription.",
    },
    partnerId: {
      label: "{partnerId}",
      hint: "Of your location, 6 or 7 digits as a rule.",
    },
    ownTenantId: {
      label: "Your own tenant ID",
      hint: "Only used to notice claims for your own company.",
    },
    competingPartner: {
      label: "Competing partner",
      hint: "Is another partner already associated with this customer and product?",
    },
    proofOfExecution: {
      label: "Proof of execution",
      hint: "The document that shows your work for the customer (PoE).",
    },
    submittedOn: {
      label: "Submitted on",
      hint: "For the dates of the timeline.",
    },
  },
  options: {
    userRole: {
      "global-admin": "Global admin",
      "billing-admin": "Billing admin",
      "incentives-admin": "Incentives admin",
      other: "Another role",
    },
    solutionArea: {
      "business-applications": "Business Applications",
      "microsoft-365": "Microsoft 365",
    },
    activity: {
      presales: "Presales",
      usage: "Usage",
      "revenue-association": "Revenue association",
    },
    purchaseChannel: {
      "volume-licensing": "Volume Licensing",
      "web-direct": "Web-Direct",
      csp: "CSP",
      other: "Another channel",
      unknown: "Not known",
    },
    competingPartner: {
      yes: "Yes",
      no: "No",
      unknown: "Not known",
    },
    proofOfExecution: {
      ready: "Ready",
      missing: "Missing",
      unknown: "Not known",
    },
  },
  rulesets: {
    "2020-06": {
      title: "Partner Center, June 2020",
    },
    "2023-10": {
      title: "Partner Center, October 2023",
    },
  },
  checks: {
    role: "Role",
    "tenant-id": "Tenant ID",
    domain: "Domain",
    "tenant-domain": "Match of domain and tenant",
    "solution-area": "Solution area",
    activity: "Activity",
    "purchase-channel": "Purchase channel",
    "subscription-id": "Subscription ID",
    "subscription-on-tenant": "Subscription on the tenant",
    "subscription-dynamics": "Dynamics 365 product",
    "subscription-not-csp": "Purchase outside CSP",
    "subscription-provisioned": "Provisioning",
    "subscription-unclaimed": "No earlier claim",
    "subscription-status": "Subscription status",
    "partner-id": "{partnerId}",
    "partner-id-enrolled": "Incentive enrolment",
    "partner-id-type": "Type of {partnerId}",
    "competing-claim": "Competing claim",
    "proof-of-execution": "Proof of execution",
  },
  kinds: {
    guid: "a GUID",
    "tenant-id": "a tenant ID",
    "subscription-id": "a subscription ID",
    "sku-id": "the ID of a product (SKU)",
    "sku-part-number": "the part number of a product (SKU)",
    "offer-id": "an offer ID",
    "product-id": "a product ID",
    "order-id": "an order ID",
    "azure-offer": "an Azure offer number",
    "account-sku": "a tenant ID joined to a SKU ID",
    "partner-id": "a number, perhaps the {partnerId}",
    domain: "a domain",
    email: "an e-mail address",
    url: "a web address",
    placeholder: "a placeholder",
    empty: "an empty entry",
    unknown: "something unknown",
  },
  facts: {
    status: "status",
    endsOn: "end date",
    provisioning: "provisioning",
    id: "subscription ID",
    tenantId: "tenant",
    skuId: "SKU",
    skuPartNumber: "part number",
    channel: "purchase channel",
    ownerTenantId: "partner that created it",
    claimedBy: "partner that holds the claim",
    domains: "tenant of the domain",
    cloud: "cloud",
    kind: "location or global account",
    partnerType: "partner type",
    enrolled: "enrolment",
  },
  outcomes: {
    pass: "In order",
    fail: "Problem",
    unknown: "Not known yet",
    "not-applicable": "Does not apply",
  },
  severities: {
    blocks: "Blocks the claim",
    warns: "Warning",
    informs: "Note",
  },
  verdicts: {
    fix: {
      title: "Something blocks this claim",
      text: "At least one point has to be put right first. Then check again; the decision is Microsoft’s.",
    },
    confirm: {
      title: "Some points are still open",
      text: "Nothing known blocks this claim, but not everything could be checked. Clear up the open points and read the warnings; Microsoft decides.",
    },
    ready: {
      title: "Nothing known blocks this claim",
      text: "No check is open. Read the warnings, if any; whether the claim is approved is Microsoft’s decision.",
    },
  },
  findings: {
    "role-missing": {
      what: "Choose your role in Partner Center.",
      why: "Only global admins, billing admins and incentives admins can file claims.",
      next: "Ask your global admin which role your account has.",
    },
    "role-not-permitted": {
      what: "Your role does not let you file claims.",
      why: "Only global admins, billing admins and incentives admins can file claims.",
      next: "Ask your global admin for the incentives admin role, or let someone who has one of the three roles file the claim.",
    },
    "tenant-id-missing": {
      what: "Enter the customer tenant ID.",
      why: "A claim is filed for exactly one customer tenant.",
      next: "Ask the customer’s administrator for it. Admin centres call it tenant ID or directory ID.",
    },
    "tenant-id-malformed": {
      what: {
        by: "problem",
        "too-short": "The customer tenant ID is too short: a GUID has 32 hexadecimal digits.",
        "too-long": "The customer tenant ID is too long: a GUID has 32 hexadecimal digits.",
        "bad-character": "The customer tenant ID has a character other than 0–9, a–f and hyphens.",
        shape: "The customer tenant ID must have groups of 8, 4, 4, 4 and 12 digits.",
      },
      why: "A tenant ID is a GUID: 32 hexadecimal digits in 5 groups, 36 characters with hyphens.",
      next: "Copy the whole ID again, or ask the customer’s administrator to send it as text.",
    },
    "tenant-id-wrong-kind": {
      what: "The text entered as customer tenant ID is {kind}.",
      why: "Partner Center finds the customer by the tenant ID, a GUID.",
      next: {
        by: "kind",
        domain:
          "Move it to the customer domain, and ask the customer’s administrator for the tenant ID (directory ID).",
        email:
          "Enter the part after the @ as customer domain, and ask the customer’s administrator for the tenant ID (directory ID).",
        url: "Copy only the ID, not the whole address. The customer’s administrator can name the tenant ID (directory ID).",
        "subscription-id":
          "Move it to the subscription ID, and ask the customer’s administrator for the tenant ID (directory ID).",
        "account-sku":
          "The part before the underscore is probably the tenant ID. Let the customer’s administrator confirm it.",
        "partner-id":
          "If it is your {partnerId}, move it there. Ask the customer’s administrator for the tenant ID (directory ID).",
        placeholder:
          "Replace it with the real tenant ID (directory ID) from the customer’s administrator.",
        other: "Ask the customer’s administrator for the tenant ID (directory ID).",
      },
    },
    "tenant-id-reserved": {
      what: {
        by: "tenant",
        "multi-tenant":
          "The customer tenant ID is a sign-in name for many tenants, not for one customer.",
        nil: "The customer tenant ID has zeros only.",
        "personal-accounts": "The customer tenant ID is the tenant of personal Microsoft accounts.",
        "microsoft-services":
          "The customer tenant ID is the tenant of a Microsoft service such as Outlook.com.",
        microsoft: "The customer tenant ID is Microsoft’s own tenant.",
        other: "The customer tenant ID is reserved and no customer’s tenant.",
      },
      why: "It can never be a customer’s tenant, so no claim can be filed for it.",
      next: "Ask the customer’s administrator for the tenant ID of their organisation. A private mail address does not lead to it.",
    },
    "tenant-id-is-own": {
      what: "The customer tenant ID is the same as your own tenant ID.",
      why: "A partner cannot file a claim for its own company.",
      next: "Ask the customer’s administrator for theirs. The ID shown in your own admin centre is always yours.",
    },
    "domain-missing": {
      what: "Enter the customer domain.",
      why: "Partner Center compares the domain with the tenant ID.",
      next: "Ask the customer’s administrator for it: contoso.com, contoso.onmicrosoft.com or just contoso.",
    },
    "domain-malformed": {
      what: {
        by: "problem",
        "too-short": "The customer domain is too short to be one.",
        "too-long":
          "The customer domain must have at most 253 characters, and 63 between two dots.",
        "bad-character": "The customer domain has a character that no domain can have.",
        shape: "The customer domain has a dot or a hyphen in the wrong place.",
      },
      why: "Without a readable domain, nothing can be compared with the tenant ID.",
      next: "Enter it like contoso.com or contoso.onmicrosoft.com. If in doubt, ask the customer’s administrator.",
    },
    "domain-wrong-kind": {
      what: "The text entered as customer domain is {kind}.",
      why: "Partner Center compares the domain with the tenant ID.",
      next: {
        by: "kind",
        guid: "If it is the tenant ID, move it there. Ask the customer’s administrator for the domain.",
        "tenant-id":
          "Move it to the customer tenant ID, and ask the customer’s administrator for the domain.",
        "subscription-id":
          "Move it to the subscription ID, and ask the customer’s administrator for the domain.",
        "partner-id":
          "If it is your {partnerId}, move it there. Ask the customer’s administrator for the domain.",
        placeholder: "Replace it with the real domain from the customer’s administrator.",
        other:
          "Ask the customer’s administrator for the domain, for example contoso.com or contoso.onmicrosoft.com.",
      },
    },
    "domain-is-mail-provider": {
      what: "The customer domain {domain} belongs to a public mail provider.",
      why: "A public mail address says nothing about the customer’s tenant.",
      next: "Ask your contact for the organisation’s own domain, for example contoso.com or contoso.onmicrosoft.com.",
    },
    "tenant-domain-unverified": {
      what: "It is not known yet whether {domain} belongs to this tenant.",
      why: "Partner Center compares the two and stops the claim if they differ.",
      next: "Look up the domain’s tenant, or ask the customer’s administrator to confirm domain and tenant ID.",
    },
    "solution-area-missing": {
      what: "Choose the solution area.",
      why: "It decides which {activityWords} and products can be claimed.",
      next: "Business Applications stands for Dynamics 365, {solutionAreaNames:microsoft-365} for Teams, Exchange, Intune and so on. Azure is not claimed this way.",
    },
    "activity-missing": {
      what: "Choose the {activityWord}.",
      why: "With a wrong {activityWord} you may lose incentives and have to claim again.",
      next: "{activity:presales} stands for influencing the purchase, {activity:usage} for driving adoption, {activity:revenue-association} for influencing the choice without payment.",
    },
    "activity-not-in-area": {
      what: "The {activityWord} “{activity}” does not exist in the solution area “{solutionArea}”.",
      why: "Each solution area has its own {activityWords}, and the claim form offers no others.",
      next: "For {solutionArea:microsoft-365} choose {activity:usage:microsoft-365}. For a Dynamics 365 product choose Business Applications as solution area.",
    },
    "revenue-association-no-payment": {
      what: "{activity:revenue-association} brings no incentive payment.",
      why: "This {activityWord} only records that you influenced the customer’s choice.",
      next: "If you seek incentives, see whether {activity:presales} or {activity:usage} describes your work; otherwise leave it as it is.",
    },
    "channel-not-eligible": {
      what: {
        by: "channel",
        csp: "Business Applications products bought through CSP cannot be claimed.",
        other: "Business Applications products bought through this channel cannot be claimed.",
      },
      why: "All {activityWords} of Business Applications call for Volume Licensing or Web-Direct.",
      next: "Ask the customer whether part of it was bought through Volume Licensing or Web-Direct, and claim only that part.",
    },
    "channel-unconfirmed": {
      what: "The purchase channel is not known yet.",
      why: "All {activityWords} of Business Applications call for Volume Licensing or Web-Direct.",
      next: "Ask the customer’s administrator or purchasing: was it a Volume Licensing agreement, Web-Direct or CSP?",
    },
    "subscription-id-missing": {
      what: "Enter the subscription ID.",
      why: "For Business Applications, Partner Center may ask which subscription you claim.",
      next: "Ask the customer’s administrator for a Graph export of /directory/subscriptions; it lists the ID.",
    },
    "subscription-id-malformed": {
      what: {
        by: "problem",
        "too-short": "The subscription ID is too short: a GUID has 32 hexadecimal digits.",
        "too-long": "The subscription ID is too long: a GUID has 32 hexadecimal digits.",
        "bad-character": "The subscription ID has a character other than 0–9, a–f and hyphens.",
        shape: "The subscription ID must have groups of 8, 4, 4, 4 and 12 digits.",
      },
      why: "A subscription ID is a GUID: 32 hexadecimal digits in 5 groups, 36 characters with hyphens.",
      next: "Copy the whole ID again, or ask the customer’s administrator to send it as text.",
    },
    "subscription-id-wrong-kind": {
      what: "The text entered as subscription ID is {kind}.",
      why: "Partner Center looks for this ID among the customer’s subscriptions.",
      next: {
        by: "kind",
        "tenant-id":
          "If it is the customer’s, move it to the customer tenant ID. Take the subscription ID from a Graph export of /directory/subscriptions.",
        "order-id":
          "An order can hold several subscriptions. Ask the customer’s administrator for a Graph export of /directory/subscriptions.",
        "azure-offer":
          "Azure is not claimed this way. Ask the customer’s administrator for the ID of the Dynamics 365 subscription.",
        "partner-id":
          "If it is your {partnerId}, move it there. Ask the customer’s administrator for a Graph export of /directory/subscriptions.",
        domain:
          "Move it to the customer domain. Ask the customer’s administrator for a Graph export of /directory/subscriptions.",
        placeholder:
          "Replace it with the real ID. Ask the customer’s administrator for a Graph export of /directory/subscriptions.",
        other:
          "Ask the customer’s administrator for a Graph export of /directory/subscriptions; it lists the ID.",
      },
    },
    "subscription-id-not-needed": {
      what: "{solutionArea:microsoft-365} claims do not ask for a subscription ID.",
      why: "They are filed per tenant and workload.",
      next: "Leave it empty. If you claim a Dynamics 365 product, choose Business Applications as solution area.",
    },
    "subscription-unverified": {
      what: "Still open for this subscription: {checks}.",
      why: "Partner Center checks this, and its error message does not say what failed.",
      next: "Ask the customer’s administrator for Graph exports of /directory/subscriptions and /subscribedSkus. Other partners’ claims only Microsoft can see.",
    },
    "partner-id-missing": {
      what: "Enter the {partnerId}.",
      why: "Your work for the customer is credited to this ID.",
      next: "Ask your global admin which location’s {partnerIdNames} to use.",
    },
    "partner-id-malformed": {
      what: {
        by: "problem",
        "too-short": "The {partnerId} is too short: 6 or 7 digits are usual.",
        "too-long": "The {partnerId} is too long: 6 or 7 digits are usual.",
        "bad-character": "The {partnerId} has a character that is not a digit.",
        shape: "The {partnerId} must have digits only, without gaps.",
        several: "There are several {partnerId}s here. The claim takes one.",
      },
      why: "Partner Center knows your location by this number.",
      next: {
        by: "problem",
        several:
          "Which one is it? Leave only the ID of the location that did the work. If in doubt, ask your global admin.",
        other:
          "Copy the digits from your Partner Center account settings, or ask your global admin.",
      },
    },
    "partner-id-wrong-kind": {
      what: "The text entered as {partnerId} is {kind}.",
      why: "Partner Center knows your location by a number of 6 or 7 digits.",
      next: {
        by: "kind",
        "tenant-id":
          "A tenant ID names no partner location. Ask your global admin for the location’s {partnerIdNames}.",
        "subscription-id":
          "Move it to the subscription ID, and ask your global admin for the location’s {partnerIdNames}.",
        placeholder:
          "Replace it with the real number. Ask your global admin for the location’s {partnerIdNames}.",
        other: "Ask your global admin for the location’s {partnerIdNames}.",
      },
    },
    "partner-id-unusual-length": {
      what: "The number of digits in the {partnerId} is {length}; 6 or 7 are usual.",
      why: "With a digit too few or too many, the number names someone else or nobody.",
      next: "Compare it with your Partner Center account settings, or ask your global admin.",
    },
    "partner-id-unverified": {
      what: "Still open for the {partnerId}: {checks}.",
      why: "The claim form shows which IDs are enrolled, but not their partner type.",
      next: "See the incentives overview in Partner Center, and ask your global admin which location and partner type the ID has.",
    },
    "competing-claim": {
      what: "Another partner is already associated with this customer and product.",
      why: "The claim goes to arbitration: Microsoft compares both partners’ proofs of execution.",
      next: "Watch the comments section of the claim. It is reviewed within {reviewBusinessDays} business days, but “Under review” may last longer.",
    },
    "competing-claim-unverified": {
      what: "It is not known whether another partner is associated with this customer and product.",
      why: "If so, the claim goes to arbitration and may take longer.",
      next: "Ask the customer’s administrator which partners work on this product. Other partners’ claims only Microsoft can see.",
    },
    "proof-of-execution-missing": {
      what: "The proof of execution is missing.",
      why: "Microsoft checks the claim by it, and compares it when partners compete.",
      next: "Prepare a dated document with the customer’s name, tenant ID, products, your service and the customer’s signed confirmation.",
    },
    "proof-of-execution-unverified": {
      what: "It is not known whether the proof of execution is ready.",
      why: "Microsoft checks the claim by it, and compares it when partners compete.",
      next: "Ask the colleagues who did the work for the document, and the customer for the signed and dated confirmation.",
    },
    "input-malformed": {
      what: {
        by: "problem",
        "wrong-type": "“{field}” must have a text as its value.",
        "not-an-option": "“{field}” must have one of the listed values.",
        "not-a-date": "“{field}” must have a date as its value.",
        unreadable: "“{field}” has a value that could not be read.",
        "two-values": "“{field}” has two different values.",
      },
      why: {
        by: "problem",
        "two-values": "A claim has one value here, and the check cannot choose for you.",
        other: "What cannot be read cannot be checked.",
      },
      next: {
        by: "problem",
        "wrong-type": "Enter the value as text, then check again.",
        "not-an-option": "Choose a value from the list, then check again.",
        "not-a-date": "Enter a date of the calendar in the form 2020-06-29, then check again.",
        unreadable: "Enter the value again, then check again.",
        "two-values": "Remove the wrong one, then check again.",
      },
    },
    "unknown-field": {
      what: "Claims have no field named “{field}”.",
      why: "Its value was not checked.",
      next: {
        by: "suggestion",
        "": "Remove it, or rename it to one of the claim’s fields.",
        other: "Did you mean “{suggestion}”? Rename the field, or remove it.",
      },
    },
  },
  timeline: {
    "fix-first": {
      label: "Put the claim right first",
      note: "Something blocks the claim. The days below start when you file it.",
    },
    "customer-notice": {
      label: "Notice to the customer",
      note: "Microsoft tells the customer about the claim by email, and the customer can decline. Let your contact know beforehand.",
    },
    claimable: {
      label: "Subscription in the claim form",
      note: "It can take {days} days after provisioning until the form shows it, counted here from its first day.",
    },
    submit: {
      label: "Submit the claim",
      note: "Submit it with the proof of execution.",
    },
    "review-starts": {
      label: "Start of the review",
      note: "“Submitted” may last up to {days} business days before the review starts.",
    },
    review: {
      label: "Review by Microsoft",
      note: "Microsoft reviews a claim within {days} business days; public holidays may add to that.",
    },
    arbitration: {
      label: "Arbitration",
      note: "Microsoft compares both partners’ proofs of execution. The status may stay “Under review” for longer.",
    },
    comments: {
      label: "Watch the comments",
      note: "If Microsoft needs more, it asks in the comments section of the claim.",
    },
    answer: {
      label: "If Microsoft asks for more",
      note: "With the status “Partner action required” you have {days} business days to answer; after that the claim is rejected.",
    },
    dispute: {
      label: "If the claim is rejected",
      note: "A rejection can be disputed once, within {days} days. After that it takes a new claim with an updated proof of execution.",
    },
    "subscription-ends": {
      label: "Subscription ends",
      note: "The next subscription needs a claim of its own.",
    },
    "new-claim": {
      label: "New, separate claim",
      note: "File it with the ID of the next subscription, once that one is active.",
    },
  },
  support: {
    title: "For a support request",
    program: "Programme",
    partnerId: "Location {partnerId}",
    claimId: "Claim ID",
    tenant: "Customer tenant ID",
    subscription: "Dynamics subscription ID or Microsoft 365 workload",
    description: "Description",
  },
  rulesetWords: {
    "2023-10": {
      terms: {
        partnerId: "Partner ID",
        activityWord: "partner role",
        activityWords: "partner roles",
      },
      checks: {
        activity: "Partner role",
      },
      fields: {
        userRole: {
          hint: "In Partner Center, of the person who files the claim; the safest is incentives admin.",
        },
        customerDomain: {
          hint: "The claim form no longer asks for it; it helps to notice a wrong tenant ID.",
        },
        activity: {
          label: "Partner role",
        },
      },
      options: {
        solutionArea: {
          "microsoft-365": "Modern Work and Security",
        },
        activity: {
          presales: "Build intent - Advisor",
          usage: {
            by: "solutionArea",
            "business-applications": "Usage recognition - Non-Incentivized",
            "microsoft-365": "Use or consume",
            other: "Usage recognition - Non-Incentivized / Use or consume",
          },
          "revenue-association": "Influenced Revenue recognition - Non-Incentivized",
        },
      },
      findings: {
        "domain-missing": {
          what: "The customer domain is not given.",
          why: "The claim form no longer asks for it, but it shows whether the tenant ID is right.",
          next: "Enter it if you know it, like contoso.com or contoso.onmicrosoft.com; the customer’s administrator can name it.",
        },
        "domain-wrong-kind": {
          why: "The domain shows whether the tenant ID is right.",
        },
        "tenant-domain-unverified": {
          why: "With a wrong tenant ID the claim is for somebody else, or stops as a mismatch.",
        },
        "revenue-association-no-payment": {
          next: "If you seek incentives, see whether {activity:presales} describes your work; otherwise leave it as it is.",
        },
      },
      timeline: {
        review: {
          note: "Once started, the review takes up to {days} business days; public holidays may add to that. Some of Microsoft’s pages say 5.",
        },
      },
    },
  },
};
