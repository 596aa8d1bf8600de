import type { SendMailOptions } from 'nodemailer';
import type { MailReason } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';

interface CodeFacts {
  /** Decimal digits. */
  readonly code: string;
  readonly endsAt: Date;
  readonly reason: MailReason;
}

const REASONS: Readonly<Record<MailReason, string>> = {
  'message-sent': 'A secure message was sent to you, and this code was asked for to create your password.',
  requested: 'This code was asked for to create a new password.',
};

/** Carries the code that proves whose mailbox this is: `4821 9930`. */
export function codeMail({ code, endsAt, reason }: CodeFacts, config: Letterhead): SendMailOptions {
  return {
    subject: `Your code for ${config.ORGANISATION_NAME}`,
    ...layoutMail(
      [
        { kind: 'lead', text: 'Your code' },
        { kind: 'code', text: code.replace(/(\d{4})(?=\d)/g, '$1 ') },
        {
          kind: 'paragraph',
          text: `Type it on the page where you asked for it. It works once, until ${mailTime(endsAt, config)}.`,
        },
        { kind: 'paragraph', text: `${REASONS[reason]} If it was not you, do nothing: without the code nothing changes.` },
        {
          kind: 'small',
          text: 'Nobody from us will ever ask you for this code. Please do not answer this mail; nobody reads it.',
        },
      ],
      config,
    ),
  };
}
