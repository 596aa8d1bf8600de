import { openAccountKey } from '../../security/delivery-summary.ts';
import type { Keys } from '../../security/keys.ts';
import { sealBytes, unsealBytes } from '../../security/seal.ts';
import type { AccountDocument } from '../../store/accounts.ts';
import type { PasskeyDocument } from '../../store/passkeys.ts';

const KIND = 'passkey-name';
type Owner = Pick<AccountDocument, '_id' | 'key'>;

/** What somebody calls a passkey, as it is kept: sealed with the key of the account. */
export async function sealPasskeyName(owner: Owner, passkeyId: string, name: string, keys: Keys): Promise<Buffer> {
  return sealBytes(await openAccountKey(owner, keys), { kind: KIND, id: passkeyId }, Buffer.from(name, 'utf8'));
}

/** What somebody calls a passkey. */
export async function passkeyName(owner: Owner, { _id, sealedName }: PasskeyDocument, keys: Keys): Promise<string> {
  return unsealBytes(await openAccountKey(owner, keys), { kind: KIND, id: _id }, sealedName).toString('utf8');
}
