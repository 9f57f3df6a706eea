// What the library says in German beside claim.js: findings that only evidence raises, rule sets,
// guides, diagnosis, exports, many claims. It comes with the core.

export default {
  rulesets: {
    "2020-06": {
      changes:
        "Die Seite nennt drei Administratorrollen. Das Formular fragt nach Domäne und Mandanten-ID. Die Prüfung dauert bis zu {reviewBusinessDays} Arbeitstage.",
    },
    "2023-10": {
      changes:
        "Die Domäne wird nicht mehr verlangt. Lösungsbereich und Aktivitäten heißen anders. Ein Anspruch auf ein Abonnement eines anderen Partners geht in die Schlichtung. Die Prüfung dauert bis zu {reviewBusinessDays} Arbeitstage.",
    },
  },
  findings: {
    "tenant-domain-mismatch": {
      what: {
        by: "holder",
        us: "{domain} passt nicht zur Mandanten-ID des Kunden: Die Domäne gehört zu Ihrem eigenen Mandanten.",
        other:
          "{domain} passt nicht zur Mandanten-ID des Kunden: Die Domäne gehört zu einem anderen Mandanten.",
      },
      why: "Wenn Domäne und Mandant nicht zusammenpassen, hält das Partner Center den Anspruch an.",
      next: {
        by: "holder",
        us: "Geben Sie eine Domäne des Kunden ein. Die Administration des Kunden kennt sie.",
        other:
          "Fragen Sie die Administration des Kunden, welche der beiden Angaben stimmt. Eine Unterdomäne kann zu einem anderen Mandanten gehören als ihre übergeordnete Domäne.",
      },
    },
    "tenant-not-found": {
      what: {
        by: "reason",
        "not-found": "Zur Domäne des Kunden ({domain}) wurde kein Mandant gefunden.",
        malformed: "Das Microsoft-Verzeichnis kann die Domäne des Kunden ({domain}) nicht lesen.",
      },
      why: "Eine Domäne ohne Mandanten kann nicht zur Mandanten-ID passen.",
      next: {
        by: "reason",
        "not-found":
          "Prüfen Sie die Schreibweise. Fragen Sie die Administration des Kunden nach einer im Mandanten bestätigten Domäne. Sie kann auch in einer anderen nationalen Cloud liegen.",
        malformed:
          "Geben Sie die ganze Domäne ein, zum Beispiel contoso.com. Fragen Sie im Zweifel die Administration des Kunden.",
      },
    },
    "tenant-other-cloud": {
      what: {
        by: "cloud",
        "us-gov": "Der Mandant des Kunden liegt in Microsofts Cloud für US-Behörden.",
        china: "Der Mandant des Kunden liegt in der Cloud für China, betrieben von 21Vianet.",
        unknown: "Der Mandant des Kunden liegt in einer anderen nationalen Cloud.",
      },
      why: "Kunden außerhalb der globalen Cloud kommen möglicherweise nicht infrage.",
      next: "Fragen Sie vor dem Einreichen den Partner Center-Support (Incentives), ob ein Anspruch für diesen Kunden möglich ist.",
    },
    "subscription-on-other-tenant": {
      what: "Das Abonnement gehört zu einem anderen Mandanten.",
      why: "Das Partner Center prüft, ob Produkt und Abonnement im beanspruchten Mandanten liegen.",
      next: "Fragen Sie die Administration des Kunden, in welchem Mandanten es liegt. Korrigieren Sie dann die Mandanten-ID oder die Abonnement-ID.",
    },
    "product-not-on-tenant": {
      what: "Keines der bekannten Abonnements dieses Mandanten gilt für {product}.",
      why: "Das Partner Center prüft, ob Produkt und Abonnement im beanspruchten Mandanten liegen.",
      next: "Klären Sie Produkt und Mandanten-ID mit der Administration des Kunden. Der Export zeigt keine späteren Käufe.",
    },
    "subscription-not-listed": {
      what: "Das Abonnement gehört nicht zu den bekannten Abonnements dieses Mandanten.",
      why: "Das Partner Center sucht es im Mandanten. Die vorliegende Liste ist vielleicht alt oder unvollständig.",
      next: "Vergleichen Sie die ID mit beiden IDs jedes aufgeführten Abonnements. Fragen Sie die Administration des Kunden, welches gemeint ist oder ob es neuer ist.",
    },
    "product-subscription-mismatch": {
      what: "Das Abonnement gilt für {subscriptionProduct}, der Anspruch betrifft aber {product}.",
      why: "Das Partner Center prüft Produkt und Abonnement zusammen.",
      next: "Fragen Sie die Administration des Kunden, welches Abonnement das Produkt enthält. Korrigieren Sie dann das Produkt oder die Abonnement-ID.",
    },
    "subscription-not-dynamics": {
      what: "Das Abonnement gilt für {product}, nicht für Dynamics 365.",
      why: "Bei Business Applications nimmt das Partner Center nur Dynamics 365-Abonnements an.",
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
        certain: {
          by: "typed",
          "": "Das Partner Center nimmt in einem Anspruch keine CSP-Abonnements an.",
          other:
            "Sie haben „{typed}“ ausgewählt, aber die Daten zählen. Das Partner Center nimmt keine CSP-Abonnements an.",
        },
        likely: {
          by: "owner",
          us: {
            by: "typed",
            "": "Ihr eigener Mandant hat es angelegt; das spricht meist für einen eigenen CSP-Verkauf. Der lässt sich nicht beanspruchen.",
            other:
              "Sie haben „{typed}“ ausgewählt, aber Ihr eigener Mandant hat es angelegt. Das spricht meist für CSP, und CSP lässt sich nicht beanspruchen.",
          },
          other: {
            by: "typed",
            "": "Ein Partnermandant hat es angelegt; das spricht meist für CSP. CSP-Abonnements lassen sich nicht beanspruchen.",
            other:
              "Sie haben „{typed}“ ausgewählt, aber ein Partnermandant hat es angelegt. Das spricht meist für CSP, und CSP lässt sich nicht beanspruchen.",
          },
        },
      },
      next: {
        by: "certainty",
        certain:
          "Fragen Sie die Administration des Kunden nach einem Abonnement aus einem Volumenlizenzvertrag oder Web-Direct. Beanspruchen Sie stattdessen dieses.",
        likely: {
          by: "owner",
          us: "Sehen Sie in Ihrer eigenen Liste der CSP-Abonnements nach. Wenn es dort steht, beanspruchen Sie ein anderes Abonnement.",
          other:
            "Fragen Sie Administration oder Einkauf des Kunden, wie es gekauft wurde. Wenn es CSP war, beanspruchen Sie ein anderes Abonnement.",
        },
      },
    },
    "subscription-not-provisioned": {
      what: {
        by: "provisioning",
        pending: "Der Kunde hat die Produkte dieses Abonnements noch nicht bereitgestellt.",
        failed: "Die Bereitstellung der Produkte dieses Abonnements ist fehlgeschlagen.",
      },
      why: "Ein Abonnement lässt sich erst nach der Bereitstellung beanspruchen, und dafür sind beim Kunden mehrere Schritte nötig.",
      next: {
        by: "provisioning",
        pending:
          "Bitten Sie die Administration des Kunden, sie zu aktivieren und bereitzustellen, und prüfen Sie mit einem neuen Export. Wenn das bereits geschehen ist, wenden Sie sich an den Partner Center-Support (Incentives).",
        failed:
          "Bitten Sie die Administration des Kunden, den Fehler zu beheben, und prüfen Sie dann mit einem neuen Export.",
      },
    },
    "subscription-newly-provisioned": {
      what: "Das Abonnement ist so neu, dass es im Formular vielleicht noch nicht erscheint.",
      why: "Nach der Bereitstellung kann es einige Tage dauern, bis das Partner Center ein Abonnement aufführt.",
      next: "Wenn das Formular es nicht findet, versuchen Sie es bis zum {visibleBy} erneut. Wenden Sie sich erst dann an den Partner Center-Support.",
    },
    "subscription-already-claimed": {
      what: {
        by: "by",
        us: {
          by: "activity",
          unknown:
            "Ihr Unternehmen hat dieses Abonnement bereits beansprucht. Die {activityWord} ist nicht bekannt.",
          other:
            "Ihr Unternehmen hat dieses Abonnement bereits für dieselbe {activityWord} beansprucht.",
        },
        "other-partner": {
          by: "typed",
          no: "Sie haben „{typed}“ geantwortet. Ein anderer Partner hat dieses Abonnement aber bereits beansprucht.",
          other: "Ein anderer Partner hat dieses Abonnement bereits beansprucht.",
        },
      },
      why: {
        by: "by",
        us: "Ein zweiter Anspruch für dieselbe {activityWord} wäre ein Duplikat, für eine andere nicht.",
        "other-partner":
          "Es kann nur einem Partner zugeordnet sein. Microsoft nennt das einen Fehler, schreibt aber auch, dass der Anspruch in die Schlichtung geht.",
      },
      next: {
        by: "by",
        us: {
          by: "ended",
          yes: {
            by: "successor",
            "": "Es ist beendet. Fragen Sie die Administration des Kunden, welches Abonnement es ersetzt. Reichen Sie dafür einen neuen, eigenen Anspruch ein.",
            other:
              "Es ist beendet. Reichen Sie einen neuen, eigenen Anspruch für das aktive Abonnement desselben Produkts ein: {successor}.",
          },
          other:
            "Suchen Sie den vorhandenen Anspruch im Partner Center, und prüfen Sie seine {activityWord}. Einen neuen brauchen Sie nur für eine andere {activityWord} oder eine neue Abonnement-ID.",
        },
        "other-partner":
          "Fragen Sie den Kunden, welcher Partner zugeordnet sein soll. Wenn Sie es sind, halten Sie Ihren Ausführungsnachweis bereit, und wenden Sie sich an den Partner Center-Support (Incentives).",
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
      why: "Das Partner Center prüft, ob das Abonnement aktiv oder in der Toleranzperiode ist.",
      next: {
        by: "successor",
        "": {
          by: "status",
          deleted:
            "Fragen Sie die Administration des Kunden, welches Abonnement es ersetzt. Reichen Sie dafür einen neuen, eigenen Anspruch ein.",
          expired:
            "Fragen Sie die Administration des Kunden, ob es verlängert wurde. Wenn die Verlängerung eine neue ID hat, reichen Sie dafür einen neuen, eigenen Anspruch ein.",
          disabled:
            "Fragen Sie die Administration des Kunden, welches Abonnement es ersetzt. Reichen Sie dafür einen neuen, eigenen Anspruch ein.",
          pending:
            "Fragen Sie die Administration des Kunden, wann es aktiv wird. Prüfen Sie dann erneut.",
          other:
            "Fragen Sie die Administration des Kunden, ob es wieder aktiv wird oder ersetzt wurde.",
        },
        other:
          "Reichen Sie einen neuen, eigenen Anspruch für das aktive Abonnement desselben Produkts ein: {successor}. Fragen Sie im Zweifel die Administration des Kunden.",
      },
    },
    "subscription-in-grace": {
      what: "Das Abonnement ist in der Toleranzperiode (in grace).",
      why: "Es zählt als aktiv, endet aber, wenn der Kunde es nicht verlängert.",
      next: "Fragen Sie den Kunden nach der Verlängerung. Ein neues Abonnement braucht einen eigenen Anspruch.",
    },
    "subscription-ending": {
      what: "Das Abonnement endet am {endsOn}.",
      why: "Der Anspruch gilt nur für dieses Abonnement, nicht für das nachfolgende.",
      next: "Notieren Sie den Termin, und reichen Sie einen neuen Anspruch ein, sobald das nächste Abonnement aktiv ist.",
    },
    "subscription-trial": {
      what: "Das Abonnement ist eine Testversion.",
      why: "Keine Seite von Microsoft sagt, ob sich eine Testversion beanspruchen lässt. Gekauft ist sie jedenfalls nicht.",
      next: "Fragen Sie die Administration des Kunden nach einem bezahlten Abonnement. Beanspruchen Sie stattdessen dieses.",
    },
    "subscription-starts-later": {
      what: "Der Anspruch wurde vor dem ersten Tag des Abonnements eingereicht. Dieser ist der {startsOn}.",
      why: "Ein Anspruch kann nicht für ein Abonnement gelten, das es noch nicht gab.",
      next: "Korrigieren Sie den Tag der Einreichung, oder geben Sie das Abonnement ein, das Sie beansprucht haben.",
    },
    "partner-id-not-enrolled": {
      what: "Die {partnerId} ist in keinem Incentive-Programm registriert.",
      why: "Ohne Registrierung verlieren Sie womöglich Berechtigung und Incentives.",
      next: "Registrieren Sie sie im Partner Center auf der Registerkarte Incentives-Übersicht, oder wählen Sie eine andere ID. Ihr globaler Administrator weiß, welche.",
    },
    "partner-id-global-account": {
      what: "Die {partnerId} gehört zum globalen Konto Ihres Unternehmens.",
      why: "Incentives sind an die IDs von Standorten gebunden.",
      next: "Fragen Sie Ihren globalen Administrator nach der ID des Standorts, der die Arbeit geleistet hat.",
    },
    "partner-id-partner-type": {
      what: "Die {partnerId} hat den Partnertyp {partnerType}.",
      why: "Das Formular zeigt das nicht. Mit der falschen ID entgehen Ihnen womöglich Incentives, und Sie müssen neu einreichen.",
      next: "Fragen Sie Ihren globalen Administrator, ob diese Arbeit zu {partnerType} gehört. Wenn nicht, wählen Sie die normale ID eines Standorts.",
    },
    "own-claim-exists": {
      what: {
        by: "activity",
        unknown:
          "Ihr Unternehmen hat bei diesem Kunden bereits einen Anspruch auf {product}. Die {activityWord} ist nicht bekannt.",
        other: "Ihr Unternehmen hat bei diesem Kunden bereits einen Anspruch auf {product}.",
      },
      why: "Ein zweiter Anspruch für dieselbe {activityWord} wäre ein Duplikat.",
      next: {
        by: "claimId",
        "": "Suchen Sie Ihren Anspruch im Partner Center. Reichen Sie einen zweiten nur für eine andere {activityWord} ein.",
        other:
          "Öffnen Sie im Partner Center Ihren Anspruch {claimId}. Reichen Sie einen zweiten nur für eine andere {activityWord} ein.",
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
      why: "Was nicht lesbar war oder ein Datum nach heute trägt, kann gegen den Anspruch sprechen. Deshalb gilt keine Prüfung als bestanden, die davon abhängt.",
      next: {
        by: "row",
        "": "Korrigieren Sie Datumsangaben nach heute, oder exportieren Sie die Daten unverändert noch einmal. Prüfen Sie dann erneut.",
        other: {
          by: "rows",
          "": "Korrigieren Sie Eintrag {row}, oder exportieren Sie die Daten unverändert noch einmal.",
          other:
            "Korrigieren Sie die Einträge {rows}, oder exportieren Sie die Daten unverändert noch einmal.",
        },
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
        id: "Sie nennen verschiedene IDs. Eine davon meint vielleicht ein anderes Abonnement.",
        tenantId:
          "Ein Abonnement gehört nur zu einem Mandanten. Deshalb wurde keine der beiden Angaben verwendet.",
        skuId: "Ein Abonnement hat nur eine SKU. Deshalb wurde keine der beiden Angaben verwendet.",
        skuPartNumber:
          "Ein Abonnement hat nur eine SKU. Deshalb wurde keine der beiden Angaben verwendet.",
        status:
          "Die neuere Angabe gilt. Wenn keine eindeutig neuer ist, gilt die für den Anspruch ungünstigere.",
        endsOn:
          "Die neuere Angabe gilt. Wenn keine eindeutig neuer ist, gilt die für den Anspruch ungünstigere.",
        provisioning:
          "Die neuere Angabe gilt. Wenn keine eindeutig neuer ist, gilt die für den Anspruch ungünstigere.",
        enrolled:
          "Die neuere Angabe gilt. Wenn keine eindeutig neuer ist, gilt die für den Anspruch ungünstigere.",
        domains: "Die neuere Angabe gilt. Wenn keine eindeutig neuer ist, wird keine verwendet.",
        other:
          "Es gilt die für den Anspruch ungünstigere Angabe, damit nichts durch Zufall durchgeht.",
      },
      next: {
        by: "part",
        subscriptions: {
          by: "field",
          channel:
            "Fragen Sie den Einkauf des Kunden, was stimmt, und entfernen Sie, was veraltet ist.",
          claimedBy:
            "Vergleichen Sie die Daten mit Ihren Ansprüchen im Partner Center, und entfernen Sie, was veraltet ist. Nur Microsoft sieht die Ansprüche anderer Partner.",
          other:
            "Bitten Sie die Administration des Kunden um neue Graph-Exporte von /directory/subscriptions und /subscribedSkus. Entfernen Sie die älteren Dateien.",
        },
        tenants:
          "Fragen Sie die Administration des Kunden, was stimmt. Schlagen Sie die Domäne erneut nach, und entfernen Sie die ältere Antwort.",
        associations:
          "Öffnen Sie den Anspruch im Partner Center, exportieren Sie Ihre Ansprüche neu, und entfernen Sie die ältere Datei.",
        partnerIds:
          "Fragen Sie Ihren globalen Administrator, was stimmt, und entfernen Sie, was veraltet ist.",
      },
    },
  },
  statuses: {
    editing: {
      label: "Editing",
      meaning: "Der Anspruch ist angelegt, aber nicht eingereicht.",
    },
    draft: {
      label: "Draft",
      meaning:
        "Der Anspruch ist angelegt. Der Ausführungsnachweis muss noch hochgeladen und eingereicht werden.",
    },
    submitted: {
      label: "Submitted",
      meaning:
        "Die Prüfung hat noch nicht begonnen. Bis dahin kann es bis zu {startBusinessDays} Arbeitstage dauern.",
    },
    "under-review": {
      label: "Under review",
      meaning: "Microsoft prüft den Anspruch innerhalb von {reviewBusinessDays} Arbeitstagen.",
    },
    "partner-action-required": {
      label: "Partner action required",
      meaning:
        "Microsoft braucht weitere Angaben und hat in den Kommentaren danach gefragt. Für die Antwort haben Sie {answerBusinessDays} Arbeitstage.",
    },
    approved: {
      label: "Approved",
      meaning:
        "Die Zuordnung besteht. Ein Anspruch auf ein Dynamics-Produkt zeigt dann die Abonnement-ID. Ob sie Incentives bringt, hängt vom Incentive-Leitfaden ab.",
    },
    rejected: {
      label: "Rejected",
      meaning:
        "Der Ausführungsnachweis reicht nicht aus, oder niemand hat geantwortet. Sie können innerhalb von {disputeDays} Tagen widersprechen.",
    },
    dispute: {
      label: "Dispute",
      meaning: "Microsoft prüft die Ablehnung noch einmal. Das ist nur einmal möglich.",
    },
    "rejected-final": {
      label: "Rejected final",
      meaning:
        "Der Anspruch wurde nach dem Widerspruch abgelehnt, oder die Zuordnung wurde beendet.",
    },
  },
  contradictions: {
    "already-claimed": {
      text: "Was mit einem Abonnement geschieht, das ein anderer Partner beansprucht hat",
      values: {
        error: "Das Formular zeigt einen Fehler.",
        arbitration: "Der Anspruch geht in die Schlichtung.",
      },
    },
    roles: {
      text: "Wer Ansprüche einreichen kann",
      values: {
        "three-admin-roles":
          "Globale Administratoren, Abrechnungsadministratoren und Incentiveadministratoren.",
        "incentives-admin-only": "Nur Incentiveadministratoren.",
        "incentives-admin-and-user": "Incentiveadministratoren und Incentivebenutzer.",
      },
    },
    domain: {
      text: "Ob ein Anspruch die Domäne des Kunden nennt",
      values: {
        "domain-not-named":
          "Die Liste der nötigen Angaben enthält eine Mandanten-ID, aber keine Domäne.",
        "domain-and-tenant": "Das Formular fragt nach Mandanten-ID und Unterdomäne.",
      },
    },
    subscription: {
      text: "Wann ein Anspruch ein Abonnement nennt",
      values: {
        "always-for-business-applications": "Bei Business Applications immer.",
        "may-be-asked": "Das Formular fragt möglicherweise nach einem.",
        "if-there-are-several": "Wenn der Kunde mehrere für das Produkt hat.",
      },
    },
    "usage-payment": {
      text: "Ob die Nutzung von Business Applications vergütet wird",
      values: {
        "named-non-incentivized": "Der Name ist Usage recognition - Non-Incentivized.",
        "for-usage-incentives":
          "Sie ist für Partner gedacht, die Incentives für die Nutzung anstreben.",
      },
    },
    review: {
      text: "Wie lange die Prüfung dauert",
      values: {
        "fourteen-business-days": "Bis zu 14 Arbeitstage.",
        "ten-days-overall": "Insgesamt 10 Tage, dazu die Zeit für Antworten.",
        "five-days": "Bis zu 5 Tage.",
        "five-business-days": "Innerhalb von 5 Arbeitstagen.",
      },
    },
    "customer-opt-out": {
      text: "Wie lange der Kunde die Zuordnung ablehnen kann",
      values: {
        "five-business-days": "5 Arbeitstage.",
        "seven-days-after-approval": "7 Tage nach der Genehmigung.",
        "any-time": "Jederzeit.",
      },
    },
    editing: {
      text: "Wann ein Anspruch bearbeitet werden kann",
      values: {
        "submitted-or-action-required":
          "Solange der Status „Submitted“ oder „Partner action required“ lautet.",
        "if-action-is-required": "Solange der Status „Partner action required“ lautet.",
        "never-after-submission": "Nach dem Einreichen nicht mehr.",
      },
    },
  },
  laterFacts: {
    "incentives-admin-only":
      "Eine Kopie der Seite über Probleme, etwa von 2025, nennt nur den Incentiveadministrator als geeignete Rolle.",
    "grace-period-ends":
      "Für Abonnements unter der Microsoft-Kundenvereinbarung entfällt die kostenlose Toleranzperiode: bei Direktkauf ab 9. Februar 2026, bei CSP ab April oder Mai 2026.",
  },
  changes: {
    parts: {
      source: "Quelle",
      days: "Tage",
      role: "Rollen",
      field: "Felder",
      label: "Namen",
      code: "Schweregrad der Befunde",
      status: "Status eines Anspruchs",
      contradiction: "Wo sich die Seiten von Microsoft widersprechen",
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
      disputeAnswerBusinessDays: "Arbeitstage bis zur Antwort auf einen Widerspruch",
      optOutDays: "Tage nach der Genehmigung, in denen der Kunde ablehnen kann",
      provisioningLagDays: "Tage, bis ein bereitgestelltes Abonnement beansprucht werden kann",
      endingSoon: "Tage vor dem Ende, ab denen auf das Ende hingewiesen wird",
    },
    required: "in jedem Anspruch",
    notRequired: "nie oder nicht immer verlangt",
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
          "volume-licensing": "Über einen Volumenlizenzvertrag",
          "web-direct": "Direkt bei Microsoft im Web (Web-Direct)",
          csp: "Über einen Cloud Solution Provider (CSP)",
          other: "Auf anderem Weg",
          unknown: "Nicht bekannt",
        },
      },
      contribution: {
        text: "Was haben Sie für den Kunden getan?",
        options: {
          "influenced-purchase": "Wir haben den Kauf beeinflusst",
          "drives-usage": "Wir fördern Einführung und Nutzung",
          "business-influencer":
            "Wir haben die Auswahl als Berater beeinflusst (Business Influencer)",
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
          inactive: "Als Dynamics 365-Produkt, das abgelaufen, ausgesetzt oder deaktiviert ist",
          "other-product": "Als anderes Produkt",
          "not-listed": "Gar nicht",
          unknown: "Weiß ich nicht",
        },
      },
      source: {
        text: "Woher haben Sie die ID kopiert?",
        options: {
          "subscription-list": "Aus der Abonnementliste des Kunden",
          "csp-list": "Aus unserer eigenen Liste von CSP-Abonnements",
          order: "Von Bestellung, Angebot oder Rechnung (deren Nummer)",
          "tenant-details": "Aus den Angaben zum Mandanten des Kunden",
          "product-list": "Aus einer Liste von Produkten oder Lizenzen",
          unknown: "Weiß ich nicht",
        },
      },
      channel: {
        text: "Wie hat der Kunde dieses Abonnement gekauft?",
        options: {
          "volume-licensing": "Über einen Volumenlizenzvertrag",
          "web-direct": "Direkt bei Microsoft im Web (Web-Direct)",
          csp: "Über einen Cloud Solution Provider (CSP)",
          other: "Auf anderem Weg",
          unknown: "Weiß ich nicht",
        },
      },
      holder: {
        text: "Hat bereits jemand dieses Abonnement beansprucht?",
        options: {
          nobody: "Niemand, soweit wir und der Kunde wissen",
          colleague: "Jemand aus unserem Unternehmen",
          "other-partner": "Ein anderer Partner",
          unknown: "Weiß ich nicht",
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
        yes: "Der Lösungsbereich spricht nicht dagegen.",
        no: "Der Lösungsbereich schließt sie aus.",
        depends: "Es kommt auf den Lösungsbereich an.",
      },
      purchaseChannel: {
        yes: "Der Bezugsweg spricht nicht dagegen.",
        no: "Der Bezugsweg schließt sie aus.",
        depends: "Es kommt auf den Bezugsweg an.",
      },
      contribution: {
        yes: "Ihre Arbeit spricht nicht dagegen.",
        no: "Sie deckt andere Arbeit ab als Ihre.",
        depends: "Es kommt auf Ihre Arbeit an.",
      },
      seeksPayment: {
        yes: "Die Zahlung spricht nicht dagegen.",
        no: "Die Zahlung schließt sie aus.",
        depends: "Die Zahlung kann dagegen sprechen.",
      },
    },
    reconsider: {
      solutionArea:
        "Zu diesen Antworten passt nichts eindeutig. Prüfen Sie zuerst den Lösungsbereich. Der andere bietet mehr Auswahl.",
      purchaseChannel:
        "Zu diesem Bezugsweg passt nichts. Klären Sie, wie der Kunde das Produkt gekauft hat. Beanspruchen lassen sich nur Käufe über Volumenlizenzvertrag und Web-Direct.",
      contribution:
        "Zu diesen Antworten passt nichts eindeutig. Prüfen Sie zuerst, was Sie für den Kunden getan haben.",
      seeksPayment:
        "Zu diesen Antworten passt nichts eindeutig. Prüfen Sie zuerst, ob Sie für diese Arbeit Incentive-Zahlungen anstreben.",
    },
    activity: {
      "area-offers": "{activity} gibt es im Lösungsbereich {solutionArea}.",
      "area-does-not-offer": "{activity} gibt es im Lösungsbereich {solutionArea} nicht.",
      "area-open": "Ob es {activity} gibt, hängt vom Lösungsbereich ab.",
      "channel-eligible": "{activity} lässt sich für Käufe über {channel} beanspruchen.",
      "channel-not-eligible": "Der Bezugsweg „{channel}“ schließt {activity} aus.",
      "channel-open": "{activity} hängt vom Bezugsweg ab, der noch nicht bekannt ist.",
      "channel-not-asked": "{activity} hängt hier nicht vom Bezugsweg ab.",
      "contribution-matches": "{activity} passt zu Ihrer Arbeit.",
      "contribution-differs": "{activity} deckt andere Arbeit ab als Ihre.",
      "contribution-open": "Ob {activity} passt, hängt von Ihrer Arbeit ab.",
      "payment-matches": "{activity} passt zu Ihrer Antwort auf die Frage nach der Zahlung.",
      "payment-not-paid":
        "Für {activity} werden keine Incentives gezahlt; Sie streben aber eine Zahlung an.",
      "payment-not-sought":
        "{activity} ist für Partner gedacht, die Incentives anstreben. Sie tun das nach Ihrer Angabe nicht.",
      "payment-contradictory":
        "Microsoft nennt {activity} „non-incentivized“, beschreibt es aber als Weg zu Incentives.",
      "payment-indifferent": "Für {activity} ist es unerheblich, ob Sie eine Zahlung anstreben.",
      "payment-open": "Ob {activity} für Sie passt, hängt davon ab, ob Sie eine Zahlung anstreben.",
    },
    partnerId: {
      "not-an-id":
        "Das kann nicht die {partnerId} sein: Erlaubt sind nur Ziffern, und nicht ausschließlich Nullen.",
      "unusual-length":
        "Die Nummer hat ungewöhnlich viele oder wenige Ziffern. Üblich sind 6 oder 7.",
      "not-read": "Etwas in den Daten zu dieser ID ließ sich nicht lesen.",
      "in-future":
        "Die Daten gelten für einen Tag nach heute. Ob die ID jetzt registriert ist, ist deshalb nicht sicher.",
      location: "Die ID gehört zu einem Standort, wie es für Incentives nötig ist.",
      "global-account":
        "Die ID gehört zum globalen Konto. Incentives sind aber an die IDs von Standorten gebunden.",
      "kind-open":
        "Es ist noch nicht bekannt, ob die ID zu einem Standort oder zum globalen Konto gehört.",
      enrolled: "Die ID ist in einem Incentive-Programm registriert.",
      "not-enrolled": "Die ID ist in keinem Incentive-Programm registriert.",
      "enrolment-open":
        "Es ist noch nicht bekannt, ob die ID in einem Incentive-Programm registriert ist.",
      "standard-type": "Die ID hat keinen besonderen Partnertyp.",
      "type-open":
        "Die ID hat den Partnertyp {partnerType}, der nur für FastTrack-Arbeit gilt. Es ist noch nicht bekannt, ob das FastTrack-Arbeit ist.",
      "special-type": "Die ID hat den Partnertyp {partnerType}, der nicht zu dieser Arbeit passt.",
      "special-type-wanted": "Die ID hat den Partnertyp {partnerType}, der zu dieser Arbeit passt.",
      "special-type-missing": "Die ID hat nicht den Partnertyp für FastTrack-Arbeit.",
      "program-matches": "Die ID ist in {program} registriert.",
      "program-differs": "Die ID ist nicht in {program} registriert.",
      "program-open": "Es ist noch nicht bekannt, in welchen Programmen die ID registriert ist.",
    },
    partnerIdNext: {
      use: "Wählen Sie diese ID im Anspruch.",
      enrol:
        "Registrieren Sie sie zuerst im Partner Center auf der Registerkarte Incentives-Übersicht.",
      "choose-location": "Wählen Sie stattdessen die ID eines Standorts.",
      "ask-admin":
        "Fragen Sie Ihren globalen Administrator nach Standort, Registrierung und Partnertyp dieser ID.",
      "fasttrack-only": "Wählen Sie diese ID nur für Arbeit, die zu ihrem Partnertyp gehört.",
      "say-fasttrack": "Beantworten Sie, ob Sie diese Arbeit als FastTrack-Partner leisten.",
      "check-id": "Vergleichen Sie die Nummer mit Ihren Kontoeinstellungen im Partner Center.",
    },
    partnerIdOverall: {
      use: "Eine ID passt. Wählen Sie sie im Anspruch.",
      "choose-between":
        "Mehrere IDs passen. Fragen Sie Ihren globalen Administrator, welcher Standort die Arbeit geleistet hat.",
      enrol:
        "Die beste ID ist noch nicht registriert. Registrieren Sie sie im Partner Center auf der Registerkarte Incentives-Übersicht.",
      "ask-admin":
        "Bei keiner dieser IDs ist sicher, dass sie passt. Fragen Sie Ihren globalen Administrator, welche Sie wählen sollen.",
      "say-fasttrack":
        "Es kommt darauf an, ob Sie diese Arbeit als FastTrack-Partner leisten. Beantworten Sie zuerst diese Frage.",
      "no-candidates":
        "Es gibt noch keine {partnerId} zum Vergleichen. Geben Sie eine ein, oder fragen Sie Ihren globalen Administrator.",
    },
  },
  plan: {
    renews: "Es ersetzt das Abonnement {renews}, das Sie beansprucht haben.",
    mayRenew: "Es ersetzt vielleicht das Abonnement {renews}, das Sie beansprucht haben.",
    instead: "Stattdessen zählt: {programs}.",
    programs: {
      cpor: "ein Anspruch (CPOR)",
      pal: "Partner Admin Link (PAL)",
      dpor: "Digital Partner of Record (DPOR)",
      csp: "der Verkauf über CSP",
    },
    excluded: {
      "tenant-id-missing":
        "Kein Export sagt, wem dieses Abonnement gehört. Geben Sie an, aus welchem Mandanten er stammt, oder laden Sie die abonnierten SKUs desselben Mandanten.",
      "subscription-id-missing":
        "Dieses Abonnement hat keine ID, die sich lesen lässt. Exportieren Sie die Abonnements des Kunden erneut, mit ihren IDs.",
      "evidence-malformed":
        "Einige Abonnements ließen sich nicht lesen und fehlen in diesem Plan. Exportieren Sie sie erneut, oder sehen Sie nach, was beim Lesen der Datei gemeldet wurde.",
      "subscription-not-dynamics":
        "{product} gehört nicht zu Business Applications. Workloads aus {solutionArea:microsoft-365} werden pro Mandant beansprucht, ohne Abonnement.",
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
      asking:
        "Es ist noch keine Ursache bestätigt. Die nächste Antwort grenzt es am stärksten ein.",
      undecided:
        "Es gibt keine weiteren Fragen an Sie, und keine Ursache ist bestätigt. Folgen Sie den nächsten Schritten der möglichen Ursachen. Wenn das nicht hilft, fragen Sie den Partner Center-Support (Incentives).",
      "not-applicable":
        "Der Fehler betrifft Dynamics 365-Abonnements, und ein Anspruch für {solutionArea:microsoft-365} nennt keines. Prüfen Sie den Lösungsbereich.",
      unexplained:
        "Keine der bekannten Ursachen erklärt den Fehler. Fragen Sie den Partner Center-Support (Incentives). Er sieht, was kein Export zeigt.",
    },
    causes: {
      "subscription-csp": {
        title: "Über CSP gekauft",
        open: "Es ist noch nicht bekannt, wie das Abonnement gekauft wurde. Das Partner Center nimmt keine CSP-Abonnements an.",
        ask: "Fragen Sie Administration oder Einkauf des Kunden, wie es gekauft wurde: Volumenlizenzvertrag, Web-Direct oder CSP.",
        confirmed: {
          by: "channel",
          csp: "Sie haben angegeben, dass es über CSP gekauft wurde. Das Partner Center nimmt keine CSP-Abonnements an.",
          other:
            "Sie haben angegeben, dass die ID aus Ihrer eigenen Liste von CSP-Abonnements stammt. Das Partner Center nimmt solche Abonnements nicht an.",
        },
        denied: "Sie haben angegeben, dass es nicht über CSP gekauft wurde.",
        shown: "Die Daten zeigen einen Kauf außerhalb von CSP.",
      },
      "subscription-id-wrong-kind": {
        title: "Keine Abonnement-ID",
        open: "Es ist noch nicht bekannt, ob die ID zu einem Abonnement gehört. Andere IDs sehen genauso aus.",
        ask: "Vergleichen Sie sie mit der Abonnementliste des Kunden, in der zu jedem Abonnement die ID steht.",
        confirmed: {
          by: "source",
          order:
            "Sie haben angegeben, dass es die Nummer einer Bestellung, eines Angebots oder einer Rechnung ist.",
          "tenant-details":
            "Sie haben angegeben, dass sie aus den Angaben zum Mandanten des Kunden stammt.",
          "product-list":
            "Sie haben angegeben, dass sie aus einer Liste von Produkten oder Lizenzen stammt.",
        },
        denied: "Sie haben angegeben, dass sie aus einer Liste von Abonnements stammt.",
        shown: "In den Daten steht ein Abonnement mit dieser ID.",
      },
      "subscription-not-provisioned": {
        title: "Noch nicht verfügbar",
        open: "Es ist noch nicht bekannt, ob der Kunde die Produkte dieses Abonnements bereitgestellt hat.",
        sign: "Das Abonnement ist neu oder noch nicht aktiv. Seine Produkte sind vielleicht noch nicht bereitgestellt.",
        ask: "Fragen Sie die Administration des Kunden, ob die Produkte eingerichtet und Lizenzen zugewiesen sind.",
        confirmed: "Sie haben angegeben, dass der Kunde die Produkte noch nicht eingerichtet hat.",
        denied: {
          by: "listing",
          "dynamics-in-use": "Sie haben angegeben, dass die Produkte eingerichtet sind.",
          inactive:
            "Sie haben angegeben, dass es abgelaufen, ausgesetzt oder deaktiviert ist. Klären Sie das zuerst.",
          other:
            "Sie haben angegeben, dass es nicht als Dynamics 365 aufgeführt ist. Ob es eingerichtet ist, spielt dann keine Rolle.",
        },
        shown: "Die Daten zeigen seine Produkte als bereitgestellt.",
      },
      "subscription-not-dynamics": {
        title: "Nicht für Dynamics 365",
        open: "Es ist noch nicht bekannt, für welches Produkt das Abonnement gilt. Das Partner Center nimmt nur Dynamics 365 an.",
        sign: "Sein Produkt ist keines der hier bekannten Dynamics 365-Produkte.",
        ask: "Fragen Sie die Administration des Kunden nach dem Namen des Produkts im Admin Center.",
        confirmed:
          "Sie haben angegeben, dass es als anderes Produkt aufgeführt ist. Das Partner Center nimmt nur Dynamics 365 an.",
        denied: {
          by: "listing",
          "not-listed":
            "Sie haben angegeben, dass es gar nicht aufgeführt ist. Das Produkt spielt dann keine Rolle.",
          other: "Sie haben angegeben, dass es als Dynamics 365 aufgeführt ist.",
        },
        shown: "Die Daten nennen ein Dynamics 365-Produkt.",
      },
      "product-not-on-tenant": {
        title: "Nicht im Mandanten des Kunden",
        open: "Es ist noch nicht bekannt, ob Abonnement und Produkt im beanspruchten Mandanten liegen.",
        ask: "Fragen Sie die Administration des Kunden nach der ID des Mandanten, in dem Abonnement und Produkt aufgeführt sind.",
        confirmed:
          "Sie haben angegeben, dass das Admin Center des Kunden das Abonnement nicht aufführt.",
        denied: "Sie haben angegeben, dass das Admin Center des Kunden das Abonnement aufführt.",
        shown: "Die Daten zeigen das Abonnement im beanspruchten Mandanten.",
      },
      "subscription-already-claimed": {
        title: "Bereits beansprucht",
        open: "Es ist noch nicht bekannt, ob es bereits beansprucht ist. Nur Microsoft sieht die Ansprüche anderer Partner.",
        sign: {
          by: "holder",
          "other-partner":
            "Sie haben angegeben, dass ein anderer Partner zugeordnet ist. Nur Microsoft sieht, ob er dieses Abonnement beansprucht hat.",
          other:
            "Für diesen Kunden gibt es einen früheren Anspruch. Es ist noch nicht bekannt, ob er dieses Abonnement betrifft.",
        },
        ask: "Fragen Sie in Ihrem Unternehmen nach früheren Ansprüchen. Fragen Sie die Administration des Kunden, welche Partner an dem Produkt arbeiten.",
        confirmed: {
          by: "holder",
          colleague:
            "Sie haben angegeben, dass es jemand aus Ihrem Unternehmen bereits beansprucht hat.",
          other: "Sie haben angegeben, dass es ein anderer Partner bereits beansprucht hat.",
        },
        denied:
          "Sie haben angegeben, dass es niemand beansprucht hat. Sicher weiß es nur Microsoft.",
        rules: "Nach diesem Regelwerk ist ein früherer Anspruch kein Grund für den Fehler.",
        arbitration:
          "Wenn ein anderer Partner es beansprucht hat, geht Ihr Anspruch in die Schlichtung. Halten Sie Ihren Ausführungsnachweis bereit.",
      },
      "subscription-not-active": {
        title: "Nicht aktiv",
        open: "Es ist noch nicht bekannt, ob das Abonnement aktiv oder in der Toleranzperiode ist.",
        sign: "Seine Laufzeit ist seit dem Export abgelaufen. Es ist noch nicht bekannt, ob es verlängert wurde.",
        ask: "Fragen Sie die Administration des Kunden nach dem aktuellen Status.",
        confirmed: "Sie haben angegeben, dass es abgelaufen, ausgesetzt oder deaktiviert ist.",
        denied: {
          by: "listing",
          "not-listed":
            "Sie haben angegeben, dass es gar nicht aufgeführt ist. Der Status spielt dann keine Rolle.",
          "other-product":
            "Sie haben angegeben, dass es als anderes Produkt aufgeführt ist. Der Status spielt dann keine Rolle.",
          other: "Sie haben angegeben, dass es aufgeführt und nicht abgelaufen ist.",
        },
        shown: "Die Daten zeigen es als aktiv oder in der Toleranzperiode.",
      },
    },
    nothingToDo: "Hier ist nichts zu tun.",
    confirmWord:
      "Wenn sonst nichts den Fehler erklärt, lassen Sie diese Angabe durch einen Export oder die Administration des Kunden bestätigen.",
    error: "Das Partner Center zeigt im Formular den Abonnementfehler.",
    customer: {
      greeting: "Guten Tag,",
      intro:
        "als Ihr Partner melden wir unsere Arbeit für Sie bei Microsoft an. Das Partner Center meldet dabei einen Fehler zu Ihrem Abonnement. Könnten Sie uns mit Folgendem helfen?",
      about: "Es geht um:",
      requests: {
        subscriptions:
          "Melden Sie sich im Graph-Tester an (https://developer.microsoft.com/graph/graph-explorer), führen Sie diese Abfrage aus, und schicken Sie uns die Antwort als Text: {call}",
        "which-subscription":
          "Welches Ihrer Abonnements enthält das Produkt, an dem wir arbeiten, und welche ID hat es?",
        "subscribed-skus":
          "Führen Sie im Graph-Tester auch diese Abfrage aus; ihre Antwort nennt Ihren Mandanten: {call}",
        "tenant-id": "Wie lautet Ihre Mandanten-ID (Verzeichnis-ID)?",
        "product-name": "Unter welchem Produktnamen führt Ihr Admin Center das Abonnement auf?",
        channel:
          "Wie haben Sie das Abonnement gekauft: über einen Volumenlizenzvertrag, direkt bei Microsoft im Web oder über einen Cloud Solution Provider (CSP)?",
        "other-subscription":
          "Haben Sie ein Dynamics 365-Abonnement aus einem Volumenlizenzvertrag oder direkt von Microsoft im Web? Welche ID hat es?",
        "set-up":
          "Sind die Produkte des Abonnements eingerichtet und Lizenzen zugewiesen? Wenn nicht: Könnten Sie das nachholen und uns danach Bescheid geben?",
        partners:
          "Welche Partner arbeiten mit Ihnen an diesem Produkt, und hat einer von ihnen es beansprucht?",
      },
      readOnly: "Die Abfragen lesen nur Daten. Sie ändern nichts.",
      thanks: "Vielen Dank für Ihre Hilfe.",
    },
  },
  letter: {
    subject: "Einige Fragen zu Ihrem Microsoft-Abonnement",
    greeting: "Guten Tag,",
    intro:
      "wir melden unsere Arbeit für Sie bei Microsoft an. Dafür brauchen wir einige Angaben, die nur Sie sehen können. Könnten Sie die folgenden Fragen mit ihrer Nummer beantworten?",
    where: "Wo Sie das finden: {where}",
    questions: {
      "tenant-id": {
        ask: "Wie lautet Ihre Mandanten-ID (Verzeichnis-ID)?",
        where: "Microsoft Entra Admin Center › Übersicht",
      },
      domain: {
        ask: "Welche Domäne ist in Ihrem Mandanten überprüft?",
        where: "Microsoft 365 Admin Center › Einstellungen › Domänen",
      },
      "tenant-domain": {
        ask: "Ist die Domäne {customerDomain} im Mandanten {customerTenantId} überprüft? (ja oder nein)",
        where:
          "die Domänen im Microsoft 365 Admin Center › Einstellungen › Domänen, die Mandanten-ID im Microsoft Entra Admin Center › Übersicht",
      },
      "subscription-id": {
        ask: {
          by: "product",
          "": "Welches Ihrer Abonnements enthält das Produkt, an dem wir arbeiten, und welche ID hat es?",
          other: "Welches Ihrer Abonnements enthält {product}, und welche ID hat es?",
        },
        where:
          "die Antwort im Graph-Tester (https://developer.microsoft.com/graph/graph-explorer) auf GET https://graph.microsoft.com/v1.0/directory/subscriptions",
      },
      "subscription-on-tenant": {
        ask: "Ist {subscriptionId} die ID eines Ihrer Abonnements? (ja oder nein)",
        where:
          "die Antwort im Graph-Tester (https://developer.microsoft.com/graph/graph-explorer) auf GET https://graph.microsoft.com/v1.0/directory/subscriptions",
      },
      product: {
        ask: "Für welches Produkt ist das Abonnement?",
        where: "Microsoft 365 Admin Center › Abrechnung › Ihre Produkte",
      },
      channel: {
        ask: "Wie wurde es gekauft: über einen Volumenlizenzvertrag, direkt bei Microsoft im Web oder über einen Cloud Solution Provider (CSP)?",
        where: "Microsoft 365 Admin Center › Abrechnung › Ihre Produkte, sonst Ihr Einkauf",
      },
      "set-up": {
        ask: "Sind die Produkte des Abonnements eingerichtet und Lizenzen zugewiesen? (ja oder nein)",
        where: "Microsoft 365 Admin Center › Abrechnung › Lizenzen",
      },
      status: {
        ask: "Ist das Abonnement aktiv? (ja oder nein)",
        where: "Microsoft 365 Admin Center › Abrechnung › Ihre Produkte",
      },
      "other-partner": {
        ask: {
          by: "product",
          "": "Ist dem Produkt, an dem wir arbeiten, bereits ein anderer Microsoft-Partner zugeordnet? (ja oder nein)",
          other: "Ist {product} bereits ein anderer Microsoft-Partner zugeordnet? (ja oder nein)",
        },
        where: "eine E-Mail von Microsoft, die über neue Partner informiert",
      },
    },
    thanks: "Vielen Dank für Ihre Hilfe.",
  },
  batch: {
    problems: {
      "no-columns":
        "Keine Spalte passt zu einem Feld des Anspruchs. Benennen Sie die Spalten in der ersten Zeile, oder ordnen Sie die Spalten zu.",
      "ragged-rows":
        "Einige Zeilen haben mehr oder weniger Zellen als die Kopfzeile. Fehlende Zellen gelten als leer, überzählige werden ignoriert.",
      "blank-rows": "Leere Zeilen wurden übersprungen.",
      "row-too-long": "Zeilen mit mehr als einem Megabyte wurden nicht gelesen.",
      "not-utf-8":
        "Der Text ist kein UTF-8 und wurde als Windows-1252 gelesen. Prüfen Sie Umlaute und Akzente, oder speichern Sie die Datei als UTF-8.",
      "unclosed-quote":
        "Die letzte Zeile beginnt eine Zelle in Anführungszeichen und schließt sie nicht. Spätere Zeilen können Teil dieser Zelle sein.",
      "columns-conflict":
        "Mehrere Spalten stehen für dasselbe Feld: {columns}. In Zeilen, in denen sie sich unterscheiden, wird das Feld nicht gelesen.",
      "columns-ignored": "Diese Spalten wurden nicht gelesen, weil kein Feld so heißt: {columns}.",
      "not-text": "Die Datei ist kein Text. Exportieren Sie sie als CSV.",
      container:
        "Das ist eine Datei im Format {name}. Speichern Sie die Tabelle daraus als CSV, oder laden Sie die Datei dort, wo Arbeitsmappen und gepackte Dateien geöffnet werden.",
    },
    codes: {
      "duplicate-in-file": {
        what: "Eine frühere Zeile enthält denselben Anspruch für diesen Kunden.",
        why: "Ein zweiter Anspruch für dieselbe {activityWord} wäre ein Duplikat und kostet nur Zeit.",
        next: "Vergleichen Sie beide Zeilen. Entfernen Sie eine davon, oder korrigieren Sie Produkt oder Abonnement-ID.",
      },
      "subscription-under-two-tenants": {
        what: "Eine frühere Zeile nennt dieselbe Abonnement-ID mit einer anderen Mandanten-ID des Kunden.",
        why: "Ein Abonnement gehört nur zu einem Mandanten. Eine der beiden Zeilen kann also nicht stimmen.",
        next: "Fragen Sie die Administration des Kunden, zu welchem Mandanten das Abonnement gehört. Korrigieren Sie dann die andere Zeile.",
      },
    },
  },
  evidence: {
    kinds: {
      "graph-subscriptions": "Abonnements aus Microsoft Graph",
      "graph-subscribed-skus": "Abonnierte SKUs aus Microsoft Graph",
      "graph-organization": "Mandant des Kunden aus Microsoft Graph",
      "graph-contracts": "Ihre Kunden aus Microsoft Graph",
      "openid-configuration": "Verzeichnisabfrage einer Domäne",
      "partner-center-customers": "Kundenliste aus dem Partner Center",
      "partner-center-subscriptions": "Ihre CSP-Abonnements aus dem Partner Center",
      "partner-center-reconciliation": "Abstimmungsdatei Ihrer CSP-Rechnungen",
      "partner-profile": "Partnerprofilbericht aus dem Partner Center",
      "dynamics-usage-report": "Nutzungsbericht zu Dynamics 365 aus dem Partner Center",
      "cpor-usage-report": "Nutzungsbericht zu Ihren CPOR-Ansprüchen aus dem Partner Center",
      "business-applications-usage":
        "Nutzungsbericht zu Business Applications aus dem Partner Center",
      "customers-and-tenants": "Bericht über Kunden und ihre Mandanten aus dem Partner Center",
      "license-report": "Lizenzbericht eines Verwaltungstools",
      "sku-reference": "Liste der Produktnamen für die Lizenzierung von Microsoft",
      "stated-columns": "Tabelle, deren Spalten Sie benannt haben",
      "not-evidence": "Kein Export, der hier weiterhilft",
      container: "Gepackte Datei oder Arbeitsmappe",
      unknown: "Unbekannte Datei",
    },
    problems: {
      "not-json":
        "Der Text sieht nach JSON aus, lässt sich aber nicht als JSON lesen. Exportieren Sie ihn neu, und ändern Sie nichts daran.",
      truncated:
        "Die Datei bricht mittendrin ab. Exportieren Sie sie neu, oder kopieren Sie alles.",
      "not-recognised": "Das ist keiner der hier bekannten Exporte.",
      empty: "Es gibt darin nichts zu lesen.",
      "row-malformed": "Diese Zeile ließ sich nicht lesen.",
      "id-malformed": "Diese Zeile enthält eine ID, die sich nicht lesen ließ.",
      "tenant-unknown":
        "Der Export gibt nicht an, aus welchem Mandanten er stammt. Wenn er vom Kunden stammt, geben Sie dessen Mandanten-ID ein.",
      "tenant-contradiction": "Der Export stammt aus einem anderen Mandanten als dem angegebenen.",
      "tenant-option-malformed": "Die zu diesem Export angegebene Mandanten-ID ist keine GUID.",
      "domain-unknown":
        "Die Antwort gibt nicht an, welche Domäne nachgeschlagen wurde. Geben Sie die Domäne ein.",
      "error-code-unknown":
        "Das Verzeichnis hat mit einem Fehler geantwortet, der hier nicht bekannt ist.",
      "issuer-placeholder":
        "Die Antwort gilt für alle Mandanten, nicht für einen. Schlagen Sie die eigene Domäne des Kunden nach.",
      "more-pages":
        "Das ist eine Seite von mehreren. Abonnements, die hier fehlen, können auf anderen Seiten stehen. Exportieren Sie alle Seiten.",
      "characters-lost":
        "Einige Zeichen passen nicht zur Kodierung der Datei. Speichern Sie sie als UTF-8, oder exportieren Sie sie neu.",
      "maybe-cut-off":
        "Die letzte Zeile endet ohne Zeilenumbruch. Vielleicht ist die Datei abgeschnitten. Vergleichen Sie sie mit dem Original.",
      "column-missing":
        "In diesem Export fehlt: {columns}. Was er zeigt, bleibt offen. Exportieren Sie ihn neu mit allen Spalten, ohne eine Auswahl.",
      "cells-differ":
        "Diese Zeile hat mehr oder weniger Zellen als die Kopfzeile und wurde nicht berücksichtigt. Exportieren Sie die Datei neu.",
      "date-ambiguous":
        "Ein Datum in dieser Zeile wurde nicht gelesen, weil Tag und Monat vertauscht sein können. Exportieren Sie Datumsangaben wie 2026-11-03.",
      "not-cpor":
        "Diese Zeile ist nicht durch CPOR zugeordnet. Sie ist also kein Anspruch von Ihnen.",
      "day-option-malformed": "Der zu diesem Export angegebene Tag ist kein Datum.",
      "columns-option-malformed": "Die Angaben zu den Spalten sind nicht verwendbar.",
      "columns-option-unknown": "Die Tabelle hat keine Spalte mit dem Namen {columns}.",
      "columns-unread": "Diese Spalten wurden nicht gelesen: {columns}.",
      "columns-conflict":
        "Es gibt zwei Spalten für {columns}, deshalb wurde keine gelesen. Löschen Sie die falsche, und laden Sie die Datei neu.",
      "values-flattened":
        "Das Programm hat beim Speichern Listen weggelassen, zum Beispiel die Dienstpläne. Exportieren Sie als JSON mit „ConvertTo-Json -Depth 5“.",
      "more-exports":
        "Der Text enthält mehr als den gelesenen Export. Laden Sie jeden Export einzeln.",
      "issuer-foreign":
        "Die Antwort stammt nicht aus dem Microsoft-Verzeichnis. Sie zeigt also nicht, wem die Domäne gehört.",
      container:
        "Das ist eine Datei im Format {name}. Ihr Inhalt muss geöffnet werden, bevor er als Text gelesen werden kann.",
      "container-damaged":
        "Diese Datei ist beschädigt oder unvollständig; gelesen wurde nichts daraus. Laden oder speichern Sie sie noch einmal.",
      "container-encrypted":
        "Diese Datei ist durch ein Kennwort geschützt. Entpacken Sie sie, und laden Sie die Dateien daraus.",
      "container-too-large":
        "Diese Datei ist zu groß, um hier gelesen zu werden. Laden Sie nur das Blatt oder die Zeilen, die Sie brauchen, als CSV.",
      "container-unsupported":
        "Diese Datei ist so gepackt, dass sie sich hier nicht öffnen lässt. Entpacken Sie sie, und laden Sie die Dateien daraus.",
      "container-nested":
        "Diese gepackte Datei steckt in anderen gepackten Dateien. Entpacken Sie die äußere, und laden Sie diese noch einmal.",
      "container-too-many":
        "Die Datei enthält mehr Dateien, als gelesen werden können. Gelesen wurden die ersten 1.000; laden Sie die übrigen einzeln.",
      "sheet-hidden": "Dieses Blatt ist in der Arbeitsmappe ausgeblendet und wurde mitgelesen.",
      "sheet-too-wide":
        "Dieses Blatt hat mehr als 1.000 Spalten. Die Spalten weiter rechts wurden nicht gelesen.",
      "claims-elsewhere":
        "Es gibt mehrere Tabellen mit Ansprüchen. Übernommen wurde nur „{name}“; laden Sie die übrigen einzeln.",
      "azure-usage":
        "Das zeigt Nutzung oder Kosten von Azure. CPOR gilt nicht für Azure. Laden Sie die Abonnements aus Microsoft Graph oder den Nutzungsbericht zu Dynamics 365.",
      "azure-subscriptions":
        "Das sind Azure-Abonnements. Ein Anspruch nennt andere Abonnements. Laden Sie die Abonnements aus Microsoft Graph.",
      "license-details":
        "Das sind die Lizenzen einer Person. Sie zeigen nicht die Abonnements des Kunden. Laden Sie die Abonnements und die abonnierten SKUs aus Microsoft Graph.",
      "license-summary":
        "Das zählt Lizenzen je Produkt und enthält keine IDs. Laden Sie die Abonnements und die abonnierten SKUs aus Microsoft Graph.",
      people:
        "Das ist eine Liste von Personen. Sie zeigt keine Abonnements und enthält persönliche Daten, die hier niemand braucht. Laden Sie die Abonnements aus Microsoft Graph.",
      "domain-list":
        "Das listet Domänen auf, ohne den Mandanten zu nennen. Laden Sie den Mandanten des Kunden (organization) aus Microsoft Graph, oder schlagen Sie die Domäne nach.",
      "activity-report":
        "Dieser Bericht zeigt, was Personen tun, nicht welche Abonnements es gibt. Laden Sie die Abonnements aus Microsoft Graph.",
      "other-report":
        "Dieser Bericht aus dem Partner Center zeigt kein Abonnement, keinen Mandanten und keinen Anspruch, der sich prüfen lässt. Laden Sie den Nutzungsbericht zu Dynamics 365.",
      "permission-missing":
        "Der Export ist gescheitert, weil dem Konto eine Berechtigung fehlt: {name}. Bitten Sie die Administration darum, und exportieren Sie dann neu.",
      "sign-in-needed":
        "Der Export ist gescheitert, weil niemand angemeldet ist. Melden Sie sich an, und exportieren Sie neu.",
      "error-answer":
        "Das ist eine Fehlermeldung und kein Export: {name}. Prüfen Sie die Adresse oder den Befehl, und exportieren Sie neu.",
      pdf: "Eine PDF-Datei lässt sich nicht als Export lesen. Laden Sie die CSV- oder JSON-Datei, aus der sie entstanden ist.",
      image:
        "Ein Bild lässt sich nicht lesen. Kopieren Sie den Text, oder laden Sie den Export selbst.",
      email:
        "Das ist eine E-Mail-Datei. Speichern Sie den Anhang und laden Sie ihn, oder fügen Sie den Text ein.",
      "web-page":
        "Das ist eine Webseite oder eine XML-Datei, vielleicht eine Anmeldeseite. Laden Sie den Export als CSV oder JSON.",
      "text-document":
        "Das ist ein Textdokument oder eine Präsentation. Laden Sie den Export als CSV oder JSON, oder fügen Sie den Text ein.",
      archive:
        "Diese gepackte Datei lässt sich nicht öffnen. Entpacken Sie sie, oder packen Sie sie als ZIP.",
      "access-token":
        "Das ist ein Zugriffstoken und kein Export. Halten Sie ihn geheim, und fügen Sie ihn nirgends ein. Laden Sie die Antwort, die Sie damit erhalten.",
      "old-workbook":
        "Das Format dieser Arbeitsmappe lässt sich nicht lesen. Speichern Sie sie als .xlsx oder CSV.",
      "encrypted-workbook":
        "Diese Datei ist durch ein Kennwort oder eine Vertraulichkeitsbezeichnung geschützt. Speichern Sie eine ungeschützte Kopie als .xlsx oder CSV.",
      "not-text": "Die Datei ist kein Text. Exportieren Sie sie als CSV oder JSON.",
    },
  },
  filing: {
    blank: "____",
    form: {
      "claim-name": "Name des Anspruchs (frei gewählt)",
      "opt-out-of-payment": "Auf Incentive-Zahlungen verzichten",
      "customer-contact-name": "Kontakt beim Kunden: Name",
      "customer-contact-title": "Kontakt beim Kunden: Position",
      "customer-contact-email": "Kontakt beim Kunden: E-Mail-Adresse",
      "technical-contact-name": "Technischer Kontakt beim Kunden: Name",
      "technical-contact-title": "Technischer Kontakt beim Kunden: Position",
      "technical-contact-email": "Technischer Kontakt beim Kunden: E-Mail-Adresse",
      "partner-contact-name": "Ihr Kontakt: Name",
      "partner-contact-email": "Ihr Kontakt: E-Mail-Adresse",
      "solution-seller": "Name des Dynamics-Lösungsverkäufers",
      "revenue-customer": "Name des Kunden",
      "isv-solution": "Name Ihres Produkts oder Ihrer Lösung (ISV)",
      comments: "Kommentare",
      acknowledgements: "Bestätigungen (zum Ankreuzen)",
    },
    asked: {
      optional: "kann leer bleiben",
      perhaps: "ob danach gefragt wird, sagen die Seiten von Microsoft verschieden",
    },
    hearsay: "Das sagen Dritte, nicht die Dokumentation von Microsoft.",
    proof: {
      document: {
        label: "Dokument",
        text: "Laden Sie ein eigenes Dokument hoch, etwa eine vom Kunden unterschriebene Leistungsbeschreibung, oder die Vorlage von Microsoft.",
        why: "Die Seite von Microsoft lässt beides zu.",
      },
      template: {
        label: "Vorlage von Microsoft",
        text: "Verwenden Sie im Zweifel die Vorlage von Microsoft.",
        why: "Ein Partner berichtet, dass bei {activity:usage:business-applications} andere unterschriebene Dokumente abgelehnt werden. Die Seite von Microsoft lässt sie zu.",
      },
      "right-file": {
        label: "Die Datei selbst",
        text: "Prüfen Sie, ob es die richtige Datei ist, ob sie sich öffnen lässt und ob sie zu diesem Anspruch gehört.",
        why: "Eine fehlende oder falsche Datei ist ein Grund für eine Rückfrage. Microsoft nennt weder Dateiformate noch Größen.",
      },
      "customer-data": {
        label: "Unternehmensnamen und Daten des Kunden",
        text: {
          by: "customerTenantId",
          "": "Nennen Sie Ihr Unternehmen und das des Kunden. Domäne und Mandanten-ID sind dieselben wie im Anspruch.",
          other:
            "Nennen Sie Ihr Unternehmen und das des Kunden. Domäne und Mandanten-ID sind dieselben wie im Anspruch: {customerTenantId}.",
        },
        why: "Die Vorlage von Microsoft fragt danach, nach einer Kopie von ihr.",
      },
      "customer-acknowledgment": {
        label: "Unterschrift des Kunden",
        text: "Lassen Sie den Kunden das Dokument unterschreiben.",
        why: "Eine fehlende Unterschrift ist ein Grund für eine Rückfrage.",
      },
      "acknowledgment-date": {
        label: "Datum der Unterschrift",
        text: "Prüfen Sie, ob die Unterschrift des Kunden zwischen dem {fromDay} und dem {dueDay} datiert ist.",
        why: "Die Vorlage verlangt ein Datum innerhalb von 12 Monaten vor der Einreichung, nach einer Kopie von ihr. Die Seite von Microsoft sagt nur, dass Daten nicht alt sein dürfen.",
      },
      "customer-consent": {
        label: "Zustimmung des Kunden",
        text: "Zeigen Sie, dass der Kunde der Zuordnung zustimmt.",
        why: "Eine fehlende Zustimmung ist ein Grund für eine Ablehnung.",
      },
      "public-sector-disclosure": {
        label: "Erklärung für den öffentlichen Sektor",
        text: "Gehört der Kunde in den USA oder Puerto Rico zum öffentlichen Sektor, lassen Sie ihn auch die Erklärung dazu unterschreiben.",
        why: "Die Vorlage hat eine solche Erklärung, nach einer Kopie von ihr.",
      },
      "activity-dates": {
        label: "Daten der Arbeit",
        text: "Schreiben Sie, wann Sie gearbeitet haben.",
        why: "Fehlende oder alte Daten sind ein Grund für eine Rückfrage. Wie alt zu alt ist, sagt die Seite von Microsoft nicht.",
      },
      "recent-work": {
        label: "Neuere Arbeit",
        text: "Zeigen Sie Arbeit vom {fromDay} oder später.",
        why: "Eine Antwort im Forum von Microsoft sagt, dass die letzten 12 Monate zählen.",
      },
      "service-description": {
        label: "Beschreibung Ihrer Arbeit",
        text: "Beschreiben Sie, was Sie für den Kunden getan haben: Ihren Dienst oder Ihre Lösung.",
        why: "Eine fehlende oder zu knappe Beschreibung ist ein Grund für eine Rückfrage.",
      },
      "activity-details": {
        label: "Einzelheiten der Tätigkeiten",
        text: "Beschreiben Sie jede Tätigkeit im Einzelnen, mit Unterlagen dazu.",
        why: "Die Vorlage von Microsoft fragt danach, nach einer Kopie von ihr.",
      },
      products: {
        label: "Produkte oder Workloads",
        text: {
          by: "product",
          "": "Nennen Sie jedes Produkt und jede Workload des Anspruchs.",
          other: "Nennen Sie jedes Produkt und jede Workload des Anspruchs: {product}.",
        },
        why: "Ein fehlendes Produkt oder eine fehlende Workload ist ein Grund für eine Rückfrage.",
      },
      "products-by-activity": {
        label: "Produkte nach Art der Tätigkeit",
        text: "Schreiben Sie zu jeder Art von Tätigkeit, für welche Produkte oder Workloads sie war.",
        why: "Bei der Nutzung fragt die Vorlage von Microsoft danach, nach einer Kopie von ihr.",
      },
      "workload-per-line": {
        label: "Workload in jeder Zeile",
        text: "Nennen Sie die Workload in jeder Zeile über Ihre Arbeit, nicht nur in einer Überschrift.",
        why: "Eine Antwort im Forum von Microsoft sagt, dass danach gesehen wird.",
      },
      "measurable-effect": {
        label: "Messbare Wirkung",
        text: "Zeigen Sie in Zahlen, was Ihre Arbeit verändert hat und dass Sie den größten Teil getan haben.",
        why: "Eine Antwort im Forum von Microsoft sagt, dass danach gesehen wird.",
      },
      "referral-email": {
        label: "Empfehlung von FastTrack",
        text: "Ist es Arbeit als FastTrack-Partner, kann die Empfehlung per E-Mail von Microsoft zunächst reichen.",
        why: "Partner schreiben das in einem Forum.",
      },
      "complete-before-submitting": {
        label: "Vollständig vor dem Einreichen",
        text: "Sorgen Sie dafür, dass alles im Dokument steht, bevor Sie den Anspruch einreichen.",
        why: "Die Seiten von Microsoft widersprechen sich, ob ein Anspruch später bearbeitet werden kann.",
      },
      comparison: {
        label: "Vergleich mit einem anderen Partner",
        text: "Rechnen Sie mit einem Vergleich, wenn ein anderer Partner dasselbe beansprucht.",
        why: "Microsoft vergleicht dann beide Ausführungsnachweise.",
      },
      "newest-proof": {
        label: "Neuestes Dokument",
        text: "Halten Sie das Dokument aktuell, auch nach der Genehmigung.",
        why: "Die Kopie einer Mitteilung sagt, dass Microsoft das neueste vergleicht.",
      },
    },
    reasons: {
      "missing-all-poe": "Der Ausführungsnachweis fehlt oder ist die falsche Datei",
      "missing-customer-acknowledgment": "Die Unterschrift des Kunden fehlt",
      "missing-or-old-dates": "Daten fehlen oder sind alt",
      "missing-partner-solution-service":
        "Ihr Dienst oder Ihre Lösung ist nicht oder zu knapp beschrieben",
      "missing-products": "Ein Produkt oder eine Workload fehlt",
      "missing-customer-consent": "Die Zustimmung des Kunden fehlt",
      "no-partner-response": "Niemand hat auf Fragen von Microsoft geantwortet",
      "poe-unavailable": "Der Ausführungsnachweis lässt sich nicht öffnen oder finden",
      "insufficient-proof-of-execution": "Der Ausführungsnachweis reicht nicht aus",
      "customer-declined": "Der Kunde hat die Zuordnung abgelehnt",
      "partner-request": "Sie haben selbst um die Ablehnung gebeten",
      "no-product-connection": "Die Arbeit ist nicht mit den Produkten verbunden",
    },
    deadlines: {
      "review-starts": {
        label: "Beginn der Prüfung",
        note: "Microsoft beginnt die Prüfung innerhalb von {days} Arbeitstagen. Feiertage können dazukommen.",
      },
      review: {
        label: "Ende der Prüfung",
        note: "Die Prüfung dauert bis zu {days} Arbeitstage. Feiertage können dazukommen.",
      },
      answer: {
        label: "Letzter Tag für die Antwort an Microsoft",
        note: "Sie haben {days} Arbeitstage, um zu antworten und den Anspruch erneut einzureichen. Danach wird er abgelehnt.",
      },
      dispute: {
        label: "Letzter Tag für den Widerspruch",
        note: "Sie können innerhalb von {days} Tagen widersprechen, und nur einmal. Danach brauchen Sie einen neuen Anspruch mit aktualisiertem Ausführungsnachweis.",
      },
      "dispute-answer": {
        label: "Antwort auf den Widerspruch",
        note: "Microsoft antwortet innerhalb von {days} Arbeitstagen.",
      },
      "customer-opt-out": {
        label: "Letzter Tag, an dem der Kunde ablehnen kann",
        note: "Nach der Genehmigung hat der Kunde {days} Tage, um abzulehnen.",
      },
    },
    next: {
      "say-status": "Wählen Sie den Status, den Partner Center zeigt.",
      "say-day":
        "Tragen Sie den Tag ein, seit dem der Anspruch diesen Status hat. Er kann nicht nach heute liegen.",
      submit:
        "Laden Sie den Ausführungsnachweis hoch, und reichen Sie den Anspruch ein. Bis dahin läuft keine Frist.",
      "wait-for-review": "Warten Sie, bis die Prüfung beginnt, und achten Sie auf die Kommentare.",
      "wait-for-result":
        "Warten Sie auf das Ergebnis, und achten Sie auf die Kommentare: Microsoft fragt vielleicht nach.",
      "ask-support":
        "Microsoft braucht länger, als die eigenen Seiten sagen. Sehen Sie in die Kommentare, und fragen Sie dann den Partner Center-Support (Incentives).",
      answer:
        "Korrigieren Sie, wonach Microsoft fragt, antworten Sie in den Kommentaren, und reichen Sie den Anspruch erneut ein.",
      "answer-late":
        "Der letzte Tag für die Antwort ist vorbei, und der Anspruch kann abgelehnt werden. Antworten Sie sofort, und sehen Sie dann nach dem Status.",
      approved:
        "Im Moment ist nichts zu tun. Der Kunde kann noch ablehnen, und ob der Anspruch etwas bringt, sagt der Incentive-Leitfaden.",
      dispute:
        "Widersprechen Sie der Ablehnung, mit Ihren Gründen oder einem aktualisierten Ausführungsnachweis. Das geht nur einmal.",
      "ask-customer":
        "Fragen Sie den Kunden, warum er abgelehnt hat. War es ein Versehen, widersprechen Sie der Ablehnung. Das geht nur einmal.",
      "wait-for-dispute":
        "Warten Sie auf die Antwort zum Widerspruch. Ein zweiter Widerspruch ist nicht möglich.",
      "dispute-late":
        "Der letzte Tag für den Widerspruch ist vorbei. Reichen Sie einen neuen Anspruch mit aktualisiertem Ausführungsnachweis ein.",
      "new-claim":
        "Ein Widerspruch ist nicht mehr möglich. Reichen Sie einen neuen Anspruch mit aktualisiertem Ausführungsnachweis ein.",
    },
    texts: {
      reply: "Antwort in den Kommentaren zum Anspruch",
      dispute: "Gründe für den Widerspruch",
      support: "Anfrage an den Partner Center-Support (Incentives)",
      claimId: "Anspruchs-ID",
      asked: "Wonach Sie gefragt haben",
      rejectedOn: "Abgelehnt am",
      reason: "Genannter Grund",
      justification: "Warum die Ablehnung überdacht werden soll",
      corrected: "Was wir korrigiert haben, und wo es steht",
      shows: "Was der aktualisierte Ausführungsnachweis zeigt, und wo",
      attached: "Aktualisierter Ausführungsnachweis (Datei)",
      products: "Produkte oder Workloads",
      contact: "Kontakt für Fragen",
      status: "Der Anspruch hat den Status „{status}“ seit dem {onDay}.",
      statusAlone: "Der Anspruch hat den Status „{status}“.",
      question: "Unsere Frage",
    },
  },
  record: {
    note: "Dieses Protokoll sagt, was diese Prüfung in diesem Anspruch und diesen Daten gefunden hat. Es ist nicht das Wort von Microsoft: Nur Microsoft entscheidet über einen Anspruch.",
    parts: {
      tenants: "Mandanten",
      unresolvedDomains: "nicht gefundene Domänen",
      subscriptions: "Abonnements",
      partnerIds: "eigene IDs",
      associations: "bestehende Ansprüche",
      skus: "Produktnamen",
      problems: "Widersprüche",
      unread: "nicht lesbare Teile",
    },
    whole: "das Ganze",
    differences: {
      record: "Das lässt sich nicht als Protokoll dieser Prüfung lesen.",
      digest:
        "Das Protokoll ist nicht mehr, wie es geschrieben wurde: Sein eigener Hash stimmt nicht.",
      schema: "Das Protokoll hat eine Form, die diese Version nicht kennt.",
      version: "Das Protokoll hat eine andere Version dieses Programms geschrieben.",
      core: "Das Protokoll hat ein anderer Stand des Kerns berechnet.",
      skus: "Das Protokoll wurde mit einer anderen Produktliste berechnet.",
      ruleset: "Das Regelwerk des Protokolls ist nicht das, nach dem jetzt geprüft wird.",
      today: "Der Tag des Protokolls ist nicht der, für den jetzt geprüft wird.",
      claim: "Im Anspruch ist dies nicht, was geprüft wurde: {name}.",
      evidence: "In den Daten ist dies nicht, was geprüft wurde: {name}.",
      verdict: "Beim erneuten Prüfen ist das Ergebnis ein anderes.",
      checks: "Beim erneuten Prüfen endet diese Prüfung anders: {name}.",
      findings: "Beim erneuten Prüfen ist dieser Befund anders: {name}.",
    },
  },
  notChecked: {
    "eligible-product":
      "Ob das Produkt für Microsoft anspruchsberechtigt ist. Microsoft veröffentlicht keine Liste solcher Produkte.",
    "proof-contents":
      "Was in Ihrem Ausführungsnachweis steht. Das Dokument wird hier nicht geladen.",
    "rest-of-form":
      "Was das Formular sonst noch verlangt, zum Beispiel Namen, Kontakte und Kommentare.",
    "partner-center":
      "Was nur das Partner Center zeigt: Ansprüche anderer Partner, die Dauer einer Registrierung und bereits eingereichte Ansprüche.",
    earnings:
      "Ob ein genehmigter Anspruch Incentives bringt. Das entscheidet Microsoft später, zum Beispiel bei Kunden der öffentlichen Hand.",
    hearsay: "Was nur Dritte sagen, zum Beispiel eine 120-Tage-Frist nach dem Kauf.",
  },
  lookUp: {
    offline: "Es gibt keine Verbindung zu {host}.",
    timeout: "{host} hat nicht rechtzeitig geantwortet.",
    blocked:
      "Die Abfrage hat {host} nicht erreicht. Das Netzwerk, der Browser oder eine Richtlinie sperrt sie, oder die Verbindung ist abgebrochen.",
    http: "{host} hat mit Status {status} statt mit einem Ergebnis geantwortet.",
    "not-json":
      "Die Antwort kam nicht vom Microsoft-Verzeichnis. Vielleicht ist es eine Seite Ihres eigenen Netzwerks.",
    "not-an-answer": "Die Antwort nennt weder einen Mandanten noch einen bekannten Fehler.",
    "not-a-domain": "Das ist weder eine Domäne noch eine Mandanten-ID. Es wurde nichts gesendet.",
    "not-a-host": "Diesen Host oder diese Cloud gibt es nicht. Es wurde nichts gesendet.",
    aborted: "Die Abfrage wurde abgebrochen.",
    instead:
      "Öffnen Sie die Adresse der Abfrage in einem Browser, und fügen Sie die Antwort als Export ein.",
  },
  rulesetWords: {
    "2023-10": {
      findings: {
        "tenant-domain-mismatch": {
          why: "Mit einer falschen Mandanten-ID gilt der Anspruch für jemand anderen oder wird wegen Nichtübereinstimmung angehalten.",
        },
        "subscription-not-provisioned": {
          next: {
            pending:
              "Bitten Sie die Administration des Kunden, sie zu aktivieren und bereitzustellen. Danach kann es {provisioningLagDays} Tage dauern, bis das Formular es zeigt.",
          },
        },
        "subscription-already-claimed": {
          why: {
            "other-partner":
              "Ein Abonnement kann nur einem Partner zugeordnet sein. Microsoft vergleicht deshalb beide Ausführungsnachweise.",
          },
          next: {
            "other-partner":
              "Der Anspruch geht in die Schlichtung. Fragen Sie den Kunden, welcher Partner zugeordnet sein soll. Halten Sie einen Ausführungsnachweis bereit, der Ihre Arbeit belegt.",
          },
        },
        "subscription-not-active": {
          why: "Nur ein Abonnement, das aktiv oder in der Toleranzperiode ist, bringt Incentives.",
        },
      },
      statuses: {
        rejected: {
          meaning:
            "Der Ausführungsnachweis reicht nicht aus, oder niemand hat geantwortet. Sie können einmal widersprechen, und zwar innerhalb von {disputeDays} Tagen.",
        },
      },
    },
  },
};
