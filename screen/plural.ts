import { keptFormatter } from './kept-formatter.ts';

/** The forms of one sentence, by the rules of its language; `#` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** How a language chooses between `1 file` and `2 files`: answers a function from a count and the forms to the sentence, with the number
 *  as that language writes it. */
export function pluralIn(language: string): (count: number, forms: PluralForms) => string {
  return (count, forms) => {
    const form = forms[keptFormatter(Intl.PluralRules, language, {}).select(count)] ?? forms.other;
    return form.replace('#', keptFormatter(Intl.NumberFormat, language, {}).format(count));
  };
}
