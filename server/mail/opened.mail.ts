import type { SendMailOptions } from 'nodemailer';
import type { MessageRecipient } from '../store/message-document.ts';
import { headerText } from './header-text.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';
import { personName } from './person-name.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface OpenedFacts {
  readonly recipient: Pick<MessageRecipient, 'address' | 'name'>;
  readonly subject: string;
  readonly sentAt: Date;
  readonly openedAt: Date;
}

/** Tells a sender who asked for it who opened the message, and when for the first time. */
export function openedMail({ recipient, subject, sentAt, openedAt }: OpenedFacts, config: Letterhead): SendMailOptions {
  const words = mailTexts(config.language);
  const name = personName(recipient);
  const shownSubject = headerText(subject, 200);
  const when = words.opened.when(recipient.address, mailDay(openedAt, config), mailTime(openedAt, config));
  const blocks: MailBlock[] = [
    { kind: 'lead', text: words.opened.lead(name) },
    { kind: 'paragraph', text: when },
    ...(shownSubject === '' ? [] : [{ kind: 'paragraph' as const, text: words.subject(shownSubject) }]),
    { kind: 'paragraph', text: words.opened.sent(mailDay(sentAt, config), mailTime(sentAt, config)) },
    { kind: 'paragraph', text: words.opened.meaning },
    { kind: 'small', text: words.noAnswer },
  ];
  return { subject: words.opened.title(name), ...layoutMail(blocks, config) };
}
