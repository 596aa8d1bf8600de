import { beforeEach, expect, jest, test } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { type Answers, Refusal, session, showPortal } from '../../support/portal-screen.tsx';
import { writeRich } from '../../support/write-rich.ts';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

const plan = { uploadId: 'upload-0123456789_abcd', name: 'plan.pdf', contentType: 'application/pdf', contentId: null, size: 7 };
const copied = { uploadId: 'upload-of-the-copy_abc', size: 7, sha256: '', leaseEndsAt: '2026-11-22T10:12:00.000Z' };
const at = '2026-11-22T09:14:00.000Z';
let drafts = 0;

/** Opens a saved draft with a file that only the server has, types, and meets what another window saved meanwhile. */
async function meetOther(copy: () => object) {
  drafts += 1;
  const draftId = `draft-${String(drafts).padStart(16, '0')}`;
  const content = { kind: 'new', deliveryId: null, to: ['alex@harbour.example'], subject: 'Plan', hasQuote: false };
  let kept = { draftId, ...content, html: '<p>One.</p>', attachments: [plan], revision: 3, updatedAt: at };
  const answers: Answers = {
    'GET /api/account/session': () => session,
    'GET /api/compose/allowance': () => ({
      ...{ messagesLeft: 30, messagesAgainAt: null },
      ...{ bytesLeft: 200 * 1024 * 1024, bytesPerDay: 200 * 1024 * 1024, bytesAgainAt: null },
    }),
    [`GET /api/compose/drafts/${draftId}`]: () => kept,
    'POST /api/compose/drafts/*': ({ path, body }) => {
      const { revision } = body as { revision: number };
      if (path.endsWith(draftId) && revision !== kept.revision) throw new Refusal('draft_changed');
      return { revision: revision + 1, updatedAt: at };
    },
    [`POST /api/compose/attachments/${plan.uploadId}/copy`]: copy,
  };
  const shown = showPortal(`/portal/compose/${draftId}`, answers);
  const text = await screen.findByLabelText('Your message');
  kept = { ...kept, html: '<p>Theirs.</p>', revision: 4 };
  text.focus();
  await writeRich(text, ' Mine.');
  await screen.findByText('This draft was changed in another window. Nothing is lost: you can keep both.');
  const saves = () => shown.asked.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/compose/drafts/'));
  return { ...shown, draftId, saves, files: () => within(screen.getByRole('list', { name: 'Attached files' })) };
}

beforeEach(() => sessionStorage.clear());

test('where both drafts are kept, each has the files, also those that only the server has', async () => {
  const { user, draftId, saves, files } = await meetOther(() => copied);
  await user.click(screen.getByRole('button', { name: 'Keep both' }));
  await waitFor(() =>
    expect(saves().at(-1)?.body).toMatchObject({ attachments: [{ uploadId: copied.uploadId, name: 'plan.pdf' }] }),
  );
  const last = saves().at(-1);
  expect(last?.path).not.toContain(draftId);
  expect(last?.body).toMatchObject({ html: '<p>One. Mine.</p>' });
  expect(files().queryByRole('alert')).toBeNull();
  expect(screen.queryByText(/changed in another window/)).toBeNull();
  expect(screen.getByLabelText('Your message')).toHaveFocus();
});

test('a file that cannot be copied now can be tried again; one that the other draft gave up meanwhile is told as that', async () => {
  const failures: (() => object)[] = [
    () => {
      throw new Refusal('upload_quota_reached', { limit: 1024 * 1024 });
    },
    () => {
      throw new Refusal('upload_not_found', { fields: ['uploadId'] });
    },
  ];
  const { user, files } = await meetOther(() => failures.shift()?.() ?? copied);
  await user.click(screen.getByRole('button', { name: 'Keep both' }));
  expect(await files().findByRole('alert')).toHaveTextContent(/^Not uploaded: Too many files are waiting/);
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await files().findByText(/^Not copied: the other draft no longer has this file\./)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('where the other draft is used, its words stand there, and what is written on goes on from it', async () => {
  const { user, draftId, saves } = await meetOther(() => copied);
  await user.click(screen.getByRole('button', { name: 'Use the other one' }));
  await waitFor(() => expect(screen.getByLabelText('Your message')).toHaveTextContent('Theirs.'));
  expect(screen.getByLabelText('Your message')).toHaveFocus();
  expect(screen.queryByText(/changed in another window/)).toBeNull();
  await writeRich(screen.getByLabelText('Your message'), ' On.');
  await waitFor(() => expect(saves().at(-1)?.body).toMatchObject({ html: '<p>Theirs. On.</p>', revision: 4 }));
  const last = saves().at(-1);
  expect(last?.path).toContain(draftId);
  expect(last?.body).toMatchObject({ attachments: [{ uploadId: plan.uploadId }] });
});
