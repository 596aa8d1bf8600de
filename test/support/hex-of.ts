import * as mailbox from '../../contract/mailbox.ts';
import type { Client } from './client.ts';

/** The bytes of an attachment as the reader downloads it, as hexadecimal digits. */
export async function hexOf(reader: Client, deliveryId: string, attachmentId: string): Promise<string> {
  const path = mailbox.downloadAttachment.path.replace(':deliveryId', deliveryId).replace(':attachmentId', attachmentId);
  return Buffer.from(await (await reader.fetch(path)).arrayBuffer()).toString('hex');
}
