import { expect, jest, test } from '@jest/globals';
import { waitFor } from '@testing-library/react';
import { findDraft, newSlot, putDraft } from '../../../portal/compose/kept-drafts.ts';
import { emptyDraft } from '../../../portal/compose/written-draft.ts';
import { noteAccount } from '../../../portal/session/account-here.ts';
import { keepInTab, keysInTab } from '../../../portal/session/kept-in-tab.ts';
import { session, showPortal } from '../../support/portal-screen.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const own = session.accountId;

/** A draft that its author's session did not outlive; of another page it is only in the tab. */
function unsavedDraft(accountId: string): string {
  const slot = newSlot(accountId);
  putDraft(slot, emptyDraft({ html: '<p>Hello</p>', isDirty: true }));
  return slot;
}

test('whoever signs in after somebody whose session ran out finds nothing of what they wrote', async () => {
  noteAccount('somebody-else');
  const slot = unsavedDraft('somebody-else');
  keepInTab('who-was-here-before', 'draft:2', { html: '<p>Hello</p>' });
  showPortal('/portal', {
    'GET /api/account/session': () => session,
    'GET /api/mailbox/inbox/deliveries': () => ({ entries: [], nextCursor: null, unreadCount: 0 }),
  });
  await waitFor(() => expect(Object.keys(sessionStorage)).toEqual([]));
  expect(findDraft(slot)).toBeNull();
});

test('whoever signs in again goes on with what they wrote', async () => {
  noteAccount(own);
  const slot = unsavedDraft(own);
  keepInTab('who-was-here-before', 'draft:2', { html: '<p>Hello</p>' });
  showPortal('/portal', {
    'GET /api/account/session': () => session,
    'GET /api/mailbox/inbox/deliveries': () => ({ entries: [], nextCursor: null, unreadCount: 0 }),
  });
  await waitFor(() => expect(keysInTab('who-was-here-before', '')).toEqual([]));
  expect(findDraft(slot)).toMatchObject({ html: '<p>Hello</p>' });
  expect(keysInTab(own, 'draft:')).toHaveLength(1);
});
