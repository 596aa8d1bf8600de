import type { SendMailOptions } from 'nodemailer';
import type { MailReason } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { passwordReason } from './password-reasons.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface TemporaryPasswordFacts {
  /** As people type it: `k7qm-x4rd-p9tw-h3vz`. */
  readonly password: string;
  readonly endsAt: Date;
  readonly reason: MailReason;
}

/** Carries the temporary password with which somebody signs in for the first time. */
export function temporaryPasswordMail({ password, endsAt, reason }: TemporaryPasswordFacts, config: Letterhead): SendMailOptions {
  const { password: words, signIn } = mailTexts(config.language);
  return {
    subject: words.temporaryTitle(config.ORGANISATION_NAME),
    ...layoutMail(
      [
        { kind: 'lead', text: words.temporary },
        { kind: 'paragraph', text: passwordReason(reason, config) },
        { kind: 'code', text: password },
        { kind: 'paragraph', text: words.temporaryWorks(mailDay(endsAt, config), mailTime(endsAt, config)) },
        { kind: 'button', label: signIn, address: `${config.PUBLIC_ORIGIN}/portal` },
        { kind: 'small', text: words.neverAsked },
      ],
      config,
    ),
  };
}
