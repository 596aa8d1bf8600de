import type { MessageDocument } from '../store/message-document.ts';
import type { OwedMail } from '../store/outbox.ts';

/** The copies by mail that a message owes: each one once, whatever becomes of the message, and for the archive one more with each address that was
 *  corrected. */
export function copiesOwed({ _id: messageId, version, copies = [], recipients }: MessageDocument): readonly OwedMail[] {
  const corrections = recipients.filter(({ replaces }) => typeof replaces === 'string');
  return copies.flatMap(({ kind, address }) => {
    const copy = { kind, route: 'organisation' as const, address, messageId, version };
    const again = kind === 'archive-copy' ? corrections : [];
    return [
      { ...copy, _id: `${kind}:${messageId}` },
      ...again.map(({ deliveryId }) => ({ ...copy, _id: `${kind}:${deliveryId}`, deliveryId })),
    ];
  });
}
