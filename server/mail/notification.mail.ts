import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { genuineBlocks } from './genuine-blocks.ts';
import { headerText } from './header-text.ts';
import { mailDay } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';
import { describePerson, personName } from './person-name.ts';

interface NotificationFacts {
  readonly author: Pick<MessageAuthor, 'name' | 'address'>;
  readonly recipient: Pick<MessageRecipient, 'deliveryId' | 'expiresAt'>;
  /** Shown only if policy allows. */
  readonly subject: string;
  readonly verificationCode: string;
}

/** Tells a recipient that a message waits in the portal. It names the sender and the last day, never text or files of the message. */
export function notificationMail(
  { author, recipient, subject, verificationCode }: NotificationFacts,
  config: Config,
): SendMailOptions {
  const sender = personName(author);
  const shownSubject = config.SUBJECT_IN_NOTIFICATION ? headerText(subject, 200) : '';
  const address = `${config.PUBLIC_ORIGIN}/m/${recipient.deliveryId}`;
  const blocks: MailBlock[] = [
    { kind: 'lead', text: `${describePerson(author)} sent you a secure message.` },
    ...(shownSubject === '' ? [] : [{ kind: 'paragraph' as const, text: `Subject: ${shownSubject}` }]),
    { kind: 'paragraph', text: readableUntil(recipient.expiresAt, config) },
    { kind: 'button', label: 'Read the message', address },
    { kind: 'link', label: 'Forgot your password? Request a new one', address: `${address}/password` },
    ...genuineBlocks(verificationCode, config),
    { kind: 'small', text: 'Please do not answer this mail; nobody reads it. Answer in the portal.' },
  ];
  const title = `Secure message from ${sender}`;
  return { subject: shownSubject === '' ? title : `${title}: ${shownSubject}`, ...layoutMail(blocks, config) };
}

function readableUntil(expiresAt: Date | null, config: Config): string {
  return expiresAt
    ? `It stays readable until ${mailDay(expiresAt, config)}.`
    : 'It stays readable until the sender withdraws it.';
}
