import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { sendMessage } from '../../../contract/send.ts';
import { fakeApi } from '../../support/fake-api.ts';
import { people, placeFakeOffice } from '../../support/place-fake-office.ts';
import { renderPane } from '../../support/render-pane.tsx';

jest.setTimeout(30_000);
beforeEach(() => localStorage.clear());

const many = (count: number) =>
  people(...Array.from({ length: count }, (_, index) => `p${index}@${index < 20 ? 'harbour' : 'client'}.example`));
const listed = () => within(screen.getByText('To').nextElementSibling as HTMLElement).getAllByText(/^p\d+@/);

test('500 recipients are counted, folded and unfolded by keyboard, and refused with a sentence before anything leaves', async () => {
  placeFakeOffice({ draft: { to: many(500), subject: 'Scan' } });
  const { api, inputsOf } = fakeApi();
  const user = renderPane(api);
  expect(await screen.findByText('500 recipients, 480 of them outside the organisation')).toBeVisible();
  expect(listed()).toHaveLength(5);
  const toggle = screen.getByRole('button', { name: 'Show all 500 recipients' });
  toggle.focus();
  await user.keyboard('{Enter}');
  expect(listed()).toHaveLength(500);
  expect(screen.getByRole('button', { name: 'Show the first 5 only' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(listed()).toHaveLength(5);
  await user.click(screen.getByRole('button', { name: 'Send Secure' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('A message can have at most 100 recipients.');
  expect(inputsOf(sendMessage.path)).toEqual([]);
});

test('ten recipients are shown as they are', async () => {
  placeFakeOffice({ draft: { to: many(10), subject: 'Scan' } });
  renderPane(fakeApi().api);
  await screen.findByText('p9@harbour.example');
  expect(screen.queryByRole('button', { name: /Show/ })).toBeNull();
});
