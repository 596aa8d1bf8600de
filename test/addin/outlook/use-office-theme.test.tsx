import { afterEach, expect, test } from '@jest/globals';
import { act, render, screen, waitFor } from '@testing-library/react';
import { PaneScreen } from '../../../addin/PaneScreen.tsx';
import { outlookProfiles } from '../../../demo/outlook/outlook-profile.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { people, placeFakeOffice } from '../../support/place-fake-office.ts';

const wasMatchMedia = globalThis.matchMedia;
afterEach(() => {
  globalThis.matchMedia = wasMatchMedia;
});

const paint = (background: string) => Object.assign(Office.context.officeTheme, { bodyBackgroundColor: background });
const schemeNow = () => screen.getByRole('main').closest<HTMLElement>('.fui-FluentProvider')?.style.colorScheme;

function openPaneIn(mailboxMinor: number) {
  const outlook = placeFakeOffice({
    draft: { to: people('pat@client.example'), subject: 'Scan' },
    profile: { ...outlookProfiles['mailbox-1.16'], mailboxMinor },
  });
  const { unmount } = render(<PaneScreen colour="#0f6cbd" start="in_outlook" api={fakeApi().api} />);
  return { outlook, unmount };
}

test('the pane follows Outlook from light to dark and black, and back, while it is open', async () => {
  const { outlook, unmount } = openPaneIn(16);
  await screen.findByRole('heading', { name: 'Scan' });
  for (const [background, scheme] of [
    ['#292929', 'dark'],
    ['#ffffff', 'light'],
    ['#000000', 'dark'],
    ['#FAF9F8', 'light'],
  ] as const) {
    paint(background);
    act(() => outlook.fire('officeThemeChanged'));
    await waitFor(() => expect([background, schemeNow()]).toEqual([background, scheme]));
  }
  const { mailbox } = Office.context;
  const removed: unknown[] = [];
  mailbox.removeHandlerAsync = (event: unknown) => void removed.push(event);
  unmount();
  expect(removed).toEqual(['officeThemeChanged']);
});

test('an Outlook that names no colour, or forces a person’s own few, leaves light and dark to the system', async () => {
  const { outlook } = openPaneIn(16);
  await screen.findByRole('heading', { name: 'Scan' });
  paint('#000000');
  act(() => outlook.fire('officeThemeChanged'));
  await waitFor(() => expect(schemeNow()).toBe('dark'));
  paint('Window');
  act(() => outlook.fire('officeThemeChanged'));
  await waitFor(() => expect(schemeNow()).toBe('light'));
  globalThis.matchMedia = (query) => Object.assign(wasMatchMedia(query), { matches: query === '(forced-colors: active)' });
  paint('#000000');
  act(() => outlook.fire('officeThemeChanged'));
  await waitFor(() => expect(schemeNow()).toBe('light'));
});

test('an Outlook too old to tell of its themes is not asked to', async () => {
  const { outlook } = openPaneIn(8);
  await screen.findByRole('heading', { name: 'Scan' });
  const before = schemeNow();
  paint(before === 'dark' ? '#ffffff' : '#000000');
  act(() => outlook.fire('officeThemeChanged'));
  expect(schemeNow()).toBe(before);
});
