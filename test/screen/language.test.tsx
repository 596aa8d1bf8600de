import { afterEach, expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { speak } from '../../screen/catalogue.ts';
import { chooseLanguage, readerLanguages, speakFirstOf } from '../../screen/choose-language.ts';
import { formatBytes, formatDay, formatMoment, formatShort, formatWait, wishFormats } from '../../screen/format.ts';
import { pluralIn } from '../../screen/plural.ts';
import { pseudoTexts } from '../../screen/pseudo-texts.ts';
import { showPortal } from '../support/portal-screen.tsx';

afterEach(async () => {
  localStorage.clear();
  wishFormats(null);
  await act(() => speak('en'));
});

test('a German browser is greeted in German, a French one in English', async () => {
  await speakFirstOf(['fr-FR', 'de-AT', 'en']);
  showPortal('/portal/sign-in', {});
  expect(await screen.findByRole('heading', { name: 'Anmelden' })).toBeVisible();
  expect(document.documentElement.lang).toBe('de');
  await act(() => speak('en'));
  await speakFirstOf(['fr-FR']);
  expect(document.documentElement.lang).toBe('en');
});

test('what was chosen in this browser goes before what the browser wishes', async () => {
  await act(() => chooseLanguage('de'));
  expect(readerLanguages()[0]).toBe('de');
  await act(() => chooseLanguage(null));
  expect(document.documentElement.lang).toBe('en');
});

test('the last of two wishes counts, however long the texts take', async () => {
  showPortal('/portal/sign-in', {});
  await act(() => Promise.all([speak('de'), speak('en')]));
  await act(() => chooseLanguage('de'));
  expect(document.documentElement.lang).toBe('de');
});

test('dates, sizes and waits are written as the language writes them', async () => {
  await speak('de');
  expect(formatDay('2026-12-22T12:00:00Z')).toBe('22. Dezember 2026');
  expect(formatBytes(1_258_291)).toMatch(/^1,2\sMB$/);
  expect(formatWait(40)).toBe('40 Sekunden');
  expect(formatWait(60 * 15)).toBe('15 Minuten');
  expect(formatWait(60 * 60 * 24)).toBe('24 Stunden');
});

test('a wish for time zone, clock and order of the day is kept to', () => {
  wishFormats({ timeZone: 'Asia/Tokyo', hourCycle: 'h23', dateFormat: 'ymd' });
  expect(formatMoment('2026-11-22T18:30:00Z')).toBe('2026-11-23 03:30');
  expect(formatShort('2026-11-22T18:30:00Z', new Date('2026-11-22T15:30:00Z'))).toBe('03:30');
  wishFormats({ timeZone: 'UTC', hourCycle: 'h12', dateFormat: 'dmy' });
  expect(formatMoment('2026-11-22T18:30:00Z')).toMatch(/^22\/11\/2026, 0?6:30\spm$/i);
});

test('a count takes the form that its language has for it', () => {
  const forms = { one: '# Datei', other: '# Dateien' };
  expect([0, 1, 2, 1000].map((count) => pluralIn('de')(count, forms))).toEqual([
    '0 Dateien',
    '1 Datei',
    '2 Dateien',
    '1.000 Dateien',
  ]);
});

test('pseudo English changes every text, also those that are made of facts', () => {
  const texts = pseudoTexts({ one: 'Next', deep: { two: (name: string) => `For ${name}` } });
  expect(texts.one).toBe('[Ńéx́t́ ~~]');
  expect(texts.deep.two('Pat')).toMatch(/^\[F́óŕ Ṕát́ ~+\]$/);
});
