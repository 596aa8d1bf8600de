import type { BounceReason } from '../../contract/track.ts';
import { formatDay, formatMoment, formatRecent } from '../../screen/format.ts';
import { pluralIn } from '../../screen/plural.ts';
import type { en } from './sent.en.ts';

const plural = pluralIn('de');
const when = (moment: string) => formatRecent(moment, new Date());

const bounceReasons: Record<BounceReason, string> = {
  'unknown-address': 'diese Adresse gibt es nicht',
  'mailbox-full': 'das Postfach ist voll',
  refused: 'der andere Mailserver hat sie abgelehnt',
  'too-large': 'sie ist dem anderen Mailserver zu groß',
  'not-reachable': 'der andere Mailserver war nicht zu erreichen',
  unclear: 'der andere Mailserver hat keinen Grund genannt',
};

const events: typeof en.events = {
  waiting: 'Die Benachrichtigung geht gleich hinaus',
  waitingMail: 'Die E-Mail geht gleich hinaus',
  notified: (at) => `Benachrichtigt ${when(at)}`,
  mailed: (at) => `Als E-Mail gesendet ${when(at)}`,
  delayed: (nextTry) => `Verzögert: Der andere Mailserver nimmt sie noch nicht an. Nächster Versuch ${when(nextTry)}`,
  late: (at) => `Verzögert ${when(at)}: Ein anderer Mailserver versucht es weiter`,
  bounced: (at, reason) => `Nicht zugestellt ${when(at)}: ${bounceReasons[reason]}`,
  opened: (at) => `Geöffnet ${when(at)}`,
  openedAgain: (at) => `Wieder geöffnet, zuletzt ${when(at)}`,
  downloaded: (file, at) => `${file} heruntergeladen ${when(at)}`,
  downloadedAgain: (file, count, at) => `${file} ${count}-mal heruntergeladen, zuletzt ${when(at)}`,
  replied: (at) => `Beantwortet ${when(at)}`,
  failedSignIns: (count, at) =>
    plural(count, {
      one: `# fehlgeschlagene Anmeldung, ${when(at)}`,
      other: `# fehlgeschlagene Anmeldungen, zuletzt ${when(at)}`,
    }),
  asked: (at) => `Um mehr Zeit gebeten ${when(at)}`,
  recalled: (at) => `Zurückgezogen ${when(at)}`,
  expired: (at) => `Abgelaufen ${when(at)}`,
  expires: (at) => `Lesbar bis ${when(at)}`,
  neverExpires: 'Lesbar, bis Sie sie zurückziehen',
};

const standings: typeof en.standings = {
  waiting: 'Unterwegs',
  mailed: 'Als E-Mail gesendet',
  notified: 'Benachrichtigt',
  delayed: 'Verzögert',
  bounced: 'Nicht zugestellt',
  opened: 'Geöffnet',
  replied: 'Beantwortet',
  asked: 'Bittet um mehr Zeit',
  recalled: 'Zurückgezogen',
  expired: 'Abgelaufen',
};

const dialogs: typeof en.dialogs = {
  keepsWhatWasRead: (opened, of) => {
    if (opened === 0) return 'Bisher hat niemand sie geöffnet.';
    if (of === 1) return 'Sie wurde geöffnet: Was gelesen, gespeichert oder gedruckt wurde, bleibt dort.';
    return `${opened} von ${of} haben sie geöffnet: Was gelesen, gespeichert oder gedruckt wurde, bleibt dort.`;
  },
  colleaguesKeep: 'Kolleginnen und Kollegen, die sie als E-Mail bekommen haben, behalten diese E-Mail.',
  close: 'Abbrechen',
  working: 'Einen Moment\u00a0…',
  recall: {
    title: 'Diese Nachricht zurückziehen?',
    effect: 'Ab sofort lässt sie sich nicht mehr öffnen, und eine Benachrichtigung, die noch nicht hinaus ist, bleibt hier.',
    cannot: 'Das lässt sich nicht rückgängig machen. Damit jemand sie wieder lesen kann, senden Sie eine neue Nachricht.',
    confirm: 'Zurückziehen',
    done: 'Zurückgezogen. Sie lässt sich nicht mehr öffnen.',
  },
  extend: {
    title: 'Mehr Zeit zum Lesen geben?',
    until: (end) => `Sie ist lesbar bis ${formatDay(end)}.`,
    untilRecalled: 'Sie ist lesbar, bis Sie sie zurückziehen.',
    effect: 'Das neue Ende ersetzt das alte, auch wenn jenes später war.',
    cannot:
      'Wer keine Zeit mehr hatte, bekommt eine neue Benachrichtigung, die sich nicht zurückholen lässt. Was Sie zurückgezogen haben, bleibt zurückgezogen.',
    confirm: 'Verlängern',
    done: 'Verlängert.',
    loading: 'Es wird nachgesehen, was Ihre Organisation erlaubt\u00a0…',
  },
  end: {
    title: 'Die Zeit zum Lesen jetzt beenden?',
    effect: 'Ab sofort lässt sie sich nicht mehr öffnen.',
    cannot: '30\u00a0Tage lang können Sie sie wieder verlängern; danach werden Text und Dateien endgültig gelöscht.',
    confirm: 'Jetzt beenden',
    done: 'Beendet. Sie lässt sich nicht mehr öffnen.',
  },
  again: {
    title: 'Die Benachrichtigung noch einmal senden?',
    effect: 'Die E-Mail mit dem Link geht noch einmal hinaus; zweimal innerhalb von zehn Minuten verlangt, ist es eine E-Mail.',
    cannot:
      'Eine E-Mail, die hinaus ist, lässt sich nicht zurückholen. Ihr Link öffnet die Nachricht nur denen, die sich mit dieser Adresse anmelden.',
    confirm: 'Erneut senden',
    done: 'Die Benachrichtigung geht noch einmal hinaus.',
  },
  correct: {
    title: 'Die Adresse berichtigen?',
    effect: 'Die Nachricht wird von dieser Adresse zurückgezogen und geht an die neue, in einem Schritt.',
    cannot:
      'Das lässt sich nicht rückgängig machen. Die Benachrichtigung, die hinaus ist, bleibt im falschen Postfach; ihr Link führt ins Leere. Eine neue Adresse innerhalb Ihrer Organisation bekommt die Nachricht als E-Mail, die sich nicht zurückziehen lässt.',
    confirm: 'Adresse berichtigen',
    done: 'Berichtigt. Die Nachricht geht an die neue Adresse.',
    address: 'Neue E-Mail-Adresse',
    name: 'Name (freiwillig)',
    notAnAddress: 'Das ist keine E-Mail-Adresse.',
  },
};

