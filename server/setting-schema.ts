import * as z from 'zod';
import { normaliseAddress, normaliseDomain } from '../contract/address.ts';
import { languages } from '../contract/language.ts';
import { limits } from '../contract/limits.ts';
import { isTrustworthyAddress } from './security/loopback.ts';
import { parseSharedMailboxes } from './shared-mailboxes.ts';
import { isProxy, isPublicOrigin, isSmtpUrl, isTimeZone } from './setting-rules.ts';

const MEGABYTE = 1024 * 1024;

const list = z.string().transform((text) => text.split(/[\s,]+/).filter((item) => item !== ''));
const wholeNumber = (minimum: number, maximum: number) => z.coerce.number().int().min(minimum).max(maximum);
const yesOrNo = z.enum(['yes', 'no']).transform((answer) => answer === 'yes');
const address = z.string().transform((typed, check) => {
  const normalised = normaliseAddress(typed);
  if (normalised === null) check.addIssue('must be an e-mail address');
  return normalised ?? typed;
});
const origin = z
  .string()
  .refine(isPublicOrigin, 'must be an origin such as https://secure.harbour.example (http only on localhost)');
const smtpUrl = z.string().refine(isSmtpUrl, 'must be an address such as smtp://user:password@host:587 or smtps://host:465');
const tls = z.enum(['required', 'none']);
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'must be a colour such as #0f6cbd');
const reportAddress = address.refine(
  (text) => /^[^+@]{1,18}@/.test(text),
  'must have at most 18 characters before the @, and no plus sign',
);
const domains = list.transform((items, check) =>
  items.map((item) => {
    const domain = normaliseDomain(item);
    if (domain === null) check.addIssue(`${item} is not a domain`);
    return domain ?? item;
  }),
);
const sharedMailboxes = z.string().transform((text, check) => {
  const mailboxes = parseSharedMailboxes(text);
  if (mailboxes === null) check.addIssue('must be as mailbox@domain=member@domain member@domain; mailbox@domain=*');
  return mailboxes ?? [];
});
const notEmpty = (items: readonly unknown[]) => items.length > 0;

