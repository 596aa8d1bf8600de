import type { MessageDocument, MessageRecipient } from '../store/message-document.ts';
import type { OwedMail } from '../store/outbox.ts';

/** Every mail that a recipient of a message has brought about so far, to whomever it goes. */
export function mailsOwedFor(recipient: MessageRecipient, message: MessageDocument): readonly OwedMail[] {
  const { moreTimeGivenAt, moreTimeAskedAt, notifiedAgainAt, openings } = recipient;
  return [
    mailOwedTo(recipient, message),
    ...(moreTimeGivenAt ? [repeatedMail(recipient, 'extended', moreTimeGivenAt, message)] : []),
    ...(notifiedAgainAt ? [repeatedMail(recipient, 'again', notifiedAgainAt, message)] : []),
    ...(moreTimeAskedAt ? [askingMail(recipient, moreTimeAskedAt, message)] : []),
    ...(message.wantsReceipt && openings.firstAt ? [receiptMail(recipient, message)] : []),
  ];
}

/** One mail for each recipient: the notification, or inside the organisation the message itself. */
function mailOwedTo({ deliveryId, address, route, accountId }: MessageRecipient, message: MessageDocument) {
  const about = {
    messageId: message._id,
    deliveryId,
    address,
    version: message.version,
    ...(accountId === null ? {} : { accountId }),
  };
  return route === 'portal'
    ? { ...about, _id: `notification:${deliveryId}`, kind: 'notification' as const, route: 'relay' as const }
    : { ...about, _id: `message:${deliveryId}`, kind: 'message' as const, route: 'organisation' as const };
}

/** The mails with a temporary password that a message brings its recipient, where people come in by one: beside each notification, which tells of it. */
export function temporaryPasswordMails(
  { accountId, deliveryId, address, moreTimeGivenAt, notifiedAgainAt }: MessageRecipient,
  { _id: messageId, version }: MessageDocument,
): readonly OwedMail[] {
  const mail = { kind: 'temporary-password', route: 'relay', reason: 'message-sent' } as const;
  const occasions = [
    '',
    ...(moreTimeGivenAt ? [`:extended:${moreTimeGivenAt.getTime()}`] : []),
    ...(notifiedAgainAt ? [`:again:${notifiedAgainAt.getTime()}`] : []),
  ];
  return occasions.map((occasion) => {
    return { _id: `temporary-password:${deliveryId}${occasion}`, ...mail, messageId, deliveryId, accountId, address, version };
  });
}

/** The first opening by a recipient is one mail, however often it is opened. */
function receiptMail({ deliveryId }: MessageRecipient, { _id: messageId, author }: MessageDocument) {
  const kind = 'opened' as const;
  return { _id: `${kind}:${deliveryId}`, kind, route: 'organisation' as const, address: author.address, messageId, deliveryId };
}

/** Each time a reader who had no time left is given some, or the author asks for it, they are notified again. */
function repeatedMail(recipient: MessageRecipient, occasion: 'extended' | 'again', at: Date, message: MessageDocument) {
  const mail = mailOwedTo(recipient, message);
  return { ...mail, _id: `${mail._id}:${occasion}:${at.getTime()}` };
}

/** Each time a reader asks for more time is a mail of its own. */
function askingMail({ deliveryId }: MessageRecipient, askedAt: Date, { _id, author }: MessageDocument) {
  const route = author.kind === 'staff' ? ('organisation' as const) : ('relay' as const);
  const kind = 'more-time-asked' as const;
  return { _id: `${kind}:${deliveryId}:${askedAt.getTime()}`, kind, route, address: author.address, messageId: _id, deliveryId };
}
