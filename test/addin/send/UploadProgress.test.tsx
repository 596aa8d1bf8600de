import { expect, jest, test } from '@jest/globals';
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { act, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { giveUpSignInWindow, throughWindow } from '../../../addin/outlook/sign-in-window.ts';
import { UploadProgress } from '../../../addin/send/UploadProgress.tsx';

test('what is being handed over has no Cancel, unless a sign-in window is waited for', async () => {
  const cancel = jest.fn(giveUpSignInWindow);
  render(
    <FluentProvider theme={webLightTheme}>
      <UploadProgress progress={null} canCancel={false} onCancel={cancel} />
    </FluentProvider>,
  );
  expect(screen.getByRole('status')).toHaveTextContent('Handing the message over');
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  let waiting: Promise<unknown> | null = null;
  act(() => {
    waiting = throughWindow(new Promise(() => undefined)).catch(() => undefined);
  });
  expect(screen.getByRole('alert')).toHaveTextContent('If you do not see it, choose Cancel and try again.');
  const button = screen.getByRole('button', { name: 'Cancel' });
  await waitFor(() => expect(button).not.toHaveAttribute('aria-disabled', 'true'));
  await userEvent.setup().click(button);
  await act(async () => void (await waiting));
  expect(cancel).toHaveBeenCalledTimes(1);
  expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
});
