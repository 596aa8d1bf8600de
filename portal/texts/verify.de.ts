import type { en } from './verify.en.ts';

/** German. Checking a verification code. */
export const de: typeof en = {
  heading: 'Ist diese E-Mail echt?',
  sentence: (organisation) =>
    `Eine E-Mail von ${organisation} über eine sichere Nachricht enthält einen Prüfcode. Geben Sie ihn hier ein, und wir sagen Ihnen, ob die E-Mail von uns ist.`,
  code: 'Prüfcode',
  example: 'Zum Beispiel K7Q4-M2XD',
  missing: 'Bitte geben Sie den Code aus der E-Mail ein.',
  check: 'Prüfen',
  checking: 'Wird geprüft\u00a0…',
  genuine: (sender, day) => `Echt: Gesendet von ${sender} am ${day}.`,
  genuineNext: 'Stimmt das mit Ihrer E-Mail überein? Dann können Sie den Link darin öffnen.',
  unknown: 'Wir kennen diesen Code nicht',
  unknownNext:
    'Bitte vergleichen Sie ihn mit der E-Mail und versuchen Sie es noch einmal. Bleibt er unbekannt, öffnen Sie keinen Link aus dieser E-Mail:',
  unknownSteps: (origin) => [
    `Geben Sie ${origin} in die Adresszeile Ihres Browsers ein und melden Sie sich dort an. Eine echte Nachricht liegt in Ihrem Postfach.`,
    'Fragen Sie den Absender am Telefon, unter einer Nummer, die Sie schon kennen.',
    'Erzählen Sie uns von der E-Mail.',
  ],
  more: 'Woran Sie eine echte E-Mail noch erkennen',
};
