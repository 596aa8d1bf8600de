import type { Context } from '../context.ts';
import { isTold, tellAuthor } from '../mail/tell-author.ts';
import { markDelayedIfSent } from '../store/messages.ts';
import { findMailSent, noteBounce } from '../store/outbox.ts';
import type { Report } from './read-report.ts';

/** Notes what a report says of the mail with this id, and tells its author of a failure once. A report about an unknown mail, a second one about
 *  the same, or one about a message that was taken back or purged changes nothing. Cut short by a crash it can be done again. */
export async function takeReport(mailMessageId: string, { action, reason }: Report, context: Context): Promise<void> {
  const mail = await findMailSent(mailMessageId);
  const isToRecipient = mail !== null && isTold(mail);
  if (mail && !isToRecipient && !mail.bouncedAt) {
    // Nobody is told of a copy or a code, but whoever runs the server can see it.
    context.log.warn({ kind: mail.kind, route: mail.route, action, reason }, 'another mail was not delivered');
    if (action !== 'delayed') await noteBounce(mail._id, context.clock.now());
  }
  if (!isToRecipient || mail.bouncedAt || !mail.messageId || !mail.deliveryId) return;
  const now = context.clock.now();
  if (action === 'delayed') {
    await markDelayedIfSent(mail.messageId, mail.deliveryId, now);
  } else {
    await tellAuthor(mail, reason, context);
    await noteBounce(mail._id, now);
  }
  context.log.info({ kind: mail.kind, route: mail.route, action, reason }, 'report about a mail taken');
}
