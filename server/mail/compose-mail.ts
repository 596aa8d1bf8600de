import type { SendMailOptions } from 'nodemailer';
import type { Context } from '../context.ts';
import { readAttachmentFile } from '../security/attachment-file.ts';
import { isSpent } from '../security/codes.ts';
import { unsealMailSecret } from '../security/mail-secret.ts';
import { unsealMessageContent, unsealSubject } from '../security/message-content.ts';
import { verificationCode } from '../security/verification-code.ts';
import { mailedQuotesOf, withQuotes } from '../security/quotes-of.ts';
import { findByAddress } from '../store/accounts.ts';
import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import { findAccepted } from '../store/messages.ts';
import type { OutboxDocument } from '../store/outbox.ts';
import { isUnreadInInbox } from '../store/reminders.ts';
import { sentAtOf } from '../store/sent-at-of.ts';
import { codeMail } from './code.mail.ts';
import { composeCopy } from './compose-copy.ts';
import { composeNotification, type Foreseen } from './compose-notification.ts';
import { hasEnded } from './has-ended.ts';
import type { MailContext } from './letterhead.ts';
import { deliveryFailedMail } from './delivery-failed.mail.ts';
import { mailLanguage } from './mail-language.ts';
import { mailBody } from './mail-body.ts';
import { passwordLinkFor, temporaryPasswordFor } from './mail-password.ts';
import { messageMail } from './message.mail.ts';
import { moreTimeAskedMail } from './more-time-asked.mail.ts';
import { openedMail } from './opened.mail.ts';
import { passwordChangedMail } from './password-changed.mail.ts';
import { passwordLinkMail } from './password-link.mail.ts';
import { reminderMail } from './reminder.mail.ts';
import { secondStepChangedMail } from './second-step-changed.mail.ts';
import { temporaryPasswordMail } from './temporary-password.mail.ts';

/** The content of a mail owed, from what is true now; null when it must not be sent any more: its message was withdrawn, has ended or,
 *  for a reminder, was read; its secret is past its end, its account does not exist. @throws for a kind that is unknown here */
export async function composeMail(row: OutboxDocument, world: Context, foreseen?: Foreseen): Promise<SendMailOptions | null> {
  const language = await mailLanguage(row, world.config, foreseen?.readers);
  const context = { ...world, config: { ...world.config, language } };
  switch (row.kind) {
    case 'notification':
      return composeNotification(row, context, foreseen);
    case 'message':
      return composeForMessage(row, context);
    case 'copy':
    case 'archive-copy':
      return composeCopy(row, context);
    case 'opened':
      return composeOpened(row, context);
    case 'reminder':
      return composeReminder(row, context);
    case 'delivery-failed':
      return composeDeliveryFailed(row, context);
    case 'more-time-asked':
      return composeMoreTimeAsked(row, context);
    case 'code':
    case 'password-link':
      return composeSecret(row, context);
    case 'temporary-password':
      return composeTemporaryPassword(row, context);
    case 'invitation':
      return composeInvitation(row, context);
    case 'password-changed':
      return passwordChangedMail({ address: row.address, changedAt: row.createdAt }, context.config);
    case 'second-step-changed':
      return row.change
        ? secondStepChangedMail({ address: row.address, changedAt: row.createdAt, change: row.change }, context.config)
        : null;
    default:
      // Owed by a newer server while both run: it is postponed, and that one will send it.
      throw new Error('this server knows no such kind of mail');
  }
}

/** A colleague's mail leaves whatever has become of the time to read in the portal: nothing of it can be taken back. */
async function composeForMessage(row: OutboxDocument, { config, keys }: MailContext): Promise<SendMailOptions | null> {
  const found = await findWithRecipient(row);
  if (!found) return null;
  const { message, recipient } = found;
  const content = await unsealMessageContent(message, keys);
  const readAttachment = (attachmentId: string) => readAttachmentFile(message, attachmentId, keys);
  const quotes = await mailedQuotesOf(message, recipient.address, { keys });
  // What is quoted was cleaned when it was sealed.
  const html = withQuotes(await mailBody(content.html, message.author.kind), quotes);
  return messageMail({ message, content: { ...content, html }, recipient, readAttachment }, config);
}

