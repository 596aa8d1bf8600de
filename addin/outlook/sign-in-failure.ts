import { OutlookError, type OutlookFailureCode } from './outlook-error.ts';

/** By the error codes of the sign-in library and the numbers that Entra puts into its sentences (learn.microsoft.com, "Microsoft Entra
 *  authentication and authorization error codes"): first what IT has to allow, then what passes, then what people did themselves. */
const kinds: readonly (readonly [RegExp, OutlookFailureCode])[] = [
  [/consent|AADSTS(?:65001|65004|650052|650057|90094|90095|500011|50105|700016)\b/i, 'sign_in_not_allowed'],
  [/temporarily_unavailable|no_network|network|timed?_?out|AADSTS(?:90033|90006|50196|90024)\b/i, 'sign_in_unavailable'],
  [/cancel/i, 'sign_in_cancelled'],
  [/nested_app_auth_bridge_disabled/i, 'sign_in_unsupported'],
];

/** What a failure of Microsoft's sign-in library means for people. */
export function signInFailure(cause: unknown): OutlookError {
  if (cause instanceof OutlookError) return cause;
  const words = wordsOf(cause);
  const [, code = 'sign_in_failed'] = kinds.find(([sign]) => sign.test(words)) ?? [];
  return new OutlookError(code, cause);
}

function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) return JSON.stringify(cause) ?? '';
  const { errorCode = '', subError = '', message } = cause as Error & { errorCode?: string; subError?: string };
  return [errorCode, subError, message].join(' ');
}
