import type { SendMailOptions } from 'nodemailer';
import type { Letterhead } from './letterhead.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface PasswordChangedFacts {
  readonly address: string;
  readonly changedAt: Date;
}

/** Tells the owner of an account that its password was changed; it holds no password. */
export function passwordChangedMail({ address, changedAt }: PasswordChangedFacts, config: Letterhead): SendMailOptions {
  const words = mailTexts(config.language);
  const [day, time] = [mailDay(changedAt, config), mailTime(changedAt, config)];
  return {
    subject: words.password.changedTitle(config.ORGANISATION_NAME),
    ...layoutMail(
      [
        { kind: 'lead', text: words.password.changed },
        { kind: 'paragraph', text: words.password.changedOn(address, day, time) },
        { kind: 'paragraph', text: words.ifNotYou },
        { kind: 'button', label: words.signIn, address: `${config.PUBLIC_ORIGIN}/portal` },
        { kind: 'small', text: words.noAnswer },
      ],
      config,
    ),
  };
}
