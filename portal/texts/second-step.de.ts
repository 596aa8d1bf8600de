import type { en } from './second-step.en.ts';

/** German. The second step and passkeys. */
export const de: typeof en = {
  give: {
    heading: 'Noch ein Schritt',
    app: 'Öffnen Sie Ihre Authenticator-App und geben Sie den Code ein, den sie für diese Seite zeigt.',
    recovery: 'Geben Sie einen der Wiederherstellungscodes ein, die Sie beim Einrichten aufbewahrt haben. Jeder gilt einmal.',
    passkey: 'Bestätigen Sie mit dem Passkey auf diesem Gerät oder auf Ihrem Telefon.',
    code: 'Code',
    recoveryCode: 'Wiederherstellungscode',
    confirm: 'Bestätigen',
    confirming: 'Einen Moment\u00a0…',
    usePasskey: 'Passkey verwenden',
    useApp: 'Authenticator-App verwenden',
    useRecoveryCode: 'Wiederherstellungscode verwenden',
    lost: 'Telefon und Codes verloren?',
    lostNext: (contact) => `Wir können den zweiten Schritt entfernen, sobald wir wissen, dass Sie es sind. ${contact}`,
    lostNextPlain:
      'Bitte wenden Sie sich an die Organisation: Sie kann den zweiten Schritt entfernen, sobald sie weiß, dass Sie es sind.',
    other: 'Als jemand anderes anmelden',
  },
  setUp: {
    heading: 'Schützen Sie Ihre Nachrichten',
    why: (organisation) =>
      `${organisation} verlangt neben Ihrem Passwort einen zweiten Schritt, damit niemand sonst Ihre Nachrichten lesen kann.`,
    howTo: 'Wählen Sie einen. Den anderen können Sie später hinzufügen.',
    later: 'Abmelden',
  },
  app: {
    title: 'Authenticator-App',
    explain: 'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code.',
    start: 'Authenticator-App einrichten',
    scan: 'Scannen Sie dieses Bild mit Ihrer Authenticator-App.',
    picture: 'QR-Code für Ihre Authenticator-App',
    typeKey: 'Oder geben Sie diesen Schlüssel in die App ein:',
    enterCode: 'Code aus der App',
    confirm: 'Code bestätigen',
  },
  passkey: {
    title: 'Passkey',
    explain: 'Melden Sie sich mit Fingerabdruck, Gesicht oder der PIN Ihres Geräts an, ohne Passwort.',
    start: 'Passkey hinzufügen',
    name: 'Name des Passkeys',
    nameHint: 'Damit Sie ihn später wiedererkennen, etwa „Mein Telefon“.',
    suggested: 'Mein Gerät',
    add: 'Passkey anlegen',
    notSupported: 'Dieser Browser kann keine Passkeys anlegen. Bitte verwenden Sie einen anderen.',
    stopped: 'Es wurde kein Passkey verwendet. Sie können es noch einmal versuchen.',
    signIn: 'Mit einem Passkey anmelden',
  },
  codes: {
    title: 'Ihre Wiederherstellungscodes',
    explain:
      'Bewahren Sie diese Codes sicher auf. Mit jedem kommen Sie einmal hinein, wenn Sie Ihr Telefon verlieren. Sie werden nur jetzt gezeigt.',
    list: 'Wiederherstellungscodes',
    copy: 'Kopieren',
    copied: 'Kopiert.',
    print: 'Drucken',
    download: 'Herunterladen',
    fileName: 'wiederherstellungscodes.txt',
    kept: 'Ich habe meine Codes aufbewahrt',
  },
  cancel: 'Abbrechen',
};
