import { pluralIn } from '../../screen/plural.ts';
import type { en } from './password.en.ts';

const plural = pluralIn('de');

/** German. Getting a password and proving whose it is. */
export const de: typeof en = {
  create: {
    heading: 'Passwort erstellen',
    messageFor: (shortAddress) => `Es gibt eine Nachricht für ${shortAddress}.`,
    newFor: (shortAddress) => `Hier wählen Sie ein neues Passwort für ${shortAddress}. Das alte gilt danach nicht mehr.`,
    why: 'Damit wir sicher sind, dass Sie es sind, senden wir einen Code an diese Adresse.',
    sendCode: 'Code anfordern',
    haveCode: 'Ich habe schon einen Code',
    sendingCode: 'Wird gesendet\u00a0…',
    codeSent: (shortAddress, minutes) =>
      `Ein Code ist unterwegs an ${shortAddress}. Er gilt ${plural(minutes, { one: '#\u00a0Minute', other: '#\u00a0Minuten' })}.`,
    codeLate: 'Noch kein Code da? Sehen Sie im Spam-Ordner nach, oder',
    sendAnother: 'fordern Sie einen neuen Code an',
    anotherCode: 'Neuen Code anfordern',
    isSetAlready: 'Vielleicht ist Ihr Passwort schon gesetzt: Dann können Sie sich damit anmelden.',
    code: 'Code',
    newPassword: 'Neues Passwort',
    confirmPassword: 'Passwort bestätigen',
    confirm: 'Bestätigen',
    confirming: 'Einen Moment\u00a0…',
    forAddress: (address) => `Dies ist das Passwort für ${address}.`,
    rules: 'Ihr Passwort braucht',
    isMet: ', erfüllt',
    rule: {
      length: (minimum) => `Mindestens ${minimum}\u00a0Zeichen`,
      lowercase: 'Einen Kleinbuchstaben (a–z)',
      uppercase: 'Einen Großbuchstaben (A–Z)',
      digit: 'Eine Ziffer (0–9)',
      guessable: 'Nicht leicht zu erraten',
      same: 'Beide Eingaben sind gleich',
    },
    tooLong: (maximum) => `Ein Passwort kann höchstens ${maximum}\u00a0Zeichen haben.`,
    guessed:
      'Dieses Passwort ist leicht zu erraten: Vielleicht enthält es Teile Ihrer E-Mail-Adresse. Bitte wählen Sie ein anderes.',
    knowPassword: 'Ich kenne mein Passwort',
  },
  reset: {
    heading: 'Passwort zurücksetzen',
    sentence: 'Sie sind mit einem vorläufigen Passwort angemeldet. Bitte wählen Sie ein eigenes Passwort; dann geht es weiter.',
    current: 'Aktuelles Passwort',
    currentHint: 'Das vorläufige Passwort aus unserer E-Mail.',
    currentWrong: 'Das ist nicht Ihr aktuelles Passwort. Bitte prüfen Sie es und geben Sie es noch einmal ein.',
    logOut: 'Abmelden',
  },
  expiredPassword: {
    heading: 'Dieses vorläufige Passwort gilt nicht mehr',
    sentence: (address) => `Wir können ein neues an ${address} senden. Es ersetzt das alte.`,
  },
  newPassword: {
    heading: 'Neues Passwort anfordern',
    sentence: (shortAddress) => `Wir senden ein neues vorläufiges Passwort an ${shortAddress}. Es ersetzt das alte.`,
    sent: (shortAddress) => `Ein neues vorläufiges Passwort ist unterwegs an ${shortAddress}.`,
  },
  expiredLink: {
    heading: 'Dieser Link gilt nicht mehr',
    sentence:
      'Er wurde schon benutzt oder ist älter als eine Stunde. Haben Sie damit Ihr Passwort schon gesetzt? Dann können Sie sich anmelden.',
    sendNew: 'Neuen Link senden',
  },
  forgot: {
    heading: 'Passwort vergessen?',
    sentence: 'Geben Sie Ihre E-Mail-Adresse ein. Wir senden Ihnen eine E-Mail, mit der Sie ein neues Passwort wählen.',
    send: 'Neues Passwort anfordern',
    sending: 'Wird gesendet\u00a0…',
    sent: 'Wenn es zu dieser Adresse ein Konto gibt, ist eine E-Mail unterwegs.',
    sentMore: (minutes) =>
      `Es kann einige Minuten dauern, bis sie ankommt. Der Link darin gilt ${plural(minutes, { one: '#\u00a0Minute', other: '#\u00a0Minuten' })}.`,
    soon: 'Es kann einige Minuten dauern, bis sie ankommt. Sehen Sie auch im Spam-Ordner nach.',
    back: 'Zurück zur Anmeldung',
  },
  link: {
    unknown: 'Dieser Link ließ sich nicht öffnen',
    cutOff:
      'Dieser Link ist nicht vollständig. Manche Mailprogramme schneiden lange Zeilen ab: Bitte klicken Sie auf die Schaltfläche in der E-Mail oder kopieren Sie die ganze Adresse.',
    gone: 'Hinter diesem Link gibt es keine Nachricht, oder keine mehr. Bitte nehmen Sie den Link aus der neuesten E-Mail oder fragen Sie den Absender.',
    otherHeading: 'Diese Nachricht ist für jemand anderen',
    isFor: (shortAddress) => `Sie ist für ${shortAddress}.`,
    youAre: (address) => `Sie sind angemeldet als ${address}.`,
    switch: (shortAddress) => `Zu ${shortAddress} wechseln`,
    stay: 'In meinem Postfach bleiben',
  },
};
