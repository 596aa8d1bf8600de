const kept = new Map<unknown, Map<string, unknown>>();

/** The formatter of that kind, language and options: made once and then kept, since making one takes a browser about a thousand times as long as
 *  asking it. */
export function keptFormatter<Formatter, Options extends object>(
  Kind: new (locale: string, options: Options) => Formatter,
  locale: string,
  options: NoInfer<Options>,
): Formatter {
  const ofKind = (kept.get(Kind) ?? new Map<string, unknown>()) as Map<string, Formatter>;
  kept.set(Kind, ofKind);
  const key = locale + JSON.stringify(options);
  const formatter = ofKind.get(key) ?? new Kind(locale, options);
  ofKind.set(key, formatter);
  return formatter;
}
