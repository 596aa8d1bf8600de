import { pluralIn } from '../../screen/plural.ts';
import type { en } from './mailbox.en.ts';

const plural = pluralIn('de');

/** German. The mailbox and a message that is open. */
export const de: typeof en = {
  folders: { inbox: 'Posteingang', sent: 'Gesendet', deleted: 'Gelöscht' },
  folderNames: 'Ordner',
  unreadCount: (count, most) => (count > most ? `${most}+` : String(count)),
  unreadInWords: (count, most) => (count > most ? `mehr als ${most} ungelesen` : `${count} ungelesen`),
  unread: 'Ungelesen',
  noSubject: '(kein Betreff)',
  to: (names) => `An: ${names}`,
  files: (count) => plural(count, { one: '#\u00a0Datei', other: '#\u00a0Dateien' }),
  daysLeft: (days) => plural(days, { one: 'noch #\u00a0Tag', other: 'noch #\u00a0Tage' }),
  expired: 'Abgelaufen',
  recalled: 'Zurückgezogen',
  empty: {
    inbox: { title: 'Noch keine Nachrichten', sentence: 'Wenn Ihnen jemand eine Nachricht sendet, finden Sie sie hier.' },
    sent: { title: 'Noch nichts gesendet', sentence: 'Ihre Antworten erscheinen hier, sobald Sie sie gesendet haben.' },
    deleted: {
      title: 'Nichts gelöscht',
      sentence: 'Was Sie löschen, bleibt noch 30\u00a0Tage hier, damit Sie es zurückholen können.',
    },
  },
  loading: 'Ihre Nachrichten werden geladen\u00a0…',
  loadMore: 'Mehr laden',
  loadingMore: 'Weitere werden geladen\u00a0…',
  nothingOpen: 'Wählen Sie eine Nachricht, um sie hier zu lesen.',
  back: (folder) => `Zurück zu „${folder}“`,
  notHere: 'Sie haben diese Nachricht endgültig gelöscht, oder sie ist nicht für diese Adresse.',
  opening: 'Die Nachricht wird geöffnet\u00a0…',
  message: {
    from: 'Von',
    to: 'An',
    cc: 'Cc',
    readableFor: (days) => plural(days, { one: 'Noch #\u00a0Tag lesbar', other: 'Noch #\u00a0Tage lesbar' }),
    readableUntil: (day) => `Lesbar bis ${day}`,
    files: 'Dateien',
    download: 'Herunterladen',
    body: 'Nachricht',
    picturesLeftOut: 'Bilder von anderen Websites wurden nicht geladen, damit niemand erfährt, dass Sie dies lesen.',
    picturesMissing: (count) =>
      plural(count, {
        one: 'Ein Bild dieser Nachricht konnte nicht geladen werden.',
        other: '#\u00a0Bilder dieser Nachricht konnten nicht geladen werden.',
      }),
    reply: 'Antworten',
  },
  ended: {
    expired: 'Diese Nachricht ist abgelaufen',
    recalled: 'Diese Nachricht wurde zurückgezogen',
    expiredOn: (day) => `Sie konnte bis ${day} gelesen werden.`,
    sentBy: (name, moment) => `${name} hat sie gesendet: ${moment}.`,
    recalledOn: (moment) => `Der Absender hat sie am ${moment} zurückgezogen.`,
    expiredNext: 'Wenn Sie sie noch brauchen, können Sie den Absender um mehr Zeit bitten.',
    removed: 'Sie wurde 30 Tage, nachdem der letzte Leser sie lesen konnte, endgültig entfernt.',
    recalledNext: 'Der Absender möchte nicht mehr, dass sie gelesen wird. Bei Fragen wenden Sie sich bitte an den Absender.',
  },
};
