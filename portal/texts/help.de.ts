import type { en } from './help.en.ts';

/** German. The help pages. */
export const de: typeof en = {
  toSignIn: 'Zur Anmeldung',
  toMessages: 'Zu meinen Nachrichten',
  genuine: {
    heading: 'Ist diese E-Mail echt?',
    check: 'Prüfcode prüfen',
    parts: ({ organisation, origin, postmaster }) => [
      {
        title: 'Prüfen Sie drei Dinge',
        sentences: [`Eine E-Mail von ${organisation} über eine sichere Nachricht ist echt, wenn alle drei stimmen:`],
        steps: [
          `Sie kommt von ${postmaster}.`,
          `Jeder Link darin beginnt mit ${origin}/`,
          'Ihr Prüfcode wird auf der Prüfseite bestätigt, mit dem Absender und dem Tag, die in Ihrer E-Mail stehen.',
        ],
      },
      {
        title: 'Der sicherste Weg',
        sentences: [
          `Benutzen Sie den Link gar nicht: Geben Sie ${origin} in die Adresszeile Ihres Browsers ein und melden Sie sich an. Dort sind alle Ihre Nachrichten.`,
        ],
      },
      {
        title: 'Was wir nie tun',
        sentences: [
          'Wir fragen nie per E-Mail oder Telefon nach Ihrem Passwort oder einem Code. Wir schicken Ihnen nie die Nachricht selbst oder ihre Dateien per E-Mail, nur den Hinweis, dass sie hier liegt.',
        ],
      },
      {
        title: 'Wenn etwas nicht stimmt',
        sentences: [
          'Öffnen Sie keinen Link aus dieser E-Mail und antworten Sie nicht darauf. Bitte sagen Sie uns Bescheid, damit wir andere warnen können.',
        ],
      },
    ],
  },
  login: {
    heading: 'Probleme bei der Anmeldung?',
    forgot: 'Neues Passwort anfordern',
    parts: ({ organisation, origin, postmaster }) => [
      {
        title: 'Ich habe mein Passwort vergessen',
        sentences: [
          'Wählen Sie auf der Anmeldeseite „Passwort vergessen?“ und geben Sie Ihre E-Mail-Adresse ein. Wir schicken Ihnen einen Link, mit dem Sie ein neues wählen.',
        ],
      },
      {
        title: 'Die E-Mail mit dem Code oder dem Link kommt nicht an',
        sentences: ['Eine E-Mail kann einige Minuten brauchen. Wenn sie nicht kommt:'],
        steps: [
          'Sehen Sie im Spam-Ordner nach.',
          `Bitten Sie Ihren E-Mail-Anbieter, E-Mails von ${postmaster} durchzulassen, oder nehmen Sie diese Adresse in Ihre Kontakte auf.`,
          'Fordern Sie eine weitere an. Ein Code gilt 10 Minuten, ein Link eine Stunde; der neueste gilt immer.',
          'Prüfen Sie, ob Sie die Adresse eingegeben haben, an die die Nachricht ging. An eine andere schicken wir nichts.',
        ],
      },
      {
        title: 'Mein Passwort wird abgelehnt',
        sentences: [
          'Groß- und Kleinschreibung zählt. Nach mehreren falschen Versuchen müssen Sie etwas warten; die Seite sagt, wie lange. Für ein neues Passwort brauchen Sie nicht zu warten.',
        ],
      },
      {
        title: 'Ich habe mehrere E-Mail-Adressen',
        sentences: [
          'Melden Sie sich mit der Adresse an, an die die Nachricht ging. Jede Adresse hat ihr eigenes Postfach und ihr eigenes Passwort.',
        ],
      },
      {
        title: 'Ich habe meinen zweiten Schritt verloren (die App oder den Passkey)',
        sentences: [
          `Benutzen Sie stattdessen einen Ihrer Wiederherstellungscodes. Wenn Sie keinen mehr haben, wenden Sie sich an ${organisation}: Niemand sonst kann Sie hereinlassen.`,
        ],
      },
      {
        title: 'Ich werde immer wieder abgemeldet, oder es geschieht nichts',
        sentences: [
          `Ihr Browser muss für ${origin} Cookies und JavaScript erlauben. Ein privates Fenster geht auch, vergisst Sie aber, wenn Sie es schließen.`,
        ],
      },
      {
        title: 'Der Link in der E-Mail geht nicht',
        sentences: [
          `Vielleicht hat ihn das E-Mail-Programm abgeschnitten. Kopieren Sie die ganze Adresse, oder öffnen Sie ${origin} und melden Sie sich an: Die Nachricht liegt in Ihrem Postfach.`,
        ],
      },
    ],
  },
  contact: {
    heading: 'Kontakt',
    sentence: (organisation) => `Brauchen Sie Hilfe, oder ist etwas unklar? ${organisation} hilft Ihnen.`,
    reach: 'Telefon und Zeiten',
    none: 'Bitte benutzen Sie die Telefonnummer oder die Adresse der Organisation, die Sie schon kennen.',
    message: 'Zu einer Nachricht',
    messageSentence: 'Bitte fragen Sie die Person, die sie gesendet hat. Sie können im Portal antworten.',
    postmaster: 'Unsere E-Mails kommen von',
    postmasterSentence: 'Antworten an diese Adresse liest niemand.',
    security: 'Eine Schwachstelle in der Sicherheit dieses Portals',
    securitySentence:
      'Bitte melden Sie sie vertraulich und geben Sie uns Zeit, sie zu beheben, bevor Sie darüber schreiben. Wohin, steht in',
  },
  accessibility: {
    heading: 'Barrierefreiheit',
    sentence: (organisation) =>
      `Alle sollen hier Nachrichten von ${organisation} lesen und beantworten können. Wir bauen dieses Portal nach den Richtlinien für barrierefreie Webinhalte (WCAG) 2.2, Stufe AA.`,
    parts: () => [
      {
        title: 'Was geprüft wird',
        sentences: ['Mit jeder Ausgabe der Software, durch Maschinen:'],
        steps: [
          'Mit dem Prüfwerkzeug axe nach WCAG 2.2 AA, hell und dunkel: ein Passwort anlegen und anmelden, ein Passwort zurücksetzen, eine Nachricht und die Vorschau eines Bildes, antworten und schreiben, die Ordner, die Einstellungen, eine E-Mail prüfen und diese Hilfe.',
          'Auf denselben Bildschirmen mit erzwungenen Farben (hoher Kontrast) nur eine Regel: dass Links sich vom Text um sie herum abheben. Der Kontrast ist dort der Ihrer eigenen Farben; ob jedes Zeichen und jeder Rahmen sichtbar bleibt, prüft keine Maschine.',
          'Mit axe nur in Hell oder nur in Dunkel: was Sie kurz oder selten sehen, etwa Suchergebnisse, eine beendete Nachricht, ein Passwort über einen zugesandten Link, der zweite Schritt und seine Wiederherstellungscodes, das Entfernen eines Passkeys, das Setzen eines Links, zwei Fenster mit einem Entwurf, Warnungen und ein vorläufiges Passwort, das neu angefordert wird oder abgelaufen ist.',
          'Der ganze Weg allein mit der Tastatur: vom Link über das Passwort bis zum Lesen, Sichern von Dateien, Antworten und Abmelden.',
          'Die Bildschirme der ersten Zeile in einem Fenster von 320 Pixeln Breite, was einer Vergrößerung auf 400 % entspricht: Nichts muss seitwärts gerollt werden.',
          'Texte, die sich von selbst ändern, werden angesagt, und nichts bewegt sich, wenn Ihr System um weniger Bewegung bittet.',
        ],
      },
      {
        title: 'Was nicht erfüllt oder nicht bekannt ist',
        sentences: [],
        steps: [
          'Der Text einer Nachricht erscheint so, wie ihn der Absender geschrieben hat. Seine Farben, Tabellen und Bilder ohne Beschreibung liegen nicht in unserer Hand.',
          'Für angehängte Dateien gilt dasselbe.',
          'Bisher haben weder Menschen mit Behinderung noch Nutzer von Screenreadern an den Prüfungen teilgenommen; eine Maschine findet nur einen Teil der Hindernisse. Eine Erklärung unabhängiger Prüfer gibt es nicht.',
          'In einer Nachricht können breite Tabellen innerhalb der Nachricht seitwärts rollen.',
        ],
      },
    ],
    report: 'Ein Hindernis melden',
    reportSentence:
      'Bitte sagen Sie uns, was Sie tun wollten und was im Weg stand. Wir können Ihnen die Nachricht in anderer Form geben.',
  },
};
