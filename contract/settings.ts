import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';
import { limits } from './limits.ts';

/** How many messages a page of the mailbox can show. */
export const pageSizes = [25, 50, 100] as const;

/** What a reader may choose; null leaves the choice to the browser. */
export const settings = z.object({
  language: z.nullable(z.enum(['en', 'de'])),
  /** The order of a short date; null as the language has it. */
  dateFormat: z.nullable(z.enum(['dmy', 'mdy', 'ymd'])),
  hourCycle: z.nullable(z.enum(['h12', 'h23'])),
  /** An IANA name such as `Europe/Berlin`. */
  timeZone: z.nullable(z.string()),
  messagesPerPage: z.literal(pageSizes),
  /** Plain text put under a new message. */
  signature: z.string(),
});
export type ReaderSettings = z.output<typeof settings>;

/** What counts while nothing was chosen. */
export const defaultSettings: ReaderSettings = {
  language: null,
  dateFormat: null,
  hourCycle: null,
  timeZone: null,
  messagesPerPage: limits.pageOfDeliveries,
  signature: '',
};

/** What the reader has chosen. */
export const readSettings = endpoint({
  method: 'GET',
  path: '/api/account/settings',
  input: z.strictObject({}),
  output: settings,
});

/** Changes what is named and leaves the rest; answers all of it. */
export const changeSettings = endpoint({
  method: 'POST',
  path: '/api/account/settings',
  input: z.strictObject({
    language: z.optional(settings.shape.language),
    dateFormat: z.optional(settings.shape.dateFormat),
    hourCycle: z.optional(settings.shape.hourCycle),
    timeZone: z.optional(z.nullable(z.string().check(z.maxLength(64)))),
    messagesPerPage: z.optional(settings.shape.messagesPerPage),
    signature: z.optional(z.string().check(z.maxLength(limits.signatureCharacters))),
  }),
  output: settings,
});
