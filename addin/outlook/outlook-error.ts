/** What can go wrong between the pane and Outlook. `outlook_silent`: no answer in time; `outlook_refused`: Outlook answered that it cannot. */
export type OutlookFailureCode =
  'outlook_silent' | 'outlook_refused' | 'sign_in_unsupported' | 'sign_in_cancelled' | 'sign_in_failed';

/** The one failure that leaves this folder. */
export class OutlookError extends Error {
  readonly code: OutlookFailureCode;

  constructor(code: OutlookFailureCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
