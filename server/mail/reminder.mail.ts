import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import { genuineBlocks } from './genuine-blocks.ts';
import { mailDay } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { describePerson, personName } from './person-name.ts';

interface ReminderFacts {
  readonly author: Pick<MessageAuthor, 'name' | 'address'>;
  readonly recipient: Pick<MessageRecipient, 'deliveryId'>;
  readonly expiresAt: Date;
  readonly verificationCode: string;
}

/** Reminds a recipient of a message that waits unread and soon ends. It says no more of it than the notification did, and never the subject. */
export function reminderMail({ author, recipient, expiresAt, verificationCode }: ReminderFacts, config: Config): SendMailOptions {
  const address = `${config.PUBLIC_ORIGIN}/m/${recipient.deliveryId}`;
  return {
    subject: `Reminder: secure message from ${personName(author)}`,
    ...layoutMail(
      [
        { kind: 'lead', text: `A secure message from ${describePerson(author)} waits for you.` },
        {
          kind: 'paragraph',
          text: `You have not read it yet. It can be read until ${mailDay(expiresAt, config)}.`,
        },
        { kind: 'button', label: 'Read the message', address },
        { kind: 'link', label: 'Forgot your password? Request a new one', address: `${address}/password` },
        ...genuineBlocks(verificationCode, config),
        { kind: 'small', text: 'Please do not answer this mail; nobody reads it. Answer in the portal.' },
      ],
      config,
    ),
  };
}
