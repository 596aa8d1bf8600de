import { defaultSettings, type ReaderSettings } from '../../../contract/settings.ts';
import { openAccountKey } from '../../security/delivery-summary.ts';
import type { Keys } from '../../security/keys.ts';
import { sealBytes, unsealBytes } from '../../security/seal.ts';
import type { AccountDocument } from '../../store/accounts.ts';

const KIND = 'signature';
type Owner = Pick<AccountDocument, '_id' | 'key' | 'settings'>;

/** The settings of an account, with what counts where nothing was chosen. */
export async function describeSettings(owner: Owner, keys: Keys): Promise<ReaderSettings> {
  const { sealedSignature, ...chosen } = owner.settings ?? {};
  if (!sealedSignature) return { ...defaultSettings, ...chosen };
  const signature = unsealBytes(await openAccountKey(owner, keys), { kind: KIND, id: owner._id }, sealedSignature);
  return { ...defaultSettings, ...chosen, signature: signature.toString('utf8') };
}

/** A signature as it is kept: sealed with the key of its account. */
export async function sealSignature(owner: Owner, signature: string, keys: Keys): Promise<Buffer> {
  return sealBytes(await openAccountKey(owner, keys), { kind: KIND, id: owner._id }, Buffer.from(signature, 'utf8'));
}
