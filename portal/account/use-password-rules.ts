import { useEffect, useState } from 'react';
import { limits } from '../../contract/limits.ts';
import { isLongerThanAnyPassword, passwordForm, strongEnough } from '../../contract/password-strength.ts';
import { useSettings } from '../page/settings-context.ts';
import { passwordTexts } from '../texts/password-texts.ts';

export interface PasswordRule {
  readonly label: string;
  readonly isMet: boolean;
}

/** The rules of a new password, judged with every key; `address` is what a guesser would know, as far as the page does. `isRefused`: the server, who
 *  knows all of it, found this password easy to guess. */
export function usePasswordRules(typed: string, confirmed: string, address: string, isRefused: boolean) {
  const { organisation, passwordMinLength } = useSettings();
  const words = passwordTexts.create;
  const password = passwordForm(typed);
  const isHardToGuess = useIsHardToGuess(password, address, organisation.name);
  const rules: readonly PasswordRule[] = [
    { label: words.rule.length(passwordMinLength), isMet: [...password].length >= passwordMinLength },
    { label: words.rule.lowercase, isMet: /[a-z]/.test(password) },
    { label: words.rule.uppercase, isMet: /[A-Z]/.test(password) },
    { label: words.rule.digit, isMet: /[0-9]/.test(password) },
    { label: words.rule.guessable, isMet: isHardToGuess && !isRefused },
    { label: words.rule.same, isMet: password !== '' && password === passwordForm(confirmed) },
  ];
  const isTooLong = isLongerThanAnyPassword(typed);
  return { rules, isTooLong, areAllMet: !isTooLong && rules.every(({ isMet }) => isMet) };
}

/** Loads the word lists when the first letter is typed; not met until they are there. A failed load is tried again with the next key. */
function useIsHardToGuess(password: string, address: string, organisationName: string): boolean {
  const [judged, setJudged] = useState({ password: '', isHard: false });
  useEffect(() => {
    let isCurrent = true;
    const known = [address, ...address.split('@'), organisationName];
    const judge = async () => {
      const { measureStrength } = await import('./measure-strength.ts');
      if (isCurrent)
        setJudged({ password, isHard: measureStrength(password.slice(0, limits.passwordCharacters), known) >= strongEnough });
    };
    if (password !== '') void judge().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [password, address, organisationName]);
  return password !== '' && judged.password === password && judged.isHard;
}
