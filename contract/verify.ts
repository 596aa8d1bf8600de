import * as z from 'zod/mini';
import { endpoint } from './endpoint.ts';

/** Whether a verification code stands in a mail of ours, for anybody who asks. It never names a recipient or a subject. */
export const verifyNotification = endpoint({
  method: 'POST',
  path: '/api/verify/checks',
  input: z.strictObject({ code: z.string().check(z.maxLength(100)) }),
  output: z.object({
    /** null: no mail of ours holds this code. */
    genuine: z.nullable(z.object({ sender: z.string(), sentAt: z.string() })),
  }),
});
