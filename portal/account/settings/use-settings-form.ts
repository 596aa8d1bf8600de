import { useState } from 'react';
import type { InputOf } from '../../../contract/endpoint.ts';
import { changeSettings } from '../../../contract/settings.ts';
import { chooseLanguage } from '../../../screen/choose-language.ts';
import { isCode } from '../../../screen/is-code.ts';
import { call } from '../../api.ts';
import { type Session, useSession } from '../../session/use-session.ts';

export type SavingState =
  { readonly kind: 'still' | 'saving' | 'saved' } | { readonly kind: 'failed'; readonly failure: unknown };

/** Saves settings; the page works by them at once. `save` answers whether it did. */
export function useSettingsForm(session: Session) {
  const { begin, end } = useSession();
  const [state, setState] = useState<SavingState>({ kind: 'still' });
  const save = async (changes: InputOf<typeof changeSettings>): Promise<boolean> => {
    setState({ kind: 'saving' });
    try {
      const settings = await call(changeSettings, changes);
      begin({ ...session, settings });
      if (changes.language !== undefined) await chooseLanguage(settings.language);
      setState({ kind: 'saved' });
      return true;
    } catch (failure) {
      if (isCode(failure, 'not_signed_in')) end();
      else setState({ kind: 'failed', failure });
      return false;
    }
  };
  return { state, save };
}
