import { useEffect, useState } from 'react';

/** Gives the focus back to what had it when this dialog came, once the dialog is gone and nothing else has taken it. */
export function useFocusBack(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      if (document.activeElement === document.body && before instanceof HTMLElement) before.focus();
    },
    [before],
  );
}
