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
      hint: "Im Partner Center: die Rolle der Person, die den Anspruch einreicht; am sichersten ist Incentiveadministrator.",
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
      hint: "Was Sie für den Kunden getan haben.",
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
      title: "Einige Punkte sind noch offen",
      text: "Es ist nichts bekannt, was diesen Anspruch blockiert. Einige Punkte ließen sich aber nicht prüfen. Klären Sie diese und lesen Sie die Warnungen. Die Entscheidung trifft Microsoft.",
    },
    ready: {
      title: "Es ist nichts bekannt, was diesen Anspruch blockiert",
      text: "Keine Prüfung ist offen. Lesen Sie etwaige Warnungen. Über die Genehmigung entscheidet Microsoft.",
    },
  },
  findings: {
    "role-missing": {
      what: "Wählen Sie Ihre Rolle im Partner Center.",
      why: "Microsofts Seite nennt globale, Abrechnungs- und Incentiveadministratoren, eine andere Seite nur Incentiveadministratoren.",
      next: "Fragen Sie Ihren globalen Administrator, welche Rolle Ihr Konto hat.",
    },
    "role-not-permitted": {
      what: "Mit Ihrer Rolle können Sie keine Ansprüche einreichen.",
      why: "Microsofts Seite nennt globale, Abrechnungs- und Incentiveadministratoren, eine andere Seite nur Incentiveadministratoren.",
      next: "Bitten Sie Ihren globalen Administrator um die Rolle Incentiveadministrator, oder lassen Sie jemanden mit einer der drei Rollen einreichen.",
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
      why: "Sie kann nie die Mandanten-ID eines Kunden sein. Dafür lässt sich kein Anspruch einreichen.",
      next: "Fragen Sie die Administration des Kunden nach der Mandanten-ID der Organisation. Eine private E-Mail-Adresse führt nicht dorthin.",
    },
    "tenant-id-is-own": {
      what: "Die Mandanten-ID des Kunden ist Ihre eigene Mandanten-ID.",
      why: "Ein Partner kann für das eigene Unternehmen keinen Anspruch einreichen.",
      next: "Fragen Sie die Administration des Kunden nach der Mandanten-ID. Ihr eigenes Admin Center zeigt immer Ihre eigene.",
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
        "": "Die Domäne des Kunden, {domain}, kann kein Mandant als seine eigene nachweisen.",
        other: "Die Domäne des Kunden, {domain}, sieht nach einem Tippfehler aus.",
      },
      why: "Das Verzeichnis von Microsoft kennt nur Domänen, die ein Mandant bestätigt hat.",
      next: {
        by: "suggestion",
        "": "Fragen Sie die Administration des Kunden nach einer Domäne, die im Mandanten bestätigt ist, etwa contoso.onmicrosoft.com.",
        other:
          "Meinten Sie {suggestion}? Wenn nicht, fragen Sie die Administration des Kunden nach der Domäne.",
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
          "{solutionArea:microsoft-365} wird je Mandant und Workload beansprucht. Das Formular fragt deshalb nach Workloads.",
        other: "Ein Anspruch nennt das Produkt, für das er gilt.",
      },
      next: {
        by: "solutionArea",
        "microsoft-365":
          "Geben Sie den Workload ein, den Sie betreuen, etwa Teams, Exchange oder Intune. Je Workload ein eigener Anspruch.",
        other:
          "Geben Sie den Namen ein, etwa Dynamics 365 Sales, oder die ID eines Abonnements, das ein Export aufführt.",
      },
    },
    "product-not-in-area": {
      what: {
        by: "belongs",
        azure: "{product} wird nicht auf diesem Weg beansprucht.",
        other: "{product} gehört zum Lösungsbereich „{belongs}“.",
      },
      why: {
        by: "belongs",
        azure:
          "Bei Azure ordnet Microsoft Partner über den Partner Admin Link (PAL) zu, nicht über einen Anspruch.",
        other: "Das Formular bietet nur die Produkte des gewählten Lösungsbereichs an.",
      },
      next: {
        by: "belongs",
        azure:
          "Richten Sie einen PAL für die Azure-Ressourcen ein. Wählen Sie hier ein Dynamics 365-Produkt oder einen Workload von Microsoft 365.",
        other: "Wählen Sie diesen Lösungsbereich, oder geben Sie ein anderes Produkt ein.",
      },
    },
    "product-unrecognized": {
      what: "Der Name des Produkts ist hier nicht bekannt.",
      why: "Nur berechtigte Produkte zählen, und ein unbekannter Name lässt sich nicht mit dem Abonnement vergleichen.",
      next: {
        by: "suggestion",
        "": "Geben Sie Name, Teilenummer oder SKU-ID aus der Lizenzliste des Kunden ein.",
        other:
          "Meinten Sie {suggestion}? Sonst geben Sie die Teilenummer aus der Lizenzliste des Kunden ein.",
      },
    },
    "product-power-platform": {
      what: "Die Nutzung von {product} wird in der Regel nicht über einen Anspruch angerechnet.",
      why: "Microsofts Seiten widersprechen sich: Sie nennen dafür PAL oder DPOR und bieten Nutzungsansprüche weiter an.",
      next: "Richten Sie einen Partner Admin Link (PAL) ein, oder fragen Sie den Partner Center-Support (Incentives), ob ein Anspruch zählt.",
    },
    "product-suite": {
      what: "Das Produkt {product} ist eine Suite aus mehreren Workloads.",
      why: "Hier gilt ein Anspruch für einen Mandanten und seine Workloads, und jeder Workload hat einen Partner.",
      next: "Geben Sie stattdessen den Workload ein, den Sie betreuen, etwa Teams, Exchange oder Intune.",
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
      what: "{activity:usage} heißt ausdrücklich „Non-Incentivized“.",
      why: "Dieselbe Seite von Microsoft beschreibt sie als Weg zu Nutzungsincentives. Eine Zahlung ist daher nicht sicher.",
      next: "Wenn Sie Incentives möchten, prüfen Sie, ob {activity:presales} zu Ihrer Arbeit passt, und lesen Sie den Leitfaden des Programms.",
    },
    "channel-not-eligible": {
      what: {
        by: "channel",
        csp: "Über CSP gekaufte Business Applications-Produkte lassen sich nicht beanspruchen.",
        other:
          "Auf diesem Weg gekaufte Business Applications-Produkte lassen sich nicht beanspruchen.",
      },
      why: "Alle {activityWords} in Business Applications setzen einen Kauf über einen Volumenlizenzvertrag oder Web-Direct voraus.",
      next: "Fragen Sie den Kunden, ob ein Teil über einen Volumenlizenzvertrag oder Web-Direct gekauft wurde. Beanspruchen Sie nur diesen Teil.",
    },
    "channel-unconfirmed": {
      what: {
        by: "typed",
        "": "Der Kaufweg ist noch nicht bekannt.",
        other: "Sie haben „{typed}“ gewählt, die geladenen Daten zeigen aber „{channel}“.",
      },
      why: {
        by: "typed",
        "": "Alle {activityWords} von Business Applications setzen Volumenlizenz oder Web-Direct voraus.",
        other: "Was die geladenen Daten zeigen, zählt. Eine der beiden Angaben ist aber falsch.",
      },
      next: {
        by: "typed",
        "": "Fragen Sie Administration oder Einkauf des Kunden: Volumenlizenzvertrag, Web-Direct oder CSP?",
        other: "Korrigieren Sie den Kaufweg, oder fragen Sie den Einkauf des Kunden, was stimmt.",
      },
    },
    "subscription-id-missing": {
      what: "Möglicherweise wird die Abonnement-ID verlangt.",
      why: "Bei Business Applications fragt das Partner Center womöglich, welches Abonnement Sie beanspruchen.",
      next: {
        by: "match",
        one: "In den geladenen Daten gehört ein Abonnement zu diesem Produkt: {suggestion}. Geben Sie seine ID ein, wenn es das richtige ist.",
        unfit:
          "Das einzige Abonnement dieses Produkts in den geladenen Daten ist {suggestion}. Es lässt sich nicht beanspruchen. Fragen Sie die Administration des Kunden nach einem anderen.",
        several:
          "Wählen Sie es aus den Abonnements dieses Produkts in den geladenen Daten. Die Administration des Kunden weiß, welches gemeint ist.",
        none: "Keines der bekannten Abonnements gehört zu diesem Produkt. Prüfen Sie Produkt und Mandanten-ID mit der Administration des Kunden.",
        listed:
          "Geben Sie das Produkt ein, und wählen Sie sein Abonnement aus denen in den geladenen Daten.",
        other:
          "Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions. Er führt die ID auf.",
      },
    },
    "subscription-id-malformed": {
      what: {
        by: "problem",
        "too-short": "Die Abonnement-ID ist zu kurz: Eine GUID hat 32 Hexadezimalziffern.",
        "too-long": "Die Abonnement-ID ist zu lang: Eine GUID hat 32 Hexadezimalziffern.",
        "bad-character": "Die Abonnement-ID enthält andere Zeichen als 0–9, a–f und Bindestriche.",
        shape: "Die Abonnement-ID muss aus Gruppen mit 8, 4, 4, 4 und 12 Ziffern bestehen.",
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
          "Eine Bestellung kann mehrere Abonnements haben. Nehmen Sie die Abonnement-ID aus einem Graph-Export von /directory/subscriptions.",
        "azure-offer":
          "Azure lässt sich nicht über CPOR beanspruchen. Fragen Sie die Administration des Kunden nach der ID des Dynamics 365-Abonnements.",
        "partner-id":
          "Ist es Ihre {partnerId}, tragen Sie sie dort ein. Nehmen Sie die Abonnement-ID aus einem Graph-Export von /directory/subscriptions.",
        domain:
          "Tragen Sie sie als Domäne des Kunden ein. Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions.",
        placeholder:
          "Ersetzen Sie ihn durch die echte ID. Nehmen Sie die Abonnement-ID aus einem Graph-Export von /directory/subscriptions.",
        other:
          "Nehmen Sie die Abonnement-ID aus der Abonnementliste des Kunden, etwa einem Graph-Export von /directory/subscriptions.",
      },
    },
    "subscription-id-not-needed": {
      what: "Für {solutionArea:microsoft-365} wird keine Abonnement-ID gebraucht.",
      why: "Solche Ansprüche werden je Mandant und Workload eingereicht.",
      next: "Lassen Sie das Feld leer. Für ein Dynamics 365-Produkt wählen Sie den Lösungsbereich Business Applications.",
    },
    "subscription-unverified": {
      what: "Bei diesem Abonnement noch offen: {checks}.",
      why: "Das Partner Center prüft das, und seine Fehlermeldung sagt nicht, woran es liegt.",
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
        "bad-character": "Die {partnerId} hat ein Zeichen, das keine Ziffer ist.",
        shape: "Die {partnerId} darf nur Ziffern haben, ohne Lücken.",
        several: "Hier stehen mehrere {partnerId}s. Der Anspruch nimmt nur eine.",
      },
      why: "An dieser Zahl erkennt das Partner Center Ihren Standort.",
      next: {
        by: "problem",
        several:
          "Welche ist es? Lassen Sie nur die ID des Standorts stehen, der die Arbeit geleistet hat. Fragen Sie im Zweifel Ihren globalen Administrator.",
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
      what: "Die {partnerId} hat {length} Ziffern; üblich sind 6 oder 7.",
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
        no: "Sie haben „{typed}“ geantwortet, dem Kunden ist aber ein anderer Partner zugeordnet.",
        other: "Diesem Kunden und Produkt ist bereits ein anderer Partner zugeordnet.",
      },
      why: "Der Anspruch geht in die Schlichtung: Microsoft vergleicht die Ausführungsnachweise beider Partner.",
      next: "Beachten Sie die Kommentare: Microsoft kann von beiden Partnern mehr verlangen. „Under review“ kann länger als {reviewBusinessDays} Arbeitstage dauern, solange Microsoft mit dem bisherigen Partner spricht.",
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
        "wrong-type": "„{field}“ muss einen Text als Wert haben.",
        "not-an-option": "„{field}“ muss einen der aufgeführten Werte haben.",
        "not-a-date": "„{field}“ muss ein Datum als Wert haben.",
        "in-future": "„{field}“ ist ein Tag, der noch kommt. Es zählt deshalb heute.",
        unreadable: "„{field}“ hat einen Wert, der sich nicht lesen ließ.",
        "two-values": "„{field}“ hat zwei verschiedene Werte.",
      },
      why: {
        by: "problem",
        "two-values":
          "Ein Anspruch hat hier nur einen Wert, und die Prüfung kann nicht für Sie wählen.",
        other: "Ein Wert, der sich nicht lesen lässt, lässt sich nicht prüfen.",
      },
      next: {
        by: "problem",
        "wrong-type": "Geben Sie den Wert als Text ein, und prüfen Sie erneut.",
        "not-an-option": "Wählen Sie einen Wert aus der Liste, und prüfen Sie erneut.",
        "not-a-date":
          "Geben Sie ein Datum des Kalenders in der Form 2020-06-29 ein, und prüfen Sie erneut.",
        "in-future":
          "Korrigieren Sie den Tag, oder lassen Sie ihn leer, bis der Anspruch eingereicht ist.",
        unreadable: "Geben Sie den Wert noch einmal ein, und prüfen Sie erneut.",
        "two-values": "Entfernen Sie den falschen Wert, und prüfen Sie erneut.",
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
      label: "Anspruch zuerst berichtigen",
      note: "Etwas steht dem Anspruch im Weg. Die Fristen unten beginnen, wenn Sie ihn einreichen.",
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
      note: "Der Kunde erhält eine E-Mail zum Anspruch. Sagen Sie Ihrem Kontakt vorher Bescheid, damit niemand versehentlich ablehnt.",
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
      note: "Microsoft vergleicht die Ausführungsnachweise beider Partner. Der Status kann länger „Under review“ (wird überprüft) bleiben.",
    },
    comments: {
      label: "Kommentare beachten",
      note: "Wenn Microsoft weitere Angaben braucht, steht die Nachfrage in den Kommentaren zum Anspruch.",
    },
    answer: {
      label: "Falls Microsoft nachfragt",
      note: "Beim Status „Partner action required“ haben Sie {days} Arbeitstage für die Antwort. Danach wird der Anspruch abgelehnt.",
    },
    dispute: {
      label: "Falls der Anspruch abgelehnt wird",
      note: "Sie können einer Ablehnung einmal widersprechen, und zwar innerhalb von {days} Tagen. Danach brauchen Sie einen neuen Anspruch mit aktualisiertem Ausführungsnachweis.",
    },
    "customer-opt-out": {
      label: "Der Kunde kann ablehnen",
      note: "Nach der Genehmigung hat der Kunde {days} Tage Zeit, abzulehnen. Andere Seiten von Microsoft nennen fünf Arbeitstage.",
    },
    "subscription-ends": {
      label: "Ende des Abonnements",
      note: "Das nächste Abonnement braucht einen eigenen Anspruch.",
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
      "Vergleichen Sie die ID mit den Abonnements in den geladenen Daten, und fragen Sie die Administration des Kunden, welches gemeint ist.",
    "tenant-id":
      "Geben Sie zuerst die richtige Mandanten-ID ein. Das Abonnement wird mit ihr verglichen.",
    tenant:
      "Geben Sie an, aus welchem Mandanten der Export stammt, oder laden Sie einen Export von /subscribedSkus. Er nennt ihn.",
    administrator:
      "Bitten Sie die Administration des Kunden, im Microsoft 365 Admin Center nachzusehen.",
    purchasing:
      "Fragen Sie den Einkauf des Kunden, wie es gekauft wurde: Volumenlizenz, Web-Direct oder CSP.",
    partners:
      "Fragen Sie Kollegen und den Kunden, wer es beansprucht hat. Ansprüche anderer Partner sieht nur Microsoft.",
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
          note: "Der Kunde kann jederzeit ablehnen. Eine andere Seite von Microsoft nennt fünf Arbeitstage.",
        },
        review: {
          note: "Nach ihrem Beginn dauert die Prüfung bis zu {days} Arbeitstage. Feiertage können dazukommen. Manche Seiten von Microsoft nennen 5.",
        },
      },
    },
  },
};
