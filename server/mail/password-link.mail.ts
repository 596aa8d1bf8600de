import type { SendMailOptions } from 'nodemailer';
import type { MailReason } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { passwordReason } from './password-reasons.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface PasswordLinkFacts {
  /** Travels in the fragment, which browsers send to no server. */
  readonly secret: string;
  readonly endsAt: Date;
  readonly reason: MailReason;
}

/** Carries the link that sets a password once. */
export function passwordLinkMail({ secret, endsAt, reason }: PasswordLinkFacts, config: Letterhead): SendMailOptions {
  const words = mailTexts(config.language);
  return {
    subject: words.password.linkTitle(config.ORGANISATION_NAME),
    ...layoutMail(
      [
        { kind: 'lead', text: words.password.create },
        { kind: 'paragraph', text: passwordReason(reason, config) },
        { kind: 'paragraph', text: words.password.linkWorks(mailTime(endsAt, config)) },
        { kind: 'button', label: words.password.create, address: `${config.PUBLIC_ORIGIN}/portal/password#${secret}` },
        { kind: 'link', label: words.signIn, address: `${config.PUBLIC_ORIGIN}/portal` },
        { kind: 'small', text: words.noAnswer },
      ],
      config,
    ),
  };
}
