/** Words of the public pages. A `\u00a0` keeps a number and its unit on one line. */

/** A titled piece of running text: paragraphs, then a list, then what closes it. */
export type TextSection = {
  readonly title: string;
  readonly id?: string;
  readonly paragraphs?: readonly string[];
  readonly items?: readonly string[];
  readonly closing?: readonly string[];
};

export const publicPages = {
  start: {
    documentTitle: "Der Ausweis kommt ins Haus",
    title: "Der Ausweis kommt ins Haus",
    lead: "Mit dem Bürgerkoffer nehmen Mitarbeitende der Stadt Dortmund Anträge auf Personalausweise dort auf, wo Menschen nicht selbst ins Bürgeramt kommen können. Hier fragen Einrichtungen einen Besuch an.",
    drawing: "Zeichnung: ein offener Koffer mit Laptop, Kamera, Fingerabdruckscanner und Personalausweis",
    waysTitle: "Womit möchten Sie beginnen?",
    ways: [
      {
        title: "Pflege und Betreuung",
        text: "Sie nennen die Personen und die Tage, die Ihnen passen. Wir schlagen einen Termin vor.",
        link: "Als Einrichtung anmelden",
      },
      {
        title: "Justizvollzugsanstalt",
        text: "Sie sehen, wer vor der Entlassung einen Ausweis braucht und ob die Zeit noch reicht.",
        link: "Als JVA anmelden",
      },
    ],
    noAccess: "Noch kein Zugang? Rufen Sie uns an, wir richten ihn ein:",
    stepsTitle: "So läuft es ab",
    steps: [
      {
        title: "Anfragen",
        text: "Sie wählen Personen, Leistungen und Wunschtage. Sie sehen gleich, wer zuständig ist, was es kostet und was bereitliegen muss.",
      },
      {
        title: "Termin bestätigen",
        text: "Sie bekommen Tag, Uhrzeit und die Namen des Teams und bestätigen den Besuch. Passt der Tag nicht, sagen Sie es uns.",
      },
      {
        title: "Besuch",
        text: "Das Team baut den Koffer auf und nimmt die Anträge auf, wenn nötig am Bett. Rechnen Sie mit 25\u00a0Minuten je Person, dazu Auf- und Abbau.",
      },
    ],
    afterSteps: "Der fertige Ausweis ist nach etwa drei Wochen da. Wir händigen ihn bei einem weiteren Besuch aus oder an eine Person mit Vollmacht.",
    whoTitle: "Für wen ist der Besuch?",
    who: [
      "Für Deutsche, die in einer Dortmunder Einrichtung leben und nicht ins Bürgeramt kommen können.",
      "Für Deutsche in der Justizvollzugsanstalt Dortmund.",
      "Wer mit Hauptwohnung in einer anderen Stadt gemeldet ist, braucht deren Einverständnis. Das klären wir vor dem Besuch.",
    ],
    exemptionTitle: "Oft geht es auch ohne neuen Ausweis",
    exemptionSource: "§ 1 Absatz 3 Personalausweisgesetz",
    exemption: "Wer dauerhaft in einer Pflegeeinrichtung lebt, kann sich von der Ausweispflicht befreien lassen. Das kostet nichts und braucht keinen Besuch. Das Portal sagt Ihnen, wann das der bessere Weg ist.",
    costsTitle: "Was kostet es?",
    costsLead: "Der Besuch selbst kostet nichts. Für den Ausweis gelten dieselben Gebühren wie im Bürgeramt.",
    costsCaption: "Gebühren seit dem 7. Februar 2026",
    costsColumns: { service: "Leistung", fee: "Gebühr" },
    costs: [
      { service: "Personalausweis", fee: "46,00\u00a0€" },
      { service: "Personalausweis für Personen unter 24\u00a0Jahren", fee: "27,60\u00a0€" },
      { service: "Foto, wenn das Team es aufnimmt", fee: "+\u00a06,00\u00a0€" },
      { service: "Vorläufiger Personalausweis", fee: "10,00\u00a0€" },
      { service: "Befreiung von der Ausweispflicht, Adressänderung", fee: "kostenfrei" },
    ],
    prepareTitle: "Was bereiten Sie vor?",
    prepare: [
      "Einen ruhigen Raum mit Tisch, Steckdose und Mobilfunkempfang.",
      "Für jede Person den bisherigen Ausweis oder Pass, sonst eine Geburts- oder Eheurkunde.",
      "Ein digitales Foto mit Code, falls vorhanden. Sonst nimmt das Team es auf.",
      "Bei rechtlicher Betreuung: den Betreuerausweis, und die Betreuerin oder der Betreuer kommt dazu.",
      "Eine Ansprechperson, die beim Besuch da ist.",
    ],
    contactTitle: "Fragen?",
    contactText: "Wir helfen bei der Anfrage, beim Zugang und wenn eine Person verhindert ist.",
    easyTitle: "Einfacher oder anders lesen",
  },

  imprint: {
    title: "Impressum",
    lead: "Angaben nach § 5 des Digitale-Dienste-Gesetzes.",
    demoTitle: "Dies ist eine Demonstration",
    demoText: "Anschrift, Telefonnummer und E-Mail-Adresse sind erfunden. Vor dem Betrieb trägt die Stadt hier ihre eigenen Angaben ein.",
    facts: [
      { term: "Anbieterin", value: "Stadt Dortmund, Körperschaft des öffentlichen Rechts" },
      { term: "Vertreten durch", value: "die Oberbürgermeisterin oder den Oberbürgermeister" },
      { term: "Zuständig", value: "Bürgerdienste, Team Bürgerkoffer" },
      { term: "Anschrift", value: "Musterplatz 1, 44000 Dortmund (Musterangabe)" },
      { term: "Umsatzsteuer-Identifikationsnummer", value: "wird von der Stadt eingetragen" },
    ],
    sections: [
      {
        title: "Verantwortlich für den Inhalt",
        paragraphs: ["Die Leitung der Bürgerdienste der Stadt Dortmund, Anschrift wie oben."],
      },
      {
        title: "Software, Schriften und Gestaltung",
        paragraphs: [
          "Das Portal ist freie Software unter der European Union Public Licence (EUPL) 1.2. Es nutzt das Designsystem KERN (EUPL 1.2) und die Schrift Fira Sans (SIL Open Font License 1.1). Schriften und Bilder liegen auf dem eigenen Server.",
        ],
      },
      {
        title: "Links auf andere Seiten",
        paragraphs: ["Für Inhalte fremder Seiten, auf die wir verweisen, sind deren Anbieter verantwortlich. Fällt Ihnen dort etwas auf, sagen Sie es uns."],
      },
    ] satisfies readonly TextSection[],
  },

  privacy: {
    title: "Datenschutz",
    lead: "Was das Portal über Sie speichert, wozu, wie lange, und welche Rechte Sie haben. Diese Hinweise gelten nach Artikel 13 und 14 der Datenschutz-Grundverordnung (DSGVO).",
    contentsTitle: "Auf dieser Seite",
    stateOn: "Stand: 27. November 2026",
  },

  accessibility: {
    title: "Erklärung zur Barrierefreiheit",
    lead: "Die Stadt Dortmund will, dass alle dieses Portal nutzen können: Einrichtungen, Teams und Verwaltung. Diese Erklärung gilt für das Portal „Bürgerkoffer“ mit allen öffentlichen und angemeldeten Seiten.",
    sections: [
      {
        title: "Rechtliche Grundlage",
        paragraphs: [
          "Maßgeblich sind das Behindertengleichstellungsgesetz Nordrhein-Westfalen (BGG NRW, §§ 10 bis 10e) und die Barrierefreie-Informationstechnik-Verordnung Nordrhein-Westfalen (BITVNRW). Technisch gilt die Norm EN 301 549 mit den Web Content Accessibility Guidelines (WCAG) 2.1, Stufe AA. Wir richten uns schon nach WCAG 2.2, Stufe AA.",
        ],
      },
      {
        title: "Stand der Vereinbarkeit",
        paragraphs: [
          "Das Portal ist nach unserer eigenen Einschätzung teilweise mit diesen Anforderungen vereinbar. Es ist nicht zertifiziert, und eine Prüfung durch Menschen mit Behinderungen oder durch eine unabhängige Stelle steht noch aus.",
          "Geprüft wird jede Seite automatisch mit dem Werkzeug axe, bei breitem und schmalem Bildschirm. Ein solches Werkzeug findet nur einen Teil der Barrieren.",
        ],
      },
      {
        title: "Was noch nicht barrierefrei ist",
        items: [
          "Ein Video in Deutscher Gebärdensprache gibt es noch nicht. Wir erklären Ihnen das Angebot auf Wunsch mit Dolmetschung.",
          "In Leichter Sprache erklären wir bisher das Angebot und die Bedienung, nicht jede einzelne Seite.",
          "Der Wochenplan der Teamleitung zeigt Zeiten auch als Zeichnung. Alle Angaben stehen daneben als Text; bei starker Vergrößerung wird daraus eine Liste nach Tagen.",
        ],
      },
      {
        title: "Erstellt und überprüft",
        paragraphs: ["Diese Erklärung wurde am 22. November 2026 auf Grundlage einer Selbstbewertung erstellt. Wir prüfen sie mindestens einmal im Jahr und bei jeder größeren Änderung."],
      },
      {
        id: "feedback",
        title: "Barriere melden",
        paragraphs: [
          "Ist Ihnen eine Barriere aufgefallen, oder brauchen Sie eine Information in anderer Form? Schreiben Sie uns oder rufen Sie an. Nennen Sie bitte die Seite und was dort nicht ging. Wir antworten so bald wie möglich, spätestens nach vier Wochen.",
        ],
      },
      {
        id: "ombudsman",
        title: "Wenn unsere Antwort nicht hilft",
        paragraphs: [
          "Dann können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden. Sie ist der oder dem Landesbeauftragten für Menschen mit Behinderungen zugeordnet (§ 10d BGG NRW). Das Verfahren kostet nichts, und Sie brauchen keinen Rechtsbeistand.",
        ],
      },
    ] satisfies readonly TextSection[],
    feedbackMail: { label: "Barriere per E-Mail melden", subject: "Barriere im Portal Bürgerkoffer" },
    ombudsman: {
      name: "Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen",
      mail: "ombudsstelle-barrierefreie-it@mags.nrw.de",
      site: "www.lbbp.nrw.de/ombudsstelle",
      siteHref: "https://www.lbbp.nrw.de/ombudsstelle",
    },
  },

  easyLanguage: {
    title: "Leichte Sprache",
    lead: "Hier lesen Sie: Was ist der Bürger·koffer?",
    sections: [
      {
        title: "Was ist der Bürger·koffer?",
        paragraphs: ["Der Bürger·koffer ist ein Koffer mit Technik.", "Im Koffer sind zum Beispiel ein Computer und eine Kamera.", "Mitarbeiter von der Stadt Dortmund bringen den Koffer zu Ihnen.", "Damit können Sie einen neuen Ausweis beantragen.", "Sie müssen nicht zum Amt fahren."],
      },
      {
        title: "Für wen ist der Bürger·koffer?",
        items: ["Für Menschen im Pflege·heim.", "Für Menschen im Gefängnis.", "Für Menschen mit deutschem Pass oder deutschem Ausweis."],
      },
      {
        title: "Wie bekomme ich einen Termin?",
        paragraphs: ["Sagen Sie in Ihrer Einrichtung Bescheid.", "Eine Einrichtung ist zum Beispiel ein Pflege·heim.", "Die Mitarbeiter dort fragen einen Termin für Sie an.", "Die Stadt sagt Ihrer Einrichtung: An diesem Tag kommen wir."],
      },
      {
        title: "Was passiert beim Termin?",
        items: ["2 Mitarbeiter von der Stadt kommen.", "Sie prüfen Ihren alten Ausweis.", "Sie machen ein Foto von Ihnen.", "Sie nehmen Ihre Finger·abdrücke.", "Sie unterschreiben den Antrag."],
        closing: ["Das dauert ungefähr eine halbe Stunde.", "Sie können nicht aufstehen? Dann kommen die Mitarbeiter an Ihr Bett."],
      },
      {
        title: "Was kostet das?",
        paragraphs: ["Der Besuch kostet nichts.", "Der Ausweis kostet Geld:"],
        items: ["Ein Ausweis kostet 46 Euro.", "Sie sind jünger als 24 Jahre? Dann kostet der Ausweis 27 Euro und 60 Cent.", "Die Stadt macht das Foto? Dann kostet das Foto 6 Euro mehr."],
      },
      {
        title: "Brauche ich einen Ausweis?",
        paragraphs: ["Sie leben für immer in einem Pflege·heim?", "Dann brauchen Sie vielleicht keinen neuen Ausweis.", "Das nennt man: Befreiung von der Ausweis·pflicht.", "Die Befreiung kostet nichts."],
      },
      {
        title: "Was passiert mit meinen Daten?",
        paragraphs: ["Ihre Daten sind zum Beispiel Ihr Name und Ihr Geburtstag.", "Die Stadt braucht Ihre Daten für den Termin.", "Danach löscht die Stadt Ihre Daten hier.", "Das passiert 7 Tage nach dem Ende."],
      },
      {
        title: "So benutzen Sie diese Seite",
        items: ["Oben ist der Knopf: Anmelden. Er ist für die Mitarbeiter in Ihrer Einrichtung.", "Ganz unten stehen Telefon und E-Mail.", "Dort steht auch: Barriere melden. Damit sagen Sie uns, wenn etwas nicht geht."],
      },
    ] satisfies readonly TextSection[],
    contactTitle: "Haben Sie Fragen?",
    contactText: "Rufen Sie uns an. Oder schreiben Sie uns eine E-Mail.",
    note: "Diesen Text haben Fachleute für Leichte Sprache noch nicht geprüft.",
  },

  signLanguage: {
    title: "Gebärdensprache",
    lead: "Ein Video in Deutscher Gebärdensprache (DGS) gibt es hier noch nicht. So bekommen Sie trotzdem alle Informationen.",
    sections: [
      {
        title: "Beim Besuch",
        paragraphs: ["Sie haben ein Recht auf Dolmetschung (§ 8 BGG NRW). Sagen Sie Ihrer Einrichtung, dass Sie in Gebärdensprache sprechen, oder schreiben Sie uns vor dem Besuch. Wir bestellen eine Dolmetscherin oder einen Dolmetscher. Für Sie kostet das nichts."],
      },
      {
        id: "questions",
        title: "Wenn Sie vorher Fragen haben",
        paragraphs: ["Schreiben Sie uns eine E-Mail. Wir antworten schriftlich oder vereinbaren ein Gespräch mit Dolmetschung. Sie können uns auch über einen Telefon-Dolmetschdienst anrufen."],
      },
      {
        title: "Was Sie auf diesen Seiten finden",
        items: [
          "Die Startseite erklärt, was der Bürgerkoffer ist, wer ihn nutzen kann und was ein Ausweis kostet.",
          "Oben rechts melden sich Einrichtungen an und fragen Besuche an.",
          "Ganz unten auf jeder Seite stehen Impressum, Datenschutz, Barrierefreiheit und unser Kontakt.",
          "Unter „Barriere melden“ sagen Sie uns, was für Sie nicht funktioniert.",
        ],
      },
    ] satisfies readonly TextSection[],
  },

  english: {
    title: "The ID card comes to you",
    documentTitle: "English",
    lead: "With the Bürgerkoffer, a mobile registration kit, staff of the City of Dortmund take ID card applications where people cannot come to an office: in care homes and in Dortmund prison.",
    sections: [
      {
        title: "Who can use it?",
        items: [
          "German citizens who live in a care home or a similar facility in Dortmund and cannot come to a citizens’ office.",
          "German citizens held in Dortmund prison.",
        ],
        closing: ["Citizens of other countries cannot apply for a German ID card. For residence documents please contact the immigration office."],
      },
      {
        title: "How does it work?",
        paragraphs: ["Please ask the staff of your facility. They sign in here and request a visit for you. The portal itself is in German."],
        items: [
          "The facility requests a visit and names the people and the days that suit.",
          "The city announces day, time and the names of the team; the facility confirms.",
          "Two members of staff come with the kit. Please allow 25 minutes per person. If you cannot get up, they come to your bedside.",
          "The card is ready after about three weeks. It is handed over at a later visit or to a person you authorise.",
        ],
      },
      {
        title: "What does it cost?",
        items: ["ID card: 46.00 euros", "ID card for people under 24: 27.60 euros", "Photo taken by the team: 6.00 euros more", "The visit itself: no extra charge"],
        closing: ["Fees since 7 February 2026. People who live permanently in a care home can be exempted from the duty to hold an ID card free of charge."],
      },
      {
        title: "What happens to your data?",
        paragraphs: ["The portal only plans visits. Photos, fingerprints, signatures and PINs are never stored here. Personal data is deleted seven days after your case is closed."],
      },
    ] satisfies readonly TextSection[],
    contactTitle: "Questions?",
    contactText: "Call us or send an e-mail.",
    phone: "Telephone",
    mail: "E-mail",
    hours: "Monday to Friday, 8:00 to 15:00",
  },
} as const;
