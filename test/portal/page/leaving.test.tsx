import { expect, jest, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const show = (address: string) => showPortal(`/portal/leaving#${encodeURIComponent(address)}`, {});

test('the page before another website shows its true host, and warns of disguise and of an unprotected way', async () => {
  const { unmount } = show('http://bank.example:pw@xn--bcher-kva.example:8080/a');
  const link = await screen.findByRole('link', { name: 'Go to xn--bcher-kva.example:8080' });
  expect(link).toHaveAttribute('href', 'http://xn--bcher-kva.example:8080/a');
  expect(screen.getByText(/written in other letters/)).toBeVisible();
  expect(screen.getByText(/does not protect/)).toBeVisible();
  expect(document.body).not.toHaveTextContent('bank.example');
  unmount();
  show('https://other.example/');
  expect(await screen.findByRole('link', { name: 'Go to other.example' })).toBeVisible();
  expect(screen.queryByText(/written in other letters|does not protect/)).toBeNull();
});

test.each(['javascript:alert(1)', 'data:text/html,x', '%', '', 'ftp://other.example/'])('%s leads nowhere', async (address) => {
  show(address);
  expect(await screen.findByText(/does not lead to a website/)).toBeVisible();
  expect(screen.queryByRole('link', { name: /Go to/ })).toBeNull();
});
