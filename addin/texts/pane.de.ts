import { formatBytes, formatMoment } from '../../screen/format.ts';
import { pluralIn } from '../../screen/plural.ts';
import type { en } from './pane.en.ts';

const plural = pluralIn('de');
const restart = 'Bitte versuchen Sie es noch einmal. Wenn es so bleibt, starten Sie Outlook neu.';

const failures: typeof en.failures = {
  outlook_silent: { sentence: 'Outlook antwortet nicht.', nextStep: restart },
  outlook_refused: { sentence: 'Outlook konnte diese Nachricht nicht lesen.', nextStep: restart },
  draft_gone: {
    sentence: 'Die Nachricht ist nicht mehr geöffnet.',
    nextStep: 'Öffnen Sie sie in Outlook noch einmal und wählen Sie dann im Menüband „Sicher senden“.',
  },
  sign_in_not_allowed: {
    sentence: 'Ihre Organisation hat diesem Add-in noch nicht erlaubt, Sie anzumelden.',
    nextStep:
      'Bitte lassen Sie Ihre IT-Abteilung die Administratorzustimmung erteilen (Anleitung zur Einrichtung, Schritt „Register the application“).',
  },
  sign_in_unavailable: {
    sentence: 'Der Anmeldedienst antwortet im Moment nicht.',
    nextStep: 'Bitte versuchen Sie es in einer Minute noch einmal.',
  },
  sign_in_unsupported: {
    sentence: 'Dieses Outlook ist zu alt, um Sie anzumelden.',
    nextStep: 'Bitte aktualisieren Sie Outlook, oder schreiben Sie die Nachricht in Outlook im Web.',
  },
  sign_in_cancelled: {
    sentence: 'Sie sind nicht angemeldet.',
    nextStep: 'Wählen Sie „Noch einmal versuchen“ und schließen Sie die Anmeldung im Anmeldefenster ab.',
  },
  sign_in_failed: {
    sentence: 'Die Anmeldung hat nicht geklappt.',
    nextStep: 'Bitte versuchen Sie es noch einmal. Wenn es so bleibt, fragen Sie Ihre IT-Abteilung.',
  },
};

const unreadable: typeof en.unreadable = {
  cloud: 'Dies ist ein Link zu einer Datei in der Cloud. Hängen Sie die Datei als Kopie an, oder entfernen Sie den Link.',
  item: 'Dies ist eine E-Mail oder ein Termin. Speichern Sie sie als PDF oder legen Sie sie in eine Zip-Datei und hängen Sie diese an, oder entfernen Sie den Anhang.',
  empty:
    'Outlook gibt eine leere Datei heraus, vielleicht wegen einer Regel Ihrer Organisation. Entfernen Sie sie, oder fragen Sie Ihre IT-Abteilung.',
  refused: 'Outlook gibt diese Datei nicht heraus. Entfernen Sie sie und hängen Sie sie noch einmal an.',
};

const draft: typeof en.draft = {
  from: 'Von',
  to: 'An',
  cc: 'Cc',
  bcc: 'Bcc',
  outside: 'außerhalb der Organisation',
  nobody: '—',
  onlyResolved: 'Fehlt jemand? Outlook nennt uns eine Adresse erst, wenn sie vollständig ist.',
  many: (count, outside) =>
    outside === 0 ? `${count} Empfänger` : `${count} Empfänger, davon ${outside} außerhalb der Organisation`,
  fewer: (count) => `Nur die ersten ${count} anzeigen`,
  everybody: (count) => plural(count, { one: '# Empfänger anzeigen', other: 'Alle # Empfänger anzeigen' }),
  subject: 'Betreff',
  noSubject: '(kein Betreff)',
  text: 'Text',
  noText: '(kein Text)',
  showAll: 'Alles anzeigen',
  showLess: 'Weniger anzeigen',
  files: 'Dateien',
  everyFile: (count) => `Alle ${count} Dateien anzeigen`,
  pictures: (count) => plural(count, { one: '#\u00a0Bild im Text', other: '#\u00a0Bilder im Text' }),
  willGo: 'kann gesendet werden',
  willNotGo: 'kann nicht gesendet werden',
};

