// What the library says in German beside claim.js: findings that only evidence raises, rule sets,
// guides, diagnosis, exports, many claims. It comes with the core.

export default {
  rulesets: {
    "2020-06": {
      changes:
        "Das erste Regelwerk: drei Administratorrollen, Domäne und Mandanten-ID, Prüfung in {reviewBusinessDays} Arbeitstagen.",
    },
    "2023-10": {
      changes:
        "Keine Domäne mehr, neue Namen für Lösungsbereich und Aktivitäten, Schlichtung statt Fehler, wo ein anderer Partner das Abonnement hält, Prüfung in {reviewBusinessDays} Arbeitstagen.",
    },
  },
  findings: {
    "tenant-domain-mismatch": {
      what: "Die Mandanten-ID des Kunden ist nicht die der Domäne {domain}.",
      why: "Passen Domäne und Mandant nicht zusammen, hält das Partner Center den Anspruch an.",
      next: "Fragen Sie die Administration des Kunden, was von beiden stimmt. Eine Subdomäne kann zu einem anderen Mandanten gehören als ihre Hauptdomäne.",
    },
    "tenant-not-found": {
      what: {
        by: "reason",
        "not-found": "Die Domäne des Kunden ({domain}) gehört zu keinem auffindbaren Mandanten.",
        malformed:
          "Die Domäne des Kunden ({domain}) ist für das Microsoft-Verzeichnis nicht lesbar.",
      },
      why: "Eine Domäne ohne Mandanten kann nicht zur Mandanten-ID passen.",
      next: {
        by: "reason",
        "not-found":
          "Prüfen Sie die Schreibweise, und fragen Sie die Administration des Kunden nach einer im Mandanten bestätigten Domäne. Sie kann auch in einer anderen nationalen Cloud liegen.",
        malformed:
          "Geben Sie die ganze Domäne ein, zum Beispiel contoso.com. Im Zweifel fragen Sie die Administration des Kunden.",
      },
    },
    "tenant-other-cloud": {
      what: {
        by: "cloud",
        "us-gov": "Der Mandant des Kunden liegt in Microsofts Cloud für US-Behörden.",
        china: "Der Mandant des Kunden liegt in der Cloud für China, betrieben von 21Vianet.",
        unknown: "Der Mandant des Kunden liegt in einer anderen nationalen Cloud.",
      },
      why: "Kunden außerhalb der globalen Cloud zählen möglicherweise nicht.",
      next: "Fragen Sie vor dem Einreichen den Partner Center-Support (Incentives), ob dieser Kunde beansprucht werden kann.",
    },
    "subscription-on-other-tenant": {
      what: "Das Abonnement gehört zu einem anderen Mandanten.",
      why: "Das Partner Center prüft, ob Produkt und Abonnement im beanspruchten Mandanten liegen.",
      next: "Fragen Sie die Administration des Kunden, in welchem Mandanten es liegt, und berichtigen Sie dann Mandanten-ID oder Abonnement-ID.",
    },
    "product-not-on-tenant": {
      what: "Kein bekanntes Abonnement des Mandanten ist für {product}.",
      why: "Das Partner Center prüft, ob Produkt und Abonnement im beanspruchten Mandanten liegen.",
      next: "Prüfen Sie Produkt und Mandanten-ID mit der Administration des Kunden. Spätere Käufe zeigt ein neuer Graph-Export von /directory/subscriptions.",
    },
    "subscription-not-listed": {
      what: "Das Abonnement ist unter den bekannten dieses Mandanten nicht dabei.",
      why: "Das Partner Center sucht es im Mandanten; die vorliegende Liste ist vielleicht alt oder unvollständig.",
      next: "Bitten Sie die Administration des Kunden um einen neuen Graph-Export von /directory/subscriptions, und vergleichen Sie beide IDs darin.",
    },
    "product-subscription-mismatch": {
      what: "Das Abonnement ist für {subscriptionProduct}, der Anspruch für {product}.",
      why: "Das Partner Center prüft Produkt und Abonnement zusammen.",
      next: "Fragen Sie die Administration des Kunden, welches Abonnement das Produkt enthält, und berichtigen Sie eines von beiden.",
    },
    "subscription-not-dynamics": {
      what: "Das Abonnement ist für {product}, nicht für Dynamics 365.",
      why: "Bei Business Applications nimmt das Partner Center Dynamics 365-Abonnements an.",
      next: "Fragen Sie die Administration des Kunden nach der ID des Dynamics 365-Abonnements. Für andere Workloads gibt es den Lösungsbereich {solutionArea:microsoft-365}.",
    },
    "subscription-csp": {
      what: {
        by: "certainty",
        certain: "Das Abonnement wurde über CSP gekauft.",
        likely: "Das Abonnement wurde wahrscheinlich über CSP gekauft.",
      },
      why: {
        by: "certainty",
        certain: "CSP-Abonnements nimmt das Partner Center in einem Anspruch nicht an.",
        likely:
          "Der Mandant eines Partners hat es angelegt, wie bei CSP üblich; CSP-Abonnements sind nicht beanspruchbar.",
      },
      next: {
        by: "certainty",
        certain:
          "Fragen Sie die Administration des Kunden nach einem Abonnement aus Volumenlizenz oder Web-Direct, und beanspruchen Sie dieses.",
        likely:
          "Fragen Sie Administration oder Einkauf des Kunden, wie es gekauft wurde. War es CSP, beanspruchen Sie ein anderes Abonnement.",
      },
    },
    "subscription-not-provisioned": {
      what: {
        by: "provisioning",
        pending: "Der Kunde hat die Produkte dieses Abonnements noch nicht bereitgestellt.",
        failed: "Die Bereitstellung der Produkte dieses Abonnements ist fehlgeschlagen.",
      },
      why: "Ein Abonnement lässt sich erst beanspruchen, wenn seine Produkte bereitgestellt sind.",
      next: {
        by: "provisioning",
        pending:
          "Bitten Sie die Administration des Kunden, sie zu aktivieren und bereitzustellen, und prüfen Sie dann mit einem neuen Export.",
        failed:
          "Bitten Sie die Administration des Kunden, den Fehler zu beheben, und prüfen Sie dann mit einem neuen Export.",
      },
    },
    "subscription-newly-provisioned": {
      what: "Das Abonnement ist so neu, dass es im Formular vielleicht noch nicht erscheint.",
      why: "Nach der Bereitstellung kann es einige Tage dauern, bis das Partner Center es aufführt.",
      next: "Findet das Formular es nicht, versuchen Sie es bis zum {visibleBy} erneut, ehe Sie den Partner Center-Support einschalten.",
    },
    "subscription-already-claimed": {
      what: {
        by: "by",
        us: "Ihr Unternehmen hat dieses Abonnement schon beansprucht.",
        "other-partner": "Ein anderer Partner hat dieses Abonnement schon beansprucht.",
      },
      why: "Ein Abonnement kann zur selben Zeit nur einem Partner zugeordnet sein.",
      next: {
        by: "by",
        us: {
          by: "ended",
          yes: {
            by: "successor",
            "": "Es ist beendet. Fragen Sie die Administration des Kunden, welches Abonnement es ersetzt, und reichen Sie dafür einen neuen, eigenen Anspruch ein.",
            other:
              "Es ist beendet. Reichen Sie einen neuen, eigenen Anspruch für das aktive Abonnement desselben Produkts ein: {successor}.",
          },
          other:
            "Suchen Sie den vorhandenen Anspruch im Partner Center. Ein neuer ist nur für eine neue Abonnement-ID gedacht.",
        },
        "other-partner":
          "Fragen Sie den Kunden, wer zugeordnet sein soll. Sind Sie es, wenden Sie sich an den Partner Center-Support (Incentives).",
      },
    },
    "subscription-not-active": {
      what: {
        by: "status",
        suspended: "Das Abonnement ist ausgesetzt.",
        deleted: "Das Abonnement wurde gelöscht.",
        "locked-out": "Das Abonnement ist gesperrt.",
        expired: "Das Abonnement ist abgelaufen.",
        disabled: "Das Abonnement ist deaktiviert.",
        pending: "Das Abonnement ist noch nicht aktiv.",
      },
      why: "Das Partner Center prüft, ob das Abonnement aktiv oder im Kulanzzeitraum ist.",
      next: {
        by: "successor",
        "": {
          by: "status",
          deleted:
            "Fragen Sie die Administration des Kunden, welches Abonnement es ersetzt, und reichen Sie dafür einen neuen, eigenen Anspruch ein.",
          expired:
            "Fragen Sie die Administration des Kunden, ob es verlängert wurde. Hat die Verlängerung eine neue ID, reichen Sie dafür einen neuen, eigenen Anspruch ein.",
          disabled:
            "Fragen Sie die Administration des Kunden, welches Abonnement es ersetzt, und reichen Sie dafür einen neuen, eigenen Anspruch ein.",
          pending:
            "Fragen Sie die Administration des Kunden, wann es aktiv wird, und prüfen Sie dann erneut.",
          other:
            "Fragen Sie die Administration des Kunden, ob es wieder aktiv wird oder ersetzt wurde.",
        },
        other:
          "Reichen Sie einen neuen, eigenen Anspruch für das aktive Abonnement desselben Produkts ein: {successor}. Im Zweifel fragen Sie die Administration des Kunden.",
      },
    },
    "subscription-in-grace": {
      what: "Das Abonnement ist im Kulanzzeitraum.",
      why: "Das zählt wie aktiv, doch ohne Verlängerung durch den Kunden endet das Abonnement.",
      next: "Fragen Sie den Kunden nach der Verlängerung. Ein neues Abonnement braucht einen eigenen Anspruch.",
    },
    "subscription-ending": {
      what: "Das Abonnement endet am {endsOn}.",
      why: "Der Anspruch gilt nur für dieses Abonnement, nicht für das folgende.",
      next: "Merken Sie sich den Termin, und reichen Sie einen neuen Anspruch ein, wenn das nächste Abonnement aktiv ist.",
    },
    "partner-id-not-enrolled": {
      what: "Die {partnerId} ist in keinem Incentive-Programm registriert.",
      why: "Ohne Registrierung entgehen Ihnen womöglich Berechtigung und Incentives.",
      next: "Registrieren Sie sie im Partner Center in der Incentives-Übersicht, oder wählen Sie eine andere. Ihr globaler Administrator weiß, welche.",
    },
    "partner-id-global-account": {
      what: "Die {partnerId} ist die des globalen Kontos Ihres Unternehmens.",
      why: "Incentives laufen über die IDs von Standorten.",
      next: "Fragen Sie Ihren globalen Administrator nach der ID des Standorts, der die Arbeit geleistet hat.",
    },
    "partner-id-partner-type": {
      what: "Die {partnerId} gehört zum Partnertyp {partnerType}.",
      why: "Das Formular zeigt das nicht; mit der falschen ID entgehen Ihnen womöglich Incentives, und Sie müssen neu einreichen.",
      next: "Fragen Sie Ihren globalen Administrator, ob diese Arbeit zu {partnerType} gehört. Wenn nicht, wählen Sie die gewöhnliche ID eines Standorts.",
    },
    "own-claim-exists": {
      what: "Ihr Unternehmen hat bei diesem Kunden schon einen Anspruch auf {product}.",
      why: "Eine Workload oder ein Abonnement wird einmal beansprucht; ein zweiter Anspruch führt zu nichts.",
      next: {
        by: "claimId",
        "": "Suchen Sie Ihren Anspruch im Partner Center, statt einen zweiten einzureichen.",
        other:
          "Sehen Sie sich im Partner Center Ihren Anspruch {claimId} an, statt einen zweiten einzureichen.",
      },
    },
    "evidence-malformed": {
      what: {
        by: "part",
        tenants: "Die Daten zu Mandanten ließen sich nicht vollständig lesen.",
        unresolvedDomains:
          "Die Daten zu Domänen ohne Mandanten ließen sich nicht vollständig lesen.",
        subscriptions: "Die Daten zu Abonnements ließen sich nicht vollständig lesen.",
        partnerIds: "Die Daten zu {partnerId}s ließen sich nicht vollständig lesen.",
        associations: "Die Daten zu vorhandenen Ansprüchen ließen sich nicht vollständig lesen.",
        other: "Die Daten ließen sich nicht vollständig lesen.",
      },
      why: "Was nicht lesbar war, kann gegen den Anspruch sprechen; deshalb gilt nichts als in Ordnung, was davon abhängt.",
      next: {
        by: "row",
        "": "Exportieren Sie die Daten unverändert noch einmal, und prüfen Sie erneut.",
        other:
          "Berichtigen Sie Eintrag {row}, oder exportieren Sie die Daten unverändert noch einmal.",
      },
    },
    "evidence-contradiction": {
      what: {
        by: "part",
        subscriptions: "Zwei Quellen widersprechen sich beim Abonnement: {field}.",
        tenants: "Zwei Quellen widersprechen sich beim Kunden: {field}.",
        associations:
          "Zwei Quellen widersprechen sich bei einem Anspruch auf diesen Kunden: {field}.",
        partnerIds: "Zwei Quellen widersprechen sich bei der {partnerId}: {field}.",
      },
      why: {
        by: "field",
        id: "Sie nennen verschiedene IDs; eine meint vielleicht ein anderes Abonnement.",
        tenantId:
          "Ein Abonnement gehört zu einem einzigen Mandanten; keiner Angabe wurde vertraut.",
        skuId: "Ein Abonnement hat eine einzige SKU; keiner Angabe wurde vertraut.",
        skuPartNumber: "Ein Abonnement hat eine einzige SKU; keiner Angabe wurde vertraut.",
        status: "Die neuere gilt; sind beide vom selben Tag, die ungünstigere für den Anspruch.",
        endsOn: "Die neuere gilt; sind beide vom selben Tag, die ungünstigere für den Anspruch.",
        provisioning:
          "Die neuere gilt; sind beide vom selben Tag, die ungünstigere für den Anspruch.",
        enrolled: "Die neuere gilt; sind beide vom selben Tag, die ungünstigere für den Anspruch.",
        domains: "Die neuere gilt; sind beide vom selben Tag, wurde keiner vertraut.",
        other:
          "Es gilt die Angabe, die gegen den Anspruch spricht, damit nichts aus Glück durchgeht.",
      },
      next: {
        by: "part",
        subscriptions:
          "Bitten Sie die Administration des Kunden um neue Graph-Exporte von /directory/subscriptions und /subscribedSkus, und entfernen Sie die älteren Dateien.",
        tenants:
          "Fragen Sie die Administration des Kunden, was stimmt, schlagen Sie die Domäne erneut nach, und entfernen Sie die ältere Antwort.",
        associations:
          "Sehen Sie den Anspruch im Partner Center an, exportieren Sie Ihre Ansprüche neu, und entfernen Sie die ältere Datei.",
        partnerIds: "Fragen Sie Ihre globale Administration, und entfernen Sie, was veraltet ist.",
      },
    },
  },
  statuses: {
    "in-progress": {
      label: "In progress",
      meaning: "Der Anspruch ist angelegt, aber nicht eingereicht.",
    },
    draft: {
      label: "Draft",
      meaning:
        "Der Anspruch ist angelegt; der Ausführungsnachweis ist noch hochzuladen und einzureichen.",
    },
    submitted: {
      label: "Submitted",
      meaning: "Eingereicht; die Prüfung hat nicht begonnen.",
    },
    "under-review": {
      label: "Under review",
      meaning: "Microsoft prüft ihn, in {reviewBusinessDays} Arbeitstagen.",
    },
    "partner-action-required": {
      label: "Partner action required",
      meaning: "Microsoft braucht mehr Angaben und hat in den Kommentaren gefragt.",
    },
    approved: {
      label: "Approved",
      meaning: "Genehmigt. Ob daraus Incentives folgen, entscheidet der Leitfaden des Programms.",
    },
    rejected: {
      label: "Rejected",
      meaning: "Abgelehnt: Der Ausführungsnachweis reicht nicht, oder niemand hat geantwortet.",
    },
    dispute: {
      label: "Dispute",
      meaning:
        "Sie haben widersprochen, und die Ablehnung wird noch einmal geprüft; das gibt es einmal.",
    },
    "rejected-final": {
      label: "Rejected final",
      meaning: "Nach dem Widerspruch abgelehnt, oder die Zuordnung wurde beendet.",
    },
  },
  contradictions: {
    roles: {
      text: "Wer Ansprüche einreichen kann",
      values: {
        "three-admin-roles": "Globale, Abrechnungs- und Incentiveadministratoren.",
        "incentives-admin-only": "Nur Incentiveadministratoren.",
        "incentives-admin-and-user": "Incentiveadministratoren und Incentivebenutzer.",
      },
    },
    domain: {
      text: "Ob ein Anspruch die Domäne des Kunden nennt",
      values: {
        "domain-not-named":
          "Die Liste der nötigen Angaben hat eine Mandanten-ID, aber keine Domäne.",
        "domain-and-tenant": "Das Formular fragt nach Mandanten-ID und Subdomäne.",
      },
    },
    subscription: {
      text: "Wann ein Anspruch ein Abonnement nennt",
      values: {
        "always-for-business-applications": "Bei Business Applications immer.",
        "if-there-are-several": "Wenn der Kunde mehrere dieses Produkts hat.",
      },
    },
    "usage-payment": {
      text: "Ob Nutzung von Business Applications vergütet wird",
      values: {
        "named-non-incentivized": "Der Name ist Usage recognition - Non-Incentivized.",
        "for-usage-incentives": "Gedacht ist es für alle, die Incentives für Nutzung anstreben.",
      },
    },
    review: {
      text: "Wie lange die Prüfung dauert",
      values: {
        "fourteen-business-days": "Bis zu 14 Arbeitstage.",
        "five-days": "Bis zu 5 Tage.",
        "five-business-days": "5 Arbeitstage, auch wenn Partner konkurrieren.",
      },
    },
    "customer-opt-out": {
      text: "Wie lange der Kunde die Zuordnung ablehnen kann",
      values: {
        "five-business-days": "5 Arbeitstage.",
        "seven-days-after-approval": "7 Tage ab der Genehmigung.",
        "any-time": "Jederzeit.",
      },
    },
    editing: {
      text: "Wann ein Anspruch geändert werden kann",
      values: {
        "if-action-is-required": "Solange sein Status Partner action required ist.",
        "never-after-submission": "Nach dem Einreichen nicht mehr.",
      },
    },
  },
  changes: {
    parts: {
      source: "Quelle",
      days: "Fristen",
      role: "Rollen",
      field: "Felder",
      label: "Namen",
      code: "Gewicht der Befunde",
      status: "Status eines Anspruchs",
      contradiction: "Wo Microsofts Seiten sich widersprechen",
    },
    source: {
      date: "Datum des Textes",
      title: "Titel",
    },
    days: {
      startBusinessDays: "Arbeitstage bis zum Beginn der Prüfung",
      reviewBusinessDays: "Arbeitstage für die Prüfung",
      answerBusinessDays: "Arbeitstage für die Antwort auf eine Nachfrage",
      disputeDays: "Tage für den Widerspruch gegen eine Ablehnung",
      provisioningLagDays: "Tage, bis ein bereitgestelltes Abonnement beansprucht werden kann",
      endingSoon: "Tage vor dem Ende, ab denen ein Abonnement als endend gemeldet wird",
    },
    required: "in jedem Anspruch",
    notRequired: "nicht oder nicht immer gefragt",
  },
  questions: {
    activity: {
      solutionArea: {
        text: "Zu welchem Lösungsbereich gehört das Produkt?",
        options: {
          "business-applications": "Business Applications",
          "microsoft-365": "{solutionAreaNames:microsoft-365}",
        },
      },
      purchaseChannel: {
        text: "Wie hat der Kunde das Produkt gekauft?",
        options: {
          "volume-licensing": "Mit einem Volumenlizenzvertrag",
          "web-direct": "Bei Microsoft im Web (Web-Direct)",
          csp: "Bei einem Cloud Solution Provider (CSP)",
          other: "Anders",
          unknown: "Nicht bekannt",
        },
      },
      contribution: {
        text: "Was haben Sie für den Kunden getan?",
        options: {
          "influenced-purchase": "Wir haben den Kauf beeinflusst",
          "drives-usage": "Wir fördern Einführung und Nutzung",
          "business-influencer": "Wir haben die Auswahl beratend beeinflusst (Business Influencer)",
        },
      },
      seeksPayment: {
        text: "Streben Sie Incentive-Zahlungen an?",
        options: {
          yes: "Ja",
          no: "Nein",
        },
      },
    },
    diagnosis: {
      listing: {
        text: "Wie führt das Microsoft 365 Admin Center des Kunden das Abonnement auf (Abrechnung, Ihre Produkte)?",
        options: {
          "dynamics-in-use": "Als Dynamics 365-Produkt mit zugewiesenen Lizenzen",
          "dynamics-not-set-up": "Als Dynamics 365-Produkt, das noch nicht eingerichtet ist",
          inactive: "Als Dynamics 365-Produkt, das abgelaufen, angehalten oder deaktiviert ist",
          "other-product": "Als anderes Produkt",
          "not-listed": "Gar nicht",
          unknown: "Das kann ich nicht sagen",
        },
      },
      source: {
        text: "Woher haben Sie die ID kopiert?",
        options: {
          "subscription-list": "Aus der Abonnementliste des Kunden",
          "csp-list": "Aus unserer eigenen Liste von CSP-Abonnements",
          order: "Von Bestellung, Angebot oder Rechnung: Es ist deren Nummer",
          "tenant-details": "Aus den Angaben zum Mandanten des Kunden",
          "product-list": "Aus einer Liste von Produkten oder Lizenzen",
          unknown: "Das kann ich nicht sagen",
        },
      },
      channel: {
        text: "Wie hat der Kunde dieses Abonnement gekauft?",
        options: {
          "volume-licensing": "Mit einem Volumenlizenzvertrag",
          "web-direct": "Bei Microsoft im Web (Web-Direct)",
          csp: "Bei einem Cloud Solution Provider (CSP)",
          other: "Anders",
          unknown: "Das kann ich nicht sagen",
        },
      },
      holder: {
        text: "Hat schon jemand dieses Abonnement beansprucht?",
        options: {
          nobody: "Niemand, von dem Kollegen oder Kunde wissen",
          colleague: "Jemand aus unserem Haus",
          "other-partner": "Ein anderer Partner",
          unknown: "Das kann ich nicht sagen",
        },
      },
    },
    partnerId: {
      fastTrack: {
        text: "Leisten Sie diese Arbeit als FastTrack-Partner?",
        options: {
          yes: "Ja",
          no: "Nein",
        },
      },
      program: {
        text: "Für welches Incentive-Programm ist der Anspruch gedacht?",
        options: {},
      },
    },
  },
  advice: {
    // Was eine Antwort über eine Aktivität sagt, über die eine andere Antwort entscheidet.
    plain: {
      solutionArea: {
        yes: "Lösungsbereich: ja.",
        no: "Lösungsbereich: nein.",
        depends: "Lösungsbereich: kommt darauf an.",
      },
      purchaseChannel: {
        yes: "Kaufweg: ja.",
        no: "Kaufweg: nein.",
        depends: "Kaufweg: kommt darauf an.",
      },
      contribution: {
        yes: "Ihre Arbeit: ja.",
        no: "Ihre Arbeit: nein.",
        depends: "Ihre Arbeit: kommt darauf an.",
      },
      seeksPayment: {
        yes: "Zahlung: ja.",
        no: "Zahlung: nein.",
        depends: "Zahlung: kommt darauf an.",
      },
    },
    reconsider: {
      solutionArea:
        "Zu diesen Antworten passt nichts. Prüfen Sie zuerst den Lösungsbereich: Im anderen gibt es mehr Auswahl.",
      purchaseChannel:
        "Zu diesem Kaufweg passt nichts. Klären Sie, wie der Kunde das Produkt gekauft hat; beanspruchen lassen sich nur Volumenlizenz und Web-Direct.",
      contribution:
        "Zu diesen Antworten passt nichts. Prüfen Sie zuerst, was Sie für den Kunden geleistet haben.",
      seeksPayment:
        "Zu diesen Antworten passt nichts. Prüfen Sie zuerst, ob Sie für diese Arbeit eine Incentive-Zahlung möchten.",
    },
    activity: {
      "area-offers": "{activity} gibt es in {solutionArea}.",
      "area-does-not-offer": "{activity} gibt es in {solutionArea} nicht.",
      "area-open": "Ob es {activity} gibt, hängt vom Lösungsbereich ab.",
      "channel-eligible": "{activity} lässt sich für Käufe über {channel} beanspruchen.",
      "channel-not-eligible":
        "{activity} lässt sich mit dem Kaufweg „{channel}“ nicht beanspruchen.",
      "channel-open": "{activity} hängt vom Kaufweg ab, der noch nicht bekannt ist.",
      "channel-not-asked": "{activity} hängt hier nicht vom Kaufweg ab.",
      "contribution-matches": "{activity} passt zu Ihrer Arbeit.",
      "contribution-differs": "{activity} steht für andere Arbeit als Ihre.",
      "contribution-open": "Ob {activity} passt, hängt von Ihrer Arbeit ab.",
      "payment-matches": "{activity} passt zu Ihrer Antwort zur Zahlung.",
      "payment-not-paid": "{activity} bringt keine Incentive-Zahlung, die Sie aber anstreben.",
      "payment-not-sought":
        "{activity} ist für Partner gedacht, die Incentives anstreben, was Sie nicht tun.",
      "payment-contradictory":
        "Microsoft nennt {activity} „non-incentivized“ und beschreibt es doch als Weg zu Incentives.",
      "payment-indifferent": "Für {activity} ist es gleich, ob Sie Zahlung anstreben.",
      "payment-open": "Ob {activity} für Sie passt, hängt davon ab, ob Sie Zahlung anstreben.",
    },
    partnerId: {
      "not-an-id": "Das ist keine {partnerId}: Sie darf nur Ziffern haben, und nicht nur Nullen.",
      location: "Die ID gehört zu einem Standort, und darüber laufen Incentives.",
      "global-account":
        "Die ID ist die des globalen Kontos; Incentives laufen über die IDs von Standorten.",
      "kind-open":
        "Es ist nicht bekannt, ob die ID zu einem Standort oder zum globalen Konto gehört.",
      enrolled: "Die ID ist in einem Incentive-Programm registriert.",
      "not-enrolled": "Die ID ist in keinem Incentive-Programm registriert.",
      "enrolment-open":
        "Es ist nicht bekannt, ob die ID in einem Incentive-Programm registriert ist.",
      "standard-type": "Die ID hat keinen besonderen Partnertyp.",
      "type-open":
        "Die ID hat den Partnertyp {partnerType}. Sie ist nur für FastTrack-Arbeit richtig; ob es darum geht, ist noch nicht beantwortet.",
      "special-type": "Die ID hat den Partnertyp {partnerType}, der nicht zu dieser Arbeit passt.",
      "special-type-wanted": "Die ID hat den Partnertyp {partnerType}, der zu dieser Arbeit passt.",
      "special-type-missing": "Der ID fehlt der Partnertyp für FastTrack-Arbeit.",
      "program-matches": "Die ID ist in {program} registriert.",
      "program-differs": "Die ID ist nicht in {program} registriert.",
      "program-open": "Es ist nicht bekannt, in welchen Programmen die ID registriert ist.",
    },
    partnerIdNext: {
      use: "Wählen Sie diese ID im Anspruch.",
      enrol: "Registrieren Sie sie zuerst im Partner Center in der Incentives-Übersicht.",
      "choose-location": "Wählen Sie stattdessen die ID eines Standorts.",
      "ask-admin":
        "Fragen Sie Ihren globalen Administrator nach Standort, Registrierung und Partnertyp dieser ID.",
      "fasttrack-only": "Wählen Sie diese ID nur für FastTrack-Arbeit.",
      "say-fasttrack": "Beantworten Sie, ob Sie diese Arbeit als FastTrack-Partner leisten.",
      "check-id": "Vergleichen Sie die Zahl mit Ihren Kontoeinstellungen im Partner Center.",
    },
    partnerIdOverall: {
      use: "Eine ID passt. Wählen Sie sie im Anspruch.",
      "choose-between":
        "Mehrere IDs passen. Fragen Sie Ihren globalen Administrator, welcher Standort die Arbeit geleistet hat.",
      enrol:
        "Die beste ID ist noch nicht registriert. Registrieren Sie sie im Partner Center in der Incentives-Übersicht.",
      "ask-admin":
        "Bei keiner ID ist sicher, dass sie passt. Fragen Sie Ihren globalen Administrator, welche zu wählen ist.",
      "say-fasttrack":
        "Es kommt darauf an, ob Sie diese Arbeit als FastTrack-Partner leisten. Beantworten Sie das zuerst.",
      "no-candidates":
        "Noch gibt es keine {partnerId} zum Vergleichen. Geben Sie eine ein, oder fragen Sie Ihren globalen Administrator.",
    },
  },
  diagnosis: {
    statuses: {
      confirmed: "Bestätigt",
      possible: "Möglich",
      "ruled-out": "Ausgeschlossen",
    },
    conclusions: {
      explained: "Das erklärt den Fehler.",
      asking: "Noch ist keine Ursache bestätigt. Die nächste Antwort entscheidet am meisten.",
      undecided:
        "Mehr ist Sie nicht zu fragen, und keine Ursache ist bestätigt. Fragen Sie die Administration des Kunden; hilft das nicht, den Partner Center-Support (Incentives).",
      "not-applicable":
        "Der Fehler betrifft Dynamics 365-Abonnements, und ein Anspruch für Microsoft 365 nennt keines. Prüfen Sie den Lösungsbereich.",
      unexplained:
        "Keine der bekannten Ursachen erklärt den Fehler. Fragen Sie den Partner Center-Support (Incentives): Er sieht, was kein Export zeigt.",
    },
    causes: {
      "subscription-csp": {
        title: "Über CSP gekauft",
        open: "Es ist nicht bekannt, wie das Abonnement gekauft wurde. CSP-Abonnements nimmt das Partner Center nicht an.",
        ask: "Fragen Sie Administration oder Einkauf des Kunden, wie es gekauft wurde: Volumenlizenz, Web-Direct oder CSP.",
        confirmed: {
          by: "channel",
          csp: "Nach Ihrer Angabe wurde es über CSP gekauft. CSP-Abonnements nimmt das Partner Center nicht an.",
          other:
            "Nach Ihrer Angabe stammt die ID aus Ihrer eigenen Liste von CSP-Abonnements. Solche nimmt das Partner Center nicht an.",
        },
        denied: "Nach Ihrer Angabe wurde es nicht über CSP gekauft.",
        shown: "Die Daten zeigen einen Kauf außerhalb von CSP.",
      },
      "subscription-id-wrong-kind": {
        title: "Keine Abonnement-ID",
        open: "Es ist nicht bekannt, ob die ID die eines Abonnements ist. Andere IDs sehen genauso aus.",
        ask: "Vergleichen Sie sie mit einem Graph-Export von /directory/subscriptions von der Administration des Kunden.",
        confirmed: {
          by: "source",
          order:
            "Nach Ihrer Angabe ist es die Nummer einer Bestellung, eines Angebots oder einer Rechnung.",
          "tenant-details":
            "Nach Ihrer Angabe stammt sie aus den Angaben zum Mandanten des Kunden.",
          "product-list":
            "Nach Ihrer Angabe stammt sie aus einer Liste von Produkten oder Lizenzen.",
        },
        denied: "Nach Ihrer Angabe stammt sie aus einer Liste von Abonnements.",
        shown: "In den Daten steht ein Abonnement mit dieser ID.",
      },
      "subscription-not-provisioned": {
        title: "Noch nicht bereitgestellt",
        open: "Es ist nicht bekannt, ob der Kunde die Produkte dieses Abonnements eingerichtet hat.",
        sign: "Das Abonnement ist neu oder noch nicht aktiv; seine Produkte sind vielleicht noch nicht eingerichtet.",
        ask: "Fragen Sie die Administration des Kunden, ob die Produkte eingerichtet und Lizenzen zugewiesen sind. Ein Graph-Export von /directory/subscriptions zeigt es.",
        confirmed: "Nach Ihrer Angabe hat der Kunde die Produkte noch nicht eingerichtet.",
        denied: {
          by: "listing",
          "dynamics-in-use": "Nach Ihrer Angabe sind die Produkte eingerichtet.",
          inactive:
            "Nach Ihrer Angabe ist es abgelaufen, angehalten oder deaktiviert. Das geht vor.",
          other:
            "Nach Ihrer Angabe ist es nicht als Dynamics 365 aufgeführt. Ob es eingerichtet ist, spielt dann keine Rolle.",
        },
        shown: "Die Daten zeigen seine Produkte als bereitgestellt.",
      },
      "subscription-not-dynamics": {
        title: "Nicht für Dynamics 365",
        open: "Es ist nicht bekannt, für welches Produkt das Abonnement ist. Das Partner Center nimmt Dynamics 365 an.",
        sign: "Sein Produkt ist keines der hier bekannten Dynamics 365-Produkte.",
        ask: "Fragen Sie die Administration des Kunden nach dem Namen des Produkts. Ein Graph-Export von /directory/subscriptions zeigt ihn.",
        confirmed:
          "Nach Ihrer Angabe ist es als anderes Produkt aufgeführt. Das Partner Center nimmt Dynamics 365 an.",
        denied: {
          by: "listing",
          "not-listed":
            "Nach Ihrer Angabe ist es gar nicht aufgeführt. Wofür es ist, spielt dann keine Rolle.",
          other: "Nach Ihrer Angabe ist es als Dynamics 365 aufgeführt.",
        },
        shown: "Die Daten nennen ein Dynamics 365-Produkt.",
      },
      "product-not-on-tenant": {
        title: "Nicht im Mandanten des Kunden",
        open: "Es ist nicht bekannt, ob Abonnement und Produkt im beanspruchten Mandanten liegen.",
        ask: "Fragen Sie die Administration des Kunden nach der Mandanten-ID und nach einem Graph-Export von /subscribedSkus; er nennt den Mandanten.",
        confirmed: "Nach Ihrer Angabe führt das Admin Center des Kunden das Abonnement nicht auf.",
        denied: "Nach Ihrer Angabe führt das Admin Center des Kunden das Abonnement auf.",
        shown: "Die Daten zeigen das Abonnement im beanspruchten Mandanten.",
      },
      "subscription-already-claimed": {
        title: "Schon beansprucht",
        open: "Es ist nicht bekannt, ob schon jemand einen Anspruch darauf hat. Ansprüche anderer Partner sieht nur Microsoft.",
        sign: {
          by: "holder",
          "other-partner":
            "Nach Ihrer Angabe ist ein anderer Partner zugeordnet. Ob er dieses Abonnement hat, sieht nur Microsoft.",
          other:
            "Für diesen Kunden gibt es einen früheren Anspruch. Ob er dieses Abonnement betrifft, ist nicht bekannt.",
        },
        ask: "Fragen Sie Ihre Kollegen nach früheren Ansprüchen und die Administration des Kunden, welche Partner an dem Produkt arbeiten.",
        confirmed: {
          by: "holder",
          colleague: "Nach Ihrer Angabe hat es schon jemand aus Ihrem Haus beansprucht.",
          other: "Nach Ihrer Angabe hat es schon ein anderer Partner beansprucht.",
        },
        denied:
          "Nach Ihrer Angabe hat niemand einen Anspruch darauf. Sicher weiß das nur Microsoft.",
        rules: "Nach diesem Regelwerk ist ein früherer Anspruch kein Grund für den Fehler.",
        arbitration:
          "Hat ein anderer Partner ihn, geht der Anspruch in die Schlichtung: Halten Sie Ihren Ausführungsnachweis bereit.",
      },
      "subscription-not-active": {
        title: "Nicht aktiv",
        open: "Es ist nicht bekannt, ob das Abonnement aktiv oder in der Toleranzperiode ist.",
        sign: "Seine Laufzeit ist seit dem Export abgelaufen. Ob es verlängert wurde, ist nicht bekannt.",
        ask: "Fragen Sie die Administration des Kunden nach dem Status. Ein Graph-Export von /directory/subscriptions zeigt ihn.",
        confirmed: "Nach Ihrer Angabe ist es abgelaufen, angehalten oder deaktiviert.",
        denied: {
          by: "listing",
          "not-listed":
            "Nach Ihrer Angabe ist es gar nicht aufgeführt. Der Status spielt dann keine Rolle.",
          "other-product":
            "Nach Ihrer Angabe ist es als anderes Produkt aufgeführt. Der Status spielt dann keine Rolle.",
          other: "Nach Ihrer Angabe ist es aufgeführt und nicht abgelaufen.",
        },
        shown: "Die Daten zeigen es als aktiv oder in der Toleranzperiode.",
      },
    },
    nothingToDo: "Hier ist nichts zu tun.",
    confirmWord:
      "Erklärt sonst nichts den Fehler, lassen Sie es sich durch einen Export oder die Administration des Kunden bestätigen.",
    error: "Das Partner Center zeigt im Anspruchsformular den Abonnementfehler.",
    customer: {
      greeting: "Guten Tag,",
      intro:
        "als Ihr Partner melden wir unsere Arbeit für Sie bei Microsoft an. Das Partner Center meldet dabei einen Fehler zu Ihrem Abonnement. Könnten Sie uns mit Folgendem helfen?",
      about: "Es geht um:",
      requests: {
        subscriptions:
          "Melden Sie sich im Graph-Tester an (https://developer.microsoft.com/graph/graph-explorer), führen Sie diese Abfrage aus, und schicken Sie uns die Antwort als Text: {call}",
        "subscribed-skus":
          "Führen Sie im Graph-Tester auch diese Abfrage aus; ihre Antwort nennt Ihren Mandanten: {call}",
        "tenant-id": "Wie lautet Ihre Mandanten-ID (Verzeichnis-ID)?",
        "product-name": "Unter welchem Produktnamen führt Ihr Admin Center das Abonnement auf?",
        channel:
          "Wie haben Sie das Abonnement gekauft: mit einem Volumenlizenzvertrag, bei Microsoft im Web oder bei einem Cloud Solution Provider (CSP)?",
        "other-subscription":
          "Haben Sie ein Dynamics 365-Abonnement aus einer Volumenlizenz oder von Microsoft im Web? Welche ID hat es?",
        "set-up":
          "Sind die Produkte des Abonnements eingerichtet und Lizenzen zugewiesen? Wenn nicht: Könnten Sie das nachholen und uns Bescheid geben, wenn es so weit ist?",
        partners:
          "Welche Partner arbeiten mit Ihnen an diesem Produkt, und wer von ihnen hat es beansprucht?",
      },
      readOnly: "Die Abfragen lesen nur und ändern nichts.",
      thanks: "Vielen Dank für Ihre Hilfe!",
    },
  },
  batch: {
    problems: {
      "no-columns":
        "Keine Spalte ist ein Feld eines Anspruchs. Benennen Sie die Spalten in der ersten Zeile, oder ordnen Sie die Spalten zu.",
      "ragged-rows":
        "Zeilen mit mehr oder weniger Zellen als die Kopfzeile. Fehlende Zellen gelten als leer, überzählige werden nicht gelesen.",
      "blank-rows": "Leere Zeilen; sie bleiben außer Betracht.",
      "row-too-long": "Zeilen von mehr als einem Megabyte; sie wurden nicht gelesen.",
      "not-utf-8":
        "Der Text ist kein UTF-8 und wurde als Windows-1252 gelesen. Prüfen Sie Umlaute und Akzente, oder speichern Sie die Datei als UTF-8.",
      "unclosed-quote":
        "Die letzte Zeile beginnt eine Zelle in Anführungszeichen und schließt sie nicht; Zeilen danach können Teil dieser Zelle sein.",
      "columns-conflict":
        "Mehrere Spalten stehen für dasselbe Feld: {columns}. Wo sie sich in einer Zeile unterscheiden, wird das Feld dort nicht gelesen.",
      "columns-ignored": "Diese Spalten wurden nicht gelesen, weil kein Feld so heißt: {columns}.",
      "not-text": "Die Datei ist kein Text. Exportieren Sie sie als CSV.",
    },
    codes: {
      "duplicate-in-file": {
        what: "Eine frühere Zeile beansprucht für diesen Kunden dasselbe.",
        why: "Ein Abonnement oder ein Workload wird einmal beansprucht; ein zweiter Anspruch kostet nur Zeit.",
        next: "Vergleichen Sie beide Zeilen und entfernen Sie eine davon, oder berichtigen Sie Produkt oder Abonnement-ID.",
      },
      "subscription-under-two-tenants": {
        what: "Eine frühere Zeile nennt dieselbe Abonnement-ID mit einer anderen Mandanten-ID des Kunden.",
        why: "Ein Abonnement liegt auf einem Mandanten; eine der beiden Zeilen kann also nicht stimmen.",
        next: "Fragen Sie den Administrator des Kunden, auf welchem Mandanten das Abonnement liegt, und berichtigen Sie die andere Zeile.",
      },
    },
  },
  evidence: {
    kinds: {
      "graph-subscriptions": "Abonnements aus Microsoft Graph",
      "graph-subscribed-skus": "Abonnierte SKUs aus Microsoft Graph",
      "openid-configuration": "Verzeichnisabfrage einer Domäne",
      "partner-center-customers": "Kundenliste aus dem Partner Center",
      "partner-center-subscriptions": "Eigene CSP-Abonnements aus dem Partner Center",
      "dynamics-usage-report": "Nutzungsbericht zu Dynamics 365 aus dem Partner Center",
      "cpor-usage-report": "Nutzungsbericht zu eigenen CPOR-Ansprüchen aus dem Partner Center",
      "sku-reference": "Microsofts Liste der Produktnamen zur Lizenzierung",
      unknown: "Unbekannte Datei",
    },
    problems: {
      "not-json":
        "Der Text sieht nach JSON aus, ist so aber nicht lesbar. Exportieren Sie ihn neu, und ändern Sie nichts daran.",
      truncated:
        "Die Datei bricht mittendrin ab. Exportieren Sie sie neu, oder kopieren Sie alles.",
      "not-recognised": "Das ist keiner der hier bekannten Exporte.",
      empty: "Darin steht nichts, was sich lesen ließe.",
      "row-malformed": "Diese Zeile ließ sich nicht lesen.",
      "id-malformed": "Diese Zeile hat eine ID, die sich nicht lesen ließ.",
      "tenant-unknown":
        "Der Export sagt nicht, aus welchem Mandanten er stammt. Nennen Sie die Mandanten-ID des Kunden, wenn es seiner ist.",
      "tenant-contradiction": "Der Export stammt aus einem anderen Mandanten als dem genannten.",
      "tenant-option-malformed": "Die zu diesem Export genannte Mandanten-ID ist keine GUID.",
      "domain-unknown":
        "Die Antwort sagt nicht, welche Domäne abgefragt wurde. Nennen Sie die Domäne.",
      "error-code-unknown":
        "Das Verzeichnis antwortete mit einem Fehler, der hier nicht bekannt ist.",
      "issuer-placeholder":
        "Die Antwort steht für alle Mandanten, nicht für einen. Fragen Sie die eigene Domäne des Kunden ab.",
      "more-pages":
        "Das ist eine Seite von mehreren; was hier fehlt, kann auf den anderen stehen. Exportieren Sie alle Seiten.",
      "characters-lost":
        "Einige Zeichen passen nicht zur Kodierung der Datei. Speichern Sie sie als UTF-8, oder exportieren Sie sie neu.",
      "maybe-cut-off":
        "Die letzte Zeile endet ohne Zeilenumbruch, die Datei kann also abgeschnitten sein. Vergleichen Sie sie mit dem Original.",
      "column-missing":
        "Eine Spalte dieses Exports fehlt; was darin stünde, bleibt offen. Exportieren Sie ihn neu, mit allen Spalten.",
      "cells-differ":
        "Diese Zeile hat mehr oder weniger Zellen als die Kopfzeile und wurde ausgelassen. Exportieren Sie die Datei neu.",
      "date-ambiguous":
        "Tag und Monat eines Datums in dieser Zeile lassen sich vertauschen, deshalb wurde es nicht gelesen. Exportieren Sie Daten wie 2026-11-03.",
      "not-cpor": "Diese Zeile ist anders als durch CPOR zugeordnet, also kein Anspruch von Ihnen.",
      "day-option-malformed": "Der zu diesem Export genannte Tag ist kein Datum.",
      "not-text": "Die Datei ist kein Text. Exportieren Sie sie als CSV oder JSON.",
    },
  },
  lookUp: {
    offline: "Es gibt keine Verbindung zu {host}.",
    timeout: "{host} hat nicht rechtzeitig geantwortet.",
    blocked:
      "Die Abfrage kam nicht bis {host}: Dieses Netz, der Browser oder eine Richtlinie sperrt sie, oder die Verbindung ist abgebrochen.",
    http: "{host} antwortete mit Status {status} statt mit einem Ergebnis.",
    "not-json":
      "Zurück kam keine Antwort des Microsoft-Verzeichnisses, vielleicht eine Seite Ihres eigenen Netzes.",
    "not-an-answer": "Was zurückkam, nennt weder einen Mandanten noch einen hier bekannten Fehler.",
    "not-a-domain": "Das ist weder eine Domäne noch eine Mandanten-ID. Gesendet wurde nichts.",
    "not-a-host": "Diesen Host oder diese Cloud gibt es hier nicht. Gesendet wurde nichts.",
    aborted: "Die Abfrage wurde angehalten.",
    instead:
      "Öffnen Sie die Adresse der Abfrage in einem Browser, und fügen Sie die Antwort als Export ein.",
  },
  rulesetWords: {
    "2023-10": {
      findings: {
        "tenant-domain-mismatch": {
          why: "Mit falscher Mandanten-ID gilt der Anspruch jemand anderem, oder er bleibt als Fehler hängen.",
        },
        "subscription-not-provisioned": {
          next: {
            pending:
              "Bitten Sie die Administration des Kunden, sie zu aktivieren und bereitzustellen. Danach kann es {provisioningLagDays} Tage dauern, bis das Formular davon weiß.",
          },
        },
        "subscription-already-claimed": {
          next: {
            "other-partner":
              "Der Anspruch geht in die Schlichtung. Fragen Sie den Kunden, wer zugeordnet sein soll, und halten Sie einen Ausführungsnachweis bereit, der Ihre Arbeit zeigt.",
          },
        },
        "subscription-not-active": {
          why: "Nur ein Abonnement, das aktiv oder im Kulanzzeitraum ist, bringt Incentives.",
        },
      },
      statuses: {
        submitted: {
          meaning:
            "Eingereicht; bis die Prüfung beginnt, kann es {startBusinessDays} Arbeitstage dauern.",
        },
        "partner-action-required": {
          meaning:
            "Microsoft braucht mehr Angaben und hat in den Kommentaren gefragt. Für die Antwort haben Sie {answerBusinessDays} Arbeitstage.",
        },
        rejected: {
          meaning:
            "Abgelehnt: Der Ausführungsnachweis reicht nicht, oder niemand hat geantwortet. Widersprechen können Sie einmal, innerhalb von {disputeDays} Tagen.",
        },
      },
    },
  },
};
