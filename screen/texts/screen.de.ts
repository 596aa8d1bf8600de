import type { FailureCode } from '../../contract/call.ts';
import type { ErrorDetails } from '../../contract/errors.ts';
import { formatBytes, formatWait } from '../format.ts';
import type { ErrorText, en } from './screen.en.ts';

type Failures = Record<FailureCode, (details: ErrorDetails) => ErrorText>;

const say = (sentence: string, nextStep: string) => () => ({ sentence, nextStep });
const size = (limit: number | undefined) => (limit === undefined ? 'erlaubt' : formatBytes(limit));
const wait = (seconds: number | undefined) => (seconds === undefined ? 'einige Minuten' : formatWait(seconds));

const access = {
  not_signed_in: say('Sie sind nicht mehr angemeldet.', 'Bitte melden Sie sich noch einmal an.'),
  token_expired: say('Ihre Anmeldung ist abgelaufen.', 'Bitte melden Sie sich noch einmal an.'),
  credentials_wrong: say(
    'Die E-Mail-Adresse oder das Passwort stimmt nicht.',
    'Bitte prüfen Sie beides, oder fordern Sie ein neues Passwort an.',
  ),
  second_step_required: say(
    'Ihr zweiter Schritt steht noch aus.',
    'Bitte melden Sie sich noch einmal an und bestätigen Sie, dass Sie es sind.',
  ),
  second_step_missing: say(
    'Sie brauchen einen zweiten Schritt, um weiterzumachen.',
    'Bitte melden Sie sich noch einmal an und richten Sie ihn ein.',
  ),
  password_reset_required: say(
    'Sie brauchen ein neues Passwort, um weiterzumachen.',
    'Bitte melden Sie sich noch einmal an und wählen Sie eines.',
  ),
  temporary_password_expired: say('Dieses vorläufige Passwort ist abgelaufen.', 'Bitte lassen Sie sich ein neues senden.'),
  foreign_origin: say(
    'Diese Anfrage kam nicht von dieser Seite.',
    'Bitte öffnen Sie die Seite neu und versuchen Sie es noch einmal.',
  ),
  sender_not_yours: say(
    'Der Absender dieser Nachricht ist keine Ihrer eigenen Adressen.',
    'Wählen Sie Ihre eigene Adresse als Absender und versuchen Sie es noch einmal.',
  ),
  sender_addresses_missing: say(
    'Wir konnten nicht feststellen, welche Adressen Ihnen gehören.',
    'Bitte wenden Sie sich an Ihre IT-Abteilung; sie kann das einrichten.',
  ),
  throttled: ({ retryAfterSeconds }) => ({
    sentence: 'Das waren zu viele Versuche.',
    nextStep: `Bitte warten Sie ${wait(retryAfterSeconds)} und versuchen Sie es dann noch einmal.`,
  }),
} satisfies Partial<Failures>;

const messages = {
  against_policy: say(
    'Die Regeln Ihrer Organisation lassen diese Wahl nicht zu.',
    'Bitte sehen Sie die Optionen durch und versuchen Sie es noch einmal.',
  ),
  reply_not_allowed: say(
    'Auf diese Nachricht kann nicht geantwortet werden.',
    'Bitte wenden Sie sich auf anderem Weg an den Absender.',
  ),
  download_not_allowed: say(
    'Der Absender erlaubt nicht, diese Nachricht oder ihre Dateien zu speichern.',
    'Sie können sie hier lesen.',
  ),
  message_not_found: say(
    'Wir konnten diese Nachricht nicht finden.',
    'Prüfen Sie, ob Sie mit der Adresse angemeldet sind, an die sie gesendet wurde.',
  ),
  attachment_not_found: say('Wir konnten diese Datei nicht finden.', 'Bitte öffnen Sie die Nachricht noch einmal.'),
  upload_not_found: say('Eine Datei ist nicht mehr da, weil sie zu lange gewartet hat.', 'Bitte hängen Sie sie noch einmal an.'),
  message_expired: say(
    'Diese Nachricht ist abgelaufen und kann nicht mehr gelesen werden.',
    'Bitte bitten Sie den Absender, sie noch einmal zu senden.',
  ),
  message_deleted: say('Der Empfänger hat diese Nachricht endgültig gelöscht.', 'Bitte senden Sie sie als neue Nachricht.'),
  message_recalled: say('Der Absender hat diese Nachricht zurückgezogen.', 'Bei Fragen wenden Sie sich bitte an den Absender.'),
  message_still_readable: say('Diese Nachricht kann gelesen werden.', 'Bitte öffnen Sie sie noch einmal.'),
  address_has_message: say('Diese Adresse hat die Nachricht schon.', 'Bitte prüfen Sie die Adresse.'),
  draft_not_found: say('Dieser Entwurf ist nicht mehr da.', 'Bitte sehen Sie unter „Gesendet“ nach, ob er gesendet wurde.'),
  draft_changed: say(
    'Dieser Entwurf wurde in einem anderen Fenster geändert.',
    'Nichts ist verloren. Sie können beide behalten.',
  ),
  recipient_outside: say('Sie können nur an Personen der Organisation schreiben.', 'Bitte entfernen Sie die anderen Adressen.'),
  body_not_accepted: say(
    'Der Text konnte mit seiner Formatierung nicht übernommen werden.',
    'Bitte fügen Sie ihn als reinen Text ein und versuchen Sie es noch einmal.',
  ),
  send_key_reused: say(
    'Eine andere Fassung dieser Nachricht wurde schon gesendet.',
    'Bitte sehen Sie unter „Gesendet“ nach, bevor Sie sie noch einmal senden.',
  ),
} satisfies Partial<Failures>;

