/** What can go wrong between the pane and Outlook. `outlook_silent`: no answer in time; `outlook_refused`: Outlook answered that it cannot;
 *  `draft_gone`: the message is not open any more; `sign_in_not_allowed`: IT has not allowed the add-in, or not for this person;
 *  `sign_in_unavailable`: it may work in a moment. */
export type OutlookFailureCode =
  | 'outlook_silent'
  | 'outlook_refused'
  | 'draft_gone'
  | 'sign_in_unsupported'
  | 'sign_in_cancelled'
  | 'sign_in_not_allowed'
  | 'sign_in_unavailable'
  | 'sign_in_failed';

/** The one failure that leaves this folder. */
export class OutlookError extends Error {
  readonly code: OutlookFailureCode;

  constructor(code: OutlookFailureCode, cause?: unknown) {
    super(code, { cause });
    this.code = code;
  }
}
