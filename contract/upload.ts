import * as z from 'zod/mini';
import { identifier } from './identifier.ts';
import { limits } from './limits.ts';

/** What the server says of a file it has taken in: `sha256` in lower-case hex, `size` in bytes. */
export const uploadedFile = z.object({
  uploadId: identifier,
  size: z.number(),
  sha256: z.string(),
  leaseEndsAt: z.string(),
});

/** A file as part of a message. `contentId` names the inline picture that the body shows as `cid:`; names are made safe by the server. */
export const attachmentOfMessage = z.strictObject({
  uploadId: identifier,
  name: z.string().check(z.maxLength(8 * limits.addressCharacters * 4)),
  contentType: z.string().check(z.maxLength(255)),
  contentId: z.nullable(z.string().check(z.maxLength(255), z.regex(/^[\x21-\x7e]+$/))),
});