const problems: typeof en.problems = {
  changed_meanwhile: {
    sentence: 'Die Nachricht wurde geändert, während sie gesendet wurde.',
    nextStep: 'Es wurde nichts gesendet. Sehen Sie sie durch und wählen Sie dann noch einmal „Sicher senden“.',
  },
  warned_anew: {
    sentence: 'Zu dieser Nachricht gibt es etwas Neues zu beachten.',
    nextStep: 'Es wurde nichts gesendet. Lesen Sie die Hinweise oben und wählen Sie dann noch einmal „Sicher senden“.',
  },
  sender_unknown: {
    sentence: 'Wir konnten nicht feststellen, welche Adressen Ihnen gehören.',
    nextStep: 'Bitte fragen Sie Ihre IT-Abteilung; sie kann das einrichten.',
  },
  sender_not_allowed: (address) => ({
    sentence: `Von ${address} können Sie hier nicht senden.`,
    nextStep: 'Wählen Sie bei „Von“ Ihre eigene Adresse, oder bitten Sie Ihre IT-Abteilung, dieses Postfach zuzulassen.',
  }),
  no_recipients: {
    sentence: 'Outlook hat noch keinen Empfänger erkannt.',
    nextStep: 'Vervollständigen Sie die Adressen in An, Cc oder Bcc und wählen Sie dann noch einmal „Sicher senden“.',
  },
  too_many_recipients: (limit) => ({
    sentence: `Eine Nachricht kann höchstens ${limit}\u00a0Empfänger haben.`,
    nextStep: 'Bitte entfernen Sie einige, oder senden Sie die Nachricht in mehreren Teilen.',
  }),
  recipient_without_address: (name) => ({
    sentence: `${name} hat keine E-Mail-Adresse, die wir verwenden können.`,
    nextStep: 'Ersetzen Sie den Eintrag durch die vollständige Adresse einer Person.',
  }),
  list_without_address: (name) => ({
    sentence: `${name} ist eine Kontaktgruppe ohne eigene Adresse.`,
    nextStep: 'Wählen Sie in Outlook das Pluszeichen vor dem Namen, damit dort die Mitglieder stehen.',
  }),
  subject_too_long: (limit) => ({
    sentence: `Der Betreff ist länger als ${limit}\u00a0Zeichen.`,
    nextStep: 'Bitte kürzen Sie ihn.',
  }),
  subject_unreadable: {
    sentence: 'Der Betreff enthält Zeichen, die nicht gesendet werden können.',
    nextStep: 'Bitte löschen Sie ihn und geben Sie ihn neu ein.',
  },
  text_too_large: (limit) => ({
    sentence: `Der Text ist größer als ${formatBytes(limit)}.`,
    nextStep: 'Bitte kürzen Sie ihn, oder hängen Sie Teile davon als Dateien an.',
  }),
  too_many_files: (limit) => ({
    sentence: `Eine Nachricht kann höchstens ${limit}\u00a0Dateien haben, die Bilder im Text mitgezählt.`,
    nextStep: 'Bitte entfernen Sie einige, oder packen Sie sie in eine ZIP-Datei.',
  }),
  files_too_large: (limit) => ({
    sentence: `Die Dateien sind zusammen größer als ${formatBytes(limit)}.`,
    nextStep: 'Bitte entfernen Sie einige, oder senden Sie mehrere Nachrichten.',
  }),
  too_large_inside: (limit) => ({
    sentence: `Personen innerhalb der Organisation können höchstens ${formatBytes(limit)} erhalten.`,
    nextStep: 'Bitte entfernen Sie Dateien, oder senden Sie nur an Personen außerhalb.',
  }),
  unreadable_file: (name) => ({
    sentence: `„${name}“ kann nicht gesendet werden.`,
    nextStep: 'Neben der Datei steht, was zu tun ist. Wählen Sie dann noch einmal „Sicher senden“.',
  }),
};

const warnings: typeof en.warnings = {
  answersSecure:
    'Das ist die Antwort auf eine sichere Nachricht. Die Schaltfläche „Senden“ von Outlook würde sie mit allem Zitierten ungeschützt versenden; „Sicher senden“ schützt sie.',
  strayPictures: (count) =>
    plural(count, {
      one: 'Outlook sagt nicht, wo ein Bild im Text steht. Es wird als Datei gesendet.',
      other: 'Outlook sagt nicht, wo #\u00a0Bilder im Text stehen. Sie werden als Dateien gesendet.',
    }),
  unshownPictures: (names) =>
    plural(names.length, {
      one: `${names.join('')} ist von einer Art, die Empfänger im Text nicht sehen können, und wird als Datei gesendet.`,
      other: `${names.join(', ')} sind von einer Art, die Empfänger im Text nicht sehen können, und werden als Dateien gesendet.`,
    }),
  missingPictures: (count) =>
    plural(count, {
      one: 'Ein Bild im Text kann nicht gesendet werden. Bitte fügen Sie es noch einmal ein oder hängen Sie es als Datei an.',
      other:
        '#\u00a0Bilder im Text können nicht gesendet werden. Bitte fügen Sie sie noch einmal ein oder hängen Sie sie als Dateien an.',
    }),
  cloudLinks: (names) =>
    `Der Text verweist auf Dateien in der Cloud: ${names.join(', ')}. Vielleicht können Empfänger sie nicht öffnen; hängen Sie stattdessen Kopien an.`,
  lists: (names) =>
    `${names.join(', ')}: Alle auf dieser Liste erhalten die Nachricht, und außerhalb der Organisation teilen sie sich eine Anmeldung. Geben Sie die Personen einzeln ein, wenn Sie das nicht möchten.`,
};

