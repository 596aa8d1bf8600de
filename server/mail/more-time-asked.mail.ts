import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { headerText } from './header-text.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';
import { personName } from './person-name.ts';

interface MoreTimeFacts {
  readonly author: Pick<MessageAuthor, 'kind'>;
  /** Who asks. */
  readonly recipient: Pick<MessageRecipient, 'address' | 'name' | 'recalledAt'>;
  readonly subject: string;
  readonly sentAt: Date;
}

/** Tells the author of a message that a reader asks for more time. The subject is named only to staff, whose mail stays in the organisation. */
export function moreTimeAskedMail({ author, recipient, subject, sentAt }: MoreTimeFacts, config: Config): SendMailOptions {
  const isStaff = author.kind === 'staff';
  const name = personName(recipient);
  const shownSubject = headerText(subject, 200);
  const end = recipient.recalledAt ? 'was taken back' : 'has expired';
  const blocks: MailBlock[] = [
    { kind: 'lead', text: `${name} asks for more time.` },
    {
      kind: 'paragraph',
      text: `Your secure message of ${mailDay(sentAt, config)}, ${mailTime(sentAt, config)}, to ${recipient.address} ${end} and can no longer be read.`,
    },
    ...(isStaff && shownSubject !== '' ? [{ kind: 'paragraph' as const, text: `Subject: ${shownSubject}` }] : []),
    {
      kind: 'paragraph',
      text: isStaff
        ? 'If they should read it, send it again with Send Secure. Otherwise there is nothing to do.'
        : 'Sign in to see what you sent. If they should read it, answer them again.',
    },
    ...(isStaff ? [] : [{ kind: 'button' as const, label: 'Sign in', address: `${config.PUBLIC_ORIGIN}/portal` }]),
    { kind: 'small', text: 'Please do not answer this mail; nobody reads it.' },
  ];
  return { subject: `${name} asks for more time`, ...layoutMail(blocks, config) };
}
