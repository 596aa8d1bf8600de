import type { en } from './en.ts';

/** German, for mails. */
export const de: typeof en = {
  signIn: 'Anmelden',
  noAnswer: 'Bitte antworten Sie nicht auf diese E-Mail; niemand liest die Antwort.',
  answerInPortal: 'Bitte antworten Sie nicht auf diese E-Mail; niemand liest die Antwort. Antworten Sie im Portal.',
  subject: (subject) => `Betreff: ${subject}`,
  questions: (contact) => `Fragen? ${contact}`,
  orOpen: 'Oder öffnen Sie diese Adresse:',
  ifNotYou:
    'Wenn Sie das waren, ist nichts zu tun. Wenn nicht, wählen Sie auf der Anmeldeseite „Passwort vergessen?“ und sagen Sie uns Bescheid.',
  notification: {
    title: (sender) => `Sichere Nachricht von ${sender}`,
    lead: (sender) => `${sender} hat Ihnen eine sichere Nachricht gesendet.`,
    readableUntil: (day) => `Sie ist bis ${day} lesbar.`,
    readableUntilWithdrawn: 'Sie ist lesbar, bis der Absender sie zurückzieht.',
    temporaryPassword: 'Zum ersten Anmelden brauchen Sie das vorläufige Passwort, das wir Ihnen in einer eigenen E-Mail senden.',
    read: 'Nachricht lesen',
    forgot: 'Passwort vergessen? Neues anfordern',
  },
  reminder: {
    title: (sender) => `Erinnerung: sichere Nachricht von ${sender}`,
    lead: (sender) => `Eine sichere Nachricht von ${sender} wartet auf Sie.`,
    unread: (day) => `Sie haben sie noch nicht gelesen. Sie ist bis ${day} lesbar.`,
  },
  genuine: {
    heading: 'So prüfen Sie, ob diese E-Mail echt ist',
    sentence: (postmaster, origin) =>
      `Sie kommt von ${postmaster}, ihre Links beginnen mit ${origin}/, und dieser Code wird bestätigt unter`,
  },
  code: {
    title: (organisation) => `Ihr Code für ${organisation}`,
    lead: 'Ihr Code',
    works: (time) => `Geben Sie ihn auf der Seite ein, auf der Sie ihn angefordert haben. Er gilt einmal, bis ${time}.`,
    first: 'Ihnen wurde eine sichere Nachricht gesendet, und dieser Code wurde angefordert, um Ihr Passwort zu erstellen.',
    again: 'Dieser Code wurde angefordert, um ein neues Passwort zu erstellen.',
    notYou: 'Wenn Sie das nicht waren, tun Sie nichts: Ohne den Code ändert sich nichts.',
    neverAsked:
      'Niemand von uns wird Sie je nach diesem Code fragen. Bitte antworten Sie nicht auf diese E-Mail; niemand liest die Antwort.',
  },
  password: {
    reason: {
      'message-sent':
        'Sie erhalten diese E-Mail, weil Ihnen eine sichere Nachricht gesendet wurde. Von wem, steht in einer eigenen E-Mail.',
      'administrator-arranged': (organisation) =>
        `Sie erhalten diese E-Mail, weil eine Administratorin oder ein Administrator von ${organisation} für Sie einen Zugang zur sicheren Post eingerichtet hat: Dort können Sie Nachrichten lesen und schreiben.`,
      'administrator-reset': (organisation) =>
        `Sie erhalten diese E-Mail, weil eine Administratorin oder ein Administrator von ${organisation} Ihr Passwort zurückgesetzt hat.`,
      requested:
        'Sie erhalten diese E-Mail, weil für diese Adresse ein neues Passwort angefordert wurde. Wenn Sie das nicht waren, tun Sie nichts: Ohne diese E-Mail kann niemand Ihre Nachrichten lesen.',
    },
    linkTitle: (organisation) => `Ihr Passwort für ${organisation}`,
    create: 'Passwort erstellen',
    linkWorks: (time) => `Der Link gilt einmal, bis ${time}. Danach wählen Sie auf der Anmeldeseite „Passwort vergessen?“.`,
    temporaryTitle: (organisation) => `Ihr vorläufiges Passwort für ${organisation}`,
    temporary: 'Ihr vorläufiges Passwort',
    temporaryWorks: (day, time) =>
      `Melden Sie sich mit Ihrer E-Mail-Adresse und diesem Passwort an, und wählen Sie dann ein eigenes. Es gilt bis ${day}, ${time}, und ersetzt jedes frühere vorläufige Passwort.`,
    neverAsked:
      'Niemand von uns wird Sie je nach diesem Passwort fragen. Bitte antworten Sie nicht auf diese E-Mail; niemand liest die Antwort.',
    changedTitle: (organisation) => `Ihr Passwort für ${organisation} wurde geändert`,
    changed: 'Ihr Passwort wurde geändert',
    changedOn: (address, day, time) => `Das Passwort für ${address} wurde am ${day} um ${time} geändert.`,
  },
  secondStep: {
    title: (organisation) => `Ihre Anmeldung bei ${organisation} hat sich geändert`,
    happened: {
      'app-added': 'Eine Authenticator-App wurde eingerichtet',
      'app-removed': 'Die Authenticator-App wurde entfernt',
      'passkey-added': 'Ein Passkey wurde hinzugefügt',
      'passkey-removed': 'Ein Passkey wurde entfernt',
      'recovery-code-used': 'Ein Wiederherstellungscode wurde zur Anmeldung benutzt',
      'recovery-codes-renewed': 'Neue Wiederherstellungscodes wurden erstellt',
      'all-removed': 'Ihr zweiter Schritt wurde von der Organisation entfernt',
    },
    when: (address, day, time) => `Das geschah am ${day} um ${time} für ${address}.`,
  },
  deliveryFailed: {
    title: (address) => `Nicht zugestellt an ${address}`,
    lead: (address) => `${address} wurde nicht erreicht.`,
    notification: (address, day, time) =>
      `Die Benachrichtigung über Ihre sichere Nachricht vom ${day}, ${time}, konnte nicht an ${address} zugestellt werden.`,
    message: (address, day, time) => `Ihre sichere Nachricht vom ${day}, ${time}, konnte nicht an ${address} zugestellt werden.`,
    reminder: (address, day, time) =>
      `${address} hat Ihre sichere Nachricht vom ${day}, ${time}, nicht geöffnet, und die Erinnerung daran konnte nicht zugestellt werden.`,
    reason: {
      'unknown-address': 'Der andere Mailserver kennt diese Adresse nicht.',
      'mailbox-full': 'Das Postfach ist voll.',
      refused: 'Der andere Mailserver hat die E-Mail abgelehnt.',
      'too-large': 'Die E-Mail war für den anderen Mailserver zu groß.',
      'not-reachable': 'Der andere Mailserver war nicht zu erreichen.',
      unclear: 'Der andere Mailserver nannte keinen klaren Grund.',
    },
    staffNext:
      'Prüfen Sie die Adresse. Im Aufgabenbereich in Outlook, unter „Gesendet“, können Sie sie berichtigen oder die Benachrichtigung noch einmal senden.',
    staffNextInside: 'Prüfen Sie die Adresse, und senden Sie die Nachricht noch einmal.',
    accountNext: 'Melden Sie sich an, um zu sehen, was Sie gesendet haben, oder erreichen Sie die Organisation auf anderem Weg.',
  },
  moreTime: {
    title: (name) => `${name} bittet um mehr Zeit`,
    lead: (name) => `${name} bittet um mehr Zeit.`,
    recalled: (address, day, time) =>
      `Ihre sichere Nachricht vom ${day}, ${time}, an ${address} wurde zurückgezogen und kann nicht mehr gelesen werden.`,
    expired: (address, day, time) =>
      `Ihre sichere Nachricht vom ${day}, ${time}, an ${address} ist abgelaufen und kann nicht mehr gelesen werden.`,
    staffNext:
      'Wenn sie gelesen werden soll, wählen Sie im Aufgabenbereich in Outlook, unter „Gesendet“, „Verlängern“; für das, was Sie zurückgezogen haben, senden Sie eine neue Nachricht. Sonst ist nichts zu tun.',
    accountNext:
      'Melden Sie sich an, um zu sehen, was Sie gesendet haben. Wenn es gelesen werden soll, antworten Sie noch einmal.',
  },
  opened: {
    title: (name) => `${name} hat Ihre sichere Nachricht geöffnet`,
    lead: (name) => `${name} hat Ihre sichere Nachricht geöffnet.`,
    when: (address, day, time) => `Sie wurde am ${day} um ${time} zum ersten Mal geöffnet, von ${address}.`,
    sent: (day, time) => `Sie haben sie am ${day}, ${time}, gesendet und wollten es erfahren.`,
    meaning: 'Das heißt, dass die Nachricht im Portal angezeigt wurde, nicht, dass sie zu Ende gelesen wurde.',
  },
  notice: {
    sender: (name) => `${name} (sicher)`,
    inside: 'Diese Nachricht wurde sicher innerhalb der Organisation gesendet.',
    alsoOutside:
      'Diese Nachricht wurde sicher gesendet. Personen außerhalb der Organisation lesen sie im Portal; wenn Sie ihnen einfach antworten, wird Ihre Antwort ungeschützt gesendet. Um sicher zu antworten, wählen Sie in Outlook „Sicher senden“.',
    fromPortal: (who, organisation) =>
      `${who} hat dies im Portal von ${organisation} geschrieben. Wenn Sie einfach antworten, wird Ihre Antwort ungeschützt gesendet. Um sicher zu antworten, wählen Sie in Outlook „Sicher senden“.`,
    copy: (day, time) =>
      `Das ist Ihre eigene Kopie der sicheren Nachricht, die Sie am ${day}, ${time}, gesendet haben. Personen außerhalb der Organisation lesen sie im Portal. Wenn Sie diese Kopie weiterleiten oder einfach allen antworten, wird diese E-Mail ungeschützt gesendet.`,
    archiveCopy: (author, day, time) =>
      `Kopie für das Archiv der sicheren Nachricht, die ${author} am ${day}, ${time}, gesendet hat.`,
    corrected: (wrong, right, day, time) =>
      `Am ${day}, ${time}, wurde eine Adresse berichtigt: Die Nachricht wurde für ${wrong} zurückgezogen und an ${right} gesendet.`,
    to: (people) => `An: ${people}`,
    cc: (people) => `Cc: ${people}`,
    bcc: (people) => `Bcc: ${people}`,
    filesLeftOut: (files) => `Mit ihren Dateien wäre diese E-Mail zu groß; sie sind deshalb nur aufgezählt: ${files}`,
    picturesLeftOut: 'Aus demselben Grund fehlen die Bilder im Text.',
    textLeftOut: 'Der Text selbst ist zu groß für eine E-Mail und fehlt.',
    restInHtml: 'Der Rest steht im HTML-Teil dieser E-Mail.',
  },
};
