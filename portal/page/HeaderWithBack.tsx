import { OrganisationMark } from './OrganisationMark.tsx';
import { PageLink } from './PageLink.tsx';
import { useHeaderStyles } from './header-styles.ts';

/** The organisation, and the way back to the messages from a page beside them. */
export function HeaderWithBack({ back }: { readonly back: string }) {
  const styles = useHeaderStyles();
  return (
    <header className={styles.header}>
      <OrganisationMark />
      <PageLink to="/portal/inbox" className={styles.back}>
        {back}
      </PageLink>
    </header>
  );
}
