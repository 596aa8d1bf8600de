import { useSettings } from '../page/settings-context.ts';
import type { HelpFacts } from '../texts/help.en.ts';

/** What the help pages say about this organisation. */
export function useHelpFacts(): HelpFacts {
  const { name, origin, postmaster } = useSettings().organisation;
  return { organisation: name, origin, postmaster };
}
