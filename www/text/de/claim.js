// What the library says in German of a claim that is checked without evidence: all that a form needs to
// start. `{name}` stands for a parameter of the finding, a term or a day count of the rule set,
// `{field:option}` for the name of an option (see lib/words.ts); `{ by: "name", … }` chooses a text by
// that parameter's value, `other` for all the rest.

export default {
  tag: "de",
  name: "Deutsch",
  terms: {
    partnerId: "MPN-ID",
    activityWord: "Aktivität",
    activityWords: "Aktivitäten",
  },
  names: {
    labelled: {
      later: "{name} (seit 2023: {other})",
      earlier: "{name} (bis 2023: {other})",
    },
  },
  fields: {
    userRole: {
      label: "Ihre Rolle",
      hint: "Die Rolle, mit der Sie den Anspruch im Partner Center einreichen. Am sichersten ist Incentiveadministrator.",
    },
    customerTenantId: {
      label: "Mandanten-ID des Kunden",
      hint: "Eine GUID, auch Verzeichnis-ID oder Microsoft-ID genannt.",
    },
    customerDomain: {
      label: "Domäne des Kunden",
      hint: "Zum Beispiel contoso.com oder contoso.onmicrosoft.com.",
    },
    solutionArea: {
      label: "Lösungsbereich",
      hint: "Bestimmt, welche {activityWords} und Produkte zur Wahl stehen.",
    },
    activity: {
      label: "Aktivität",
      hint: "Was Sie für den Kunden getan haben. {activity:presales} und {activity:usage} können in einem Anspruch stehen.",
    },
    purchaseChannel: {
      label: "Bezugsweg",
      hint: "Wie der Kunde das Produkt gekauft hat.",
    },
    product: {
      label: "Produkt",
      hint: "Produktname, SKU-Teilenummer oder SKU-ID.",
    },
    subscriptionId: {
      label: "Abonnement-ID",
      hint: "Die GUID des Dynamics 365-Abonnements des Kunden.",
    },
    partnerId: {
      label: "{partnerId}",
      hint: "Die ID Ihres Standorts, meist 6 oder 7 Ziffern.",
    },
    ownTenantId: {
      label: "Ihre eigene Mandanten-ID",
      hint: "Dient nur dazu, Ansprüche für das eigene Unternehmen zu erkennen.",
    },
    competingPartner: {
      label: "Konkurrierender Partner",
      hint: "Ist diesem Kunden und Produkt bereits ein anderer Partner zugeordnet?",
    },
    proofOfExecution: {
      label: "Ausführungsnachweis",
      hint: "Das Dokument, das Ihre Arbeit für den Kunden belegt (Proof of Execution, PoE).",
    },
    submittedOn: {
      label: "Eingereicht am",
      hint: "Bestimmt die Termine im Zeitplan.",
    },
  },
  options: {
    userRole: {
      "global-admin": "Globaler Administrator",
      "billing-admin": "Abrechnungsadministrator",
      "incentives-admin": "Incentiveadministrator",
      other: "Andere Rolle",
    },
    solutionArea: {
      "business-applications": "Business Applications",
      "microsoft-365": "Microsoft 365",
    },
    activity: {
      presales: "Presales",
      usage: "Usage",
      "revenue-association": "Umsatzzuordnung",
    },
    purchaseChannel: {
      "volume-licensing": "Volumenlizenzvertrag (Volume Licensing)",
      "web-direct": "Web-Direct",
      csp: "CSP",
      other: "Anderer",
      unknown: "Nicht bekannt",
    },
    competingPartner: {
      yes: "Ja",
      no: "Nein",
      unknown: "Nicht bekannt",
    },
    proofOfExecution: {
      ready: "Liegt vor",
      missing: "Fehlt",
      unknown: "Nicht bekannt",
    },
  },
  rulesets: {
    "2020-06": {
      title: "Partner Center, Juni 2020",
    },
    "2023-10": {
      title: "Partner Center, Oktober 2023",
    },
  },
  checks: {
    role: "Rolle",
    "tenant-id": "Mandanten-ID",
    domain: "Domäne",
    "tenant-domain": "Übereinstimmung von Domäne und Mandant",
    "solution-area": "Lösungsbereich",
    product: "Produkt",
    activity: "Aktivität",
    "purchase-channel": "Bezugsweg",
    "subscription-id": "Abonnement-ID",
    "subscription-on-tenant": "Mandant des Abonnements",
    "subscription-dynamics": "Dynamics 365-Produkt",
    "subscription-not-csp": "Bezugsweg des Abonnements",
    "subscription-provisioned": "Bereitstellung",
    "subscription-unclaimed": "Frühere Ansprüche",
    "subscription-status": "Status des Abonnements",
    "partner-id": "{partnerId}",
    "partner-id-enrolled": "Incentive-Registrierung",
    "partner-id-type": "Art der {partnerId}",
    "competing-claim": "Konkurrierender Anspruch",
    "proof-of-execution": "Ausführungsnachweis",
  },
  kinds: {
    guid: "eine GUID",
    "tenant-id": "eine Mandanten-ID",
    "subscription-id": "eine Abonnement-ID",
    "sku-id": "die ID eines Produkts (SKU)",
    "sku-part-number": "die Teilenummer eines Produkts (SKU)",
    "offer-id": "eine Angebots-ID",
    "product-id": "eine Produkt-ID",
    "order-id": "eine Bestell-ID",
    "azure-offer": "eine Azure-Angebotsnummer",
    "account-sku": "eine Mandanten-ID mit angehängter SKU-ID",
    "partner-id": "eine Nummer (möglicherweise die {partnerId})",
    domain: "eine Domäne",
    email: "eine E-Mail-Adresse",
    url: "eine Webadresse",
    "azure-subscription": "ein Azure-Abonnement",
    "app-id": "die ID einer App",
    "environment-id": "die ID einer Umgebung",
    "object-id": "die ID von etwas anderem (einem Benutzer oder einer Gruppe)",
    "agreement-number": "eine Vertragsnummer",
    "price-list-number": "eine Teilenummer aus einer Preisliste",
    "invoice-number": "eine Rechnungsnummer",
    "billing-id": "eine Abonnementnummer aus einer älteren Abrechnung",
    reference: "ein Aktenzeichen",
    "organization-name": "der Name einer Organisation",
    placeholder: "ein Platzhalter",
    empty: "ein leerer Wert",
    unknown: "ein unbekannter Text",
  },
  facts: {
    status: "Status",
    endsOn: "Enddatum",
    provisioning: "Bereitstellung",
    id: "Abonnement-ID",
    tenantId: "Mandant",
    skuId: "SKU",
    skuPartNumber: "Teilenummer",
    channel: "Bezugsweg",
    ownerTenantId: "anlegender Partner",
    claimedBy: "zugeordneter Partner",
    domains: "Mandant der Domäne",
    cloud: "Cloud",
    kind: "Standort oder globales Konto",
    partnerType: "Partnertyp",
    enrolled: "Incentive-Registrierung",
  },
  outcomes: {
    pass: "In Ordnung",
    fail: "Problem",
    unknown: "Noch nicht bekannt",
    "not-applicable": "Entfällt",
  },
  severities: {
    blocks: "Blockiert den Anspruch",
    warns: "Warnung",
    informs: "Hinweis",
  },
  verdicts: {
    fix: {
      title: "Etwas blockiert diesen Anspruch",
      text: "Beheben Sie zuerst, was den Anspruch blockiert, und prüfen Sie dann erneut. Die Entscheidung trifft Microsoft.",
    },
    confirm: {
      title: "Noch ist nicht alles geklärt",
      text: "Es ist nichts bekannt, was diesen Anspruch blockiert. Aber nicht jede Prüfung ist bestanden. Klären Sie, was offen ist, und lesen Sie etwaige Warnungen. Die Entscheidung trifft Microsoft.",
    },
    ready: {
      title: "Es ist nichts bekannt, was diesen Anspruch blockiert",
      text: "Alle Prüfungen sind bestanden. Lesen Sie etwaige Warnungen. Über die Genehmigung entscheidet Microsoft.",
    },
  },
  actions: {
    "swap-fields": {
      by: "value",
      "": "Nach „{field}“ verschieben",
      other: "Mit „{field}“ tauschen",
    },
    "use-value": {
      by: "value",
      "": "„{field}“ leer lassen",
      other: "„{value}“ verwenden",
    },
    "look-up-domain": "Domäne nachschlagen",
    "load-export": {
      by: "shows",
      subscriptions: "Abonnements des Kunden laden",
      domains: "Domänen des Kunden laden",
      "partner-ids": "Ihr Partnerprofil laden",
      "csp-sales": "Ihre CSP-Verkäufe laden",
    },
    "say-tenant": "Mandanten des Exports angeben",
    choose: "„{field}“ wählen",
    "ask-customer": "Kunden fragen",
    "open-guide": {
      by: "opens",
      "activity-guide": "Welche {activityWord}?",
      "partner-id-guide": "Welche {partnerId}?",
      "proof-checklist": "Was muss er zeigen?",
    },
    "open-page": {
      by: "opens",
      support: "Support (Incentives) fragen",
      "incentives-overview": "Incentivesübersicht öffnen",
      claims: "Ihre Ansprüche öffnen",
    },
  },
  findings: {
    "role-missing": {
      what: "Ihre Rolle ist noch nicht ausgewählt.",
      why: "Eine Seite von Microsoft nennt globale Administratoren, Abrechnungsadministratoren und Incentiveadministratoren, eine andere nur Incentiveadministratoren.",
      next: "Wählen Sie Ihre Rolle im Partner Center aus. Wenn Sie unsicher sind, fragen Sie Ihren globalen Administrator, welche Rolle Ihr Konto hat.",
    },
    "role-not-permitted": {
      what: "Diese Rolle gehört nicht zu denen, die Microsoft für Ansprüche nennt.",
      why: "Eine Seite von Microsoft nennt globale Administratoren, Abrechnungsadministratoren und Incentiveadministratoren, eine andere nur Incentiveadministratoren.",
      next: "Bitten Sie Ihren globalen Administrator um die Rolle Incentiveadministrator. Oder lassen Sie jemanden mit einer der drei Rollen einreichen.",
    },
    "tenant-id-missing": {
      what: "Geben Sie die Mandanten-ID des Kunden ein.",
      why: "Ein Anspruch gilt für genau einen Kundenmandanten.",
      next: "Fragen Sie die Administration des Kunden danach. In Admin Centern heißt sie Mandanten-ID oder Verzeichnis-ID.",
    },
    "tenant-id-malformed": {
      what: {
        by: "problem",
        "too-short":
          "Die Mandanten-ID des Kunden ist zu kurz: Eine GUID hat 32 Hexadezimalziffern.",
        "too-long": "Die Mandanten-ID des Kunden ist zu lang: Eine GUID hat 32 Hexadezimalziffern.",
        "bad-character":
          "Die Mandanten-ID des Kunden enthält andere Zeichen als 0–9, a–f und Bindestriche.",
        shape:
          "Die Mandanten-ID des Kunden muss aus Gruppen mit 8, 4, 4, 4 und 12 Ziffern bestehen.",
        several: "Hier stehen mehrere IDs. Der Anspruch nimmt nur eine Mandanten-ID des Kunden.",
      },
      why: "Eine Mandanten-ID ist eine GUID: 32 Hexadezimalziffern in 5 Gruppen, mit Bindestrichen 36 Zeichen.",
      next: "Kopieren Sie die ganze ID noch einmal, oder bitten Sie die Administration des Kunden, sie als Text zu schicken.",
    },
    "tenant-id-wrong-kind": {
      what: "Statt der Mandanten-ID des Kunden steht hier {kind}.",
      why: "Das Partner Center findet den Kunden über die Mandanten-ID, eine GUID.",
      next: {
        by: "kind",
        domain:
          "Tragen Sie sie als Domäne des Kunden ein, und fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
        email:
          "Tragen Sie den Teil nach dem @ als Domäne ein, und fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
        url: "Kopieren Sie nur die ID, nicht die ganze Adresse. Die Administration des Kunden kennt die Mandanten-ID (Verzeichnis-ID).",
        "subscription-id":
          "Tragen Sie sie als Abonnement-ID ein, und fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
        "account-sku":
          "Der Teil vor dem Unterstrich ist wahrscheinlich die Mandanten-ID. Lassen Sie sie von der Administration des Kunden bestätigen.",
        "partner-id":
          "Wenn es Ihre {partnerId} ist, tragen Sie sie dort ein. Fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
        placeholder:
          "Ersetzen Sie ihn durch die echte Mandanten-ID (Verzeichnis-ID). Die Administration des Kunden kennt sie.",
        other: "Fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
      },
    },
    "tenant-id-reserved": {
      what: {
        by: "tenant",
        "multi-tenant":
          "Die Mandanten-ID des Kunden ist ein Anmeldename, den viele Mandanten gemeinsam nutzen.",
        nil: "Die Mandanten-ID des Kunden besteht nur aus Nullen.",
        "personal-accounts":
          "Die Mandanten-ID des Kunden gehört zum Mandanten für private Microsoft-Konten.",
        "microsoft-services":
          "Die Mandanten-ID des Kunden gehört zu einem Microsoft-Dienst wie Outlook.com.",
        microsoft: "Die Mandanten-ID des Kunden ist die von Microsoft selbst.",
        other: "Die Mandanten-ID des Kunden ist reserviert. Kein Kunde kann sie haben.",
      },
      why: {
        by: "tenant",
        microsoft:
          "Microsoft selbst ist selten der Kunde. Die ID wurde wahrscheinlich versehentlich kopiert.",
        other:
          "Sie kann nie die Mandanten-ID eines Kunden sein. Dafür lässt sich kein Anspruch einreichen.",
      },
      next: "Fragen Sie die Administration des Kunden nach der Mandanten-ID der Organisation. Eine private E-Mail-Adresse führt nicht dorthin.",
    },
    "tenant-id-is-own": {
      what: {
        by: "own",
        domain: "Bei der Mandanten-ID des Kunden steht Ihre eigene Domäne statt der des Kunden.",
        other: "Die Mandanten-ID des Kunden ist Ihre eigene Mandanten-ID.",
      },
      why: "Ein Partner kann für das eigene Unternehmen keinen Anspruch einreichen.",
      next: {
        by: "own",
        domain:
          "Fragen Sie die Administration des Kunden nach Mandanten-ID und Domäne ihrer Organisation.",
        other:
          "Fragen Sie die Administration des Kunden nach der Mandanten-ID. Ihr eigenes Admin Center zeigt immer Ihre eigene.",
      },
    },
    "domain-missing": {
      what: "Geben Sie die Domäne des Kunden ein.",
      why: "Das Partner Center vergleicht die Domäne mit der Mandanten-ID.",
      next: "Fragen Sie die Administration des Kunden danach: contoso.com, contoso.onmicrosoft.com oder einfach contoso.",
    },
    "domain-malformed": {
      what: {
        by: "problem",
        "too-short": "Die Domäne des Kunden ist zu kurz.",
        "too-long":
          "Die Domäne des Kunden ist zu lang: höchstens 253 Zeichen, zwischen zwei Punkten höchstens 63.",
        "bad-character":
          "Die Domäne des Kunden enthält ein Zeichen, das in keiner Domäne vorkommt.",
        shape: "Die Domäne des Kunden hat einen Punkt oder Bindestrich an der falschen Stelle.",
        several: "Als Domäne des Kunden stehen hier mehrere. Der Anspruch nimmt nur eine.",
      },
      why: "Eine Domäne, die sich nicht lesen lässt, lässt sich nicht mit der Mandanten-ID vergleichen.",
      next: "Geben Sie sie in der Form contoso.com oder contoso.onmicrosoft.com ein. Fragen Sie im Zweifel die Administration des Kunden.",
    },
    "domain-wrong-kind": {
      what: "Statt der Domäne des Kunden steht hier {kind}.",
      why: "Das Partner Center vergleicht die Domäne mit der Mandanten-ID.",
      next: {
        by: "kind",
        guid: "Wenn es die Mandanten-ID ist, tragen Sie sie dort ein. Fragen Sie die Administration des Kunden nach der Domäne.",
        "tenant-id":
          "Tragen Sie sie als Mandanten-ID des Kunden ein, und fragen Sie die Administration des Kunden nach der Domäne.",
        "subscription-id":
          "Tragen Sie sie als Abonnement-ID ein, und fragen Sie die Administration des Kunden nach der Domäne.",
        "partner-id":
          "Wenn es Ihre {partnerId} ist, tragen Sie sie dort ein. Fragen Sie die Administration des Kunden nach der Domäne.",
        placeholder:
          "Ersetzen Sie ihn durch die echte Domäne. Die Administration des Kunden kennt sie.",
        other:
          "Fragen Sie die Administration des Kunden nach der Domäne, zum Beispiel contoso.com oder contoso.onmicrosoft.com.",
      },
    },
    "domain-is-mail-provider": {
      what: "Die Domäne des Kunden ({domain}) gehört einem öffentlichen E-Mail-Anbieter.",
      why: "Eine öffentliche E-Mail-Adresse sagt nichts über den Mandanten des Kunden.",
      next: "Fragen Sie Ihren Kontakt beim Kunden nach der eigenen Domäne der Organisation, zum Beispiel contoso.com oder contoso.onmicrosoft.com.",
    },
    "domain-unusual": {
      what: {
        by: "suggestion",
        "": "Die Domäne des Kunden ({domain}) lässt sich in keinem Mandanten bestätigen.",
        other: "Die Domäne des Kunden ({domain}) sieht nach einem Tippfehler aus.",
      },
      why: "Das Verzeichnis von Microsoft kennt nur Domänen, die ein Mandant bestätigt hat.",
      next: {
        by: "suggestion",
        "": "Fragen Sie die Administration des Kunden nach einer Domäne, die im Mandanten bestätigt ist, zum Beispiel contoso.onmicrosoft.com.",
        other:
          "Meinten Sie {suggestion}? Wenn nicht, fragen Sie die Administration des Kunden nach der richtigen Domäne.",
      },
    },
    "tenant-domain-unverified": {
      what: "Es ist noch nicht bekannt, ob {domain} zu diesem Mandanten gehört.",
      why: "Das Partner Center vergleicht beide und hält den Anspruch an, wenn sie nicht zusammenpassen.",
      next: "Schlagen Sie den Mandanten der Domäne nach, oder lassen Sie sich beides von der Administration des Kunden bestätigen.",
    },
    "solution-area-missing": {
      what: "Wählen Sie den Lösungsbereich.",
      why: "Er bestimmt, welche {activityWords} und Produkte zur Wahl stehen.",
      next: "Für Dynamics 365 wählen Sie Business Applications. Für Teams, Exchange, Intune und Ähnliches wählen Sie {solutionArea:microsoft-365}. Azure lässt sich nicht über CPOR beanspruchen.",
    },
    "product-missing": {
      what: "Geben Sie das Produkt ein.",
      why: {
        by: "solutionArea",
        "microsoft-365":
          "Ansprüche für {solutionArea:microsoft-365} werden pro Mandant und Workload eingereicht. Das Formular fragt deshalb nach Workloads.",
        other: "Jeder Anspruch nennt das Produkt, für das er gilt.",
      },
      next: {
        by: "solutionArea",
        "microsoft-365":
          "Geben Sie die Workload ein, die Sie betreuen, zum Beispiel Teams, Exchange oder Intune. Sind es mehrere, prüfen Sie jede einzeln.",
        other:
          "Geben Sie den Namen ein, zum Beispiel Dynamics 365 Sales, oder die ID eines Abonnements, das in den Daten steht.",
      },
    },
    "product-not-in-area": {
      what: {
        by: "belongs",
        azure: "{product} lässt sich nicht über CPOR beanspruchen.",
        other: "{product} wird unter {belongs} beansprucht, nicht im ausgewählten Lösungsbereich.",
      },
      why: {
        by: "belongs",
        azure: "Bei Azure zählen PAL, DPOR oder der Verkauf über CSP, aber keine Ansprüche.",
        other: "Das Formular bietet nur die Produkte des ausgewählten Lösungsbereichs an.",
      },
      next: {
        by: "belongs",
        azure:
          "Richten Sie Partner Admin Link (PAL) für die Azure-Ressourcen des Kunden ein. Für einen Anspruch geben Sie ein Dynamics 365-Produkt oder eine Workload aus {solutionArea:microsoft-365} ein.",
        other: "Wählen Sie {belongs} als Lösungsbereich, oder geben Sie ein anderes Produkt ein.",
      },
    },
    "product-unrecognized": {
      what: "Dieser Produktname ist hier nicht bekannt.",
      why: "Nicht jedes Produkt ist anspruchsberechtigt, und ein unbekannter Name lässt sich nicht weiter prüfen.",
      next: {
        by: "suggestion",
        "": "Geben Sie Name, Teilenummer oder SKU-ID aus der Lizenzliste des Kunden ein.",
        other:
          "Meinten Sie {suggestion}? Wenn nicht, geben Sie die Teilenummer aus der Lizenzliste des Kunden ein.",
      },
    },
    "product-power-platform": {
      what: "Die Nutzung von {product} wird meist nicht über Ansprüche angerechnet.",
      why: "Die Seiten von Microsoft widersprechen sich: Für die Nutzung zählt dort PAL, doch das Formular bietet weiter Nutzungsansprüche an.",
      next: "Richten Sie Partner Admin Link (PAL) ein, oder fragen Sie den Partner Center-Support (Incentives), ob ein Anspruch zählt.",
    },
    "product-suite": {
      what: "Das Produkt {product} ist eine Suite mit mehreren Workloads.",
      why: "Ansprüche werden pro Mandant und Workload eingereicht, und jede Workload kann nur einen Partner haben.",
      next: "Geben Sie stattdessen die Workload ein, die Sie betreuen, zum Beispiel Teams, Exchange oder Intune.",
    },
    "activity-missing": {
      what: "Wählen Sie die {activityWord}.",
      why: "Mit der falschen {activityWord} entgehen Ihnen womöglich Incentives, und Sie müssen neu einreichen.",
      next: "Wenn Sie den Kauf beeinflusst haben, wählen Sie {activity:presales}. Wenn Sie die Nutzung fördern, wählen Sie {activity:usage}. Wenn Sie die Auswahl beeinflusst haben und keine Zahlung erwarten, wählen Sie {activity:revenue-association}.",
    },
    "activity-not-in-area": {
      what: "{activity} gibt es im Lösungsbereich {solutionArea} nicht.",
      why: "Jeder Lösungsbereich hat eigene {activityWords}. Das Formular bietet keine anderen an.",
      next: "Für {solutionArea:microsoft-365} wählen Sie {activity:usage:microsoft-365}. Für ein Dynamics 365-Produkt wählen Sie den Lösungsbereich Business Applications.",
    },
    "revenue-association-no-payment": {
      what: "Für {activity:revenue-association} werden keine Incentives gezahlt.",
      why: "Diese {activityWord} hält nur fest, dass Sie die Auswahl des Kunden beeinflusst haben.",
      next: "Wenn Sie Incentives anstreben, prüfen Sie, ob {activity:presales} oder {activity:usage} Ihre Arbeit beschreibt. Andernfalls ändern Sie nichts.",
    },
    "activity-no-payment": {
      what: "{activity:usage:business-applications} bringt möglicherweise keine Incentive-Zahlung.",
      why: "Das sagt bereits der Name. Die Seite von Microsoft beschreibt sie aber auch als Weg zu Nutzungs-Incentives.",
      next: "Wenn Sie Incentives anstreben, prüfen Sie, ob {activity:presales} Ihre Arbeit beschreibt, und lesen Sie den Incentive-Leitfaden.",
    },
    "channel-not-eligible": {
      what: {
        by: "channel",
        csp: "Über CSP gekaufte Business Applications-Produkte lassen sich nicht beanspruchen.",
        other:
          "Auf diesem Weg gekaufte Business Applications-Produkte lassen sich nicht beanspruchen.",
      },
      why: {
        by: "typed",
        "": "Alle {activityWords} in Business Applications setzen einen Kauf über einen Volumenlizenzvertrag oder Web-Direct voraus.",
        other:
          "Sie haben „{typed}“ ausgewählt, aber die Daten zählen. Beanspruchen lassen sich nur Volumenlizenzvertrag und Web-Direct.",
      },
      next: "Fragen Sie den Kunden, ob ein Teil über einen Volumenlizenzvertrag oder Web-Direct gekauft wurde. Beanspruchen Sie nur diesen Teil.",
    },
    "channel-unconfirmed": {
      what: {
        by: "typed",
        "": "Es ist noch nicht bekannt, wie das Produkt gekauft wurde.",
        other: "Sie haben „{typed}“ ausgewählt. Die Daten zeigen aber „{channel}“.",
      },
      why: {
        by: "typed",
        "": "Alle {activityWords} in Business Applications setzen einen Kauf über einen Volumenlizenzvertrag oder Web-Direct voraus.",
        other: "Es zählt, was die Daten zeigen. Eine der beiden Angaben muss aber falsch sein.",
      },
      next: {
        by: "typed",
        "": "Fragen Sie Administration oder Einkauf des Kunden: War es ein Volumenlizenzvertrag, Web-Direct oder CSP?",
        other:
          "Korrigieren Sie den Bezugsweg, oder fragen Sie den Einkauf des Kunden, welche Angabe stimmt.",
      },
    },
    "subscription-id-missing": {
      what: "Möglicherweise wird die Abonnement-ID verlangt.",
      why: "Bei Business Applications fragt das Partner Center womöglich, welches Abonnement Sie beanspruchen.",
      next: {
        by: "match",
        one: "Nur ein Abonnement in den Daten gilt für dieses Produkt: {suggestion}. Wenn es das richtige ist, geben Sie seine ID ein.",
        unfit:
          "Das einzige Abonnement dieses Produkts in den Daten ist {suggestion}. Es lässt sich nicht beanspruchen. Fragen Sie die Administration des Kunden nach einem anderen.",
        several:
          "Mehrere Abonnements in den Daten gelten für dieses Produkt. Fragen Sie die Administration des Kunden, welches gemeint ist, und geben Sie seine ID ein.",
        none: "Keines der bekannten Abonnements gilt für dieses Produkt. Klären Sie Produkt und Mandanten-ID mit der Administration des Kunden.",
        listed:
          "Die Abonnements des Mandanten stehen in den Daten. Fragen Sie die Administration des Kunden, welches gemeint ist, und geben Sie seine ID ein.",
        other:
          "Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions; darin steht die ID.",
      },
    },
    "subscription-id-malformed": {
      what: {
        by: "problem",
        "too-short": "Die Abonnement-ID ist zu kurz: Eine GUID hat 32 Hexadezimalziffern.",
        "too-long": "Die Abonnement-ID ist zu lang: Eine GUID hat 32 Hexadezimalziffern.",
        "bad-character": "Die Abonnement-ID enthält andere Zeichen als 0–9, a–f und Bindestriche.",
        shape: "Die Abonnement-ID muss aus Gruppen mit 8, 4, 4, 4 und 12 Ziffern bestehen.",
        several: "Hier stehen mehrere IDs. Der Anspruch nimmt nur eine Abonnement-ID.",
      },
      why: "Eine Abonnement-ID ist eine GUID: 32 Hexadezimalziffern in 5 Gruppen, mit Bindestrichen 36 Zeichen.",
      next: "Kopieren Sie die ganze ID noch einmal, oder bitten Sie die Administration des Kunden, sie als Text zu schicken.",
    },
    "subscription-id-wrong-kind": {
      what: "Statt der Abonnement-ID steht hier {kind}.",
      why: "Das Partner Center sucht diese ID unter den Abonnements des Kunden.",
      next: {
        by: "kind",
        "tenant-id":
          "Wenn es die des Kunden ist, tragen Sie sie als Mandanten-ID des Kunden ein. Die Abonnement-ID steht im Graph-Export von /directory/subscriptions.",
        "order-id":
          "Eine Bestellung kann mehrere Abonnements enthalten. Die Abonnement-ID steht im Graph-Export des Kunden von /directory/subscriptions.",
        "azure-subscription":
          "Azure lässt sich nicht über CPOR beanspruchen. Fragen Sie die Administration des Kunden nach der ID des Dynamics 365-Abonnements.",
        "azure-offer":
          "Azure lässt sich nicht über CPOR beanspruchen. Fragen Sie die Administration des Kunden nach der ID des Dynamics 365-Abonnements.",
        "partner-id":
          "Wenn es Ihre {partnerId} ist, tragen Sie sie dort ein. Die Abonnement-ID steht im Graph-Export des Kunden von /directory/subscriptions.",
        domain:
          "Tragen Sie sie als Domäne des Kunden ein. Die Abonnement-ID steht im Graph-Export des Kunden von /directory/subscriptions.",
        placeholder:
          "Ersetzen Sie ihn durch die echte ID. Sie steht im Graph-Export des Kunden von /directory/subscriptions.",
        other:
          "Die Abonnement-ID steht in der Abonnementliste des Kunden, zum Beispiel in einem Graph-Export von /directory/subscriptions.",
      },
    },
    "subscription-id-not-needed": {
      what: "Für {solutionArea:microsoft-365} wird keine Abonnement-ID gebraucht.",
      why: "Solche Ansprüche werden je Mandant und Workload eingereicht.",
      next: "Lassen Sie das Feld leer. Für ein Dynamics 365-Produkt wählen Sie den Lösungsbereich Business Applications.",
    },
    "subscription-unverified": {
      what: "Zu diesem Abonnement noch nicht bekannt: {checks}.",
      why: "Das Partner Center prüft das, nennt im Fehlerfall aber nicht, woran es liegt.",
      next: "{ask}",
    },
    "partner-id-missing": {
      what: "Geben Sie die {partnerId} ein.",
      why: "Ihre Arbeit für den Kunden wird dieser ID zugerechnet.",
      next: "Fragen Sie Ihren globalen Administrator, von welchem Standort Sie die {partnerId} wählen sollen.",
    },
    "partner-id-malformed": {
      what: {
        by: "problem",
        "too-short": "Die {partnerId} ist zu kurz: Üblich sind 6 oder 7 Ziffern.",
        "too-long": "Die {partnerId} ist zu lang: Üblich sind 6 oder 7 Ziffern.",
        "bad-character": "Die {partnerId} enthält ein Zeichen, das keine Ziffer ist.",
        shape: "Die {partnerId} darf nur aus Ziffern ohne Leerzeichen bestehen.",
        several: "Hier steht mehr als eine {partnerId}. Ein Anspruch nimmt nur eine auf.",
      },
      why: "Das Partner Center erkennt Ihren Standort an dieser Nummer.",
      next: {
        by: "problem",
        several:
          "Lassen Sie nur die ID des Standorts stehen, der die Arbeit geleistet hat. Fragen Sie im Zweifel Ihren globalen Administrator.",
        other:
          "Kopieren Sie die Ziffern aus Ihren Kontoeinstellungen im Partner Center, oder fragen Sie Ihren globalen Administrator.",
      },
    },
    "partner-id-wrong-kind": {
      what: "Statt der {partnerId} steht hier {kind}.",
      why: "Das Partner Center erkennt Ihren Standort an einer Nummer mit meist 6 oder 7 Ziffern.",
      next: {
        by: "kind",
        "tenant-id":
          "Eine Mandanten-ID steht nicht für einen Partnerstandort. Fragen Sie Ihren globalen Administrator nach der {partnerId} des Standorts.",
        "subscription-id":
          "Tragen Sie sie als Abonnement-ID ein, und fragen Sie Ihren globalen Administrator nach der {partnerId} des Standorts.",
        placeholder:
          "Ersetzen Sie ihn durch die echte Nummer. Fragen Sie Ihren globalen Administrator nach der {partnerId} des Standorts.",
        other: "Fragen Sie Ihren globalen Administrator nach der {partnerId} des Standorts.",
      },
    },
    "partner-id-unusual-length": {
      what: "Die {partnerId} hat eine ungewöhnliche Anzahl von Ziffern: {length}. Üblich sind 6 oder 7.",
      why: "Mit einer Ziffer zu wenig oder zu viel gehört die Nummer einem anderen Partner oder niemandem.",
      next: "Vergleichen Sie sie mit Ihren Kontoeinstellungen im Partner Center, oder fragen Sie Ihren globalen Administrator.",
    },
    "partner-id-unverified": {
      what: "Noch nicht bekannt: {checks}.",
      why: "Das Formular zeigt, welche IDs registriert sind, aber nicht ihren Partnertyp.",
      next: "Prüfen Sie die Incentives-Übersicht im Partner Center. Fragen Sie Ihren globalen Administrator, welchen Standort und Partnertyp die {partnerId} hat.",
    },
    "competing-claim": {
      what: {
        by: "typed",
        no: "Sie haben „{typed}“ geantwortet. Diesem Kunden und Produkt ist aber bereits ein anderer Partner zugeordnet.",
        other: "Diesem Kunden und Produkt ist bereits ein anderer Partner zugeordnet.",
      },
      why: "Der Anspruch geht in die Schlichtung: Microsoft vergleicht die Ausführungsnachweise beider Partner.",
      next: "Achten Sie auf die Kommentare zum Anspruch: Microsoft fragt vielleicht beide Partner. „Under review“ (wird überprüft) kann länger als {reviewBusinessDays} Arbeitstage dauern, solange Microsoft mit dem bisherigen Partner arbeitet.",
    },
    "competing-claim-unverified": {
      what: "Es ist noch nicht bekannt, ob diesem Kunden und Produkt ein anderer Partner zugeordnet ist.",
      why: "Wenn ja, geht der Anspruch in die Schlichtung und kann länger dauern.",
      next: "Fragen Sie die Administration des Kunden, welche Partner an diesem Produkt arbeiten. Nur Microsoft sieht die Ansprüche anderer Partner.",
    },
    "proof-of-execution-missing": {
      what: "Der Ausführungsnachweis fehlt.",
      why: "Microsoft prüft den Anspruch anhand dieses Nachweises. Wenn Partner konkurrieren, vergleicht Microsoft beide Nachweise.",
      next: "Erstellen Sie ein datiertes Dokument mit Name und Mandanten-ID des Kunden, Produkten, Ihrer Leistung und der unterschriebenen Bestätigung des Kunden.",
    },
    "proof-of-execution-unverified": {
      what: "Es ist noch nicht bekannt, ob der Ausführungsnachweis vorliegt.",
      why: "Microsoft prüft den Anspruch anhand dieses Nachweises. Wenn Partner konkurrieren, vergleicht Microsoft beide Nachweise.",
      next: "Bitten Sie die Kolleginnen und Kollegen, die die Arbeit geleistet haben, um das Dokument. Bitten Sie den Kunden um die unterschriebene Bestätigung mit Datum.",
    },
    "input-malformed": {
      what: {
        by: "problem",
        "wrong-type": {
          by: "field",
          claim: "Der Anspruch muss ein Objekt mit den Feldern eines Anspruchs sein.",
          options: "Die Optionen müssen ein Objekt sein.",
          other: "„{field}“ muss ein Text sein.",
        },
        "not-an-option": {
          by: "field",
          ruleset: "Das Regelwerk muss einer der aufgeführten Werte sein.",
          other: "„{field}“ muss einer der aufgeführten Werte sein.",
        },
        "not-a-date": {
          by: "field",
          today: "Der Tag der Prüfung muss ein Datum sein.",
          other: "„{field}“ muss ein Datum sein.",
        },
        "in-future": "„{field}“ liegt in der Zukunft. Stattdessen zählt der heutige Tag.",
        unreadable: "Der Wert von „{field}“ ließ sich nicht lesen.",
        "two-values": "„{field}“ ist mehrfach angegeben, mit verschiedenen Werten.",
      },
      why: {
        by: "problem",
        "two-values":
          "Ein Anspruch hat hier nur einen Wert, und die Prüfung kann nicht für Sie wählen.",
        "not-a-date": "Ohne lesbares Datum zählt der heutige Tag.",
        "in-future":
          "Ein Anspruch kann nicht an einem Tag eingereicht worden sein, der noch bevorsteht.",
        other: "Ein Wert, der sich nicht lesen lässt, lässt sich nicht prüfen.",
      },
      next: {
        by: "problem",
        "wrong-type": {
          by: "field",
          claim: "Übergeben Sie die Felder eines Anspruchs als Objekt, und prüfen Sie erneut.",
          options: "Übergeben Sie die Optionen als Objekt, und prüfen Sie erneut.",
          other: "Geben Sie den Wert als Text ein, und prüfen Sie erneut.",
        },
        "not-an-option": "Wählen Sie einen Wert aus der Liste, und prüfen Sie erneut.",
        "not-a-date":
          "Geben Sie ein Kalenderdatum in der Form JJJJ-MM-TT ein, und prüfen Sie erneut.",
        "in-future":
          "Korrigieren Sie das Datum, oder lassen Sie es leer, bis Sie den Anspruch eingereicht haben.",
        unreadable: "Geben Sie den Wert noch einmal ein, und prüfen Sie erneut.",
        "two-values":
          "Behalten Sie den richtigen Wert, entfernen Sie jeden anderen, und prüfen Sie erneut.",
      },
    },
    "unknown-field": {
      what: "Ein Anspruch hat kein Feld „{field}“.",
      why: "Sein Wert wurde nicht geprüft.",
      next: {
        by: "suggestion",
        "": "Entfernen Sie es, oder benennen Sie es nach einem Feld des Anspruchs.",
        other: "Meinten Sie „{suggestion}“? Benennen Sie das Feld um, oder entfernen Sie es.",
      },
    },
  },
  timeline: {
    "fix-first": {
      label: "Beheben, was den Anspruch blockiert",
      note: "Die Tage für Einreichung und Prüfung stehen hier, sobald nichts mehr den Anspruch blockiert.",
    },
    claimable: {
      label: "Abonnement im Formular",
      note: "Nach der Bereitstellung kann es {days} Tage dauern, bis das Formular das Abonnement zeigt. Gezählt wird ab dem Tag, an dem es angelegt wurde.",
    },
    submit: {
      label: "Anspruch einreichen",
      note: "Reichen Sie ihn mit dem Ausführungsnachweis ein.",
    },
    "customer-notice": {
      label: "Microsoft benachrichtigt den Kunden",
      note: "Microsoft schickt dem Kunden eine E-Mail zum Anspruch, und der Kunde kann ablehnen. Sagen Sie Ihrem Kontakt vorher Bescheid, damit niemand versehentlich ablehnt.",
    },
    "review-starts": {
      label: "Beginn der Prüfung",
      note: "Der Status kann bis zu {days} Arbeitstage „Submitted“ (eingereicht) bleiben, bevor die Prüfung beginnt.",
    },
    review: {
      label: "Prüfung durch Microsoft",
      note: "Microsoft prüft einen Anspruch innerhalb von {days} Arbeitstagen. Feiertage können dazukommen.",
    },
    arbitration: {
      label: "Schlichtung",
      note: "Microsoft vergleicht die Ausführungsnachweise beider Partner und fragt vielleicht bei beiden nach. Der Status kann länger „Under review“ (wird überprüft) bleiben, solange Microsoft mit dem bisherigen Partner arbeitet.",
    },
    comments: {
      label: "Kommentare beachten",
      note: "Wenn Microsoft weitere Angaben braucht oder die Prüfung länger dauert, steht das in den Kommentaren zum Anspruch.",
    },
    answer: {
      label: "Falls Microsoft nachfragt",
      note: "Beim Status „Partner action required“ haben Sie {days} Arbeitstage für die Antwort. Danach wird der Anspruch abgelehnt.",
    },
    dispute: {
      label: "Falls der Anspruch abgelehnt wird",
      note: "Sie können einer Ablehnung innerhalb von {days} Tagen widersprechen. Microsoft antwortet innerhalb von {disputeAnswerBusinessDays} Arbeitstagen. Danach brauchen Sie einen neuen Anspruch mit aktualisiertem Ausführungsnachweis.",
    },
    "customer-opt-out": {
      label: "Der Kunde kann ablehnen",
      note: "Nach der Genehmigung kann der Kunde innerhalb von {days} Tagen ablehnen. Eine andere Seite von Microsoft nennt 5 Arbeitstage.",
    },
    "subscription-ends": {
      label: "Ende des Abonnements",
      note: "Das nächste Abonnement braucht einen eigenen Anspruch. Ein genehmigter Anspruch zeigt die ID seines Abonnements.",
    },
    "new-claim": {
      label: "Neuer, eigener Anspruch",
      note: "Reichen Sie ihn mit der ID des nächsten Abonnements ein, sobald dieses aktiv ist.",
    },
  },
  ask: {
    exports:
      "Bitten Sie die Administration des Kunden um Graph-Exporte von /directory/subscriptions und /subscribedSkus.",
    identifier:
      "Vergleichen Sie die ID mit den Abonnements in den Daten. Fragen Sie die Administration des Kunden, welches gemeint ist.",
    "tenant-id":
      "Geben Sie zuerst die richtige Mandanten-ID ein. Das Abonnement wird mit ihr verglichen.",
    tenant:
      "Geben Sie an, aus welchem Mandanten der Export stammt. Oder fügen Sie einen Export von /subscribedSkus hinzu, der ihn nennt.",
    administrator:
      "Bitten Sie die Administration des Kunden, das Abonnement im Microsoft 365 Admin Center zu prüfen.",
    purchasing:
      "Fragen Sie den Einkauf des Kunden, wie es gekauft wurde: Volumenlizenzvertrag, Web-Direct oder CSP.",
    partners:
      "Fragen Sie in Ihrem Unternehmen und beim Kunden, wer es beansprucht hat. Nur Microsoft sieht die Ansprüche anderer Partner.",
  },
  support: {
    title: "Für eine Supportanfrage",
    program: "Programm",
    partnerId: "{partnerId} des Standorts",
    claimId: "Anspruchs-ID",
    tenant: "Mandanten-ID des Kunden",
    subscription: "Dynamics-Abonnement-ID oder Microsoft 365-Workload",
    description: "Beschreibung",
  },
  rulesetWords: {
    "2023-10": {
      terms: {
        partnerId: "Partner-ID",
        activityWord: "Partnerrolle",
        activityWords: "Partnerrollen",
      },
      checks: {
        activity: "Partnerrolle",
      },
      fields: {
        customerDomain: {
          hint: "Das Formular fragt nicht mehr danach, aber mit ihr fällt eine falsche Mandanten-ID auf.",
        },
        activity: {
          label: "Partnerrolle",
          hint: "Was Sie für den Kunden getan haben.",
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
          what: "Die Domäne des Kunden ist nicht angegeben.",
          why: "Das Formular fragt nicht mehr danach, aber die Domäne zeigt, ob die Mandanten-ID stimmt.",
          next: "Tragen Sie sie ein, wenn Sie sie kennen, zum Beispiel contoso.com oder contoso.onmicrosoft.com. Die Administration des Kunden kann sie Ihnen nennen.",
        },
        "domain-wrong-kind": {
          why: "Die Domäne zeigt, ob die Mandanten-ID stimmt.",
        },
        "tenant-domain-unverified": {
          why: "Mit einer falschen Mandanten-ID gilt der Anspruch für jemand anderen oder wird wegen Nichtübereinstimmung angehalten.",
        },
        "revenue-association-no-payment": {
          next: "Wenn Sie Incentives anstreben, prüfen Sie, ob {activity:presales} Ihre Arbeit beschreibt. Andernfalls ändern Sie nichts.",
        },
      },
      timeline: {
        "customer-opt-out": {
          note: "Der Kunde kann jederzeit ablehnen. Eine andere Seite von Microsoft nennt 5 Arbeitstage.",
        },
        dispute: {
          note: "Sie können einer Ablehnung einmal widersprechen, und zwar innerhalb von {days} Tagen. Microsoft antwortet innerhalb von {disputeAnswerBusinessDays} Arbeitstagen. Danach brauchen Sie einen neuen Anspruch mit aktualisiertem Ausführungsnachweis.",
        },
        review: {
          note: "Nach ihrem Beginn dauert die Prüfung bis zu {days} Arbeitstage. Feiertage können dazukommen. Manche Seiten von Microsoft nennen 5.",
        },
      },
    },
  },
};
