import { useSyncExternalStore } from 'react';
import { callOffice } from './call-office.ts';
import { knows } from './compose-item.ts';

/** Whether Outlook is dark or light, followed live; undefined where Outlook does not say (before Mailbox 1.14, or outside of it),
 *  and where the system demands its own few colours. */
export function useOfficeTheme(isInOutlook: boolean): 'light' | 'dark' | undefined {
  return useSyncExternalStore(isInOutlook ? watch : watchNothing, isInOutlook ? themeNow : unknown);
}

const unknown = () => undefined;
const watchNothing = () => () => undefined;

function themeNow(): 'light' | 'dark' | undefined {
  if (matchMedia('(forced-colors: active)').matches) return undefined;
  const background = Office.context.officeTheme?.bodyBackgroundColor;
  if (!background || !/^#[0-9a-f]{6}$/i.test(background)) return undefined;
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(background.slice(at, at + 2), 16)) as [number, number, number];
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128 ? 'dark' : 'light';
}

function watch(changed: () => void): () => void {
  if (!knows('Mailbox', '1.14')) return () => undefined;
  const { mailbox } = Office.context;
  const event = Office.EventType.OfficeThemeChanged;
  callOffice<void>((done) => mailbox.addHandlerAsync(event, changed, done)).catch(() => undefined);
  return () => {
    callOffice<void>((done) => mailbox.removeHandlerAsync(event, done)).catch(() => undefined);
  };
}
