import type { en } from './compose.en.ts';

/** German. Writing in the portal. */
export const de: typeof en = {
  replyTo: (name) => `Antwort an ${name}`,
  text: 'Ihre Antwort',
  attach: 'Anhängen',
  send: 'Senden',
  sending: 'Wird gesendet\u00a0…',
  waitingForFiles: 'Dateien werden noch hochgeladen\u00a0…',
  discard: 'Verwerfen',
  files: 'Dateien Ihrer Antwort',
  fileProgress: (name) => `${name}, wird hochgeladen`,
  fileReady: 'Bereit',
  fileWaiting: 'Wartet',
  fileFailed: 'Nicht hochgeladen',
  cancelFile: (name) => `${name} abbrechen`,
  removeFile: (name) => `${name} entfernen`,
  retryFile: (name) => `${name} noch einmal hochladen`,
  retry: 'Noch einmal versuchen',
  dropHere: 'Dateien hier ablegen, um sie anzuhängen',
  nothingToSend: 'Bitte schreiben Sie zuerst etwas, oder hängen Sie eine Datei an.',
  filesFailed:
    'Einige Dateien wurden nicht hochgeladen. Versuchen Sie es noch einmal, oder entfernen Sie diese Dateien; senden Sie dann.',
  discardQuestion: 'Verwerfen, was Sie geschrieben haben?',
  keepWriting: 'Weiterschreiben',
  sent: (name) => `Ihre Antwort an ${name} wurde gesendet.`,
  seeSent: 'Unter „Gesendet“ ansehen',
};
