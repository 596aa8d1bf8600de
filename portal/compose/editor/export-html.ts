/** The editor's HTML as it is kept and sent: without its classes and helper styles, and with runs of spaces that mail programs do not collapse. */
export function exportedHtml(html: string): string {
  return html
    .split(/(<[^<>]*>)/)
    .map((part) => (part.startsWith('<') ? plainTag(part) : part.replace(/ {2}/g, '\u00a0 ')))
    .join('')
    .replace(/<span>([^<]*)<\/span>/g, '$1');
}

function plainTag(tag: string): string {
  return tag.replace(/ (?:class|style|value|spellcheck)="[^"]*"/g, '');
}
