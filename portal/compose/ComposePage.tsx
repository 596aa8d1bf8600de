import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { isIdentifier } from '../../contract/identifier.ts';
import { NotFoundPage } from '../page/NotFoundPage.tsx';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import { ComposeFrame } from './ComposeFrame.tsx';
import { ComposePanel } from './ComposePanel.tsx';
import { newSendKey } from './written-draft.ts';

interface ComposePageProps {
  readonly accountId: string;
  /** null: something new is begun. */
  readonly draftId: string | null;
}

/** Takes the place of the draft's own address once it is sent, so that going back or loading it again begins nothing under its name. */
const SENT = 'sent';

/** A new message, or a draft that is gone on with, on a page of its own. The address names the draft, so that a page loaded again finds it. */
export function ComposePage({ accountId, draftId }: ComposePageProps) {
  const [fresh] = useState(newSendKey);
  const [, navigate] = useLocation();
  const state: unknown = useHistoryState();
  const isFresh = typeof state === 'object' && state !== null && 'isFresh' in state;
  if (draftId === null) return <Redirect to={`/portal/compose/${fresh}`} replace state={{ isFresh: true }} />;
  if (draftId !== SENT && !isIdentifier(draftId)) return <NotFoundPage />;
  return (
    <ComposeFrame>
      {draftId === SENT ? (
        <NoticeBar kind="done">
          {composeTexts.newSent} <PageLink to="/portal/sent">{composeTexts.seeSent}</PageLink>
        </NoticeBar>
      ) : (
        <ComposePanel
          key={draftId}
          accountId={accountId}
          draftId={draftId}
          isNew={draftId === fresh}
          isFresh={isFresh}
          onSent={() => navigate(`/portal/compose/${SENT}`, { replace: true })}
          onClose={() => navigate('/portal/inbox', { replace: true })}
        />
      )}
    </ComposeFrame>
  );
}
