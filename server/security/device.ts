import type { Device } from '../store/sessions.ts';

/** What each browser and system puts into its User-Agent; the first that fits counts, since most name others as well. */
const BROWSERS = [
  [/\bEdg(?:A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|Chromium|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;
const SYSTEMS = [
  [/\b(?:iPhone|iPod)\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
] as const;

const LONGEST = 500;

/** The browser and the system that a User-Agent names, each in a word its owner knows; empty where it names none. */
export function deviceOf(userAgent: string): Device {
  const text = userAgent.slice(0, LONGEST);
  const nameIn = (known: typeof BROWSERS | typeof SYSTEMS) => known.find(([sign]) => sign.test(text))?.[1] ?? '';
  return { browser: nameIn(BROWSERS), system: nameIn(SYSTEMS) };
}
