import type { NodemailerError } from 'nodemailer';
import type { BounceReason } from '../../contract/track.ts';
import { reasonOfReply } from './bounce-reason.ts';

export interface Failure {
  /** For the row and the log: never a text of the other server. */
  readonly code: string;
  /** Trying again would end the same. */
  readonly isFinal: boolean;
  /** What it means for the recipient, should this be the end. */
  readonly reason: BounceReason;
}

/** What a server says of our sender address, also while it takes recipients or data (RFC 3463, 3.2; RFC 7505; Exchange). */
const ABOUT_SENDER: ReadonlySet<string> = new Set(['5.1.7', '5.1.8', '5.7.27', '5.7.60']);

/** Says of a failed attempt whether it ends the mail. A refusal for good (5xx, RFC 5321, 4.2.1) of the recipient or of the mail itself does;
 *  one of the connection, of our log-in or of our sender address concerns every mail and passes when somebody repairs it. */
export function judgeFailure(error: unknown): Failure {
  const {
    responseCode,
    permanent,
    command,
    code,
    response = '',
  } = (error instanceof Error ? error : {}) as Partial<NodemailerError>;
  if (responseCode === undefined || responseCode === 0) {
    const isFinal = isTooLarge(error);
    return { code: code ?? 'unexpected', isFinal, reason: isFinal ? 'too-large' : 'not-reachable' };
  }
  const isAboutMail = command === 'RCPT TO' || command === 'DATA' || (command === 'MAIL FROM' && responseCode === 552);
  // Before the data a 552 is about the mailbox, else about the mail (RFC 1870, 6.1), unless a status says what it is.
  const status = /^\d{3}[ -](5\.\d{1,3}\.\d{1,3})/.exec(response)?.[1] ?? '';
  const isAboutSize = responseCode === 552 && command !== 'RCPT TO' && status === '';
  const reason = isAboutSize ? 'too-large' : (reasonOfReply(response) ?? 'unclear');
  const isFinal = permanent === true && isAboutMail && !ABOUT_SENDER.has(status);
  return { code: `smtp-${responseCode}`, isFinal, reason };
}

/** nodemailer's own refusal where the server announced a smaller SIZE (RFC 1870). */
function isTooLarge(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Message size larger than allowed');
}
