import { makeStyles, tokens } from '@fluentui/react-components';
import { OrganisationMark } from '../page/OrganisationMark.tsx';
import { PageLink } from '../page/PageLink.tsx';
import { useHeaderStyles } from '../page/header-styles.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { useSession } from './use-session.ts';

const useStyles = makeStyles({
  ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalM },
});

/** The organisation, the way back to the messages from a page beside them, and the way out. */
export function HeaderWithBack({ back }: { readonly back: string }) {
  const { header, back: link } = useHeaderStyles();
  const styles = useStyles();
  const { state } = useSession();
  return (
    <header className={header}>
      <OrganisationMark />
      <div className={styles.ways}>
        <PageLink to="/portal/inbox" className={link}>
          {back}
        </PageLink>
        {state.kind === 'signedIn' ? <AccountMenu address={state.session.address} /> : null}
      </div>
    </header>
  );
}
