// The words of the cards in German: see the English file.

export default {
  title: "Codes der Hinweise",
  intro: "Alle Hinweise, die die Prüfung geben kann, mit einer Karte für jeden Code.",
  home: "Dokumentation",
  all: "Alle Codes",
  unchecked: "Ohne eigene Prüfung",
  facts: "Angaben",
  check: "Prüfung",
  place: "Angezeigt",
  places: {
    field: "Am Feld",
    outcome: "Im Ergebnis",
  },
  fields: "Felder",
  noFields: "Keine: Der Hinweis betrifft die Eingabe als Ganzes",
  editions: "Regelwerke",
  edition: "Regelwerk",
  weight: "Gewicht",
  certainty: "Sicherheit",
  authorities: {
    "partner-center": "Partner Center richtet sich danach.",
    reviewer: "Wer den Anspruch bei Microsoft prüft, kann sich danach richten.",
    inferred: "Bei Microsoft sagt das niemand. Es ist abgeleitet und blockiert daher nie.",
  },
  source: "Quelle",
  never: "Kommt nicht vor",
  parameters: "Parameter",
  parameter: "Parameter",
  values: "Werte",
  anyText: "Text",
  examples: "Beispiele",
  example: "{edition}: Beispiel",
  what: "Was",
  why: "Warum",
  next: "Nächster Schritt",
  noPromise: "Kein Ergebnis verspricht eine Genehmigung: Das entscheidet nur Microsoft.",
  codes: {
    "role-missing": "Der Anspruch sagt nicht, welche Rolle Sie im Partner Center haben.",
    "role-not-permitted":
      "Die Rolle ist keine der drei: globaler Administrator, Abrechnungsadministrator, Incentiveadministrator.",
    "tenant-id-missing":
      "Die Mandanten-ID des Kunden ist leer oder ein Platzhalter, zum Beispiel „k. A.“ oder „your-tenant-id“.",
    "tenant-id-malformed":
      "Der Text ähnelt einer GUID, hat aber zu wenige, zu viele oder falsche Zeichen, oder es sind mehrere.",
    "tenant-id-wrong-kind":
      "Im Feld steht etwas anderes, zum Beispiel eine Domäne, eine Bestell-ID oder eine Abonnement-ID.",
    "tenant-id-reserved":
      "Die ID hat kein Kunde: zum Beispiel „common“, lauter Nullen oder ein Mandant von Microsoft.",
    "tenant-id-is-own":
      "Die ID ist die Ihres eigenen Mandanten, oder sie gehört laut den Daten zu Ihrer eigenen Domäne.",
    "domain-missing": "Die Domäne des Kunden ist leer oder ein Platzhalter.",
    "domain-malformed":
      "Der Text soll eine Domäne sein, kann aber keine sein: falsches Zeichen, falsche Länge oder Form.",
    "domain-wrong-kind":
      "Im Feld steht etwas anderes als eine Domäne, oder die Adresse eines Microsoft-Dienstes.",
    "domain-is-mail-provider":
      "Die Domäne gehört einem öffentlichen E-Mail-Anbieter, zum Beispiel outlook.com oder gmail.com.",
    "domain-unusual":
      "Die Domäne weicht um ein oder zwei Buchstaben von einer bekannten Endung ab oder lässt sich nicht bestätigen.",
    "tenant-domain-mismatch":
      "Laut den Daten gehört die Domäne zu einem anderen Mandanten als dem des Anspruchs.",
    "tenant-not-found":
      "Laut den Daten kennt das Verzeichnis von Microsoft keinen Mandanten zu dieser Domäne.",
    "tenant-other-cloud": "Laut den Daten liegt der Mandant des Kunden in einer nationalen Cloud.",
    "tenant-domain-unverified":
      "Mandanten-ID und Domäne sind da, aber keine Daten sagen, ob sie zusammengehören.",
    "solution-area-missing": "Der Lösungsbereich ist nicht gewählt.",
    "product-missing":
      "Es ist weder ein Produkt angegeben noch ein Abonnement, dessen Produkt bekannt ist.",
    "product-not-in-area":
      "Das Produkt ist bekannt und gehört zum anderen Lösungsbereich oder zu Azure.",
    "product-unrecognized":
      "Das Produkt steht in keiner Tabelle: weder als Name noch als Teilenummer noch als SKU-ID.",
    "product-power-platform":
      "Der Anspruch nennt die Nutzung von Power BI, Power Apps, Power Automate oder Customer Insights.",
    "product-suite":
      "Ein Anspruch für Microsoft 365 nennt eine Suite wie E5 und nicht die Workload.",
    "activity-missing": "Keine Aktivität oder Partnerrolle ist gewählt.",
    "activity-not-in-area": "Die gewählte Aktivität gibt es im gewählten Lösungsbereich nicht.",
    "revenue-association-no-payment":
      "Gewählt ist die Umsatzzuordnung, die nur den Einfluss festhält und nichts auszahlt.",
    "activity-no-payment": "Die gewählte Partnerrolle trägt „Non-Incentivized“ im Namen.",
    "channel-not-eligible":
      "Ein Produkt aus Business Applications wurde weder über einen Volumenlizenzvertrag noch über Web-Direct gekauft.",
    "channel-unconfirmed":
      "Der Bezugsweg eines Produkts aus Business Applications fehlt, ist unbekannt oder widerspricht den Daten.",
    "subscription-id-missing": "Ein Anspruch für Business Applications hat keine Abonnement-ID.",
    "subscription-id-malformed":
      "Der Text ähnelt einer GUID, hat aber zu wenige, zu viele oder falsche Zeichen, oder es sind mehrere.",
    "subscription-id-wrong-kind":
      "Im Feld steht etwas anderes, zum Beispiel eine Mandanten-ID, eine Bestell-ID oder ein Azure-Angebot.",
    "subscription-id-not-needed":
      "Ein Anspruch für Microsoft 365 hat eine Abonnement-ID, nach der das Formular nicht fragt.",
    "subscription-on-other-tenant":
      "Laut den Daten gehört das Abonnement zu einem anderen Mandanten als dem des Anspruchs.",
    "product-not-on-tenant":
      "Alle Abonnements des Mandanten sind bekannt, und keines enthält das Produkt des Anspruchs.",
    "subscription-not-listed":
      "Die Abonnements des Mandanten sind bekannt, und die ID des Anspruchs ist nicht dabei.",
    "product-subscription-mismatch":
      "Das Abonnement steht in den Daten und enthält ein anderes Produkt.",
    "subscription-not-dynamics":
      "Das Abonnement steht in den Daten, und seine SKU ist kein Produkt aus Dynamics 365.",
    "subscription-csp":
      "Laut den Daten wurde das Abonnement über CSP gekauft, oder der Mandant eines Partners hat es angelegt.",
    "subscription-not-provisioned":
      "Laut den Daten ist die Bereitstellung noch offen oder fehlgeschlagen.",
    "subscription-newly-provisioned":
      "Das Abonnement ist so neu, dass das Formular es vielleicht noch nicht anzeigt.",
    "subscription-already-claimed":
      "Laut den Daten gibt es bereits einen Anspruch: Ihren eigenen für dieselbe Aktivität oder den eines anderen Partners.",
    "subscription-not-active":
      "Laut den Daten ist das Abonnement weder aktiv noch in der Toleranzperiode.",
    "subscription-in-grace": "Laut den Daten ist das Abonnement in der Toleranzperiode.",
    "subscription-ending":
      "Das Abonnement endet innerhalb von 30 Tagen nach dem Tag des Anspruchs.",
    "subscription-trial": "Laut den Daten ist das Abonnement eine Testversion.",
    "subscription-starts-later": "Der Tag des Anspruchs liegt vor dem ersten Tag des Abonnements.",
    "subscription-unverified":
      "Die Daten zeigen einzelne Tatsachen zum Abonnement nicht. Ein Hinweis nennt sie alle.",
    "partner-id-missing": "Die Partner-ID ist leer oder ein Platzhalter.",
    "partner-id-malformed":
      "Die Partner-ID enthält andere Zeichen als Ziffern, oder es sind mehrere.",
    "partner-id-wrong-kind":
      "Im Feld steht etwas anderes, zum Beispiel eine GUID oder eine Domäne.",
    "partner-id-unusual-length": "Die Partner-ID hat weniger als 6 oder mehr als 7 Ziffern.",
    "partner-id-not-enrolled":
      "Laut den Daten ist die Partner-ID in keinem Incentive-Programm registriert.",
    "partner-id-unverified":
      "Die Daten zeigen nicht, ob die Partner-ID registriert ist oder welchen Partnertyp sie hat.",
    "partner-id-global-account":
      "Laut den Daten ist die Partner-ID die des globalen Kontos Ihres Unternehmens.",
    "partner-id-partner-type":
      "Laut den Daten hat die Partner-ID einen besonderen Partnertyp, zum Beispiel FRP FastTrack.",
    "competing-claim":
      "Laut Ihrer Antwort oder den Daten ist Kunde und Produkt bereits ein anderer Partner zugeordnet.",
    "own-claim-exists":
      "Laut den Daten gibt es einen eigenen Anspruch für denselben Kunden und dasselbe Produkt.",
    "competing-claim-unverified":
      "Offen ist, ob Kunde und Produkt bereits ein anderer Partner zugeordnet ist.",
    "proof-of-execution-missing": "Sie haben geantwortet, dass es keinen Ausführungsnachweis gibt.",
    "proof-of-execution-unverified": "Offen ist, ob der Ausführungsnachweis vorliegt.",
    "input-malformed":
      "Ein Wert ist kein Text, ein Feld hat mehrere Werte, eine Auswahl steht nicht in ihrer Liste, oder ein Tag ist kein Kalendertag.",
    "unknown-field": "Der Anspruch hat ein Feld mit einem Namen, den kein Anspruch hat.",
    "evidence-malformed": "Ein Teil der Daten ist nicht lesbar oder trägt ein Datum nach heute.",
    "evidence-contradiction":
      "Zwei Quellen widersprechen sich zu Abonnement, Mandant oder Partner-ID des Anspruchs.",
  },
};
