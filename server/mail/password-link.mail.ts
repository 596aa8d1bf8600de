import type { SendMailOptions } from 'nodemailer';
import type { MailReason } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';

interface PasswordLinkFacts {
  /** Travels in the fragment, which browsers send to no server. */
  readonly secret: string;
  readonly endsAt: Date;
  readonly reason: MailReason;
}

const REASONS: Readonly<Record<MailReason, string>> = {
  'message-sent': 'You get this mail because a secure message was sent to you.',
  requested: 'You get this mail because a new password was requested for this address.',
};

/** Carries the link that sets a password once. */
export function passwordLinkMail({ secret, endsAt, reason }: PasswordLinkFacts, config: Letterhead): SendMailOptions {
  return {
    subject: `Your password for ${config.ORGANISATION_NAME}`,
    ...layoutMail(
      [
        { kind: 'lead', text: 'Create your password' },
        { kind: 'paragraph', text: `${REASONS[reason]} If it was not you, do nothing: your password stays as it is.` },
        { kind: 'paragraph', text: `The link works once, until ${mailTime(endsAt, config)}.` },
        { kind: 'button', label: 'Create your password', address: `${config.PUBLIC_ORIGIN}/portal/password#${secret}` },
        { kind: 'link', label: 'Sign in', address: `${config.PUBLIC_ORIGIN}/portal` },
        { kind: 'small', text: 'Please do not answer this mail; nobody reads it.' },
      ],
      config,
    ),
  };
}
