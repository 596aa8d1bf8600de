import type { SendMailOptions } from 'nodemailer';
import { unsealSubject } from '../security/message-content.ts';
import { verificationCode } from '../security/verification-code.ts';
import { type AccountDocument, findByAddress, listLanguages } from '../store/accounts.ts';
import { listAcceptedOutlines, type MessageOutline } from '../store/messages.ts';
import type { OutboxDocument } from '../store/outbox.ts';
import { hasEnded } from './has-ended.ts';
import type { MailContext } from './letterhead.ts';
import { notificationMail } from './notification.mail.ts';

/** What was looked up for mails that leave together, moments before. */
export interface Foreseen {
  /** By address; who is not there has no account. */
  readonly readers: ReadonlyMap<string, Pick<AccountDocument, 'settings' | 'language'>>;
  /** By id; what is not there was not accepted. */
  readonly messages: ReadonlyMap<string, MessageOutline>;
}

/** Looks up at once what the notifications among these mails will need. */
export async function foresee(rows: readonly OutboxDocument[]): Promise<Foreseen> {
  const ids = rows.flatMap(({ kind, messageId }) => (kind === 'notification' && messageId ? [messageId] : []));
  const [messages, readers] = await Promise.all([
    listAcceptedOutlines([...new Set(ids)]),
    listLanguages([...new Set(rows.map(({ address }) => address))]),
  ]);
  return {
    messages: new Map(messages.map((message) => [message._id, message])),
    readers: new Map(readers.map((reader) => [reader.address, reader])),
  };
}

/** The notification of a message to one recipient; null when it must not be sent any more. */
export async function composeNotification(
  { messageId = '', deliveryId, address }: OutboxDocument,
  { config, clock, keys }: MailContext,
  foreseen?: Foreseen,
): Promise<SendMailOptions | null> {
  const message = foreseen ? foreseen.messages.get(messageId) : (await listAcceptedOutlines([messageId]))[0];
  const recipient = message?.recipients.find((one) => one.deliveryId === deliveryId);
  if (!message || !recipient || hasEnded(recipient, clock.now())) return null;
  const subject = config.SUBJECT_IN_NOTIFICATION ? await unsealSubject(message, keys) : '';
  const code = verificationCode(recipient.deliveryId, keys);
  const needsTemporaryPassword = await isWithoutPassword(address, config);
  const facts = { author: message.author, recipient, subject, verificationCode: code, needsTemporaryPassword };
  return notificationMail(facts, config);
}

async function isWithoutPassword(address: string, { ENROLMENT }: MailContext['config']): Promise<boolean> {
  return ENROLMENT === 'temporary-password' && (await findByAddress(address))?.passwordHash === null;
}
