import type { FailureCode } from '../../contract/call.ts';
import type { ErrorDetails } from '../../contract/errors.ts';
import { formatBytes, formatWait } from '../format.ts';

/** A failure in words for people: what is the matter, and what to do now. */
export interface ErrorText {
  readonly sentence: string;
  readonly nextStep: string;
}

type Failures = Record<FailureCode, (details: ErrorDetails) => ErrorText>;

const say = (sentence: string, nextStep: string) => () => ({ sentence, nextStep });
const size = (limit: number | undefined) => (limit === undefined ? 'the limit' : formatBytes(limit));
const wait = (seconds: number | undefined) => (seconds === undefined ? 'a few minutes' : formatWait(seconds));

const access = {
  not_signed_in: say('You are not signed in any more.', 'Please sign in again.'),
  token_expired: say('Your sign-in has ended.', 'Please sign in again.'),
  credentials_wrong: say('The e-mail address or the password is not right.', 'Please check both, or ask for a new password.'),
  second_step_required: say('Your second step is still to come.', 'Please sign in again and confirm that it is you.'),
  second_step_missing: say('You need a second step to go on.', 'Please sign in again and set it up.'),
  password_reset_required: say('You need a new password to go on.', 'Please sign in again and choose one.'),
  temporary_password_expired: say('This temporary password has expired.', 'Please let us send you a new one.'),
  foreign_origin: say('This request did not come from this page.', 'Please open the page again and repeat.'),
  sender_not_yours: say(
    'The sender of this message is not one of your own addresses.',
    'Choose your own address as the sender and try again.',
  ),
  sender_addresses_missing: say(
    'We could not tell which addresses are yours.',
    'Please ask your IT department; they can set this up.',
  ),
  throttled: ({ retryAfterSeconds }) => ({
    sentence: 'There were too many tries.',
    nextStep: `Please wait ${wait(retryAfterSeconds)}, then try again.`,
  }),
} satisfies Partial<Failures>;

const messages = {
  against_policy: say("Your organisation's rules do not allow this choice.", 'Please look over the options and try again.'),
  reply_not_allowed: say('This message cannot be answered.', 'Please contact the sender another way.'),
  download_not_allowed: say('The sender does not allow saving this message or its files.', 'You can read it here.'),
  message_not_found: say('We could not find this message.', 'Check that you are signed in with the address it was sent to.'),
  attachment_not_found: say('We could not find this file.', 'Please open the message again.'),
  upload_not_found: say('A file is no longer there because it waited too long.', 'Please attach it again.'),
  message_expired: say('This message has expired and can no longer be read.', 'Please ask the sender to send it again.'),
  message_recalled: say('The sender has taken this message back.', 'Please ask the sender if you have questions.'),
  message_deleted: say('The recipient has deleted this message for good.', 'Please send it as a new message.'),
  message_still_readable: say('This message can be read.', 'Please open it again.'),
  address_has_message: say('This address has the message already.', 'Please check the address.'),
  draft_not_found: say('This draft is no longer there.', 'Please look in Sent whether it was sent.'),
  draft_changed: say('This draft was changed in another window.', 'Nothing is lost. You can keep both.'),
  recipient_outside: say('You can write only to people of the organisation.', 'Please remove the other addresses.'),
  body_not_accepted: say('The text could not be taken over with its formatting.', 'Please paste it as plain text and try again.'),
  send_key_reused: say('Another version of this message was already sent.', 'Please look in Sent before you send it again.'),
} satisfies Partial<Failures>;

