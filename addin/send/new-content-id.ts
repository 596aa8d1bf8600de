/** A content id (RFC 2392) that no other picture has. */
export function newContentId(): string {
  return `${crypto.randomUUID()}@sealpost`;
}
