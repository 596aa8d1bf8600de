import { pluralIn } from '../../screen/plural.ts';
import type { en } from './search.en.ts';

const plural = pluralIn('de');

/** German. Searching the mailbox. */
export const de: typeof en = {
  box: 'Nachrichten durchsuchen',
  open: 'Suchen',
  more: 'Weitere Optionen\u00a0…',
  search: 'Suchen',
  clear: 'Suche beenden',
  close: 'Schließen',
  options: 'Suchoptionen',
  fields: {
    text: 'Überall',
    from: 'Von',
    to: 'An',
    subject: 'Betreff',
    body: 'Text',
    attachmentName: 'Dateiname',
    hasAttachment: 'Mit Dateien',
    isUnread: 'Ungelesen',
    sentAfter: 'Gesendet ab',
    sentBefore: 'Gesendet vor',
  },
  sentAfterHint: 'Einschließlich dieses Tages',
  sentBeforeHint: 'Ohne diesen Tag',
  bodyHint: 'Ganze Wörter',
  isOlderIncluded: 'Auch Nachrichten, die älter als 12\u00a0Monate sind',
  criterion: (name: string, value: string) => `${name}: ${value}`,
  title: 'Suchergebnisse',
  searching: 'Ihre Nachrichten werden durchsucht\u00a0…',
  found: (count: number) => plural(count, { one: '# Nachricht gefunden', other: '# Nachrichten gefunden' }),
  foundSoFar: (count: number) => plural(count, { one: 'Bisher # Nachricht gefunden', other: 'Bisher # Nachrichten gefunden' }),
  searchedUntil: (day: string) => `Durchsucht bis zum ${day}.`,
  goOn: 'Weiter zurück suchen',
  goingOn: 'Es wird weiter zurück gesucht\u00a0…',
  older: 'Auch ältere Nachrichten durchsuchen',
  none: {
    title: 'Nichts gefunden',
    inYear: 'Keine Nachricht der letzten 12\u00a0Monate passt zu dieser Suche.',
    atAll: 'Keine Ihrer Nachrichten passt zu dieser Suche.',
    hint: 'Jedes Wort muss passen. Im Text einer Nachricht werden ganze Wörter gefunden; bei Namen, Betreff und Dateinamen genügt der Anfang.',
  },
  unknown: {
    title: 'Diese Suche ist nicht mehr bekannt',
    sentence:
      'Wonach Sie suchen, bleibt nur in dem Browser-Tab, in dem Sie gesucht haben, und nur bis Sie sich abmelden. Bitte suchen Sie noch einmal.',
  },
  back: 'Zurück zu den Suchergebnissen',
};
