import type { Language } from '../../contract/language.ts';
import type { Config } from '../config.ts';
import { type AccountDocument, findByAddress } from '../store/accounts.ts';
import type { OutboxDocument } from '../store/outbox.ts';

/** The language of a mail: what its reader chose, else spoke where the mail was asked for, else spoke when last signed in; the organisation's own
 *  for staff and for whoever has never been here. `readers`, by address, where they were looked up already. */
export async function mailLanguage(
  row: Pick<OutboxDocument, 'route' | 'address' | 'language'>,
  config: Config,
  readers?: ReadonlyMap<string, Pick<AccountDocument, 'settings' | 'language'>>,
): Promise<Language> {
  if (row.route === 'organisation') return config.DEFAULT_LANGUAGE;
  const reader = readers ? readers.get(row.address) : await findByAddress(row.address);
  return reader?.settings?.language ?? row.language ?? reader?.language ?? config.DEFAULT_LANGUAGE;
}
