import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { headerText } from './header-text.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';

interface DeliveryFailedFacts {
  readonly author: Pick<MessageAuthor, 'kind'>;
  readonly recipient: Pick<MessageRecipient, 'address' | 'route'>;
  readonly subject: string;
  readonly sentAt: Date;
}

/** Tells the author of a message that a recipient was not reached. The subject is named only to staff, whose mail stays in the organisation. */
export function deliveryFailedMail({ author, recipient, subject, sentAt }: DeliveryFailedFacts, config: Config): SendMailOptions {
  const isStaff = author.kind === 'staff';
  const what = recipient.route === 'portal' ? 'The notification of your secure message' : 'Your secure message';
  const shownSubject = headerText(subject, 200);
  const blocks: MailBlock[] = [
    { kind: 'lead', text: `${recipient.address} was not reached.` },
    {
      kind: 'paragraph',
      text: `${what} of ${mailDay(sentAt, config)}, ${mailTime(sentAt, config)}, could not be delivered to ${recipient.address}.`,
    },
    ...(isStaff && shownSubject !== '' ? [{ kind: 'paragraph' as const, text: `Subject: ${shownSubject}` }] : []),
    {
      kind: 'paragraph',
      text: isStaff
        ? 'Check the address, and send the message again.'
        : 'Sign in to see what you sent, or reach the organisation another way.',
    },
    ...(isStaff ? [] : [{ kind: 'button' as const, label: 'Sign in', address: `${config.PUBLIC_ORIGIN}/portal` }]),
    { kind: 'small', text: 'Please do not answer this mail; nobody reads it.' },
  ];
  return { subject: `Not delivered to ${recipient.address}`, ...layoutMail(blocks, config) };
}
