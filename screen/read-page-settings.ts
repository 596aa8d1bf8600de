import * as z from 'zod/mini';

/** What the server tells every page about itself; a page that is told more extends it (`z.extend`). */
export const pageSettings = z.object({
  organisation: z.object({
    name: z.string(),
    origin: z.string(),
    postmaster: z.string(),
    contact: z.string(),
    colour: z.string(),
    logo: z.nullable(z.string()),
  }),
  version: z.string(),
  organisationDomains: z.array(z.string()),
  /** Whether an answer holds the answered message below it unless its author removes it. */
  quoteOriginal: z.boolean(),
  passwordMinLength: z.number(),
  /** The most that the files of a reply may have together. */
  replyAttachmentsBytes: z.number(),
});
export type PageSettings = z.output<typeof pageSettings>;

/** The settings the server wrote into this page, in the shape of `schema`. @throws when the page carries none */
export function readPageSettings<S extends z.ZodMiniType>(schema: S): z.output<S> {
  return schema.parse(JSON.parse(document.getElementById('settings')?.textContent ?? 'null'));
}