const passwords = {
  code_wrong: say('Dieser Code stimmt nicht.', 'Bitte prüfen Sie ihn und geben Sie ihn noch einmal ein.'),
  code_expired: say('Dieser Code gilt nicht mehr.', 'Bitte fordern Sie einen neuen an.'),
  code_exhausted: say('Dieser Code wurde zu oft versucht.', 'Bitte fordern Sie einen neuen an.'),
  code_used: say('Dieser Code wurde schon verwendet.', 'Bitte warten Sie auf den nächsten und geben Sie diesen ein.'),
  passkey_wrong: say(
    'Dieser Passkey hat hier nicht funktioniert.',
    'Bitte versuchen Sie es noch einmal, oder melden Sie sich auf anderem Weg an.',
  ),
  passkey_not_found: say('Diesen Passkey gibt es nicht mehr.', 'Bitte laden Sie die Seite neu.'),
  passkey_known: say('Dieser Passkey ist schon eingerichtet.', 'Sie können sich damit anmelden.'),
  too_many_passkeys: ({ limit }) => ({
    sentence: limit === undefined ? 'Es sind zu viele Passkeys.' : `Ein Konto kann höchstens ${limit} Passkeys haben.`,
    nextStep: 'Bitte entfernen Sie einen, den Sie nicht mehr verwenden.',
  }),
  last_second_step: say(
    'Ein zweiter Schritt ist hier vorgeschrieben.',
    'Bitte richten Sie erst einen anderen ein, bevor Sie diesen entfernen.',
  ),
  confirmation_required: say('Bitte zeigen Sie noch einmal, dass Sie es sind.', 'Geben Sie Ihr Passwort ein, um weiterzumachen.'),
  password_link_expired: say('Dieser Link gilt nicht mehr oder wurde schon benutzt.', 'Bitte fordern Sie einen neuen an.'),
  password_not_new: say('Das ist Ihr jetziges Passwort.', 'Bitte wählen Sie ein anderes.'),
  password_too_weak: say(
    'Dieses Passwort ist zu leicht zu erraten oder erfüllt eine Regel nicht.',
    'Bitte wählen Sie ein anderes.',
  ),
} satisfies Partial<Failures>;

