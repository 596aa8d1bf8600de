import type { SendMailOptions } from 'nodemailer';
import { type BounceReason, bounceReasons } from '../../contract/track.ts';
import type { MessageAuthor, MessageRecipient } from '../store/message-document.ts';
import type { MailKind } from '../store/outbox.ts';
import { headerText } from './header-text.ts';
import type { Letterhead } from './letterhead.ts';
import { mailDay, mailTime } from './mail-dates.ts';
import { type MailBlock, layoutMail } from './mail-layout.ts';
import { mailTexts } from './texts/mail-texts.ts';

interface DeliveryFailedFacts {
  readonly author: Pick<MessageAuthor, 'kind'>;
  readonly recipient: Pick<MessageRecipient, 'address' | 'route' | 'bounceReason'>;
  readonly subject: string;
  readonly sentAt: Date;
  /** The mail that was not delivered. */
  readonly failed: MailKind | undefined;
}

/** Tells the author of a message that a recipient was not reached. The subject is named only to staff, whose mail stays in the organisation. */
export function deliveryFailedMail(
  { author, recipient, subject, sentAt, failed }: DeliveryFailedFacts,
  config: Letterhead,
): SendMailOptions {
  const words = mailTexts(config.language);
  const isStaff = author.kind === 'staff';
  const what = words.deliveryFailed[failed === 'reminder' ? failed : recipient.route === 'portal' ? 'notification' : 'message'];
  const shownSubject = headerText(subject, 200);
  const blocks: MailBlock[] = [
    { kind: 'lead', text: words.deliveryFailed.lead(recipient.address) },
    { kind: 'paragraph', text: what(recipient.address, mailDay(sentAt, config), mailTime(sentAt, config)) },
    { kind: 'paragraph', text: words.deliveryFailed.reason[knownReason(recipient)] },
    ...(isStaff && shownSubject !== '' ? [{ kind: 'paragraph' as const, text: words.subject(shownSubject) }] : []),
    { kind: 'paragraph', text: nextStep(isStaff, recipient, words.deliveryFailed) },
    ...(isStaff ? [] : [{ kind: 'button' as const, label: words.signIn, address: `${config.PUBLIC_ORIGIN}/portal` }]),
    { kind: 'small', text: words.noAnswer },
  ];
  return { subject: words.deliveryFailed.title(recipient.address), ...layoutMail(blocks, config) };
}

/** What went to a colleague as a mail cannot be corrected in the task pane. */
function nextStep(
  isStaff: boolean,
  { route }: DeliveryFailedFacts['recipient'],
  words: ReturnType<typeof mailTexts>['deliveryFailed'],
): string {
  if (!isStaff) return words.accountNext;
  return route === 'portal' ? words.staffNext : words.staffNextInside;
}

function knownReason({ bounceReason }: DeliveryFailedFacts['recipient']): BounceReason {
  return bounceReasons.find((known) => known === bounceReason) ?? 'unclear';
}
