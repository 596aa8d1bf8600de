import { createContext, useContext } from 'react';
import type { PageSettings } from '../../screen/read-page-settings.ts';

const Settings = createContext<PageSettings | null>(null);

/** Hands the page's settings to everything below. */
export const SettingsProvider = Settings.Provider;

/** What the server told this page about the organisation. */
export function useSettings(): PageSettings {
  const settings = useContext(Settings);
  if (!settings) throw new Error('SettingsProvider is missing');
  return settings;
}
