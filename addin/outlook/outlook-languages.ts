/** What Outlook itself speaks, then what the browser wishes (BCP 47). */
export function outlookLanguages(): readonly string[] {
  const spoken: string | undefined = Office.context.displayLanguage;
  return spoken ? [spoken, ...navigator.languages] : navigator.languages;
}
