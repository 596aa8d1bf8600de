import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';

interface PasswordChangedFacts {
  readonly address: string;
  readonly changedAt: Date;
}

/** Tells the owner of an account that its password was changed; it holds no password. */
export function passwordChangedMail({ address, changedAt }: PasswordChangedFacts, config: Config): SendMailOptions {
  return {
    subject: `Your password for ${config.ORGANISATION_NAME} was changed`,
    ...layoutMail(
      [
        { kind: 'lead', text: 'Your password was changed' },
        {
          kind: 'paragraph',
          text: `The password for ${address} was changed on ${mailDay(changedAt, config)} at ${mailTime(changedAt, config)}.`,
        },
        {
          kind: 'paragraph',
          text: 'If it was you, there is nothing to do. If not, choose "Forgot your password?" on the sign-in page and tell us.',
        },
        { kind: 'button', label: 'Sign in', address: `${config.PUBLIC_ORIGIN}/portal` },
        { kind: 'small', text: 'Please do not answer this mail; nobody reads it.' },
      ],
      config,
    ),
  };
}
