import { useEffect } from 'react';

/** While a message is open whose sender does not allow printing, the page prints as blank paper. A picture of the screen is beyond any page. */
export function useBlankPaper(isBlank: boolean): void {
  useEffect(() => {
    document.documentElement.toggleAttribute('data-print-nothing', isBlank);
    return () => document.documentElement.removeAttribute('data-print-nothing');
  }, [isBlank]);
}
