import { useEffect } from 'react';
import { useSettings } from './settings-context.ts';

/** Names the page in the browser's tab and history. */
export function usePageTitle(title: string): void {
  const { organisation } = useSettings();
  useEffect(() => {
    document.title = `${title} – ${organisation.name}`;
  }, [title, organisation.name]);
}
