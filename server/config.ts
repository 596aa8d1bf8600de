import * as z from 'zod';
import { normaliseAddress, normaliseDomain } from '../contract/address.ts';
import { languages } from '../contract/language.ts';
import { limits } from '../contract/limits.ts';
import { isTrustworthyAddress } from './security/loopback.ts';
import { type DkimSettings, readDkim, readLogo } from './setting-files.ts';
import { isLoopback, isProxy, isPublicOrigin, isSmtpUrl, isTimeZone } from './setting-rules.ts';

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
const domains = list.transform((items, check) =>
  items.map((item) => {
    const domain = normaliseDomain(item);
    if (domain === null) check.addIssue(`${item} is not a domain`);
    return domain ?? item;
  }),
);
const notEmpty = (items: readonly unknown[]) => items.length > 0;

/** Every setting: its name, what it is for, and its rule. A default stands only where it is safe for everybody. */
const schema = z.object({
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
  ORGANISATION_LOGO_FILE: z.string().optional().describe('A PNG or SVG file with the logo.'),
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
    .describe('All attachments of one message from the portal together, in bytes.'),
  PORTAL_MESSAGES_PER_HOUR: wholeNumber(1, 1000)
    .default(30)
    .describe('Messages that one person may send from the portal in an hour.'),
  PORTAL_MEGABYTES_PER_DAY: wholeNumber(1, 100_000)
    .default(200)
    .describe('Megabytes of files that one person may send from the portal in a day.'),
  QUOTE_ORIGINAL: yesOrNo
    .default(true)
    .describe(
      'Whether an answer in the portal holds the answered message below it, unless its author removes it (`yes` or `no`).',
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
    .describe('Whether recipients may (`optional`) or must (`required`) give a second step beside their password.'),
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

type Settings = z.output<typeof schema>;

/** The settings of one server process, frozen. */
export type Config = Readonly<Settings> & { readonly organisationLogo: string | null; readonly dkim: DkimSettings | null };

/** The settings for README and `.env.example`: name, meaning, and the default, null where one must be given. */
export const settingDocs = Object.entries(schema.shape).map(([name, rule]) => ({
  name,
  doc: rule.description ?? '',
  default: defaultText(rule),
  isRequired: !rule.safeParse(undefined).success,
}));

/** All that is wrong with the settings, a line each. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'A setting is' : `${problems.length} settings are`} missing or wrong:\n  ${problems.join('\n  ')}`,
    );
    this.problems = problems;
  }
}

/** Reads every setting from the environment and the files it names. @throws SettingsError with all problems together */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = givenSettings(environment);
  const problems: string[] = [];
  const parsed = schema.safeParse(known);
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problemOf(issue, known)));
  const settings = parsed.data ?? rightOnes(known);
  problems.push(...contradictions(settings));
  const organisationLogo = readLogo(settings, problems);
  const dkim = readDkim(settings, problems);
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return Object.freeze({ ...parsed.data, organisationLogo, dkim });
}

/** The settings that are right each by itself, so that what does not fit together is told along with what is missing. */
function rightOnes(known: Record<string, string>): Partial<Settings> {
  const parsed = Object.entries(schema.shape).map(([name, rule]) => [name, rule.safeParse(known[name])] as const);
  return Object.fromEntries(parsed.flatMap(([name, { success, data }]) => (success ? [[name, data]] : [])));
}

function contradictions(settings: Partial<Settings>): string[] {
  const isUnsafe = (tlsRule?: 'required' | 'none', url?: string) => tlsRule === 'none' && url !== undefined && !isLoopback(url);
  const { DEFAULT_EXPIRES_IN_DAYS: usual = 0, MAX_EXPIRES_IN_DAYS: most = Infinity } = settings;
  return [
    isUnsafe(settings.RELAY_SMTP_TLS, settings.RELAY_SMTP_URL) && 'RELAY_SMTP_TLS: none is only for a relay on this machine',
    isUnsafe(settings.ORGANISATION_SMTP_TLS, settings.ORGANISATION_SMTP_URL) &&
      'ORGANISATION_SMTP_TLS: none is only for a server on this machine',
    usual > most && 'DEFAULT_EXPIRES_IN_DAYS: is more than MAX_EXPIRES_IN_DAYS',
  ].filter((problem) => problem !== false);
}

/** The settings that an environment gives, as texts; an empty text counts as not given. */
export function givenSettings(environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const names = Object.keys(schema.shape).filter((name) => environment[name]);
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']));
}

function problemOf(issue: z.core.$ZodIssue, known: Record<string, unknown>): string {
  const name = String(issue.path[0]);
  const doc = schema.shape[name as keyof typeof schema.shape].description ?? '';
  return name in known ? `${name}: ${issue.message}` : `${name}: is missing. ${doc}`;
}

function defaultText(rule: z.ZodType): string | null {
  if (!(rule instanceof z.ZodDefault)) return null;
  const value: unknown = rule.parse(undefined);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(',') : String(value);
}
