import type { en } from './page.en.ts';

/** German. What stands on every page of the portal, and on pages that belong to no job. */
export const de: typeof en = {
  waiting: 'Einen Moment\u00a0…',
  tryAgain: 'Noch einmal versuchen',
  unreachable: 'Der Server ist nicht erreichbar',
  toSignIn: 'Zur Anmeldung',
  footer: {
    genuine: 'Ist diese E-Mail echt?',
    login: 'Probleme bei der Anmeldung?',
    contact: 'Kontakt',
    accessibility: 'Barrierefreiheit',
    questions: (contact) => `Fragen? ${contact}`,
    poweredBy: (version) => `Läuft mit Sealpost ${version}`,
  },
  broken: {
    heading: 'Diese Seite wurde nicht vollständig geladen',
    sentence: 'Es ist nichts verloren. Bitte laden Sie die Seite neu.',
    reload: 'Neu laden',
  },
  notFound: {
    heading: 'Hier gibt es nichts',
    sentence:
      'Vielleicht ist die Adresse unvollständig. Bitte benutzen Sie den Link in Ihrer E-Mail, oder gehen Sie zu Ihren Nachrichten.',
    toMessages: 'Zu meinen Nachrichten',
  },
  leaving: {
    heading: 'Dieser Link führt zu einer anderen Website',
    sentence: 'Kennen Sie diese Adresse, und vertrauen Sie ihr?',
    go: (host) => `Weiter zu ${host}`,
    whole: 'Die ganze Adresse',
    broken: 'Dieser Link führt zu keiner Website. Sie können diese Seite schließen.',
  },
};
