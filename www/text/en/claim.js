// What the library says in English of a claim that is checked without evidence: all that a form needs to
// start. `{name}` stands for a parameter of the finding, a term or a day count of the rule set,
// `{field:option}` for the name of an option (see lib/words.ts); `{ by: "name", … }` chooses a text by
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
      later: "{name} (since 2023: {other})",
      earlier: "{name} (until 2023: {other})",
    },
  },
  fields: {
    userRole: {
      label: "Your role",
      hint: "The Partner Center role of the person filing the claim. Incentives admin is the safest choice.",
    },
    customerTenantId: {
      label: "Customer tenant ID",
      hint: "A GUID, also called directory ID or Microsoft ID.",
    },
    customerDomain: {
      label: "Customer domain",
      hint: "For example, contoso.com or contoso.onmicrosoft.com.",
    },
    solutionArea: {
      label: "Solution area",
      hint: "Determines which {activityWords} and products you can choose.",
    },
    activity: {
      label: "Activity",
      hint: "What you did for the customer. {activity:presales} and {activity:usage} can share one claim.",
    },
    purchaseChannel: {
      label: "Purchase channel",
      hint: "How the customer bought the product.",
    },
    product: {
      label: "Product",
      hint: "Product name, SKU part number, or SKU ID.",
    },
    subscriptionId: {
      label: "Subscription ID",
      hint: "The GUID of the customer’s Dynamics 365 subscription.",
    },
    partnerId: {
      label: "{partnerId}",
      hint: "The ID of your partner location, usually 6 or 7 digits.",
    },
    ownTenantId: {
      label: "Your own tenant ID",
      hint: "Used only to detect claims filed for your own company.",
    },
    competingPartner: {
      label: "Competing partner",
      hint: "Is another partner already associated with this customer and product?",
    },
    proofOfExecution: {
      label: "Proof of execution",
      hint: "The document that proves your work for the customer (PoE).",
    },
    submittedOn: {
      label: "Submitted on",
      hint: "Sets the dates in the timeline.",
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
    "tenant-domain": "Domain-tenant match",
    "solution-area": "Solution area",
    product: "Product",
    activity: "Activity",
    "purchase-channel": "Purchase channel",
    "subscription-id": "Subscription ID",
    "subscription-on-tenant": "Tenant of the subscription",
    "subscription-dynamics": "Dynamics 365 product",
    "subscription-not-csp": "Purchase channel of the subscription",
    "subscription-provisioned": "Provisioning",
    "subscription-unclaimed": "Earlier claims",
    "subscription-status": "Subscription status",
    "partner-id": "{partnerId}",
    "partner-id-enrolled": "Incentive enrollment",
    "partner-id-type": "{partnerId} type",
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
    "account-sku": "a tenant ID joined with a SKU ID",
    "partner-id": "a number (possibly the {partnerId})",
    domain: "a domain",
    email: "an email address",
    url: "a web address",
    "azure-subscription": "an Azure subscription",
    "app-id": "the ID of an app",
    "environment-id": "the ID of an environment",
    "object-id": "the ID of something else (a user or a group)",
    "agreement-number": "an agreement number",
    "price-list-number": "a part number from a price list",
    "invoice-number": "an invoice number",
    "billing-id": "a subscription number from an older bill",
    reference: "a reference number",
    "organization-name": "the name of an organization",
    placeholder: "a placeholder",
    empty: "an empty value",
    unknown: "unrecognized text",
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
    ownerTenantId: "partner who created it",
    claimedBy: "associated partner",
    domains: "domain’s tenant",
    cloud: "cloud",
    kind: "location or global account",
    partnerType: "partner type",
    enrolled: "enrollment",
  },
  outcomes: {
    pass: "OK",
    fail: "Problem",
    unknown: "Not known yet",
    "not-applicable": "Doesn’t apply",
  },
  severities: {
    blocks: "Blocks the claim",
    warns: "Warning",
    informs: "Note",
  },
  verdicts: {
    fix: {
      title: "Something blocks this claim",
      text: "Fix what blocks the claim, then check again. Microsoft makes the decision.",
    },
    confirm: {
      title: "Not everything is clear yet",
      text: "Nothing we know of blocks this claim, but not every check passed. Resolve what is open, and read any warnings. Microsoft makes the decision.",
    },
    ready: {
      title: "Nothing we know of blocks this claim",
      text: "All checks passed. Read the warnings, if any. Whether the claim is approved is Microsoft’s decision.",
    },
  },
  actions: {
    "swap-fields": {
      by: "value",
      "": "Move it to “{field}”",
      other: "Swap with “{field}”",
    },
    "use-value": {
      by: "value",
      "": "Leave “{field}” empty",
      other: "Use “{value}”",
    },
    "look-up-domain": "Look up the domain",
    "load-export": {
      by: "shows",
      subscriptions: "Load the customer’s subscriptions",
      domains: "Load the customer’s domains",
      "partner-ids": "Load your partner profile",
      "csp-sales": "Load your CSP sales",
    },
    "say-tenant": "Name the export’s tenant",
    choose: "Choose “{field}”",
    "ask-customer": "Ask the customer",
    "open-guide": {
      by: "opens",
      "activity-guide": "Which {activityWord}?",
      "partner-id-guide": "Which {partnerId}?",
      "proof-checklist": "What must it show?",
    },
    "open-page": {
      by: "opens",
      support: "Ask support (incentives)",
      "incentives-overview": "Open the incentives overview",
      claims: "Open your claims",
    },
  },
  findings: {
    "role-missing": {
      what: "Your role isn’t selected yet.",
      why: "One page names global admins, billing admins, and incentives admins. Another names only incentives admins.",
      next: "Select your Partner Center role. If you aren’t sure, ask your global admin which role your account has.",
    },
    "role-not-permitted": {
      what: "This role isn’t among those Microsoft names for claims.",
      why: "One page names global admins, billing admins, and incentives admins. Another names only incentives admins.",
      next: "Ask your global admin for the incentives admin role, or have someone with one of the three roles file the claim.",
    },
    "tenant-id-missing": {
      what: "Enter the customer tenant ID.",
      why: "A claim is filed for exactly one customer tenant.",
      next: "Ask the customer’s administrator for it. Admin centers call it tenant ID or directory ID.",
    },
    "tenant-id-malformed": {
      what: {
        by: "problem",
        "too-short": "The customer tenant ID is too short: a GUID has 32 hexadecimal digits.",
        "too-long": "The customer tenant ID is too long: a GUID has 32 hexadecimal digits.",
        "bad-character":
          "The customer tenant ID contains characters other than 0–9, a–f, and hyphens.",
        shape: "The customer tenant ID must consist of groups of 8, 4, 4, 4, and 12 digits.",
        several: "There are several IDs here. The claim takes one customer tenant ID.",
      },
      why: "A tenant ID is a GUID: 32 hexadecimal digits in 5 groups, 36 characters with hyphens.",
      next: "Copy the whole ID again, or ask the customer’s administrator to send it as text.",
    },
    "tenant-id-wrong-kind": {
      what: "You entered {kind} as the customer tenant ID.",
      why: "Partner Center finds the customer by the tenant ID, which is a GUID.",
      next: {
        by: "kind",
        domain:
          "Move it to the customer domain, and ask the customer’s administrator for the tenant ID (directory ID).",
        email:
          "Enter the part after the @ as the customer domain, and ask the customer’s administrator for the tenant ID (directory ID).",
        url: "Copy only the ID, not the whole address. The customer’s administrator can give you the tenant ID (directory ID).",
        "subscription-id":
          "Move it to the subscription ID, and ask the customer’s administrator for the tenant ID (directory ID).",
        "account-sku":
          "The part before the underscore is probably the tenant ID. Ask the customer’s administrator to confirm it.",
        "partner-id":
          "If it’s your {partnerId}, move it there. Ask the customer’s administrator for the tenant ID (directory ID).",
        placeholder:
          "Replace it with the real tenant ID (directory ID) from the customer’s administrator.",
        other: "Ask the customer’s administrator for the tenant ID (directory ID).",
      },
    },
    "tenant-id-reserved": {
      what: {
        by: "tenant",
        "multi-tenant": "The customer tenant ID is a sign-in name shared by many tenants.",
        nil: "The customer tenant ID consists only of zeros.",
        "personal-accounts":
          "The customer tenant ID belongs to the tenant for personal Microsoft accounts.",
        "microsoft-services":
          "The customer tenant ID belongs to a Microsoft service such as Outlook.com.",
        microsoft: "The customer tenant ID is Microsoft’s own.",
        other: "The customer tenant ID is reserved; no customer can have it.",
      },
      why: {
        by: "tenant",
        microsoft:
          "Microsoft itself is rarely the customer, so the ID was probably copied by mistake.",
        other: "It can never be a customer’s tenant ID, so no claim can be filed for it.",
      },
      next: "Ask the customer’s administrator for their organization’s tenant ID. A personal email address won’t lead you to it.",
    },
    "tenant-id-is-own": {
      what: {
        by: "own",
        domain: "The customer tenant ID comes with your own domain, not with the customer’s.",
        other: "The customer tenant ID is your own tenant ID.",
      },
      why: "A partner can’t file a claim for its own company.",
      next: {
        by: "own",
        domain:
          "Ask the customer’s administrator for the tenant ID and a domain of their organization.",
        other:
          "Ask the customer’s administrator for theirs. Your own admin center always shows your ID.",
      },
    },
    "domain-missing": {
      what: "Enter the customer domain.",
      why: "Partner Center compares the domain with the tenant ID.",
      next: "Ask the customer’s administrator for it: contoso.com, contoso.onmicrosoft.com, or just contoso.",
    },
    "domain-malformed": {
      what: {
        by: "problem",
        "too-short": "The customer domain is too short.",
        "too-long": "The customer domain is too long: at most 253 characters, 63 between dots.",
        "bad-character": "The customer domain contains a character that domains can’t have.",
        shape: "The customer domain has a dot or a hyphen in the wrong place.",
        several: "Several domains are entered as the customer domain. The claim takes one.",
      },
      why: "A domain that can’t be read can’t be compared with the tenant ID.",
      next: "Enter it in the form contoso.com or contoso.onmicrosoft.com. If in doubt, ask the customer’s administrator.",
    },
    "domain-wrong-kind": {
      what: "You entered {kind} as the customer domain.",
      why: "Partner Center compares the domain with the tenant ID.",
      next: {
        by: "kind",
        guid: "If it’s the tenant ID, move it there. Ask the customer’s administrator for the domain.",
        "tenant-id":
          "Move it to the customer tenant ID, and ask the customer’s administrator for the domain.",
        "subscription-id":
          "Move it to the subscription ID, and ask the customer’s administrator for the domain.",
        "partner-id":
          "If it’s your {partnerId}, move it there. Ask the customer’s administrator for the domain.",
        placeholder: "Replace it with the real domain from the customer’s administrator.",
        other:
          "Ask the customer’s administrator for the domain, for example, contoso.com or contoso.onmicrosoft.com.",
      },
    },
    "domain-is-mail-provider": {
      what: "The customer domain {domain} belongs to a public email provider.",
      why: "A public email address says nothing about the customer’s tenant.",
      next: "Ask your contact for the organization’s own domain, for example, contoso.com or contoso.onmicrosoft.com.",
    },
    "domain-unusual": {
      what: {
        by: "suggestion",
        "": "The customer domain {domain} can’t be verified in any tenant.",
        other: "The customer domain {domain} looks mistyped.",
      },
      why: "Microsoft’s directory knows only domains that a tenant has verified.",
      next: {
        by: "suggestion",
        "": "Ask the customer’s administrator for a domain that’s verified in the tenant, such as contoso.onmicrosoft.com.",
        other:
          "Did you mean {suggestion}? If not, ask the customer’s administrator for the right domain.",
      },
    },
    "tenant-domain-unverified": {
      what: "It’s not known yet whether {domain} belongs to this tenant.",
      why: "Partner Center compares the two and stops the claim if they don’t match.",
      next: "Look up the domain’s tenant, or ask the customer’s administrator to confirm the domain and tenant ID.",
    },
    "solution-area-missing": {
      what: "Choose the solution area.",
      why: "It determines which {activityWords} and products you can choose.",
      next: "Choose Business Applications for Dynamics 365. Choose {solutionArea:microsoft-365} for Teams, Exchange, Intune, and similar. Azure can’t be claimed through CPOR.",
    },
    "product-missing": {
      what: "Enter the product.",
      why: {
        by: "solutionArea",
        "microsoft-365":
          "{solutionArea:microsoft-365} claims are filed per tenant and workload, so the claim form asks for workloads.",
        other: "Every claim names the product it’s for.",
      },
      next: {
        by: "solutionArea",
        "microsoft-365":
          "Enter the workload you drive, such as Teams, Exchange, or Intune. If there are several, check each one.",
        other:
          "Enter its name, such as Dynamics 365 Sales, or the ID of a subscription that the evidence lists.",
      },
    },
    "product-not-in-area": {
      what: {
        by: "belongs",
        azure: "{product} can’t be claimed through CPOR.",
        other: "{product} is claimed under {belongs}, not under the solution area you selected.",
      },
      why: {
        by: "belongs",
        azure: "For Azure, Microsoft counts PAL, DPOR, or the sale through CSP, but no claims.",
        other: "The claim form offers only the products of the selected solution area.",
      },
      next: {
        by: "belongs",
        azure:
          "Set up Partner Admin Link (PAL) for the customer’s Azure resources. To file a claim, enter a Dynamics 365 product or a {solutionArea:microsoft-365} workload.",
        other: "Select {belongs} as the solution area, or enter another product.",
      },
    },
    "product-unrecognized": {
      what: "This product name isn’t known here.",
      why: "Not every product is eligible, and an unknown name can’t be checked further.",
      next: {
        by: "suggestion",
        "": "Enter the name, part number, or SKU ID from the customer’s list of licenses.",
        other:
          "Did you mean {suggestion}? If not, enter the part number from the customer’s list of licenses.",
      },
    },
    "product-power-platform": {
      what: "Usage of {product} usually isn’t credited through claims.",
      why: "Microsoft’s pages disagree: they count PAL for its usage but still offer usage claims.",
      next: "Set up Partner Admin Link (PAL), or ask Partner Center support (incentives) whether a claim counts.",
    },
    "product-suite": {
      what: "{product} is a suite with several workloads.",
      why: "Claims are filed per tenant and workload, and each workload can have only one partner.",
      next: "Enter the workload you drive instead, such as Teams, Exchange, or Intune.",
    },
    "activity-missing": {
      what: "Choose the {activityWord}.",
      why: "With the wrong {activityWord}, you may miss incentives and have to claim again.",
      next: "If you influenced the purchase, choose {activity:presales}. If you drive adoption, choose {activity:usage}. If you influenced the choice and expect no payment, choose {activity:revenue-association}.",
    },
    "activity-not-in-area": {
      what: "{activity} isn’t available for {solutionArea}.",
      why: "Each solution area has its own {activityWords}, and the claim form offers no others.",
      next: "For {solutionArea:microsoft-365}, choose {activity:usage:microsoft-365}. For a Dynamics 365 product, choose Business Applications as the solution area.",
    },
    "revenue-association-no-payment": {
      what: "{activity:revenue-association} doesn’t earn incentive payments.",
      why: "This {activityWord} only records that you influenced the customer’s choice.",
      next: "If you want incentives, check whether {activity:presales} or {activity:usage} describes your work. Otherwise, leave it as it is.",
    },
    "activity-no-payment": {
      what: "{activity:usage:business-applications} may not earn incentive payments.",
      why: "Its name says so, but Microsoft’s page also describes it as a way to apply for usage incentives.",
      next: "If you want incentives, check whether {activity:presales} describes your work, and read the incentive guide.",
    },
    "channel-not-eligible": {
      what: {
        by: "channel",
        csp: "Business Applications products bought through CSP can’t be claimed.",
        other: "Business Applications products bought through this channel can’t be claimed.",
      },
      why: {
        by: "typed",
        "": "Every Business Applications {activityWord} requires a Volume Licensing or Web-Direct purchase.",
        other:
          "You selected “{typed},” but the evidence counts. Only Volume Licensing and Web-Direct can be claimed.",
      },
      next: "Ask the customer whether any of them were bought through Volume Licensing or Web-Direct, and claim only those.",
    },
    "channel-unconfirmed": {
      what: {
        by: "typed",
        "": "It’s not known yet how the product was bought.",
        other: "You selected “{typed},” but the evidence shows “{channel}.”",
      },
      why: {
        by: "typed",
        "": "Every Business Applications {activityWord} requires a Volume Licensing or Web-Direct purchase.",
        other: "The evidence counts, but one of the two must be wrong.",
      },
      next: {
        by: "typed",
        "": "Ask the customer’s administrator or purchasing department how it was bought: Volume Licensing, Web-Direct, or CSP.",
        other:
          "Correct the purchase channel, or ask the customer’s purchasing department which one is right.",
      },
    },
    "subscription-id-missing": {
      what: "You may be asked for the subscription ID.",
      why: "For Business Applications, Partner Center may ask which subscription you’re claiming.",
      next: {
        by: "match",
        one: "Only one subscription in the evidence is for this product: {suggestion}. If it’s the right one, enter its ID.",
        unfit:
          "The only one in the evidence for this product is {suggestion}, and it can’t be claimed. Ask the customer’s administrator for another one.",
        several:
          "Several subscriptions in the evidence are for this product. Ask the customer’s administrator which one is meant, and enter its ID.",
        none: "None of the known subscriptions is for this product. Check the product and tenant ID with the customer’s administrator.",
        listed:
          "The evidence lists the tenant’s subscriptions. Ask the customer’s administrator which one is meant, and enter its ID.",
        other:
          "Ask the customer’s administrator for a Graph export of /directory/subscriptions; it lists the ID.",
      },
    },
    "subscription-id-malformed": {
      what: {
        by: "problem",
        "too-short": "The subscription ID is too short: a GUID has 32 hexadecimal digits.",
        "too-long": "The subscription ID is too long: a GUID has 32 hexadecimal digits.",
        "bad-character":
          "The subscription ID contains characters other than 0–9, a–f, and hyphens.",
        shape: "The subscription ID must consist of groups of 8, 4, 4, 4, and 12 digits.",
        several: "There are several IDs here. The claim takes one subscription ID.",
      },
      why: "A subscription ID is a GUID: 32 hexadecimal digits in 5 groups, 36 characters with hyphens.",
      next: "Copy the whole ID again, or ask the customer’s administrator to send it as text.",
    },
    "subscription-id-wrong-kind": {
      what: "You entered {kind} as the subscription ID.",
      why: "Partner Center looks for this ID among the customer’s subscriptions.",
      next: {
        by: "kind",
        "tenant-id":
          "If it’s the customer’s, move it to the customer tenant ID. The Graph export of /directory/subscriptions lists the subscription ID.",
        "order-id":
          "One order can contain several subscriptions. The subscription ID is listed in the customer’s Graph export of /directory/subscriptions.",
        "azure-subscription":
          "Azure can’t be claimed through CPOR. Ask the customer’s administrator for the ID of the Dynamics 365 subscription.",
        "azure-offer":
          "Azure can’t be claimed through CPOR. Ask the customer’s administrator for the ID of the Dynamics 365 subscription.",
        "partner-id":
          "If it’s your {partnerId}, move it there. The subscription ID is listed in the customer’s Graph export of /directory/subscriptions.",
        domain:
          "Move it to the customer domain. The subscription ID is listed in the customer’s Graph export of /directory/subscriptions.",
        placeholder:
          "Replace it with the real ID. The customer’s Graph export of /directory/subscriptions lists it.",
        other:
          "The subscription ID is in the customer’s list of subscriptions, such as a Graph export of /directory/subscriptions.",
      },
    },
    "subscription-id-not-needed": {
      what: "{solutionArea:microsoft-365} claims don’t ask for a subscription ID.",
      why: "They’re filed per tenant and workload.",
      next: "Leave it empty. If you’re claiming a Dynamics 365 product, choose Business Applications as the solution area.",
    },
    "subscription-unverified": {
      what: "Not known yet about this subscription: {checks}.",
      why: "Partner Center checks this, but its error message doesn’t say what failed.",
      next: "{ask}",
    },
    "partner-id-missing": {
      what: "Enter the {partnerId}.",
      why: "Your work for the customer is credited to this ID.",
      next: "Ask your global admin which location’s {partnerId} to use.",
    },
    "partner-id-malformed": {
      what: {
        by: "problem",
        "too-short": "The {partnerId} is too short: 6 or 7 digits are usual.",
        "too-long": "The {partnerId} is too long: 6 or 7 digits are usual.",
        "bad-character": "The {partnerId} contains a character that isn’t a digit.",
        shape: "The {partnerId} can contain only digits, without spaces.",
        several: "There’s more than one {partnerId} here. A claim takes only one.",
      },
      why: "Partner Center identifies your location by this number.",
      next: {
        by: "problem",
        several:
          "Keep only the ID of the location that did the work. If in doubt, ask your global admin.",
        other:
          "Copy the digits from your Partner Center account settings, or ask your global admin.",
      },
    },
    "partner-id-wrong-kind": {
      what: "You entered {kind} as the {partnerId}.",
      why: "Partner Center identifies your location by a number that usually has 6 or 7 digits.",
      next: {
        by: "kind",
        "tenant-id":
          "A tenant ID doesn’t identify a partner location. Ask your global admin for the location’s {partnerId}.",
        "subscription-id":
          "Move it to the subscription ID, and ask your global admin for the location’s {partnerId}.",
        placeholder:
          "Replace it with the real number. Ask your global admin for the location’s {partnerId}.",
        other: "Ask your global admin for the location’s {partnerId}.",
      },
    },
    "partner-id-unusual-length": {
      what: "The {partnerId} has an unusual number of digits: {length}. Usual are 6 or 7.",
      why: "One digit too many or too few points to another partner, or to none.",
      next: "Compare it with your Partner Center account settings, or ask your global admin.",
    },
    "partner-id-unverified": {
      what: "Not known yet: {checks}.",
      why: "The claim form shows which IDs are enrolled, but not their partner type.",
      next: "Check the Incentives overview in Partner Center, and ask your global admin which location and partner type the {partnerId} has.",
    },
    "competing-claim": {
      what: {
        by: "typed",
        no: "You answered “{typed},” but this customer and product already have another partner.",
        other: "Another partner is already associated with this customer and product.",
      },
      why: "The claim goes to arbitration: Microsoft compares both partners’ proofs of execution.",
      next: "Watch the claim’s comments: Microsoft may ask both partners for more. “Under review” can last beyond {reviewBusinessDays} business days while it works with the current partner.",
    },
    "competing-claim-unverified": {
      what: "It’s not known yet whether another partner is associated with this customer and product.",
      why: "If so, the claim goes to arbitration and may take longer.",
      next: "Ask the customer’s administrator which partners work on this product. Only Microsoft can see other partners’ claims.",
    },
    "proof-of-execution-missing": {
      what: "The proof of execution is missing.",
      why: "Microsoft verifies the claim against it and, when partners compete, compares both proofs of execution.",
      next: "Prepare a dated document with the customer’s name, tenant ID, products, your service, and the customer’s signed confirmation.",
    },
    "proof-of-execution-unverified": {
      what: "It’s not known yet whether the proof of execution is ready.",
      why: "Microsoft verifies the claim against it and, when partners compete, compares both proofs of execution.",
      next: "Ask the colleagues who did the work for the document, and the customer for the signed and dated confirmation.",
    },
    "input-malformed": {
      what: {
        by: "problem",
        "wrong-type": {
          by: "field",
          claim: "The claim must be an object with the claim’s fields.",
          options: "The options must be an object.",
          other: "“{field}” must be text.",
        },
        "not-an-option": {
          by: "field",
          ruleset: "The rule set must be one of the listed values.",
          other: "“{field}” must be one of the listed values.",
        },
        "not-a-date": {
          by: "field",
          today: "The day of the check must be a date.",
          other: "“{field}” must be a date.",
        },
        "in-future": "“{field}” is in the future, so today counts instead.",
        unreadable: "The value of “{field}” couldn’t be read.",
        "two-values": "“{field}” was entered more than once, with different values.",
      },
      why: {
        by: "problem",
        "two-values": "A claim can have only one value here, and the check can’t choose for you.",
        "not-a-date": "Without a date that can be read, today counts.",
        "in-future": "A claim can’t have been submitted on a day that’s still to come.",
        other: "A value that can’t be read can’t be checked.",
      },
      next: {
        by: "problem",
        "wrong-type": {
          by: "field",
          claim: "Pass the fields of one claim as an object, then check again.",
          options: "Pass the options as an object, then check again.",
          other: "Enter the value as text, then check again.",
        },
        "not-an-option": "Choose a value from the list, then check again.",
        "not-a-date": "Enter a calendar date as YYYY-MM-DD, then check again.",
        "in-future": "Correct the date, or leave it empty until you’ve submitted the claim.",
        unreadable: "Enter the value again, then check again.",
        "two-values": "Keep the right value, remove every other one, then check again.",
      },
    },
    "unknown-field": {
      what: "Claims have no field named “{field}”.",
      why: "Its value wasn’t checked.",
      next: {
        by: "suggestion",
        "": "Remove it, or rename it to one of the claim’s fields.",
        other: "Did you mean “{suggestion}”? Rename the field, or remove it.",
      },
    },
  },
  timeline: {
    "fix-first": {
      label: "Fix what blocks the claim",
      note: "The days for submission and review appear once nothing blocks the claim.",
    },
    claimable: {
      label: "Subscription in the claim form",
      note: "After provisioning, it can take {days} days until the form shows the subscription. This counts from the day it was created.",
    },
    submit: {
      label: "Submit the claim",
      note: "Submit it with the proof of execution.",
    },
    "customer-notice": {
      label: "Microsoft notifies the customer",
      note: "Microsoft emails the customer about the claim, and the customer can decline it. Tell your contact beforehand so nobody declines by mistake.",
    },
    "review-starts": {
      label: "Start of review",
      note: "The status can stay “Submitted” for up to {days} business days before review starts.",
    },
    review: {
      label: "Review by Microsoft",
      note: "Microsoft reviews a claim within {days} business days. Public holidays may add time.",
    },
    arbitration: {
      label: "Arbitration",
      note: "Microsoft compares both partners’ proofs of execution and may ask both for more. The status can stay “Under review” longer while Microsoft works with the current partner.",
    },
    comments: {
      label: "Watch the comments",
      note: "If Microsoft needs more information or the review takes longer, it says so in the comments section of the claim.",
    },
    answer: {
      label: "If Microsoft asks for more",
      note: "When the status is “Partner action required,” you have {days} business days to answer. After that, the claim is rejected.",
    },
    dispute: {
      label: "If the claim is rejected",
      note: "You can dispute a rejection within {days} days. Microsoft answers within {disputeAnswerBusinessDays} business days. After that, you need a new claim with an updated proof of execution.",
    },
    "customer-opt-out": {
      label: "The customer can decline",
      note: "After approval, the customer has {days} days to decline. Another Microsoft page says 5 business days.",
    },
    "subscription-ends": {
      label: "Subscription ends",
      note: "The next subscription needs its own claim. An approved claim shows the ID of its subscription.",
    },
    "new-claim": {
      label: "New, separate claim",
      note: "File it with the ID of the next subscription once that subscription is active.",
    },
  },
  ask: {
    exports:
      "Ask the customer’s administrator for Graph exports of /directory/subscriptions and /subscribedSkus.",
    identifier:
      "Compare the ID with the subscriptions in the evidence. Ask the customer’s administrator which one is meant.",
    "tenant-id": "First enter the right tenant ID. The subscription is compared with it.",
    tenant:
      "Specify which tenant the export comes from, or add an export of /subscribedSkus, which names it.",
    administrator:
      "Ask the customer’s administrator to check the subscription in the Microsoft 365 admin center.",
    purchasing:
      "Ask the customer’s purchasing department how it was bought: Volume Licensing, Web-Direct, or CSP.",
    partners:
      "Ask your colleagues and the customer who has claimed it. Only Microsoft can see other partners’ claims.",
  },
  support: {
    title: "For a support request",
    program: "Program",
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
        customerDomain: {
          hint: "The claim form no longer asks for it, but it helps detect a wrong tenant ID.",
        },
        activity: {
          label: "Partner role",
          hint: "What you did for the customer.",
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
            other: "Usage recognition - Non-Incentivized",
          },
          "revenue-association": "Influenced Revenue recognition - Non-Incentivized",
        },
      },
      findings: {
        "domain-missing": {
          what: "The customer domain isn’t given.",
          why: "The claim form no longer asks for it, but it shows whether the tenant ID is right.",
          next: "Enter it if you know it, for example, contoso.com or contoso.onmicrosoft.com. The customer’s administrator can give it to you.",
        },
        "domain-wrong-kind": {
          why: "The domain shows whether the tenant ID is right.",
        },
        "tenant-domain-unverified": {
          why: "With a wrong tenant ID, the claim is for someone else or stops as a mismatch.",
        },
        "revenue-association-no-payment": {
          next: "If you want incentives, check whether {activity:presales} describes your work. Otherwise, leave it as it is.",
        },
      },
      timeline: {
        "customer-opt-out": {
          note: "The customer can decline at any time. Another Microsoft page says within 5 business days.",
        },
        dispute: {
          note: "You can dispute a rejection once, within {days} days. Microsoft answers within {disputeAnswerBusinessDays} business days. After that, you need a new claim with an updated proof of execution.",
        },
        review: {
          note: "Once started, the review takes up to {days} business days. Public holidays may add time. Some of Microsoft’s pages say 5.",
        },
      },
    },
  },
};
