import { useEffect } from 'react';
import type { ReaderSettings } from '../../contract/settings.ts';
import { chooseLanguage } from '../../screen/choose-language.ts';
import { wishFormats } from '../../screen/format.ts';

/** Lets the page speak and write dates as its reader has chosen. What was not chosen stays as it is. */
export function useReaderSettings(settings: ReaderSettings | null): void {
  const language = settings?.language ?? null;
  useEffect(() => {
    if (language !== null) chooseLanguage(language).catch(() => undefined);
  }, [language]);
  const { timeZone = null, hourCycle = null, dateFormat = null } = settings ?? {};
  useEffect(() => wishFormats({ timeZone, hourCycle, dateFormat }), [timeZone, hourCycle, dateFormat]);
}
