import type { BounceReason } from '../../contract/track.ts';

/** Subject and detail of a status code (RFC 3463, 3) that say more than their subject alone; null where they say nothing. */
const DETAILS: Readonly<Record<string, BounceReason | null>> = {
  '1.5': 'unclear',
  '1.7': 'refused',
  '1.8': 'refused',
  '2.0': 'unclear',
  '2.1': 'refused',
  '2.2': 'mailbox-full',
  '2.3': 'too-large',
  '2.4': 'unclear',
  '3.4': 'too-large',
  '5.0': null,
};

const SUBJECTS: Readonly<Record<string, BounceReason>> = {
  '1': 'unknown-address',
  '3': 'not-reachable',
  '4': 'not-reachable',
  '5': 'refused',
  '6': 'refused',
  '7': 'refused',
};

/** Replies that mean one thing wherever they stand (RFC 5321, 4.2.3). */
const REPLIES: Readonly<Record<number, BounceReason>> = {
  421: 'not-reachable',
  452: 'mailbox-full',
  550: 'unknown-address',
  551: 'unknown-address',
  552: 'mailbox-full',
  553: 'unknown-address',
  554: 'refused',
};

/** Why a mail did not arrive, by a status code such as `5.1.1` (RFC 3463); null when the code says nothing. */
export function reasonOfStatus(status: string): BounceReason | null {
  const [, kind = '', subject = '', detail = ''] = /^([245])\.(\d{1,3})\.(\d{1,3})$/.exec(status.trim()) ?? [];
  // Exchange Online answers so for an address it does not know; elsewhere it is a host that gives no answer.
  if (kind === '5' && subject === '4' && detail === '1') return 'unknown-address';
  const known = DETAILS[`${subject}.${detail}`];
  return known === undefined ? (SUBJECTS[subject] ?? null) : known;
}

/** Why a mail did not arrive, by what a mail server answered: `550 5.1.1 No such user`. Codes count, never words; null when they say nothing. */
export function reasonOfReply(reply: string): BounceReason | null {
  const [, code = '', status = ''] = /^\s{0,9}(\d{3})(?:[ -]([245]\.\d{1,3}\.\d{1,3}))?(?!\d)/.exec(reply) ?? [];
  return reasonOfStatus(status) ?? REPLIES[Number(code)] ?? null;
}