const passwords = {
  code_wrong: say('This code is not right.', 'Please check it and type it again.'),
  code_expired: say('This code is no longer valid.', 'Please ask for a new one.'),
  code_exhausted: say('This code was tried too often.', 'Please ask for a new one.'),
  code_used: say('This code was used already.', 'Please wait for the next one and type that.'),
  passkey_wrong: say('This passkey did not work here.', 'Please try again, or sign in another way.'),
  passkey_not_found: say('This passkey is not there any more.', 'Please load the page again.'),
  passkey_known: say('This passkey is set up already.', 'You can use it to sign in.'),
  too_many_passkeys: ({ limit }) => ({
    sentence: limit === undefined ? 'There are too many passkeys.' : `An account can have at most ${limit} passkeys.`,
    nextStep: 'Please remove one you no longer use.',
  }),
  last_second_step: say('A second step is required here.', 'Please set up another one before you remove this one.'),
  confirmation_required: say('Please show once more that it is you.', 'Type your password to go on.'),
  password_link_expired: say('This link has expired or was used already.', 'Please ask for a new one.'),
  password_not_new: say('This is the password you have now.', 'Please choose another one.'),
  password_too_weak: say('This password is too easy to guess or misses a rule.', 'Please choose another one.'),
} satisfies Partial<Failures>;

const sizes = {
  body_too_large: ({ limit }) => ({
    sentence: `This is more than we can take (${size(limit)}).`,
    nextStep: 'Please shorten it and try again.',
  }),
  message_too_large: ({ limit }) => ({
    sentence: `The message is larger than ${size(limit)}.`,
    nextStep: 'Please shorten the text or send large pictures as files.',
  }),
  attachment_too_large: ({ limit }) => ({
    sentence: `A file is larger than ${size(limit)}.`,
    nextStep: 'Please remove it or send a smaller one.',
  }),
  attachments_too_large: ({ limit }) => ({
    sentence: `The files together are larger than ${size(limit)}.`,
    nextStep: 'Please remove some of them or use several messages.',
  }),
  too_many_recipients: ({ limit }) => ({
    sentence: limit === undefined ? 'There are too many recipients.' : `A message can have at most ${limit} recipients.`,
    nextStep: 'Please remove some, or send it twice.',
  }),
  search_words_missing: () => ({
    sentence: 'There is no word to search for.',
    nextStep: 'Please type a word of at least two letters.',
  }),
  search_too_long: ({ limit }) => ({
    sentence: limit === undefined ? 'This is too much to search for.' : `You can search for at most ${limit} characters at once.`,
    nextStep: 'Please search for a few words of the message.',
  }),
  too_many_attachments: ({ limit }) => ({
    sentence: limit === undefined ? 'There are too many files.' : `A message can have at most ${limit} files.`,
    nextStep: 'Please remove some of them.',
  }),
  too_many_drafts: ({ limit, fields }) => ({
    sentence: fields?.includes('html')
      ? `All your drafts together can have at most ${size(limit)} of text.`
      : limit === undefined
        ? 'There are too many drafts.'
        : `You can have at most ${limit} drafts.`,
    nextStep: 'Please send or discard some of them.',
  }),
  quota_reached: ({ limit, fields, retryAfterSeconds }) => ({
    sentence: fields?.includes('messages')
      ? `One person can send at most ${limit ?? 'a few'} messages in an hour.`
      : `One person can send at most ${size(limit)} of files in a day.`,
    nextStep: `Nothing is lost. Please come again in ${wait(retryAfterSeconds)}.`,
  }),
  upload_quota_reached: say(
    'Too many files are waiting to be sent.',
    'Please send or remove some of them first, or try again in a quarter of an hour.',
  ),
} satisfies Partial<Failures>;

const technical = {
  invalid_input: say('Something in the form is not right.', 'Please check what you typed.'),
  broken_upload: say('A file did not arrive whole.', 'Please attach it again.'),
  endpoint_not_found: say('This page is older than the server.', 'Please load the page again.'),
  method_not_allowed: say('This page is older than the server.', 'Please load the page again.'),
  content_type_not_supported: say('The server could not read this request.', 'Please load the page again.'),
  unexpected: say('Something went wrong on our side.', 'Nothing is lost. Please try again in a moment.'),
  database_unavailable: say('We cannot reach your messages at the moment.', 'Nothing is lost. Please try again in a minute.'),
  identity_provider_unavailable: say('The sign-in service does not answer at the moment.', 'Please try again in a minute.'),
  offline: say('There is no connection to the server.', 'Check your internet connection, then try again.'),
} satisfies Partial<Failures>;

/** English, for what every page shows alike. */
export const en = {
  failures: { ...access, ...messages, ...passwords, ...sizes, ...technical } satisfies Failures as Failures,
};
