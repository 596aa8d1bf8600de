/** The Message-ID (RFC 5322, 3.6.4) of a mail of ours that holds a message: the id of the message, the mail's own where there is one, the domain. */
const OWN = /^<message\.([A-Za-z0-9_-]{22})(?:\.[0-9a-f]{32})?@([^@<>\s]+)>$/;

/** The message and the domain that a Message-ID of our form names; null for any other. */
export function readMessageId(mailId: string): { readonly messageId: string; readonly domain: string } | null {
  const [, messageId, domain] = OWN.exec(mailId.trim()) ?? [];
  return messageId === undefined || domain === undefined ? null : { messageId, domain: domain.toLowerCase() };
}

/** Whether a Message-ID has the form of ours. */
export const isOwnMessageId = (mailId: string): boolean => readMessageId(mailId) !== null;
