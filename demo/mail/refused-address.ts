/** Why a mail server takes a mail and sends it back. */
export interface Refusal {
  /** The enhanced status code (RFC 3463). */
  readonly status: string;
  /** As its answer to a mail would be. */
  readonly answer: string;
  /** What the report says to people. */
  readonly words: string;
}

const refusals: ReadonlyMap<string, Refusal> = new Map([
  ['nobody', { status: '5.1.1', answer: '550 5.1.1 No such mailbox here', words: 'There is no mailbox with this address.' }],
  ['full', { status: '5.2.2', answer: '552 5.2.2 Mailbox full', words: 'The mailbox is full.' }],
]);

/** What becomes of mail to `nobody@…` and `full@…`, at any domain; null for every other address, whose mail arrives. */
export function refusalOf(address: string): Refusal | null {
  return refusals.get(address.slice(0, address.lastIndexOf('@'))) ?? null;
}
