import type { SendMailOptions } from 'nodemailer';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { genuineBlocks } from './genuine-blocks.ts';
import { headerText } from './header-text.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';
import { describePerson, personName } from './person-name.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface NotificationFacts {
  readonly author: Pick<MessageAuthor, 'name' | 'address'>;
  readonly recipient: Pick<MessageRecipient, 'deliveryId' | 'expiresAt'>;
  /** Shown only if policy allows. */
  readonly subject: string;
  readonly verificationCode: string;
  /** Whether they first sign in by a temporary password, which comes in a mail of its own. */
  readonly needsTemporaryPassword: boolean;
}

/** Tells a recipient that a message waits in the portal. It names the sender and the last day, never text or files of the message. */
export function notificationMail(
  { author, recipient, subject, verificationCode, needsTemporaryPassword }: NotificationFacts,
  config: Letterhead,
): SendMailOptions {
  const words = mailTexts(config.language);
  const sender = personName(author);
  const shownSubject = config.SUBJECT_IN_NOTIFICATION ? headerText(subject, 200) : '';
  const address = `${config.PUBLIC_ORIGIN}/m/${recipient.deliveryId}`;
  const blocks: MailBlock[] = [
    { kind: 'lead', text: words.notification.lead(describePerson(author)) },
    ...(shownSubject === '' ? [] : [{ kind: 'paragraph' as const, text: words.subject(shownSubject) }]),
    { kind: 'paragraph', text: readableUntil(recipient.expiresAt, config) },
    ...(needsTemporaryPassword ? [{ kind: 'paragraph' as const, text: words.notification.temporaryPassword }] : []),
    { kind: 'button', label: words.notification.read, address },
    { kind: 'link', label: words.notification.forgot, address: `${address}/password` },
    ...genuineBlocks(verificationCode, config),
    { kind: 'small', text: words.answerInPortal },
  ];
  const title = words.notification.title(sender);
  return { subject: shownSubject === '' ? title : `${title}: ${shownSubject}`, ...layoutMail(blocks, config) };
}

function readableUntil(expiresAt: Date | null, config: Letterhead): string {
  const words = mailTexts(config.language).notification;
  return expiresAt ? words.readableUntil(mailDay(expiresAt, config)) : words.readableUntilWithdrawn;
}