async function composeReminder(row: OutboxDocument, { config, clock, keys }: MailContext): Promise<SendMailOptions | null> {
  const found = await findWithRecipient(row);
  if (!found || hasEnded(found.recipient, clock.now())) return null;
  const { message, recipient } = found;
  const { deliveryId, expiresAt, openings } = recipient;
  if (expiresAt === null || openings.firstAt || !(await isUnreadInInbox(deliveryId))) return null;
  return reminderMail(
    { author: message.author, recipient, expiresAt, verificationCode: verificationCode(deliveryId, keys) },
    config,
  );
}

async function composeDeliveryFailed(row: OutboxDocument, { config, keys }: MailContext): Promise<SendMailOptions | null> {
  const found = await findWithRecipient(row);
  if (!found) return null;
  const { message, recipient } = found;
  const { subject } = await unsealMessageContent(message, keys);
  return deliveryFailedMail(
    { author: message.author, recipient, subject, sentAt: sentAtOf(message), failed: row.failedKind },
    config,
  );
}

async function composeMoreTimeAsked(row: OutboxDocument, { config, clock, keys }: MailContext): Promise<SendMailOptions | null> {
  const found = await findWithRecipient(row);
  if (!found || !hasEnded(found.recipient, clock.now())) return null;
  const { message, recipient } = found;
  const { subject } = await unsealMessageContent(message, keys);
  const sentAt = sentAtOf(message);
  return moreTimeAskedMail({ author: message.author, recipient, subject, sentAt }, config);
}

async function composeOpened(row: OutboxDocument, { config, keys }: MailContext): Promise<SendMailOptions | null> {
  const found = await findWithRecipient(row);
  const openedAt = found?.recipient.openings.firstAt;
  if (!found || !openedAt) return null;
  const { message, recipient } = found;
  const subject = await unsealSubject(message, keys);
  return openedMail({ recipient, subject, sentAt: sentAtOf(message), openedAt }, config);
}

async function findWithRecipient({
  messageId,
  deliveryId,
}: OutboxDocument): Promise<{ message: MessageDocument; recipient: MessageRecipient } | null> {
  const message = messageId ? await findAccepted(messageId) : null;
  const recipient = message?.recipients.find((one) => one.deliveryId === deliveryId);
  return message && recipient ? { message, recipient } : null;
}

async function composeSecret(row: OutboxDocument, { config, clock, keys }: MailContext): Promise<SendMailOptions | null> {
  const endsAt = row.secretEndsAt;
  const owner = endsAt && endsAt > clock.now() ? await findByAddress(row.address) : null;
  if (!endsAt || !owner) return null;
  const reason = row.reason ?? 'requested';
  // Whoever asked was owed both; a mail with a temporary password goes to those who have none of their own.
  const isOtherMails = config.ENROLMENT === 'temporary-password' && owner.passwordHash === null;
  if (row.kind === 'password-link' && reason === 'requested' && isOtherMails) return null;
  const secret = await unsealMailSecret(row, keys);
  if (await isSpent(row.kind === 'code' ? 'code' : 'password-link', row.address, secret, { keys })) return null;
  return row.kind === 'code'
    ? codeMail({ code: secret, endsAt, reason }, config)
    : passwordLinkMail({ secret, endsAt, reason }, config);
}

async function composeTemporaryPassword(row: OutboxDocument, context: MailContext): Promise<SendMailOptions | null> {
  const owner = (await isStillWanted(row, context)) ? await findByAddress(row.address) : null;
  const issued = owner && (await temporaryPasswordFor(row, owner, context));
  if (!issued) return null;
  const { secret: password, endsAt } = issued;
  return temporaryPasswordMail({ password, endsAt, reason: row.reason ?? 'requested' }, context.config);
}

/** What was asked for is always wanted; what goes with a message as long as that can be read. */
async function isStillWanted(row: OutboxDocument, { clock }: MailContext): Promise<boolean> {
  if (!row.messageId) return true;
  const recipient = (await findWithRecipient(row))?.recipient;
  return recipient !== undefined && !recipient.recalledAt && (!recipient.expiresAt || recipient.expiresAt > clock.now());
}

/** By policy an invited person gets a temporary password or a link to make one; who has a password by now needs neither. */
async function composeInvitation(row: OutboxDocument, context: MailContext): Promise<SendMailOptions | null> {
  if (context.config.ENROLMENT === 'temporary-password') return composeTemporaryPassword(row, context);
  const owner = await findByAddress(row.address);
  if (owner?.passwordHash !== null) return null;
  const { secret, endsAt } = await passwordLinkFor(row, context);
  return passwordLinkMail({ secret, endsAt, reason: 'administrator-arranged' }, context.config);
}
