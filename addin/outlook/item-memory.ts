import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';

/** What the draft itself remembers under a name, through a reload of the pane; null when nothing. @throws OutlookError */
export async function recallFromItem(name: string): Promise<string | null> {
  const properties = await loadProperties();
  const value: unknown = properties.get(name);
  return typeof value === 'string' ? value : null;
}

/** Makes the draft remember a text, or forget it when null. @throws OutlookError */
export async function rememberInItem(name: string, text: string | null): Promise<void> {
  const properties = await loadProperties();
  if (text === null) properties.remove(name);
  else properties.set(name, text);
  await callOffice<void>((done) => properties.saveAsync(done));
}

function loadProperties(): Promise<Office.CustomProperties> {
  return callOffice<Office.CustomProperties>((done) => composeItem().loadCustomPropertiesAsync(done));
}
