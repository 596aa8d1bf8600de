import { useSession } from '../session/use-session.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** What a new text begins with: an empty line and the signature its author has chosen; empty where there is none. */
export function useSignature(): string {
  const { state } = useSession();
  const text = state.kind === 'signedIn' ? state.session.settings.signature.trim() : '';
  if (text === '') return '';
  const lines = text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character).split(/\r\n?|\n/);
  return `<p><br></p><p>${lines.join('<br>')}</p>`;
}