/** German, for the Sent tab of the task pane. */
export const de: typeof en = {
  loading: 'Gesendete Nachrichten werden geladen\u00a0…',
  loadingOne: 'Die Nachricht wird geladen\u00a0…',
  tryAgain: 'Noch einmal versuchen',
  search: {
    label: 'Gesendete Nachrichten durchsuchen',
    hint: 'Betreff oder Empfänger',
    start: 'Suchen',
    clear: 'Wieder alles anzeigen',
  },
  list: {
    label: 'Gesendete Nachrichten',
    found: 'Gefundene Nachrichten',
    nothingSent: 'Sie haben noch keine sichere Nachricht gesendet.',
    nothingSentNext: 'Was Sie senden, erscheint hier, und was daraus wird.',
    nothingFound: (words) => `Nichts gefunden für „${words}“.`,
    nothingFoundNext: 'Gefunden werden ganze Wörter aus Betreff, Namen und Adressen, und ihre Anfänge ab drei Buchstaben.',
    searchedUntil: (moment) => `Durchsucht bis zurück zum ${formatDay(moment)}.`,
    more: 'Mehr anzeigen',
    moreComing: 'Weitere werden geladen\u00a0…',
    noSubject: '(kein Betreff)',
    purged: '(nach ihrem Ende gelöscht)',
    purgedMailed: '(nach 30\u00a0Tagen gelöscht)',
    others: (names, count) => plural(count, { one: `${names} und # weitere Person`, other: `${names} und # weitere` }),
  },
  marks: {
    opened: (opened, of) => {
      if (of === 1) return opened === 1 ? 'Geöffnet' : 'Noch nicht geöffnet';
      return `${opened} von ${of} geöffnet`;
    },
    mailed: 'Als E-Mail gesendet',
    bounced: (count, of) => (of === 1 ? 'Nicht zugestellt' : `${count} nicht zugestellt`),
    asked: (count) => plural(count, { one: '# bittet um mehr Zeit', other: '# bitten um mehr Zeit' }),
    recalled: (count, of) => (count === of ? 'Zurückgezogen' : `${count} zurückgezogen`),
  },
  message: {
    back: 'Alle gesendeten Nachrichten',
    sent: (moment) => `Gesendet ${formatMoment(moment)}`,
    behind: {
      sentence: 'Dies ist vielleicht nicht auf dem neuesten Stand.',
      nextStep: 'Der Server antwortet gerade nicht; wir versuchen es weiter.',
    },
    purged: 'Text und Dateien wurden 30\u00a0Tage nach dem Ende gelöscht. Wer sie wann bekommen hat, bleibt.',
    purgedMailed:
      'Sie ging als E-Mail an Kolleginnen und Kollegen; hier wurden Text und Dateien nach 30\u00a0Tagen gelöscht. Wer sie wann bekommen hat, bleibt.',
    forAll: 'Für alle',
    recipients: 'Empfänger',
    more: 'Mehr',
    kinds: { to: 'An', cc: 'Cc', bcc: 'Bcc' },
    asMail:
      'Innerhalb Ihrer Organisation: bekommt die Nachricht selbst als E-Mail. Sie lässt sich weder verfolgen noch zurückziehen.',
    timeline: (address) => `Was bei ${address} geschah`,
    actions: (address) => `Aktionen für ${address}`,
  },
  events,
  standings,
  dialogs,
  failures: {
    notThere: { sentence: 'Diese Nachricht gibt es nicht mehr.', nextStep: 'Gehen Sie zurück zur Liste Ihrer Nachrichten.' },
    recalled: { sentence: 'Sie wurde schon zurückgezogen.', nextStep: 'Schließen Sie dies: Die Liste zeigt den Stand.' },
    expired: { sentence: 'Die Zeit zum Lesen ist vorbei.', nextStep: 'Schließen Sie dies und wählen Sie zuerst „Verlängern“.' },
    notSignedIn: {
      sentence: 'Sie sind nicht angemeldet.',
      nextStep: 'Nichts ist geschehen. Wählen Sie es noch einmal und melden Sie sich im Anmeldefenster an.',
    },
    tooLargeInside: {
      sentence: 'Für eine E-Mail innerhalb Ihrer Organisation ist sie zu groß.',
      nextStep:
        'Nichts wurde zurückgezogen. Um dies zu berichtigen, wählen Sie „Zurückziehen“ und senden Sie sie neu, in mehreren Nachrichten.',
    },
  },
};