/** German, for the task pane. */
export const de: typeof en = {
  failures,
  unreadable,
  signInAgain: {
    sentence: 'Ihre Anmeldung ist abgelaufen.',
    nextStep: 'Wählen Sie „Noch einmal versuchen“, um sich wieder anzumelden.',
  },
  notAccepted: {
    sentence: 'Der Server nimmt Ihre Anmeldung nicht an.',
    nextStep: 'Melden Sie sich mit Ihrem Konto dieser Organisation an. Haben Sie das getan, fragen Sie Ihre IT-Abteilung.',
  },
  notWhole: {
    sentence: 'Eine Datei ist nicht vollständig angekommen.',
    nextStep: 'Es wurde nichts gesendet. Bitte versuchen Sie es noch einmal.',
  },
  olderThanServer: {
    sentence: 'Dieser Aufgabenbereich ist älter als der Server.',
    nextStep: 'Schließen Sie ihn und wählen Sie im Menüband noch einmal „Sicher senden“.',
  },
  title: 'Sichere Nachricht',
  tabs: { label: 'Sichere Nachrichten', send: 'Senden', sent: 'Gesendet', loading: 'Wird geladen\u00a0…' },
  openInOutlook: {
    heading: 'Öffnen Sie dies in Outlook',
    text: 'Diese Seite arbeitet neben einer E-Mail, die Sie schreiben. Beginnen Sie in Outlook eine neue E-Mail und wählen Sie im Menüband „Sicher senden“.',
  },
  noScript: {
    sentence: 'Diese Seite erreicht Outlook nicht.',
    nextStep:
      'Ein Teil von ihr kommt von Microsoft und ist nicht angekommen. Prüfen Sie Ihre Verbindung und wählen Sie dann „Noch einmal versuchen“.',
  },
  reading: 'Ihre Nachricht wird gelesen\u00a0…',
  signInWindow: {
    sentence: 'Bitte melden Sie sich an.',
    nextStep:
      'Outlook hat dafür ein Fenster geöffnet. Wenn Sie es nicht sehen, wählen Sie „Abbrechen“ und versuchen Sie es noch einmal.',
    cancel: 'Abbrechen',
  },
  draft,
  options: {
    heading: 'Optionen',
    readableFor: 'Lesbar für',
    days: (days) => (days === 365 ? '1\u00a0Jahr' : plural(days, { one: '#\u00a0Tag', other: '#\u00a0Tage' })),
    noEnd: 'Ohne Ende',
    allowReply: 'Antworten erlauben',
    readReceipt: 'Benachrichtigen, wenn sie geöffnet wird',
    allowReplyAll: 'Antworten an alle erlauben',
    allowPrint: 'Drucken erlauben',
    allowDownload: 'Herunterladen erlauben',
    fixed: 'Graue Optionen hat Ihre Organisation festgelegt.',
    changed:
      'Die Regeln Ihrer Organisation haben sich inzwischen geändert. Bitte sehen Sie die Optionen durch und wählen Sie dann noch einmal „Sicher senden“.',
  },
  send: 'Sicher senden',
  problems,
  warnings,
  uploading: {
    heading: 'Wird gesendet',
    preparing: 'Ihre Nachricht wird gelesen\u00a0…',
    file: (name, number, count) => (count === 1 ? name : `${name}, ${number} von ${count}`),
    handingOver: 'Die Nachricht wird übergeben\u00a0…',
    progress: 'Fortschritt',
    cancel: 'Abbrechen',
  },
  accepted: {
    heading: (count) => plural(count, { one: 'Angenommen für # Empfänger', other: 'Angenommen für # Empfänger' }),
    text: 'Sie werden per E-Mail benachrichtigt. Dieser Entwurf wird nicht mehr gebraucht.',
    earlier: (moment) =>
      `Dies wurde schon gesendet (${formatMoment(moment)}); nur die Antwort darauf ging verloren. Was Sie seitdem am Entwurf geändert haben, wurde nicht gesendet.`,
    byTwin: (moment) =>
      `Ein anderes Fenster hat dies schon gesendet (${formatMoment(moment)}): dieselben Personen, derselbe Text, dieselben Dateien. Es wurde nicht noch einmal gesendet.`,
    ifTwice: 'Wenn es noch einmal hinausgehen soll, wählen Sie „Trotzdem senden“.',
    sendTwice: 'Trotzdem senden',
    lookOver: 'Den Entwurf noch einmal ansehen',
    close: 'Schließen',
    closesSoon: 'Dieses Fenster schließt sich von selbst.',
    closeByHand: 'Falls dieses Fenster noch offen ist, schließen Sie es bitte selbst und verwerfen Sie den Entwurf.',
    changed:
      'Der Entwurf wurde nach dem Senden geändert, und die Änderung wurde nicht gesendet. Deshalb bleibt er erhalten; sehen Sie ihn noch einmal an, wenn auch die Änderung hinausgehen soll.',
    outlookAsks: 'Wenn Sie das Fenster schließen, fragt Outlook, was mit dem Entwurf geschehen soll.',
    closeYourself:
      'Falls dieses Fenster noch offen ist, schließen Sie es bitte selbst und entscheiden Sie in Outlook, was mit dem Entwurf geschehen soll.',
    chooseDiscard: 'Wenn Outlook fragt, verwerfen Sie den Entwurf.',
  },
  failed: {
    tryAgain: 'Noch einmal versuchen',
    otherAccount: 'Mit einem anderen Konto anmelden',
    neverTwice: 'Auch bei einem neuen Versuch wird die Nachricht nie zweimal gesendet.',
  },
};
