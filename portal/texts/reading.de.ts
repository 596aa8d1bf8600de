import { pluralIn } from '../../screen/plural.ts';
import type { en } from './reading.en.ts';

const plural = pluralIn('de');

/** German (Sie). */
export const de: typeof en = {
  conversation: {
    more: (count) =>
      plural(count, { one: '# weitere Nachricht in dieser Unterhaltung', other: '# weitere Nachrichten in dieser Unterhaltung' }),
    many: (count) => `${count} oder mehr weitere Nachrichten in dieser Unterhaltung`,
    list: 'Unterhaltung',
    from: (name) => `Von ${name}`,
  },
  pictures: {
    show: 'Bilder anzeigen',
  },
  leaving: {
    disguised:
      'Teile dieser Adresse sind in anderen Buchstaben geschrieben. Sie können aussehen wie eine Adresse, die Sie kennen, und doch eine andere sein.',
    unprotected: 'Diese Website schützt nicht, was Sie dort eingeben.',
  },
  files: {
    preview: (name) => `Vorschau von ${name}`,
    downloadAll: 'Alle herunterladen',
    showAll: (count) => `Alle ${count} Dateien anzeigen`,
    showFewer: 'Weniger Dateien anzeigen',
    saveMessage: 'Nachricht speichern',
    saveMessageHint: 'Die ganze Nachricht mit ihren Dateien, für Ihr Mailprogramm (.eml)',
  },
  forbidden: {
    both: 'Der Absender erlaubt nicht, diese Nachricht zu drucken oder ihre Dateien zu speichern. Sie können sie hier lesen.',
    download: 'Der Absender erlaubt nicht, diese Nachricht oder ihre Dateien zu speichern. Sie können sie hier lesen.',
    print: 'Der Absender erlaubt nicht, diese Nachricht zu drucken.',
  },
  preview: {
    close: 'Schließen',
    download: 'Herunterladen',
    loading: 'Die Vorschau wird geladen\u00a0…',
    page: (number, count) => `Seite ${number} von ${count}`,
    failed: 'Diese Datei kann hier nicht angezeigt werden.',
    failedNext: 'Laden Sie sie herunter und öffnen Sie sie mit einem Programm auf Ihrem Gerät.',
    cut: 'Das ist nur der Anfang der Datei. Laden Sie sie herunter, um den Rest zu sehen.',
  },
  printed: { from: 'Von', to: 'An', cc: 'Cc', date: 'Datum', files: 'Dateien' },
};
