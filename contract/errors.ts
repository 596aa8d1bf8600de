import * as z from 'zod/mini';

/** Every error the server can answer, and its HTTP status. Closed: a new code without a text for people does not compile. */
export const errorStatus = {
  invalid_input: 400,
  broken_upload: 400,
  not_signed_in: 401,
  token_expired: 401,
  credentials_wrong: 401,
  temporary_password_expired: 401,
  foreign_origin: 403,
  second_step_required: 403,
  second_step_missing: 403,
  password_reset_required: 403,
  sender_not_yours: 403,
  sender_addresses_missing: 403,
  reply_not_allowed: 403,
  against_policy: 403,
  download_not_allowed: 403,
  message_not_found: 404,
  attachment_not_found: 404,
  passkey_not_found: 404,
  upload_not_found: 404,
  draft_not_found: 404,
  endpoint_not_found: 404,
  method_not_allowed: 405,
  send_key_reused: 409,
  message_still_readable: 409,
  address_has_message: 409,
  draft_changed: 409,
  too_many_drafts: 409,
  message_expired: 410,
  message_recalled: 410,
  message_deleted: 410,
  code_wrong: 400,
  code_expired: 400,
  code_exhausted: 400,
  code_used: 400,
  passkey_wrong: 401,
  passkey_known: 409,
  too_many_passkeys: 409,
  last_second_step: 409,
  confirmation_required: 403,
  password_link_expired: 400,
  password_too_weak: 400,
  password_not_new: 400,
  search_words_missing: 400,
  search_too_long: 400,
  body_too_large: 413,
  message_too_large: 413,
  attachment_too_large: 413,
  attachments_too_large: 413,
  too_many_recipients: 400,
  recipient_outside: 400,
  body_not_accepted: 400,
  too_many_attachments: 400,
  upload_quota_reached: 429,
  quota_reached: 429,
  content_type_not_supported: 415,
  throttled: 429,
  unexpected: 500,
  database_unavailable: 503,
  identity_provider_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof errorStatus;

/** What every failed request answers. `fields` names the input fields at fault; `limit` the limit that was broken;
 *  `retryAfterSeconds` when to come again. */
export const errorAnswer = z.object({
  error: z.object({
    code: z.string(),
    requestId: z.string(),
    fields: z.optional(z.array(z.string())),
    limit: z.optional(z.number()),
    retryAfterSeconds: z.optional(z.number()),
  }),
});

/** What may stand beside a code. */
export interface ErrorDetails {
  readonly fields?: readonly string[] | undefined;
  readonly limit?: number | undefined;
  readonly retryAfterSeconds?: number | undefined;
}

/** Whether a text is one of our codes: a newer server may know codes that this page does not. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorStatus, text);
}
