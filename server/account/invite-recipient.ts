import { domainOf, normaliseAddress } from '../../contract/address.ts';
import type { Context } from '../context.ts';
import { openAccount } from '../security/open-account.ts';
import { oweMail } from '../store/outbox.ts';

/** What came of an invitation. `invited`: a mail is owed; `mail-under-way`: one was owed within the last day; the others change nothing. */
export interface Invitation {
  readonly outcome: 'invited' | 'mail-under-way' | 'has-password' | 'is-colleague' | 'no-address';
  /** The one spelling of the address, or what was typed if it is none. */
  readonly address: string;
}

/** Gives an address an account without a message, so that its owner can write first, and owes the mail with the way in. Done again it changes
 *  nothing, also by two at once; after a day another mail may be owed. The organisation's own people need no account. */
export async function inviteRecipient(
  typed: { readonly address: string; readonly name: string },
  context: Pick<Context, 'config' | 'clock' | 'keys'>,
): Promise<Invitation> {
  const { config, clock } = context;
  const address = normaliseAddress(typed.address);
  if (address === null) return { outcome: 'no-address', address: typed.address };
  if (config.ORGANISATION_DOMAINS.includes(domainOf(address))) return { outcome: 'is-colleague', address };
  const account = await openAccount(address, typed.name, context);
  if (account.passwordHash !== null) return { outcome: 'has-password', address };
  const mail = { kind: 'invitation', route: 'relay', reason: 'administrator-arranged' } as const;
  const isNew = await oweMail({ _id: `invitation:${account._id}`, ...mail, address, accountId: account._id }, clock.now());
  return { outcome: isNew ? 'invited' : 'mail-under-way', address };
}
