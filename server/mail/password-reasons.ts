import type { MailReason } from '../store/outbox.ts';
import type { Letterhead } from './letterhead.ts';
import { mailTexts } from './texts/mail-texts.ts';

/** Why somebody gets a mail with a password or a link for one, and what to do if it is not meant for them. */
export function passwordReason(reason: MailReason, { ORGANISATION_NAME: organisation, language }: Letterhead): string {
  const text = mailTexts(language).password.reason[reason];
  return typeof text === 'string' ? text : text(organisation);
}
