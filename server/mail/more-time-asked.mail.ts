import type { SendMailOptions } from 'nodemailer';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { headerText } from './header-text.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';
import { mailTexts } from './texts/mail-texts.ts';
import { personName } from './person-name.ts';

interface MoreTimeFacts {
  readonly author: Pick<MessageAuthor, 'kind'>;
  /** Who asks. */
  readonly recipient: Pick<MessageRecipient, 'address' | 'name' | 'recalledAt'>;
  readonly subject: string;
  readonly sentAt: Date;
}

/** Tells the author of a message that a reader asks for more time. The subject is named only to staff, whose mail stays in the organisation. */
export function moreTimeAskedMail({ author, recipient, subject, sentAt }: MoreTimeFacts, config: Letterhead): SendMailOptions {
  const words = mailTexts(config.language);
  const isStaff = author.kind === 'staff';
  const name = personName(recipient);
  const shownSubject = headerText(subject, 200);
  const what = recipient.recalledAt ? words.moreTime.recalled : words.moreTime.expired;
  const blocks: MailBlock[] = [
    { kind: 'lead', text: words.moreTime.lead(name) },
    { kind: 'paragraph', text: what(recipient.address, mailDay(sentAt, config), mailTime(sentAt, config)) },
    ...(isStaff && shownSubject !== '' ? [{ kind: 'paragraph' as const, text: words.subject(shownSubject) }] : []),
    { kind: 'paragraph', text: isStaff ? words.moreTime.staffNext : words.moreTime.accountNext },
    ...(isStaff ? [] : [{ kind: 'button' as const, label: words.signIn, address: `${config.PUBLIC_ORIGIN}/portal` }]),
    { kind: 'small', text: words.noAnswer },
  ];
  return { subject: words.moreTime.title(name), ...layoutMail(blocks, config) };
}
