const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML that shows it as it was typed: every character is text, line ends and spaces stay. */
export function plainTextAsHtml(text: string): string {
  const escaped = text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
  return `<div style="white-space: pre-wrap">${escaped.replace(/\r\n?|\n/g, '<br>')}</div>`;
}
