import { pageTexts } from '../texts/page-texts.ts';
import { PageLink } from './PageLink.tsx';
import { PlainPage } from './PlainPage.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <PlainPage heading={pageTexts.notFound.heading}>
      <span>{pageTexts.notFound.sentence}</span>
      <PageLink to="/portal">{pageTexts.notFound.toMessages}</PageLink>
    </PlainPage>
  );
}
