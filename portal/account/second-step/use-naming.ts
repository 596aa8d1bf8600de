import { useState } from 'react';

/** Whether somebody is giving a passkey its name; `hasEnded` once they were: the button that began it has the focus again then. */
export function useNaming() {
  const [state, setState] = useState<'not-yet' | 'naming' | 'ended'>('not-yet');
  return {
    isNaming: state === 'naming',
    hasEnded: state === 'ended',
    begin: () => setState('naming'),
    end: () => setState('ended'),
  };
}
