// The words of the documentation's cards, one for each code: when it is raised, and what stands around it.
// Only the build reads them.

export default {
  title: "Finding codes",
  intro: "Every finding that the check can raise, with a card for each code.",
  home: "Documentation",
  all: "All codes",
  unchecked: "Without a check of their own",
  facts: "Facts",
  check: "Check",
  place: "Shown",
  places: {
    field: "At the field",
    outcome: "In the result",
  },
  fields: "Fields",
  noFields: "None: it is about the input as a whole",
  editions: "Editions",
  edition: "Edition",
  weight: "Weight",
  certainty: "Certainty",
  authorities: {
    "partner-center": "Partner Center acts on it.",
    reviewer: "A reviewer at Microsoft may act on it.",
    inferred: "Nobody at Microsoft says so. It is inferred, so it never blocks.",
  },
  source: "Source",
  never: "Not raised",
  parameters: "Parameters",
  parameter: "Parameter",
  values: "Values",
  anyText: "Text",
  examples: "Examples",
  example: "{edition}: example",
  what: "What",
  why: "Why",
  next: "Next",
  noPromise: "No result promises approval: only Microsoft decides.",
  codes: {
    "role-missing": "The claim doesn’t say which Partner Center role you have.",
    "role-not-permitted": "The role isn’t global admin, billing admin, or incentives admin.",
    "tenant-id-missing":
      "The customer tenant ID is empty or a placeholder, such as “n/a” or “your-tenant-id”.",
    "tenant-id-malformed":
      "The text resembles a GUID, but has too few, too many, or wrong characters, or there are several.",
    "tenant-id-wrong-kind":
      "The field holds another kind of identifier, such as a domain, an order ID, or a subscription ID.",
    "tenant-id-reserved":
      "The ID is one that no customer has, such as “common”, all zeros, or a tenant of Microsoft’s.",
    "tenant-id-is-own":
      "The ID is your own tenant’s, or the evidence shows that it goes with your own domain.",
    "domain-missing": "The customer domain is empty or a placeholder.",
    "domain-malformed":
      "The text is meant as a domain but can’t be one: a wrong character, length, or shape.",
    "domain-wrong-kind":
      "The field holds another kind of identifier, or the address of a Microsoft service.",
    "domain-is-mail-provider":
      "The domain belongs to a public email provider, such as outlook.com or gmail.com.",
    "domain-unusual":
      "The domain is one or two letters from a known ending, or has one that can’t be verified, such as .local.",
    "tenant-domain-mismatch": "The evidence shows the domain in a tenant other than the claim’s.",
    "tenant-not-found":
      "The evidence says that Microsoft’s directory has no tenant for the domain.",
    "tenant-other-cloud": "The evidence shows the customer’s tenant in a national cloud.",
    "tenant-domain-unverified":
      "Tenant ID and domain are both there, and no evidence says whether they belong together.",
    "solution-area-missing": "No solution area is selected.",
    "product-missing": "Neither a product nor a subscription with a known product is given.",
    "product-not-in-area":
      "The product is known and belongs to the other solution area, or to Azure.",
    "product-unrecognized":
      "The product is in no table: neither a known name, nor a part number, nor a SKU ID.",
    "product-power-platform":
      "Usage of Power BI, Power Apps, Power Automate, or Customer Insights is claimed.",
    "product-suite": "A Microsoft 365 claim names a suite, such as E5, and not the workload.",
    "activity-missing": "No activity or partner role is selected.",
    "activity-not-in-area": "The selected activity doesn’t exist in the selected solution area.",
    "revenue-association-no-payment":
      "The selected activity is the revenue association, which records influence and pays nothing.",
    "activity-no-payment": "The selected partner role has “Non-Incentivized” in its name.",
    "channel-not-eligible":
      "A Business Applications product was bought neither through Volume Licensing nor through Web-Direct.",
    "channel-unconfirmed":
      "The purchase channel of a Business Applications product is empty, unknown, or contradicted by the evidence.",
    "subscription-id-missing": "A Business Applications claim has no subscription ID.",
    "subscription-id-malformed":
      "The text resembles a GUID, but has too few, too many, or wrong characters, or there are several.",
    "subscription-id-wrong-kind":
      "The field holds another kind of identifier, such as a tenant ID, an order ID, or an Azure offer.",
    "subscription-id-not-needed":
      "A Microsoft 365 claim has a subscription ID, which its form doesn’t ask for.",
    "subscription-on-other-tenant":
      "The evidence lists the subscription under a tenant other than the claim’s.",
    "product-not-on-tenant":
      "All of the tenant’s subscriptions are known, and none is of the claim’s product.",
    "subscription-not-listed":
      "The tenant’s subscriptions are known, and the claim’s ID is not among them.",
    "product-subscription-mismatch":
      "The evidence lists the subscription, and it is of another product.",
    "subscription-not-dynamics":
      "The evidence lists the subscription, and its SKU is no Dynamics 365 product.",
    "subscription-csp":
      "The evidence says that the subscription was bought through CSP, or that a partner’s tenant created it.",
    "subscription-not-provisioned":
      "The evidence shows that provisioning is pending or has failed.",
    "subscription-newly-provisioned":
      "The subscription was created so recently that the claim form may not list it yet.",
    "subscription-already-claimed":
      "The evidence shows a claim on the subscription: yours for the same activity, or another partner’s.",
    "subscription-not-active":
      "The evidence shows the subscription as neither active nor in its grace period.",
    "subscription-in-grace": "The evidence shows the subscription in its grace period.",
    "subscription-ending": "The subscription ends within 30 days of the claim’s day.",
    "subscription-trial": "The evidence shows that the subscription is a trial.",
    "subscription-starts-later": "The claim’s day is before the first day of the subscription.",
    "subscription-unverified":
      "The evidence can’t show one or more facts about the subscription. One finding names them all.",
    "partner-id-missing": "The Partner ID is empty or a placeholder.",
    "partner-id-malformed":
      "The Partner ID has characters other than digits, or there are several.",
    "partner-id-wrong-kind":
      "The field holds another kind of identifier, such as a GUID or a domain.",
    "partner-id-unusual-length": "The Partner ID has fewer than 6 or more than 7 digits.",
    "partner-id-not-enrolled":
      "The evidence says that the Partner ID isn’t enrolled in an incentive program.",
    "partner-id-unverified":
      "The evidence doesn’t show whether the Partner ID is enrolled, or its partner type.",
    "partner-id-global-account":
      "The evidence says that the Partner ID is the company’s global account.",
    "partner-id-partner-type":
      "The evidence gives the Partner ID a partner type, such as FRP FastTrack.",
    "competing-claim":
      "You or the evidence say that another partner is associated with the customer and product.",
    "own-claim-exists": "The evidence shows your own claim for the same customer and product.",
    "competing-claim-unverified":
      "It isn’t answered whether another partner is associated with the customer and product.",
    "proof-of-execution-missing": "You answered that there is no proof of execution.",
    "proof-of-execution-unverified": "It isn’t answered whether the proof of execution is ready.",
    "input-malformed":
      "A value isn’t a text, a field has several values, an option isn’t in its list, or a day is no calendar day.",
    "unknown-field": "The claim has a field under a name that no claim has.",
    "evidence-malformed": "A part of the evidence can’t be read, or is dated after today.",
    "evidence-contradiction":
      "Two sources say different things about the claim’s subscription, tenant, or Partner ID.",
  },
};
