import type { MessageDocument } from './message-document.ts';

/** When a message was sent: the moment it was accepted. One that is not accepted yet has only that of its making. */
export const sentAtOf = ({ acceptedAt, createdAt }: Pick<MessageDocument, 'acceptedAt' | 'createdAt'>) => acceptedAt ?? createdAt;
