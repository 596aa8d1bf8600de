import type { ReaderSettings } from '../../../contract/settings.ts';
import type { Context } from '../../context.ts';
import type { Recipient } from '../../http/who.ts';
import { ownerOf } from '../owner-of.ts';
import { describeSettings } from './describe-settings.ts';

/** What the caller has chosen. */
export async function readSettings(_input: object, caller: Recipient, { keys }: Context): Promise<ReaderSettings> {
  return describeSettings(await ownerOf(caller), keys);
}
