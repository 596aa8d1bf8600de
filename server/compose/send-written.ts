import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Recipient } from '../http/who.ts';
import { type Accepted, acceptMessage, type Draft, messageIdOf } from '../message/accept-message.ts';
import { type Quote, withQuotes } from '../security/quotes-of.ts';
import { fileBytesBeside } from '../mail-size.ts';
import { cleanHtml, HtmlNotCleanedError } from '../security/clean-html.ts';
import { sealQuote } from '../security/message-content.ts';
import { requireNoWait, takeThrottledTry } from '../security/throttle.ts';
import type { AccountDocument } from '../store/accounts.ts';
import { deleteIfRevision, findDraft } from '../store/drafts.ts';
import { findAccepted } from '../store/messages.ts';
import { findStored } from '../store/uploads.ts';
import { chargeQuotas } from './charge-quotas.ts';
import { releaseDraftFiles } from './release-draft-files.ts';
import { accountOwner } from './upload-reply-file.ts';

/** A message as it was written in the portal; recipients, subject and policy are already the server's own. */
export interface Written {
  readonly author: AccountDocument;
  /** What its readers call the author. */
  readonly authorName: string;
  readonly sendKey: string;
  readonly draftRevision: number;
  readonly recipients: Draft['recipients'];
  readonly subject: string;
  /** As it came from the page. */
  readonly html: string;
  readonly hasQuote: boolean;
  /** Clean already. */
  readonly quotes: readonly Quote[];
  readonly attachments: Draft['attachments'];
  readonly policy: Draft['policy'];
  readonly answers: Draft['answers'];
}

/** Sends what an account wrote: cleaned, within its quotas, and its draft goes. A retry is answered before anything is charged or compared.
 *  @throws draft_changed, quota_reached, body_too_large, body_not_accepted, message_too_large, too_many_recipients, throttled and those of acceptMessage */
export async function sendWritten(written: Written, caller: Recipient, context: Context): Promise<Accepted> {
  const { author, sendKey, draftRevision, recipients } = written;
  if (recipients.length > limits.recipients)
    throw new AppError('too_many_recipients', { limit: limits.recipients, fields: ['to'] });
  const html = await cleanWritten(written, context);
  requireBodySize(html);
  const messageId = messageIdOf(author._id, sendKey, context);
  const fitting = fittingBelow(html, written.quotes);
  const quotes = await Promise.all(fitting.map((one) => sealQuote(one.html, messageId, one.quoted, context.keys)));
  const draft = { ...messageOf({ ...written, quotes: fitting }, html, caller, context), quotes };
  const isRetry = (await findAccepted(messageId)) !== null;
  if (!isRetry) await requireSameDraft(messageId, author._id, draftRevision);
  const accepted = isRetry ? await acceptMessage(draft, context) : await acceptCharged(draft, messageId, context);
  const left = await deleteIfRevision(messageId, author._id, draftRevision);
  if (left) await releaseDraftFiles(messageId, left.uploadIds);
  return accepted;
}

/** Bodies that hold the others up are counted before anything is charged, and soon have to wait. */
async function cleanWritten({ html, author }: Written, { clock }: Context): Promise<string> {
  requireBodySize(html);
  await requireNoWait('slowBody', author._id, clock.now());
  try {
    return await cleanHtml({ html, pictures: 'inline' }, { accountId: author._id });
  } catch (error) {
    if (!(error instanceof HtmlNotCleanedError)) throw error;
    if (error.tookTooLong) await takeThrottledTry('slowBody', author._id, clock.now());
    throw new AppError('body_not_accepted', { fields: ['html'] });
  }
}

/** The newest quotes that there is room for: an answer without what it quotes is better than none. */
function fittingBelow(html: string, quotes: readonly Quote[]): readonly Quote[] {
  const isTooMuch = Buffer.byteLength(withQuotes(html, quotes)) > limits.messageHtmlBytes;
  return isTooMuch && quotes.length > 0 ? fittingBelow(html, quotes.slice(0, -1)) : quotes;
}

function requireBodySize(html: string): void {
  if (Buffer.byteLength(html) > limits.messageHtmlBytes)
    throw new AppError('body_too_large', { limit: limits.messageHtmlBytes, fields: ['html'] });
}

/** What another window saved meanwhile is not sent over unseen. */
async function requireSameDraft(messageId: string, accountId: string, revision: number): Promise<void> {
  const draft = await findDraft(messageId, accountId);
  if (draft && draft.revision !== revision) throw new AppError('draft_changed');
}

async function acceptCharged(draft: Draft, messageId: string, context: Context): Promise<Accepted> {
  const files = await findStored(
    draft.owner,
    draft.attachments.map(({ uploadId }) => uploadId),
  );
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const charge = await chargeQuotas(draft.author.id, messageId, bytes, context);
  const accepted = await acceptMessage(draft, context).catch(async (error: unknown) => {
    // What else fails may have been accepted all the same.
    if (error instanceof AppError) await charge.giveBack();
    throw error;
  });
  await charge.settle();
  return accepted;
}

function messageOf(written: Written, html: string, caller: Recipient, context: Context): Draft {
  const { author, authorName, sendKey, recipients, subject, hasQuote, attachments, policy, answers } = written;
  const { config, keys } = context;
  const most = config.MAX_REPLY_ATTACHMENTS_BYTES;
  const goesByMail = recipients.some(({ route }) => route === 'mail');
  const isReadInPortal = recipients.some(({ route }) => route === 'portal');
  // Always the same for the same key, so that a retry makes no second entry in Sent.
  const deliveryId = keys.hash('sent-entry', author._id, sendKey).subarray(0, 16).toString('base64url');
  return {
    author: { kind: 'account', id: author._id, address: author.address, name: authorName, deliveryId },
    owner: accountOwner(caller),
    sendKey,
    recipients,
    subject,
    html,
    hasQuote,
    attachments,
    maxAttachmentsBytes: goesByMail ? Math.min(most, fileBytesBeside(withQuotes(html, written.quotes), 'html', config)) : most,
    expiresInDays: isReadInPortal ? config.DEFAULT_EXPIRES_IN_DAYS : null,
    policy,
    answers,
  };
}
