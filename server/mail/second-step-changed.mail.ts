import type { SendMailOptions } from 'nodemailer';
import type { SecondStepChange } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { layoutMail } from './mail-layout.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface SecondStepChangedFacts {
  readonly address: string;
  readonly changedAt: Date;
  readonly change: SecondStepChange;
}

/** Tells the owner of an account what happened to its second step; it holds no code and no key. */
export function secondStepChangedMail(
  { address, changedAt, change }: SecondStepChangedFacts,
  config: Letterhead,
): SendMailOptions {
  const words = mailTexts(config.language);
  const [day, time] = [mailDay(changedAt, config), mailTime(changedAt, config)];
  return {
    subject: words.secondStep.title(config.ORGANISATION_NAME),
    ...layoutMail(
      [
        { kind: 'lead', text: words.secondStep.happened[change] },
        { kind: 'paragraph', text: words.secondStep.when(address, day, time) },
        { kind: 'paragraph', text: words.ifNotYou },
        { kind: 'button', label: words.signIn, address: `${config.PUBLIC_ORIGIN}/portal` },
        { kind: 'small', text: words.noAnswer },
      ],
      config,
    ),
  };
}
