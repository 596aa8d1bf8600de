import type { TrackedMessage } from '../../contract/track.ts';
import type { Context } from '../context.ts';
import { traceOf } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { projectMessage } from '../message/project-message.ts';
import { describeSent } from './describe-sent.ts';
import { findSent } from './find-sent.ts';

/** Brings mailboxes and mails up to a message whose rights have changed, and tells its sender how it stands. What cannot be brought up now is
 *  owed, and the worker does it; the change itself holds already. @throws message_not_found when it is not the caller's */
export async function answerChanged(messageId: string, caller: Staff, context: Context): Promise<TrackedMessage> {
  await findSent(messageId, caller);
  await projectMessage(messageId, context).catch((error: unknown) => {
    context.log.warn({ step: 'project', ...traceOf(error) }, 'a change will be projected later');
  });
  context.wakeWorker();
  return describeSent(await findSent(messageId, caller), context);
}
