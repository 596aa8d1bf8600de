import { useEffect } from 'react';
import type { ReaderSettings } from '../../contract/settings.ts';
import { chooseLanguage } from '../../screen/choose-language.ts';
import { wishFormats } from '../../screen/format.ts';

/** Lets the page speak and write dates as its reader has chosen, else as the browser wishes, whoever read here before. */
export function useReaderSettings(settings: ReaderSettings | null): void {
  const language = settings?.language;
  useEffect(() => {
    if (language !== undefined) chooseLanguage(language).catch(() => undefined);
  }, [language]);
  const { timeZone = null, hourCycle = null, dateFormat = null } = settings ?? {};
  useEffect(() => wishFormats({ timeZone, hourCycle, dateFormat }), [timeZone, hourCycle, dateFormat]);
}
