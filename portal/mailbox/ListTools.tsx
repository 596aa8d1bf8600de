import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUndoRegular, DeleteRegular, MailReadRegular, MailUnreadRegular } from '@fluentui/react-icons';
import type { DeliveryChange } from '../../contract/mailbox.ts';
import { actionTexts } from '../texts/actions-texts.ts';
import { ChooseBox } from './ChooseBox.tsx';
import { useMailbox } from './mailbox-context.ts';
import { ToolButton } from './ToolButton.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    // Two lines where there is little room: a long list below must not press them into one.
    flexShrink: 0,
    minHeight: '48px',
    // As wide as the mark of the open row below, so that the boxes stand in one line.
    paddingInlineStart: tokens.strokeWidthThicker,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tools: { display: 'flex', marginInlineStart: 'auto' },
  count: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase300 },
});

/** Above a list: chooses all that is shown, and what one can do with the messages that are chosen. */
export function ListTools() {
  const styles = useStyles();
  const { entries, chosenIds, choose } = useMailbox();
  const words = actionTexts;
  const count = chosenIds.size;
  const isAll = count > 0 && count === entries.length;
  return (
    <div className={styles.bar}>
      <ChooseBox
        isChosen={isAll}
        isPartly={count > 0 && !isAll}
        onToggle={() => choose(isAll ? [] : entries.map(({ deliveryId }) => deliveryId))}
        label={words.selectAll}
        isLabelShown={count === 0}
      />
      <span role="status" className={styles.count}>
        {count > 0 ? words.chosen(count) : null}
      </span>
      {count > 0 ? <ChosenTools /> : null}
    </div>
  );
}

function ChosenTools() {
  const styles = useStyles();
  const { folder, entries, chosenIds, change } = useMailbox();
  const words = actionTexts;
  const make = (wanted: DeliveryChange) => () => change(wanted, [...chosenIds]);
  const chosen = entries.filter(({ deliveryId }) => chosenIds.has(deliveryId));
  const isAnyUnread = chosen.some(({ isUnread }) => isUnread);
  const isAnyRead = chosen.some(({ isUnread }) => !isUnread);
  return (
    <div className={styles.tools} role="group" aria-label={words.forChosen}>
      {folder === 'deleted' ? (
        <ToolButton isSmall label={words.restore} icon={<ArrowUndoRegular />} onClick={make('restore')} />
      ) : (
        <ToolButton isSmall label={words.delete} icon={<DeleteRegular />} onClick={make('delete')} />
      )}
      {folder !== 'sent' && isAnyUnread ? (
        <ToolButton isSmall label={words.markRead} icon={<MailReadRegular />} onClick={make('read')} />
      ) : null}
      {folder !== 'sent' && isAnyRead ? (
        <ToolButton isSmall label={words.markUnread} icon={<MailUnreadRegular />} onClick={make('unread')} />
      ) : null}
    </div>
  );
}