const sizes = {
  body_too_large: ({ limit }) => ({
    sentence: limit === undefined ? 'Das ist mehr, als wir annehmen können.' : `Das ist mehr als ${size(limit)}.`,
    nextStep: 'Bitte kürzen Sie es und versuchen Sie es noch einmal.',
  }),
  message_too_large: ({ limit }) => ({
    sentence: `Die Nachricht ist größer als ${size(limit)}.`,
    nextStep: 'Bitte kürzen Sie den Text, oder senden Sie große Bilder als Dateien.',
  }),
  attachment_too_large: ({ limit }) => ({
    sentence: `Eine Datei ist größer als ${size(limit)}.`,
    nextStep: 'Bitte entfernen Sie sie, oder senden Sie eine kleinere.',
  }),
  attachments_too_large: ({ limit }) => ({
    sentence: `Die Dateien sind zusammen größer als ${size(limit)}.`,
    nextStep: 'Bitte entfernen Sie einige, oder senden Sie mehrere Nachrichten.',
  }),
  search_words_missing: () => ({
    sentence: 'Es gibt kein Wort, nach dem gesucht werden kann.',
    nextStep: 'Bitte geben Sie ein Wort mit mindestens zwei Buchstaben ein.',
  }),
  search_too_long: ({ limit }) => ({
    sentence:
      limit === undefined ? 'Das ist zu viel für eine Suche.' : `Sie können nach höchstens ${limit} Zeichen auf einmal suchen.`,
    nextStep: 'Bitte suchen Sie nach einigen Wörtern der Nachricht.',
  }),
  too_many_recipients: ({ limit }) => ({
    sentence:
      limit === undefined ? 'Das sind zu viele Empfänger.' : `Eine Nachricht kann höchstens ${limit}\u00a0Empfänger haben.`,
    nextStep: 'Bitte entfernen Sie einige, oder senden Sie die Nachricht in zwei Teilen.',
  }),
  too_many_attachments: ({ limit }) => ({
    sentence: limit === undefined ? 'Das sind zu viele Dateien.' : `Eine Nachricht kann höchstens ${limit}\u00a0Dateien haben.`,
    nextStep: 'Bitte entfernen Sie einige.',
  }),
  too_many_drafts: ({ limit, fields }) => ({
    sentence: fields?.includes('html')
      ? `Der Text aller Ihrer Entwürfe zusammen kann höchstens ${limit === undefined ? 'einige MB' : formatBytes(limit)} haben.`
      : limit === undefined
        ? 'Das sind zu viele Entwürfe.'
        : `Sie können höchstens ${limit} Entwürfe haben.`,
    nextStep: 'Bitte senden oder verwerfen Sie einige davon.',
  }),
  quota_reached: ({ limit, fields, retryAfterSeconds }) => ({
    sentence: fields?.includes('messages')
      ? `Eine Person kann in einer Stunde höchstens ${limit ?? 'einige'} Nachrichten senden.`
      : `Eine Person kann an einem Tag höchstens ${limit === undefined ? 'einige Dateien' : formatBytes(limit)} senden.`,
    nextStep: `Nichts ist verloren. Bitte versuchen Sie es in ${wait(retryAfterSeconds)} wieder.`,
  }),
  upload_quota_reached: say(
    'Zu viele Dateien warten darauf, gesendet zu werden.',
    'Bitte senden oder entfernen Sie zuerst einige, oder versuchen Sie es in einer Viertelstunde noch einmal.',
  ),
} satisfies Partial<Failures>;

const technical = {
  invalid_input: say('Etwas in diesem Formular stimmt nicht.', 'Bitte prüfen Sie Ihre Eingaben.'),
  broken_upload: say('Eine Datei ist nicht vollständig angekommen.', 'Bitte hängen Sie sie noch einmal an.'),
  endpoint_not_found: say('Diese Seite ist älter als der Server.', 'Bitte laden Sie die Seite neu.'),
  method_not_allowed: say('Diese Seite ist älter als der Server.', 'Bitte laden Sie die Seite neu.'),
  content_type_not_supported: say('Der Server konnte diese Anfrage nicht lesen.', 'Bitte laden Sie die Seite neu.'),
  unexpected: say(
    'Auf unserer Seite ist etwas schiefgegangen.',
    'Es ist nichts verloren. Bitte versuchen Sie es gleich noch einmal.',
  ),
  database_unavailable: say(
    'Wir erreichen Ihre Nachrichten im Moment nicht.',
    'Es ist nichts verloren. Bitte versuchen Sie es in einer Minute noch einmal.',
  ),
  identity_provider_unavailable: say(
    'Der Anmeldedienst antwortet im Moment nicht.',
    'Bitte versuchen Sie es in einer Minute noch einmal.',
  ),
  offline: say('Es gibt keine Verbindung zum Server.', 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.'),
} satisfies Partial<Failures>;

/** German, for what every page shows alike. */
export const de: typeof en = {
  failures: { ...access, ...messages, ...passwords, ...sizes, ...technical } satisfies Failures,
};
