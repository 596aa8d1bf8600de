import { expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { CallError } from '../../../contract/call.ts';
import { WriteToolbar } from '../../../portal/compose/WriteToolbar.tsx';
import { type SaveState, writing } from '../../../portal/compose/written-draft.ts';
import { AppProvider } from '../../../screen/AppProvider.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const bar = (save: SaveState) => (
  <AppProvider colour="#0f766e">
    <WriteToolbar title="New message" state={writing} save={save} onAttach={() => undefined} onSend={() => undefined} />
  </AppProvider>
);

test('whether the draft is saved is said to whoever listens when that changes, not with every save', () => {
  const { rerender } = render(bar({ kind: 'none' }));
  const status = screen.getByRole('status');
  expect(status).toHaveTextContent('');
  const failure = new CallError('offline');
  const steps: [SaveState, string, string][] = [
    [{ kind: 'saving', failure: null }, 'Saving …', ''],
    [{ kind: 'saved', at: '2026-11-22T09:14:00.000Z' }, 'Saved', 'Your draft is saved.'],
    [{ kind: 'saving', failure: null }, 'Saving …', 'Your draft is saved.'],
    [{ kind: 'saved', at: '2026-11-22T09:15:00.000Z' }, 'Saved', 'Your draft is saved.'],
    [{ kind: 'failed', failure }, 'Not saved yet', 'Your draft could not be saved yet.'],
    [{ kind: 'saving', failure }, 'Saving …', 'Your draft could not be saved yet.'],
    [{ kind: 'failed', failure }, 'Not saved yet', 'Your draft could not be saved yet.'],
    [{ kind: 'saved', at: '2026-11-22T09:16:00.000Z' }, 'Saved', 'Your draft is saved.'],
  ];
  for (const [save, shown, said] of steps) {
    rerender(bar(save));
    expect(screen.getByText(new RegExp(`^${shown}`))).toBeVisible();
    expect(status).toHaveTextContent(said);
  }
  expect(screen.getByRole('status')).toBe(status);
});
