import { pluralIn } from '../../screen/plural.ts';
import type { en } from './compose.en.ts';

const plural = pluralIn('de');

/** German. Writing in the portal. */
export const de: typeof en = {
  replyTo: (name) => `Antwort an ${name}`,
  replyAllTo: (name, others) =>
    plural(others, { one: `Antwort an ${name} und # weitere Person`, other: `Antwort an ${name} und # weitere` }),
  newMessage: 'Neue Nachricht',
  answer: (subject) => (subject === '' ? 'Ihre Antwort' : `Ihre Antwort auf „${subject}“`),
  answerToAll: (subject) => (subject === '' ? 'Ihre Antwort an alle' : `Ihre Antwort an alle auf „${subject}“`),
  text: 'Ihre Antwort',
  messageText: 'Ihre Nachricht',
  subject: 'Betreff',
  saving: 'Wird gespeichert\u00a0…',
  saved: (time) => `Gespeichert ${time}`,
  notSaved: 'Noch nicht gespeichert',
  draftSaved: 'Ihr Entwurf ist gespeichert.',
  draftNotSaved: 'Ihr Entwurf konnte noch nicht gespeichert werden.',
  attach: 'Anhängen',
  send: 'Senden',
  sending: 'Wird gesendet\u00a0…',
  waitingForFiles: 'Dateien werden noch hochgeladen\u00a0…',
  discard: 'Verwerfen',
  discardNamed: (name) => `Verwerfen: ${name}`,
  files: 'Angehängte Dateien',
  filesLimit: (size) => `Zusammen bis zu ${size} an Dateien. Sie können sie auch hier ablegen.`,
  filesBesideText: 'Der lange Text lässt weniger Platz für Dateien.',
  fileProgress: (name) => `${name}, wird hochgeladen`,
  fileWaiting: 'Wartet',
  fileFailed: 'Nicht hochgeladen',
  fileNotCopied: 'Nicht kopiert: Der andere Entwurf hat diese Datei nicht mehr. Bitte hängen Sie sie noch einmal an.',
  cancelFile: (name) => `${name} abbrechen`,
  removeFile: (name) => `${name} entfernen`,
  retry: 'Noch einmal versuchen',
  dropHere: 'Dateien hier ablegen, um sie anzuhängen',
  nothingToSend: 'Bitte schreiben Sie zuerst etwas, oder hängen Sie eine Datei an.',
  filesFailed:
    'Einige Dateien wurden nicht hochgeladen. Versuchen Sie es noch einmal, oder entfernen Sie diese Dateien; senden Sie dann.',
  discardQuestion: 'Verwerfen, was Sie geschrieben haben?',
  keepWriting: 'Weiterschreiben',
  writeAsNew: 'Als neue Nachricht schreiben',
  comeAgain: (time) =>
    `Sie haben so viele Nachrichten gesendet, wie eine Person in einer Stunde senden kann. Ab ${time} können Sie wieder senden.`,
  filesAgain: (time) =>
    `Sie haben so viele Dateien gesendet, wie eine Person an einem Tag senden kann. Ab ${time} können Sie wieder Dateien anhängen.`,
  picturesLeftOut: 'Bilder aus dem Eingefügten wurden weggelassen. Hängen Sie sie bitte als Dateien an.',
  formatting: {
    toolbar: 'Formatierung',
    control: 'Strg',
    bold: 'Fett',
    italic: 'Kursiv',
    bullets: 'Aufzählung',
    numbers: 'Nummerierte Liste',
    quote: 'Zitat',
    link: 'Link',
    linkAddress: 'Web- oder E-Mail-Adresse',
    linkWrong: 'Bitte geben Sie eine Adresse wie www.example.org ein.',
    linkSet: 'Link setzen',
    linkRemove: 'Link entfernen',
    cancel: 'Abbrechen',
  },
  recipients: {
    to: 'An',
    chosen: 'Empfänger',
    offers: 'Adresse auswählen',
    add: (address) => `${address} hinzufügen`,
    remove: (address) => `${address} entfernen`,
    hint: (organisation) =>
      `Personen bei ${organisation}. Geben Sie den Teil der Adresse vor dem @ ein und wählen Sie die Adresse dann aus.`,
    discarded: (typed) => `„${typed}“ wurde entfernt, weil es nicht ausgewählt war.`,
    unchosen: (typed) =>
      `„${typed}“ wurde entfernt, weil es nicht ausgewählt war. Wählen Sie dafür eine Adresse aus, oder senden Sie noch einmal ohne sie.`,
    outside: (organisation) => `Sie können nur an Personen bei ${organisation} schreiben.`,
    outsideDiscarded: (typed, organisation) =>
      `„${typed}“ wurde entfernt: Sie können nur an Personen bei ${organisation} schreiben.`,
    outsideHeld: (typed, organisation) =>
      `„${typed}“ wurde entfernt: Sie können nur an Personen bei ${organisation} schreiben. Wählen Sie dort jemanden aus, oder senden Sie noch einmal ohne diese Adresse.`,
    impossible: (organisation) =>
      `Daraus wird keine Adresse bei ${organisation}. Schreiben Sie sie ohne Leerzeichen und Umlaute, etwa alex.morgan.`,
    tooMany: (limit) => `Eine Nachricht kann höchstens ${limit} Empfänger haben.`,
    nobody: 'Bitte wählen Sie aus, an wen das gehen soll.',
  },
  quote: {
    summary: (name, moment) => `Unter Ihrer Antwort: die Nachricht von ${name}, ${moment}`,
    remove: 'Weglassen',
    below: 'Die ursprüngliche Nachricht steht unter Ihrer Antwort.',
    add: 'Ursprüngliche Nachricht darunter anfügen',
  },
  conflict: {
    sentence: 'Dieser Entwurf wurde in einem anderen Fenster geändert. Nichts ist verloren: Sie können beide behalten.',
    keepBoth: 'Beide behalten',
    takeOther: 'Den anderen verwenden',
    saveAnew: 'Als neuen Entwurf speichern',
  },
  drafts: {
    title: 'Entwürfe',
    none: 'Keine Entwürfe. Was Sie zu schreiben beginnen, wird hier aufbewahrt, bis Sie es senden.',
    nobody: 'Noch an niemanden',
    to: (addresses) => `An ${addresses}`,
    toAll: (addresses) => `Antwort an alle: ${addresses}`,
    noSubject: '(kein Betreff)',
    hasFiles: 'mit Dateien',
    more: 'Mehr anzeigen',
    keep: 'Behalten',
    discarded: 'Der Entwurf wurde verworfen.',
  },
  compose: 'Neue Nachricht',
  notDelivered: 'Nicht zugestellt',
  undelivered: (names) =>
    `Diese Nachricht konnte nicht zugestellt werden an: ${names}. Bitte wenden Sie sich auf anderem Weg an sie.`,
  back: 'Zurück zum Postfach',
  newSent: 'Ihre Nachricht wurde gesendet.',
  sent: (name, others) =>
    others === 0
      ? `Ihre Antwort an ${name} wurde gesendet.`
      : plural(others, {
          one: `Ihre Antwort an ${name} und # weitere Person wurde gesendet.`,
          other: `Ihre Antwort an ${name} und # weitere wurde gesendet.`,
        }),
  seeSent: 'Unter „Gesendet“ ansehen',
  notSent: (subject) => `„${subject}“ wurde nicht gesendet.`,
  unnamedNotSent: 'Ihre Nachricht wurde nicht gesendet.',
  openDraft: 'Öffnen',
  close: 'Schließen',
};
