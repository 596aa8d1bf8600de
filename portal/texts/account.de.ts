import type { en } from './account.en.ts';

/** German. The way in: enrolling, signing in, passwords. */
export const de: typeof en = {
  address: 'E-Mail-Adresse',
  addressWrong: 'Bitte geben Sie eine E-Mail-Adresse wie name@example.com ein.',
  signIn: {
    heading: 'Anmelden',
    next: 'Weiter',
    password: 'Passwort',
    logIn: 'Anmelden',
    loggingIn: 'Sie werden angemeldet\u00a0…',
    signingInAs: 'Sie melden sich an als',
    otherAddress: 'Andere Adresse verwenden',
    forgot: 'Passwort vergessen?',
    ended: 'Sie sind nicht mehr angemeldet. Melden Sie sich an, um dort weiterzumachen, wo Sie waren.',
    passwordSet: 'Ihr Passwort ist gespeichert. Bitte melden Sie sich damit an.',
    messageFor: (shortAddress) => `Es gibt eine Nachricht für ${shortAddress}. Bitte melden Sie sich an, um sie zu lesen.`,
    firstTime: (shortAddress) =>
      `Es gibt eine Nachricht für ${shortAddress}. Bitte melden Sie sich mit dem vorläufigen Passwort an, das wir an diese Adresse gesendet haben.`,
    remember: 'Meine E-Mail-Adresse merken',
    rememberWhere: 'Nur auf diesem Gerät. Nicht an einem Computer, den andere mitbenutzen.',
  },
  show: 'Anzeigen',
  hide: 'Verbergen',
  wait: {
    tryAgainIn: (wait) => `Wieder möglich in ${wait}`,
    over: 'Sie können es jetzt wieder versuchen.',
  },
  menu: { button: 'Konto', settings: 'Einstellungen', everywhere: 'Überall abmelden', logOut: 'Abmelden' },
};
