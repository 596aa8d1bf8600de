import { isCode } from '../../screen/is-code.ts';

/** Whether what keeps a draft from being saved is over by itself, or shown where it can be mended. */
export function isPassing(failure: unknown): boolean {
  return isCode(
    failure,
    'offline',
    'unexpected',
    'database_unavailable',
    'throttled',
    'not_signed_in',
    'draft_changed',
    'upload_not_found',
  );
}
