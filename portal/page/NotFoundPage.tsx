import { en as texts } from '../texts/en.ts';
import { PageLink } from './PageLink.tsx';
import { PlainPage } from './PlainPage.tsx';

/** For an address that leads nowhere. */
export function NotFoundPage() {
  return (
    <PlainPage heading={texts.notFound.heading}>
      <span>{texts.notFound.sentence}</span>
      <PageLink to="/portal">{texts.notFound.toMessages}</PageLink>
    </PlainPage>
  );
}
