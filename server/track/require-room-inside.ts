import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { Staff } from '../http/who.ts';
import { mailBody } from '../mail/mail-body.ts';
import { fileBytesBeside } from '../mail-size.ts';
import { unsealMessageContent } from '../security/message-content.ts';
import { findAccepted, type MessageOutline } from '../store/messages.ts';

/** Refuses what a mail to the organisation's own server cannot hold, as its body leaves and with all its files.
 *  @throws message_too_large, attachments_too_large, message_expired once it was purged */
export async function requireRoomInside({ _id }: MessageOutline, { id }: Staff, { config, keys }: Context): Promise<void> {
  const message = await findAccepted(_id);
  if (!message) throw new AppError('message_expired');
  const { html } = await unsealMessageContent(message, keys);
  const limit = fileBytesBeside(await mailBody(html, 'staff', { accountId: id }), 'address', config);
  const bytes = message.attachments.reduce((sum, { size }) => sum + size, 0);
  if (bytes > limit) throw new AppError('attachments_too_large', { limit, fields: ['address'] });
}
