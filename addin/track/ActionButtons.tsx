import { Button, Menu, MenuItem, MenuList, MenuPopover, MenuTrigger, makeStyles, tokens } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { sentTexts } from '../texts/sent-texts.ts';
import type { ActionKind } from './standing-of.ts';

/** So many fit side by side in the narrowest pane; the others are in a menu. */
const MOST_BUTTONS = 3;

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  label: { flexBasis: '100%', color: tokens.colorNeutralForeground2 },
  button: { minWidth: 0, paddingInline: tokens.spacingHorizontalS },
});

interface ActionButtonsProps {
  /** Whose buttons: a delivery, or `all`. */
  readonly of: string;
  /** Whom or what the buttons are for. */
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly kinds: readonly ActionKind[];
  readonly onChoose: (kind: ActionKind) => void;
}

const groupId = (of: string) => `actions-${of}`;

/** Puts the focus back on the button of an action, or on the menu that holds it; false where it is gone. */
export function focusAction(of: string, kind: ActionKind): boolean {
  const buttons = [...(document.getElementById(groupId(of))?.querySelectorAll('button') ?? [])];
  const button = buttons.find(({ dataset }) => dataset['kind'] === kind) ?? buttons.at(-1);
  button?.focus();
  return button !== undefined;
}

/** What can be done, the usual as buttons, the rest in a menu. Nothing at all where nothing can be done. */
export function ActionButtons({ of, label, isLabelShown = false, kinds, onChoose }: ActionButtonsProps) {
  const styles = useStyles();
  const labelId = useId();
  if (kinds.length === 0) return null;
  const isAll = kinds.length <= MOST_BUTTONS;
  const inMenu = isAll ? [] : kinds.slice(MOST_BUTTONS);
  return (
    <div
      role="group"
      id={groupId(of)}
      className={styles.group}
      {...(isLabelShown ? { 'aria-labelledby': labelId } : { 'aria-label': label })}
    >
      {isLabelShown ? (
        <span id={labelId} className={styles.label}>
          {label}
        </span>
      ) : null}
      {kinds.slice(0, MOST_BUTTONS).map((kind) => (
        <Button key={kind} data-kind={kind} className={styles.button} onClick={() => onChoose(kind)}>
          {sentTexts.dialogs[kind].confirm}
        </Button>
      ))}
      {inMenu.length > 0 ? (
        <Menu>
          <MenuTrigger disableButtonEnhancement>
            <Button appearance="subtle" icon={<MoreHorizontalRegular />} aria-label={sentTexts.message.more} />
          </MenuTrigger>
          <MenuPopover>
            <MenuList>
              {inMenu.map((kind) => (
                <MenuItem key={kind} onClick={() => onChoose(kind)}>
                  {sentTexts.dialogs[kind].confirm}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      ) : null}
    </div>
  );
}
