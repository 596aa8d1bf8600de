import { pluralIn } from '../../screen/plural.ts';
import type { en } from './actions.en.ts';

const plural = pluralIn('de');

/** German. What one does with messages in the mailbox. */
export const de: typeof en = {
  reply: 'Antworten',
  replyAll: 'Allen antworten',
  delete: 'Löschen',
  restore: 'Wiederherstellen',
  markRead: 'Als gelesen',
  markUnread: 'Als ungelesen',
  print: 'Drucken',
  fullScreen: 'Vollbild',
  forMessage: 'Für diese Nachricht',
  forChosen: 'Für die ausgewählten Nachrichten',
  selectAll: 'Alle auswählen',
  select: (name) => `Auswählen: ${name}`,
  chosen: (count) => `${count} ausgewählt`,
  done: {
    delete: (count) => plural(count, { one: '# Nachricht gelöscht', other: '# Nachrichten gelöscht' }),
    restore: (count) => plural(count, { one: '# Nachricht wiederhergestellt', other: '# Nachrichten wiederhergestellt' }),
    read: (count) => plural(count, { one: '# Nachricht als gelesen markiert', other: '# Nachrichten als gelesen markiert' }),
    unread: (count) =>
      plural(count, { one: '# Nachricht als ungelesen markiert', other: '# Nachrichten als ungelesen markiert' }),
  },
  undo: 'Rückgängig',
  undone: 'Rückgängig gemacht',
  newMessages: (count) => plural(count, { one: '# neue Nachricht', other: '# neue Nachrichten' }),
  titleWithUnread: (count, most, title) => `(${count > most ? `${most}+` : count}) ${title}`,
  deletedFor: (days) => `Nach ${days} Tagen werden Nachrichten hier endgültig entfernt.`,
  toList: 'Zur Liste springen',
  toMessage: 'Zur Nachricht springen',
  ask: 'Absender um mehr Zeit bitten',
  asked: (moment) => `Sie haben den Absender um mehr Zeit gebeten: ${moment}. Er hat eine E-Mail bekommen.`,
  readableAgain: 'Diese Nachricht kann wieder gelesen werden.',
  openAgain: 'Nachricht öffnen',
  keys: {
    title: 'Tastenkürzel',
    on: 'Tastenkürzel verwenden',
    close: 'Schließen',
    names: {
      j: 'Nächste Nachricht',
      k: 'Vorige Nachricht',
      Enter: 'Im Vollbild öffnen',
      r: 'Antworten',
      a: 'Allen antworten',
      '#': 'Löschen',
      u: 'Als ungelesen markieren',
      z: 'Rückgängig',
      '/': 'Suchen',
      '?': 'Diese Liste anzeigen',
    },
  },
};
