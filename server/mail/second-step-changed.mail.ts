import type { SendMailOptions } from 'nodemailer';
import type { Config } from '../config.ts';
import type { SecondStepChange } from '../store/outbox.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';

interface SecondStepChangedFacts {
  readonly address: string;
  readonly changedAt: Date;
  readonly change: SecondStepChange;
}

const happened: Record<SecondStepChange, string> = {
  'app-added': 'An authenticator app was set up',
  'app-removed': 'The authenticator app was removed',
  'passkey-added': 'A passkey was added',
  'passkey-removed': 'A passkey was removed',
  'recovery-code-used': 'A recovery code was used to sign in',
  'recovery-codes-renewed': 'New recovery codes were made',
  'all-removed': 'Your second step was removed by the organisation',
};

/** Tells the owner of an account what happened to its second step; it holds no code and no key. */
export function secondStepChangedMail({ address, changedAt, change }: SecondStepChangedFacts, config: Config): SendMailOptions {
  const when = `${mailDay(changedAt, config)} at ${mailTime(changedAt, config)}`;
  return {
    subject: `The way you sign in to ${config.ORGANISATION_NAME} has changed`,
    ...layoutMail(
      [
        { kind: 'lead', text: happened[change] },
        { kind: 'paragraph', text: `This happened on ${when}, for ${address}.` },
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
