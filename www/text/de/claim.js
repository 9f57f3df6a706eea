// What the library says in German of a claim that is checked without evidence: all that a form needs to
// start. `{name}` stands for a parameter of the finding, a term or a day count of the rule set,
// `{field:option}` for the name of an option (see lib/words.js); `{ by: "name", … }` chooses a text by
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
      later: "{name}, heute: {other}",
      earlier: "{name}, früher: {other}",
    },
    inText: {
      later: "{name} ({other})",
      earlier: "{name} ({other})",
    },
  },
  list: {
    two: "{name} und {other}",
    more: "{name}, {other}",
    last: "{name} und {other}",
  },
  fields: {
    userRole: {
      label: "Ihre Rolle",
      hint: "Im Partner Center: die Rolle der Person, die den Anspruch einreicht.",
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
      hint: "Bestimmt, welche {activityWords} und Produkte beansprucht werden können.",
    },
    activity: {
      label: "Aktivität",
      hint: "Was Sie für den Kunden getan haben.",
    },
    purchaseChannel: {
      label: "Kaufweg",
      hint: "Wie der Kunde das Produkt gekauft hat.",
    },
    product: {
      label: "Produkt",
      hint: "Name, SKU-Teilenummer oder SKU-ID.",
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
      hint: "Dient nur dazu, Ansprüche auf das eigene Unternehmen zu erkennen.",
    },
    competingPartner: {
      label: "Konkurrierender Partner",
      hint: "Ist diesem Kunden und Produkt schon ein anderer Partner zugeordnet?",
    },
    proofOfExecution: {
      label: "Ausführungsnachweis",
      hint: "Das Dokument, das Ihre Arbeit für den Kunden belegt (Proof of Execution, PoE).",
    },
    submittedOn: {
      label: "Eingereicht am",
      hint: "Für die Termine im Zeitplan.",
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
      usage: "Usage (Nutzung)",
      "revenue-association": "Revenue association (Umsatzzuordnung)",
    },
    purchaseChannel: {
      "volume-licensing": "Volumenlizenz (Volume Licensing)",
      "web-direct": "Web-Direct",
      csp: "CSP",
      other: "Anderer Kaufweg",
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
    activity: "Aktivität",
    "purchase-channel": "Kaufweg",
    "subscription-id": "Abonnement-ID",
    "subscription-on-tenant": "Abonnement im Mandanten",
    "subscription-dynamics": "Dynamics 365-Produkt",
    "subscription-not-csp": "Kauf außerhalb von CSP",
    "subscription-provisioned": "Bereitstellung",
    "subscription-unclaimed": "Kein früherer Anspruch",
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
    "account-sku": "eine Mandanten-ID, verbunden mit einer SKU-ID",
    "partner-id": "eine Zahl, vielleicht eine {partnerId}",
    domain: "eine Domäne",
    email: "eine E-Mail-Adresse",
    url: "eine Webadresse",
    placeholder: "ein Platzhalter",
    empty: "eine leere Eingabe",
    unknown: "etwas Unbekanntes",
  },
  facts: {
    status: "Status",
    endsOn: "Enddatum",
    provisioning: "Bereitstellung",
    id: "Abonnement-ID",
    tenantId: "Mandant",
    skuId: "SKU",
    skuPartNumber: "Teilenummer",
    channel: "Kaufweg",
    ownerTenantId: "Partner, der es angelegt hat",
    claimedBy: "Partner, der den Anspruch hält",
    domains: "Mandant der Domäne",
    cloud: "Cloud",
    kind: "Standort oder globales Konto",
    partnerType: "Partnertyp",
    enrolled: "Incentive-Registrierung",
  },
  outcomes: {
    pass: "In Ordnung",
    fail: "Problem",
    unknown: "Noch offen",
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
      text: "Mindestens ein Punkt ist vorher zu klären. Prüfen Sie danach erneut; die Entscheidung liegt bei Microsoft.",
    },
    confirm: {
      title: "Einige Punkte sind noch offen",
      text: "Nichts Bekanntes blockiert diesen Anspruch, aber nicht alles ließ sich prüfen. Klären Sie die offenen Punkte und lesen Sie die Warnungen; Microsoft entscheidet.",
    },
    ready: {
      title: "Nichts Bekanntes blockiert diesen Anspruch",
      text: "Keine Prüfung ist offen. Lesen Sie etwaige Warnungen; über die Genehmigung entscheidet Microsoft.",
    },
  },
  findings: {
    "role-missing": {
      what: "Wählen Sie Ihre Rolle im Partner Center.",
      why: "Nur globale, Abrechnungs- und Incentiveadministratoren können Ansprüche einreichen.",
      next: "Fragen Sie Ihren globalen Administrator, welche Rolle Ihr Konto hat.",
    },
    "role-not-permitted": {
      what: "Mit Ihrer Rolle können Sie keine Ansprüche einreichen.",
      why: "Nur globale, Abrechnungs- und Incentiveadministratoren können Ansprüche einreichen.",
      next: "Bitten Sie Ihren globalen Administrator um die Rolle Incentiveadministrator, oder lassen Sie jemanden mit einer der drei Rollen einreichen.",
    },
    "tenant-id-missing": {
      what: "Geben Sie die Mandanten-ID des Kunden ein.",
      why: "Ein Anspruch gilt für genau einen Mandanten eines Kunden.",
      next: "Fragen Sie die Administration des Kunden. In Admin Centern heißt sie Mandanten-ID oder Verzeichnis-ID.",
    },
    "tenant-id-malformed": {
      what: {
        by: "problem",
        "too-short":
          "Die Mandanten-ID des Kunden ist zu kurz: Eine GUID hat 32 Hexadezimalziffern.",
        "too-long": "Die Mandanten-ID des Kunden ist zu lang: Eine GUID hat 32 Hexadezimalziffern.",
        "bad-character":
          "Die Mandanten-ID des Kunden hat ein anderes Zeichen als 0–9, a–f und Bindestrich.",
        shape: "Die Mandanten-ID des Kunden muss Gruppen von 8, 4, 4, 4 und 12 Ziffern haben.",
      },
      why: "Eine Mandanten-ID ist eine GUID: 32 Hexadezimalziffern in 5 Gruppen, mit Bindestrichen 36 Zeichen.",
      next: "Kopieren Sie die ganze ID noch einmal, oder lassen Sie sie sich von der Administration des Kunden als Text schicken.",
    },
    "tenant-id-wrong-kind": {
      what: "Statt der Mandanten-ID des Kunden steht hier {kind}.",
      why: "Das Partner Center findet den Kunden über die Mandanten-ID, eine GUID.",
      next: {
        by: "kind",
        domain:
          "Tragen Sie sie als Domäne des Kunden ein, und fragen Sie dessen Administration nach der Mandanten-ID (Verzeichnis-ID).",
        email:
          "Tragen Sie den Teil nach dem @ als Domäne des Kunden ein, und fragen Sie dessen Administration nach der Mandanten-ID (Verzeichnis-ID).",
        url: "Kopieren Sie nur die ID, nicht die ganze Adresse. Die Administration des Kunden kennt die Mandanten-ID (Verzeichnis-ID).",
        "subscription-id":
          "Tragen Sie sie als Abonnement-ID ein, und fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
        "account-sku":
          "Der Teil vor dem Unterstrich ist wahrscheinlich die Mandanten-ID. Lassen Sie ihn von der Administration des Kunden bestätigen.",
        "partner-id":
          "Ist es Ihre {partnerId}, tragen Sie sie dort ein. Fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
        placeholder:
          "Ersetzen Sie ihn durch die echte Mandanten-ID (Verzeichnis-ID) von der Administration des Kunden.",
        other: "Fragen Sie die Administration des Kunden nach der Mandanten-ID (Verzeichnis-ID).",
      },
    },
    "tenant-id-reserved": {
      what: {
        by: "tenant",
        "multi-tenant":
          "Die Mandanten-ID des Kunden ist ein Anmeldename für viele Mandanten, nicht für einen Kunden.",
        nil: "Die Mandanten-ID des Kunden hat nur Nullen.",
        "personal-accounts":
          "Die Mandanten-ID des Kunden ist der Mandant für private Microsoft-Konten.",
        "microsoft-services":
          "Die Mandanten-ID des Kunden ist der Mandant eines Microsoft-Dienstes wie Outlook.com.",
        microsoft: "Die Mandanten-ID des Kunden ist die von Microsoft selbst.",
        other: "Die Mandanten-ID des Kunden ist reserviert und gehört keinem Kunden.",
      },
      why: "Sie kann nie die eines Kunden sein, deshalb lässt sich dafür kein Anspruch einreichen.",
      next: "Fragen Sie die Administration des Kunden nach der Mandanten-ID der Organisation. Eine private Mailadresse führt nicht dorthin.",
    },
    "tenant-id-is-own": {
      what: "Die Mandanten-ID des Kunden ist gleich Ihrer eigenen Mandanten-ID.",
      why: "Ein Partner kann für das eigene Unternehmen keinen Anspruch einreichen.",
      next: "Fragen Sie die Administration des Kunden nach dessen ID. Ihr eigenes Admin Center zeigt immer Ihre.",
    },
    "domain-missing": {
      what: "Geben Sie die Domäne des Kunden ein.",
      why: "Das Partner Center vergleicht die Domäne mit der Mandanten-ID.",
      next: "Fragen Sie die Administration des Kunden danach: contoso.com, contoso.onmicrosoft.com oder einfach contoso.",
    },
    "domain-malformed": {
      what: {
        by: "problem",
        "too-short": "Die Domäne des Kunden ist für eine Domäne zu kurz.",
        "too-long":
          "Die Domäne des Kunden darf höchstens 253 Zeichen haben, zwischen zwei Punkten 63.",
        "bad-character": "Die Domäne des Kunden hat ein Zeichen, das in keiner Domäne vorkommt.",
        shape: "Die Domäne des Kunden hat einen Punkt oder Bindestrich an der falschen Stelle.",
      },
      why: "Ohne lesbare Domäne gibt es nichts, was sich mit der Mandanten-ID vergleichen lässt.",
      next: "Schreiben Sie sie wie contoso.com oder contoso.onmicrosoft.com. Im Zweifel fragen Sie die Administration des Kunden.",
    },
    "domain-wrong-kind": {
      what: "Statt der Domäne des Kunden steht hier {kind}.",
      why: "Das Partner Center vergleicht die Domäne mit der Mandanten-ID.",
      next: {
        by: "kind",
        guid: "Ist es die Mandanten-ID, tragen Sie sie dort ein. Fragen Sie die Administration des Kunden nach der Domäne.",
        "tenant-id":
          "Tragen Sie sie als Mandanten-ID des Kunden ein, und fragen Sie dessen Administration nach der Domäne.",
        "subscription-id":
          "Tragen Sie sie als Abonnement-ID ein, und fragen Sie die Administration des Kunden nach der Domäne.",
        "partner-id":
          "Ist es Ihre {partnerId}, tragen Sie sie dort ein. Fragen Sie die Administration des Kunden nach der Domäne.",
        placeholder: "Ersetzen Sie ihn durch die echte Domäne von der Administration des Kunden.",
        other:
          "Fragen Sie die Administration des Kunden nach der Domäne, zum Beispiel contoso.com oder contoso.onmicrosoft.com.",
      },
    },
    "domain-is-mail-provider": {
      what: "Die Domäne des Kunden ({domain}) gehört einem öffentlichen Mailanbieter.",
      why: "Eine öffentliche Mailadresse sagt nichts über den Mandanten des Kunden.",
      next: "Fragen Sie Ihren Kontakt nach der eigenen Domäne der Organisation, zum Beispiel contoso.com oder contoso.onmicrosoft.com.",
    },
    "tenant-domain-unverified": {
      what: "Noch ist nicht bekannt, ob {domain} zu diesem Mandanten gehört.",
      why: "Das Partner Center vergleicht beide und hält den Anspruch an, wenn sie nicht zusammenpassen.",
      next: "Schlagen Sie den Mandanten der Domäne nach, oder lassen Sie sich Domäne und Mandanten-ID von der Administration des Kunden bestätigen.",
    },
    "solution-area-missing": {
      what: "Wählen Sie den Lösungsbereich.",
      why: "Er bestimmt, welche {activityWords} und Produkte beansprucht werden können.",
      next: "Business Applications steht für Dynamics 365, {solutionAreaNames:microsoft-365} für Teams, Exchange, Intune und Ähnliches. Azure wird nicht auf diesem Weg beansprucht.",
    },
    "activity-missing": {
      what: "Wählen Sie die {activityWord}.",
      why: "Mit der falschen {activityWord} entgehen Ihnen womöglich Incentives, und Sie müssen neu einreichen.",
      next: "{activity:presales} steht für Einfluss auf den Kauf, {activity:usage} für mehr Nutzung, {activity:revenue-association} für Einfluss auf die Auswahl ohne Zahlung.",
    },
    "activity-not-in-area": {
      what: "Die {activityWord} „{activity}“ gibt es im Lösungsbereich „{solutionArea}“ nicht.",
      why: "Jeder Lösungsbereich hat eigene {activityWords}; das Formular bietet keine anderen an.",
      next: "Für {solutionArea:microsoft-365} wählen Sie {activity:usage:microsoft-365}. Für ein Dynamics 365-Produkt wählen Sie den Lösungsbereich Business Applications.",
    },
    "revenue-association-no-payment": {
      what: "Für {activity:revenue-association} werden keine Incentives gezahlt.",
      why: "Diese {activityWord} hält nur fest, dass Sie die Auswahl des Kunden beeinflusst haben.",
      next: "Wenn Sie Incentives anstreben, prüfen Sie, ob {activity:presales} oder {activity:usage} Ihre Arbeit beschreibt; sonst lassen Sie es so.",
    },
    "channel-not-eligible": {
      what: {
        by: "channel",
        csp: "Business Applications-Produkte, die über CSP gekauft wurden, können nicht beansprucht werden.",
        other: "Business Applications-Produkte von diesem Kaufweg können nicht beansprucht werden.",
      },
      why: "Alle {activityWords} von Business Applications setzen Volumenlizenz oder Web-Direct voraus.",
      next: "Fragen Sie den Kunden, ob ein Teil über Volumenlizenz oder Web-Direct gekauft wurde, und beanspruchen Sie nur diesen Teil.",
    },
    "channel-unconfirmed": {
      what: "Der Kaufweg ist noch nicht bekannt.",
      why: "Alle {activityWords} von Business Applications setzen Volumenlizenz oder Web-Direct voraus.",
      next: "Fragen Sie Administration oder Einkauf des Kunden: War es ein Volumenlizenzvertrag, Web-Direct oder CSP?",
    },
    "subscription-id-missing": {
      what: "Geben Sie die Abonnement-ID ein.",
      why: "Bei Business Applications fragt das Partner Center womöglich, welches Abonnement Sie beanspruchen.",
      next: "Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions; darin steht die ID.",
    },
    "subscription-id-malformed": {
      what: {
        by: "problem",
        "too-short": "Die Abonnement-ID ist zu kurz: Eine GUID hat 32 Hexadezimalziffern.",
        "too-long": "Die Abonnement-ID ist zu lang: Eine GUID hat 32 Hexadezimalziffern.",
        "bad-character": "Die Abonnement-ID hat ein anderes Zeichen als 0–9, a–f und Bindestrich.",
        shape: "Die Abonnement-ID muss Gruppen von 8, 4, 4, 4 und 12 Ziffern haben.",
      },
      why: "Eine Abonnement-ID ist eine GUID: 32 Hexadezimalziffern in 5 Gruppen, mit Bindestrichen 36 Zeichen.",
      next: "Kopieren Sie die ganze ID noch einmal, oder lassen Sie sie sich von der Administration des Kunden als Text schicken.",
    },
    "subscription-id-wrong-kind": {
      what: "Statt der Abonnement-ID steht hier {kind}.",
      why: "Das Partner Center sucht diese ID unter den Abonnements des Kunden.",
      next: {
        by: "kind",
        "tenant-id":
          "Ist es die des Kunden, tragen Sie sie als Mandanten-ID des Kunden ein. Die Abonnement-ID steht im Graph-Export von /directory/subscriptions.",
        "order-id":
          "Eine Bestellung kann mehrere Abonnements haben. Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions.",
        "azure-offer":
          "Azure wird nicht auf diesem Weg beansprucht. Fragen Sie die Administration des Kunden nach der ID des Dynamics 365-Abonnements.",
        "partner-id":
          "Ist es Ihre {partnerId}, tragen Sie sie dort ein. Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions.",
        domain:
          "Tragen Sie sie als Domäne des Kunden ein. Bitten Sie dessen Administration um einen Graph-Export von /directory/subscriptions.",
        placeholder:
          "Ersetzen Sie ihn durch die echte ID. Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions.",
        other:
          "Bitten Sie die Administration des Kunden um einen Graph-Export von /directory/subscriptions; darin steht die ID.",
      },
    },
    "subscription-id-not-needed": {
      what: "Für {solutionArea:microsoft-365} wird keine Abonnement-ID gebraucht.",
      why: "Solche Ansprüche gelten je Mandant und Workload.",
      next: "Lassen Sie sie leer. Für ein Dynamics 365-Produkt wählen Sie den Lösungsbereich Business Applications.",
    },
    "subscription-unverified": {
      what: "Bei diesem Abonnement noch offen: {checks}.",
      why: "Das Partner Center prüft das, und seine Fehlermeldung sagt nicht, woran es liegt.",
      next: "Bitten Sie die Administration des Kunden um Graph-Exporte von /directory/subscriptions und /subscribedSkus. Ansprüche anderer Partner sieht nur Microsoft.",
    },
    "partner-id-missing": {
      what: "Geben Sie die {partnerId} ein.",
      why: "Dieser ID wird Ihre Arbeit für den Kunden zugerechnet.",
      next: "Fragen Sie Ihren globalen Administrator, welches Standorts {partnerIdNames} zu wählen ist.",
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
      why: "Das Partner Center erkennt Ihren Standort an einer Zahl mit 6 oder 7 Ziffern.",
      next: {
        by: "kind",
        "tenant-id":
          "Eine Mandanten-ID nennt keinen Partnerstandort. Fragen Sie Ihren globalen Administrator nach der {partnerIdNames} des Standorts.",
        "subscription-id":
          "Tragen Sie sie als Abonnement-ID ein, und fragen Sie Ihren globalen Administrator nach der {partnerIdNames} des Standorts.",
        placeholder:
          "Ersetzen Sie ihn durch die echte Zahl. Fragen Sie Ihren globalen Administrator nach der {partnerIdNames} des Standorts.",
        other: "Fragen Sie Ihren globalen Administrator nach der {partnerIdNames} des Standorts.",
      },
    },
    "partner-id-unusual-length": {
      what: "Die Zahl der Ziffern in der {partnerId} ist {length}; üblich sind 6 oder 7.",
      why: "Mit einer Ziffer zu wenig oder zu viel steht die Zahl für jemand anderen oder niemanden.",
      next: "Vergleichen Sie sie mit Ihren Kontoeinstellungen im Partner Center, oder fragen Sie Ihren globalen Administrator.",
    },
    "partner-id-unverified": {
      what: "Bei der {partnerId} noch offen: {checks}.",
      why: "Das Formular zeigt, welche IDs registriert sind, aber nicht ihren Partnertyp.",
      next: "Sehen Sie in die Incentives-Übersicht im Partner Center, und fragen Sie Ihren globalen Administrator nach Standort und Partnertyp der ID.",
    },
    "competing-claim": {
      what: "Diesem Kunden und Produkt ist schon ein anderer Partner zugeordnet.",
      why: "Der Anspruch geht in die Schlichtung: Microsoft vergleicht die Ausführungsnachweise beider Partner.",
      next: "Achten Sie auf die Kommentare zum Anspruch. Geprüft wird in {reviewBusinessDays} Arbeitstagen, doch „Under review“ (in Prüfung) kann länger bleiben.",
    },
    "competing-claim-unverified": {
      what: "Es ist nicht bekannt, ob diesem Kunden und Produkt ein anderer Partner zugeordnet ist.",
      why: "Wenn ja, geht der Anspruch in die Schlichtung und kann länger dauern.",
      next: "Fragen Sie die Administration des Kunden, welche Partner an diesem Produkt arbeiten. Ansprüche anderer Partner sieht nur Microsoft.",
    },
    "proof-of-execution-missing": {
      what: "Der Ausführungsnachweis (Proof of Execution) fehlt.",
      why: "Microsoft prüft den Anspruch daran und vergleicht ihn, wenn Partner konkurrieren.",
      next: "Erstellen Sie ein datiertes Dokument mit Name und Mandanten-ID des Kunden, Produkten, Ihrer Leistung und der Unterschrift des Kunden.",
    },
    "proof-of-execution-unverified": {
      what: "Es ist nicht bekannt, ob der Ausführungsnachweis (Proof of Execution) vorliegt.",
      why: "Microsoft prüft den Anspruch daran und vergleicht ihn, wenn Partner konkurrieren.",
      next: "Fragen Sie die Ausführenden in Ihrem Haus nach dem Dokument und den Kunden nach der Bestätigung mit Datum und Unterschrift.",
    },
    "input-malformed": {
      what: {
        by: "problem",
        "wrong-type": "„{field}“ muss einen Text als Wert haben.",
        "not-an-option": "„{field}“ muss einen der aufgeführten Werte haben.",
        "not-a-date": "„{field}“ muss ein Datum als Wert haben.",
        unreadable: "„{field}“ hat einen Wert, der sich nicht lesen ließ.",
        "two-values": "„{field}“ hat zwei verschiedene Werte.",
      },
      why: {
        by: "problem",
        "two-values":
          "Ein Anspruch hat hier nur einen Wert, und die Prüfung kann nicht für Sie wählen.",
        other: "Was sich nicht lesen lässt, lässt sich nicht prüfen.",
      },
      next: {
        by: "problem",
        "wrong-type": "Geben Sie den Wert als Text ein, und prüfen Sie erneut.",
        "not-an-option": "Wählen Sie einen Wert aus der Liste, und prüfen Sie erneut.",
        "not-a-date":
          "Geben Sie ein Datum des Kalenders in der Form 2020-06-29 ein, und prüfen Sie erneut.",
        unreadable: "Geben Sie den Wert noch einmal ein, und prüfen Sie erneut.",
        "two-values": "Entfernen Sie den falschen, und prüfen Sie erneut.",
      },
    },
    "unknown-field": {
      what: "Ansprüche haben kein Feld „{field}“.",
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
    "customer-notice": {
      label: "Nachricht an den Kunden",
      note: "Microsoft informiert den Kunden per E-Mail über den Anspruch; er kann ablehnen. Sagen Sie Ihrem Ansprechpartner vorher Bescheid.",
    },
    claimable: {
      label: "Abonnement im Formular",
      note: "Nach der Bereitstellung kann es {days} Tage dauern, bis das Formular es zeigt; gezählt ist hier ab seinem ersten Tag.",
    },
    submit: {
      label: "Anspruch einreichen",
      note: "Reichen Sie ihn mit dem Ausführungsnachweis ein.",
    },
    "review-starts": {
      label: "Beginn der Prüfung",
      note: "„Submitted“ (eingereicht) kann bis zu {days} Arbeitstage bleiben, bevor die Prüfung beginnt.",
    },
    review: {
      label: "Prüfung durch Microsoft",
      note: "Microsoft prüft einen Anspruch in {days} Arbeitstagen; Feiertage können dazukommen.",
    },
    arbitration: {
      label: "Schlichtung",
      note: "Microsoft vergleicht die Ausführungsnachweise beider Partner. Der Status kann länger „Under review“ (in Prüfung) bleiben.",
    },
    comments: {
      label: "Kommentare beachten",
      note: "Braucht Microsoft mehr Angaben, steht die Nachfrage in den Kommentaren zum Anspruch.",
    },
    answer: {
      label: "Falls Microsoft nachfragt",
      note: "Beim Status „Partner action required“ haben Sie {days} Arbeitstage für die Antwort; danach wird der Anspruch abgelehnt.",
    },
    dispute: {
      label: "Falls der Anspruch abgelehnt wird",
      note: "Einer Ablehnung können Sie einmal widersprechen, innerhalb von {days} Tagen. Danach braucht es einen neuen Anspruch mit aktualisiertem Ausführungsnachweis.",
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
        userRole: {
          hint: "Im Partner Center: die Rolle der Person, die den Anspruch einreicht; am sichersten ist Incentiveadministrator.",
        },
        customerDomain: {
          hint: "Das Formular fragt nicht mehr danach; mit ihr fällt eine falsche Mandanten-ID auf.",
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
          why: "Das Formular fragt nicht mehr danach, doch sie zeigt, ob die Mandanten-ID stimmt.",
          next: "Tragen Sie sie ein, wenn Sie sie kennen: contoso.com oder contoso.onmicrosoft.com. Die Administration des Kunden kann sie nennen.",
        },
        "domain-wrong-kind": {
          why: "Die Domäne zeigt, ob die Mandanten-ID stimmt.",
        },
        "tenant-domain-unverified": {
          why: "Mit falscher Mandanten-ID gilt der Anspruch jemand anderem, oder er bleibt als Fehler hängen.",
        },
        "revenue-association-no-payment": {
          next: "Wenn Sie Incentives anstreben, prüfen Sie, ob {activity:presales} Ihre Arbeit beschreibt; sonst lassen Sie es so.",
        },
      },
      timeline: {
        review: {
          note: "Hat sie begonnen, dauert die Prüfung bis zu {days} Arbeitstage; Feiertage können dazukommen. Manche Seiten von Microsoft nennen 5.",
        },
      },
    },
  },
};