/** Every setting: its name, what it is for, and its rule. A default stands only where it is safe for everybody. */
export const settingSchema = z.object({
  PUBLIC_ORIGIN: origin.describe('The one public origin of the portal; every link in a mail begins with it.'),
  PORT: wholeNumber(0, 65535).default(3000).describe('The TCP port the server listens on.'),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(?:\+srv)?:\/\/[^/]+\/[^/?]+/, 'must be an address such as mongodb://host/sealpost')
    .describe('The MongoDB database, with its name (7 or 8; replica set or sharded cluster).'),
  ROOT_KEY_FILE: z
    .string()
    .min(1)
    .describe(
      'File with the root key: 32 random bytes as base64 (`openssl rand -base64 32`). Back it up apart from the database.',
    ),
  ORGANISATION_NAME: z.string().min(1).max(100).describe('The organisation, as recipients know it.'),
  ORGANISATION_DOMAINS: domains
    .refine(notEmpty, 'must name a domain')
    .describe("The organisation's own mail domains, separated by commas."),
  ORGANISATION_POSTMASTER: address.describe('The address all our mails come from.'),
  ORGANISATION_CONTACT: z.string().max(200).default('').describe('Phone and hours, shown in mails and in the portal.'),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(?:(?:mailto:|https:\/\/)[\x21-\x7e]{1,300})?$/, 'must be an address such as mailto:security@harbour.example')
    .default('')
    .describe('Where to report a weakness, in `security.txt` (`mailto:` or `https:`); the postmaster unless given.'),
  ORGANISATION_COLOUR: colour.default('#0f6cbd').describe('The one brand colour.'),
  ORGANISATION_LOGO_FILE: z.string().optional().describe('A PNG or SVG file with the logo; mails show a PNG only.'),
  ORGANISATION_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be a time zone such as Europe/London')
    .default('UTC')
    .describe('The time zone of the dates in mails.'),
  DEFAULT_LANGUAGE: z
    .enum(languages)
    .default('en')
    .describe('The language of mails to staff and to people who have not been in the portal yet (`en` or `de`).'),
  RELAY_SMTP_URL: smtpUrl.describe('The SMTP relay to the world: notifications and codes leave here.'),
  RELAY_SMTP_TLS: tls.default('required').describe('`required`, or `none` towards a relay on this machine only.'),
  ORGANISATION_SMTP_URL: smtpUrl.describe("The organisation's own mail server: replies and mails to colleagues go here."),
  ORGANISATION_SMTP_TLS: tls.default('required').describe('`required`, or `none` towards a server on this machine only.'),
  ORGANISATION_MAIL_MAX_BYTES: wholeNumber(2 * MEGABYTE, 1024 * MEGABYTE)
    .default(35 * MEGABYTE)
    .describe("The largest mail the organisation's server takes, in bytes."),
  SENDER_COPY: yesOrNo
    .default(true)
    .describe('Whether senders get what they sent as an ordinary mail, through the server above (`yes` or `no`).'),
  ARCHIVE_ADDRESS: address
    .optional()
    .describe('A mailbox that gets a copy of every message from Outlook, through the server above; none unless given.'),
  SUBJECT_TAG: z.string().max(40).default('[Secure]').describe('Put before the subject of secure mails inside the organisation.'),
  TAG_HEADER: z
    .string()
    .regex(/^X-[A-Za-z0-9-]{1,60}$/)
    .default('X-Sealpost-Secure')
    .describe('The header that marks secure mails inside the organisation.'),
  DKIM_DOMAIN: z.string().optional().describe('Signs mails to the world (DKIM); goes with the two settings below.'),
  DKIM_SELECTOR: z.string().optional().describe('The DKIM selector.'),
  DKIM_KEY_FILE: z.string().optional().describe('File with the private DKIM key (PEM).'),
  BOUNCE_ADDRESS: reportAddress
    .optional()
    .describe(
      'Where other mail servers report what they could not deliver, such as bounce@bounces.harbour.example: the envelope sender of our mails, with a signed token behind a plus sign. The postmaster unless given; then reports are not read.',
    ),
  BOUNCE_SMTP_PORT: wholeNumber(0, 65535)
    .optional()
    .describe(
      'Such reports are taken by SMTP on this TCP port (the MX of that domain leads there, or a relay); none unless given.',
    ),
  BOUNCE_SMTP_HOST: z.string().min(1).optional().describe('The address of this machine to listen on for them; all unless given.'),
  BOUNCE_TLS_CERT_FILE: z
    .string()
    .optional()
    .describe('File with the certificate (PEM) for STARTTLS on that port; goes with the next setting.'),
  BOUNCE_TLS_KEY_FILE: z.string().optional().describe('File with the private key (PEM) of that certificate.'),
  BOUNCE_MAILDIR: z
    .string()
    .min(1)
    .optional()
    .describe('A maildir of its own into which another mail server drops such reports; none unless given.'),
  ENTRA_AUTHORITY: z
    .string()
    .refine(isTrustworthyAddress, 'must be an https address')
    .default('https://login.microsoftonline.com')
    .describe('The identity provider of staff.'),
  ENTRA_TENANT_IDS: list
    .refine(notEmpty, 'must name a tenant')
    .describe('The Entra tenants whose staff may send, separated by commas.'),
  ENTRA_AUDIENCE: z.string().min(1).describe('The audience of our API in access tokens (application id or its URI).'),
  ENTRA_CLIENT_IDS: list
    .refine(notEmpty, 'must name a client')
    .describe('The client ids that may call (the add-in), separated by commas; the pane signs in with the first.'),
  ENTRA_SCOPE: z.string().min(1).default('Messages.Send').describe('The scope an access token must hold.'),
  SHARED_MAILBOXES: sharedMailboxes
    .default([])
    .describe(
      'Shared mailboxes that staff may send from, each with its members: `reception@harbour.example=alex@harbour.example lee@harbour.example; info@harbour.example=*`.',
    ),
  FRAME_ANCESTORS: list
    .refine((items) => items.every(isPublicOrigin), 'must be origins')
    .default([])
    .describe('Further origins that may show the task pane, beside those of Outlook.'),
  TRUSTED_PROXIES: list
    .refine((items) => items.every(isProxy), 'must be addresses or subnets')
    .default([])
    .describe('Addresses or subnets of reverse proxies whose X-Forwarded-For is believed.'),
  MAX_ATTACHMENTS_BYTES: wholeNumber(MEGABYTE, 1024 * MEGABYTE)
    .default(limits.staffAttachmentsBytes)
    .describe('All attachments of one message from Outlook together, in bytes.'),
  MAX_REPLY_ATTACHMENTS_BYTES: wholeNumber(MEGABYTE, 1024 * MEGABYTE)
    .default(limits.portalAttachmentsBytes)
    .describe(
      'All attachments of one message from the portal together, in bytes. Staff get it as a mail, so ORGANISATION_MAIL_MAX_BYTES bounds it too: with both defaults some 24.5 MB.',
    ),
  PORTAL_MESSAGES_PER_HOUR: wholeNumber(1, 1000)
    .default(30)
    .describe('Messages that one person may send from the portal in an hour.'),
  PORTAL_MEGABYTES_PER_DAY: wholeNumber(1, 100_000)
    .default(200)
    .describe('Megabytes of files that one person may send from the portal in a day.'),
  QUOTE_ORIGINAL: yesOrNo
    .default(true)
    .describe(
      'Whether an answer in the portal holds the answered message below it, unless its author removes it (`yes` or `no`: never).',
    ),
  DEFAULT_EXPIRES_IN_DAYS: wholeNumber(1, 365)
    .default(limits.expiresInDays.default)
    .describe('How many days a message stays readable unless the sender chooses otherwise.'),
  MAX_EXPIRES_IN_DAYS: wholeNumber(1, 365)
    .default(limits.expiresInDays.maximum)
    .describe('The longest a sender may choose, in days.'),
  MAY_NEVER_EXPIRE: yesOrNo.default(true).describe('Whether a sender may choose that a message never expires (`yes` or `no`).'),
  REMINDER_DAYS: wholeNumber(0, 30)
    .default(3)
    .describe('How many days before its end a reminder of an unread message is mailed (0: never).'),
  SUBJECT_IN_NOTIFICATION: yesOrNo.default(false).describe('Whether the notification shows the subject (`yes` or `no`).'),
  ENROLMENT: z
    .enum(['link', 'temporary-password'])
    .default('link')
    .describe(
      'How a new recipient comes in: `link` (a code by mail, then a password of their own) or `temporary-password` (mailed, replaced at once).',
    ),
  TEMPORARY_PASSWORD_HOURS: wholeNumber(1, 7 * 24)
    .default(24)
    .describe('A temporary password works for so many hours.'),
  PASSWORD_MIN_CHARACTERS: wholeNumber(8, 64).default(8).describe('The shortest password, in characters.'),
  SECOND_STEP: z
    .enum(['optional', 'required'])
    .default('optional')
    .describe(
      'Whether recipients may (`optional`) or must (`required`) give a second step beside their password. An authenticator app is always asked for, a passkey behind the password only with `required`.',
    ),
  SESSION_IDLE_MINUTES: wholeNumber(1, 24 * 60)
    .default(30)
    .describe('A session ends after so many minutes without a request.'),
  SESSION_ABSOLUTE_HOURS: wholeNumber(1, 7 * 24)
    .default(12)
    .describe('A session ends after so many hours, whatever happens.'),
  WORKER: yesOrNo
    .default(true)
    .describe('Whether this process also delivers mail and expires messages (`yes` or `no`); one at least must.'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info').describe('How much is logged.'),
});
