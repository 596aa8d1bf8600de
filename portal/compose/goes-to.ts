import type { DraftEntry } from '../../contract/compose.ts';
import { composeTexts } from '../texts/compose-texts.ts';

/** Whom a draft goes to, in words; that it is an answer to all is said. */
export function goesTo({ kind, to }: { readonly kind: DraftEntry['kind']; readonly to: readonly string[] }): string {
  const words = composeTexts.drafts;
  if (to.length === 0) return words.nobody;
  return kind === 'reply-all' ? words.toAll(to.join(', ')) : words.to(to.join(', '));
}
