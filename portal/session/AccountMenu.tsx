import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { PersonCircleRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { phone } from '../page/screen-media.ts';
import { accountTexts } from '../texts/account-texts.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { SettingsButton } from './SettingsButton.tsx';
import { useSession } from './use-session.ts';

const useStyles = makeStyles({
  button: { minHeight: '44px', flexShrink: 0, [phone]: { minWidth: '44px', paddingInline: tokens.spacingHorizontalXS } },
  // On a phone the name of the organisation needs the room.
  name: { [phone]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  address: {
    height: 'auto',
    paddingBlock: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
    fontWeight: tokens.fontWeightRegular,
  },
  group: { display: 'flex', flexShrink: 0, gap: tokens.spacingHorizontalXS },
  item: { minHeight: '44px', alignItems: 'center' },
});

interface AccountMenuProps {
  readonly address: string;
  /** Where keys do something: shows which. */
  readonly onShowKeys?: () => void;
}

/** Who is signed in, and the way out. */
export function AccountMenu({ address, onShowKeys }: AccountMenuProps) {
  const styles = useStyles();
  const { leave, leaveEverywhere } = useSession();
  const [, navigate] = useLocation();
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <div className={styles.group}>
      {failure ? <ErrorBar failure={failure} /> : null}
      <SettingsButton />
      <Menu positioning="below-end">
        <MenuTrigger disableButtonEnhancement>
          <Button className={styles.button} appearance="subtle" icon={<PersonCircleRegular />}>
            <span className={styles.name}>{accountTexts.menu.button}</span>
          </Button>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            <MenuGroup>
              <MenuGroupHeader className={styles.address}>{address}</MenuGroupHeader>
              <MenuItem className={styles.item} onClick={() => navigate('/portal/settings')}>
                {accountTexts.menu.settings}
              </MenuItem>
              <MenuItem className={styles.item} onClick={() => void leaveEverywhere().catch(setFailure)}>
                {accountTexts.menu.everywhere}
              </MenuItem>
              {onShowKeys ? (
                <MenuItem className={styles.item} onClick={onShowKeys}>
                  {actionTexts.keys.title}
                </MenuItem>
              ) : null}
              <MenuItem className={styles.item} onClick={() => void leave().catch(setFailure)}>
                {accountTexts.menu.logOut}
              </MenuItem>
            </MenuGroup>
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
}
