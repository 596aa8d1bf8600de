import type { SendMailOptions } from 'nodemailer';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { genuineBlocks } from './genuine-blocks.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { describePerson, personName } from './person-name.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface ReminderFacts {
  readonly author: Pick<MessageAuthor, 'name' | 'address'>;
  readonly recipient: Pick<MessageRecipient, 'deliveryId'>;
  readonly expiresAt: Date;
  readonly verificationCode: string;
}

/** Reminds a recipient of a message that waits unread and soon ends. It says no more of it than the notification did, and never the subject. */
export function reminderMail(
  { author, recipient, expiresAt, verificationCode }: ReminderFacts,
  config: Letterhead,
): SendMailOptions {
  const words = mailTexts(config.language);
  const address = `${config.PUBLIC_ORIGIN}/m/${recipient.deliveryId}`;
  return {
    subject: words.reminder.title(personName(author)),
    ...layoutMail(
      [
        { kind: 'lead', text: words.reminder.lead(describePerson(author)) },
        { kind: 'paragraph', text: words.reminder.unread(mailDay(expiresAt, config)) },
        { kind: 'button', label: words.notification.read, address },
        { kind: 'link', label: words.notification.forgot, address: `${address}/password` },
        ...genuineBlocks(verificationCode, config),
        { kind: 'small', text: words.answerInPortal },
      ],
      config,
    ),
  };
}
