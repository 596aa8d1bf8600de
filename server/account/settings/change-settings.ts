import type { ParsedInputOf } from '../../../contract/endpoint.ts';
import type { changeSettings as endpoint, ReaderSettings } from '../../../contract/settings.ts';
import type { Context } from '../../context.ts';
import { AppError } from '../../errors.ts';
import type { Recipient } from '../../http/who.ts';
import { isTimeZone } from '../../setting-rules.ts';
import { changeSettingsOf } from '../../store/accounts.ts';
import { ownerOf } from '../owner-of.ts';
import { describeSettings, sealSignature } from './describe-settings.ts';

/** Changes the settings that are named. @throws invalid_input for a time zone that nobody knows */
export async function changeSettings(
  { signature, ...plain }: ParsedInputOf<typeof endpoint>,
  caller: Recipient,
  { keys }: Context,
): Promise<ReaderSettings> {
  if (plain.timeZone && !isTimeZone(plain.timeZone)) throw new AppError('invalid_input', { fields: ['timeZone'] });
  const owner = await ownerOf(caller);
  const sealed = signature === undefined ? {} : { sealedSignature: await sealSignature(owner, signature, keys) };
  const named = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
  const changed = await changeSettingsOf(owner._id, { ...named, ...sealed });
  if (!changed) throw new AppError('not_signed_in');
  return describeSettings(changed, keys);
}
