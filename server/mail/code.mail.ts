import type { SendMailOptions } from 'nodemailer';
import type { MailReason } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface CodeFacts {
  /** Decimal digits. */
  readonly code: string;
  readonly endsAt: Date;
  readonly reason: MailReason;
}

/** Carries the code that proves whose mailbox this is: `4821 9930`. */
export function codeMail({ code, endsAt, reason }: CodeFacts, config: Letterhead): SendMailOptions {
  const words = mailTexts(config.language).code;
  return {
    subject: words.title(config.ORGANISATION_NAME),
    ...layoutMail(
      [
        { kind: 'lead', text: words.lead },
        { kind: 'code', text: code.replace(/(\d{4})(?=\d)/g, '$1 ') },
        { kind: 'paragraph', text: words.works(mailTime(endsAt, config)) },
        { kind: 'paragraph', text: reason === 'message-sent' ? words.first : words.again },
        { kind: 'paragraph', text: words.notYou },
        { kind: 'small', text: words.neverAsked },
      ],
      config,
    ),
  };
}
