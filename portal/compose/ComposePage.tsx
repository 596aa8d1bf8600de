import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import { identifier } from '../../contract/identifier.ts';
import { NotFoundPage } from '../page/NotFoundPage.tsx';
import { NoticeBar } from '../page/NoticeBar.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { composeTexts } from '../texts/compose-texts.ts';
import { ComposeFrame } from './ComposeFrame.tsx';
import { ComposePanel } from './ComposePanel.tsx';
import { newSendKey } from './kept-drafts.ts';

interface ComposePageProps {
  readonly accountId: string;
  /** null: something new is begun. */
  readonly draftId: string | null;
}

/** A new message, or a draft that is gone on with, on a page of its own. The address names the draft, so that a page loaded again finds it. */
export function ComposePage({ accountId, draftId }: ComposePageProps) {
  const [fresh] = useState(newSendKey);
  const [, navigate] = useLocation();
  const [sentId, setSentId] = useState<string | null>(null);
  if (draftId === null) return <Redirect to={`/portal/compose/${fresh}`} replace />;
  if (!identifier.safeParse(draftId).success) return <NotFoundPage />;
  return (
    <ComposeFrame>
      {sentId === draftId ? (
        <NoticeBar kind="done">
          {composeTexts.newSent} <PageLink to="/portal/sent">{composeTexts.seeSent}</PageLink>
        </NoticeBar>
      ) : (
        <ComposePanel
          key={draftId}
          accountId={accountId}
          draftId={draftId}
          onSent={() => setSentId(draftId)}
          onClose={() => navigate('/portal/inbox', { replace: true })}
        />
      )}
    </ComposeFrame>
  );
}
