import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, ChevronUpRegular } from '@fluentui/react-icons';
import { useId, useState } from 'react';
import { sentTexts } from '../texts/sent-texts.ts';
import { ActionButtons } from './ActionButtons.tsx';
import { type ActionKind, type Standing, standingOf } from './standing-of.ts';
import { Timeline } from './Timeline.tsx';
import type { TrackedRecipient } from './timeline-of.ts';
import { useRowStyles } from './use-row-styles.ts';

const useStyles = makeStyles({
  card: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'center',
    minHeight: '44px',
    padding: tokens.spacingHorizontalS,
    borderRadius: tokens.borderRadiusMedium,
  },
  who: { gridColumnStart: 1, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  address: { color: tokens.colorNeutralForeground2 },
  chevron: { gridColumnStart: 2, gridRow: '1 / span 2', fontSize: tokens.fontSizeBase400, color: tokens.colorNeutralForeground2 },
  standing: { gridColumnStart: 1 },
  good: { color: tokens.colorStatusSuccessForeground3 },
  bad: { color: tokens.colorStatusDangerForeground3 },
  asks: { color: tokens.colorStatusWarningForeground2 },
  body: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalM}`,
  },
  asMail: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface RecipientCardProps {
  readonly recipient: TrackedRecipient;
  readonly now: Date;
  readonly isOpenAtFirst: boolean;
  readonly actions: readonly ActionKind[];
  readonly onChoose: (kind: ActionKind) => void;
}

/** One recipient: who, how things stand, and unfolded what happened and what can be done. */
export function RecipientCard({ recipient, now, isOpenAtFirst, actions, onChoose }: RecipientCardProps) {
  const row = useRowStyles();
  const styles = useStyles();
  const bodyId = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const { deliveryId, address, name, kind, route } = recipient;
  const standing = standingOf(recipient, now);
  const Chevron = isOpen ? ChevronUpRegular : ChevronDownRegular;
  const colour = colourOf(standing);
  const { kinds, timeline, actions: actionsLabel, asMail } = sentTexts.message;
  return (
    <li className={styles.card}>
      <button
        type="button"
        className={mergeClasses(row.button, styles.head)}
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={styles.who}>
          {kind === 'to' ? null : <span className={styles.address}>{`${kinds[kind]} `}</span>}
          {name === '' ? null : <span className={styles.name}>{`${name} `}</span>}
          <span className={name === '' ? styles.name : styles.address}>{address}</span>
        </span>
        <Chevron className={styles.chevron} aria-hidden />
        <span className={mergeClasses(styles.standing, colour ? styles[colour] : undefined)}>
          {sentTexts.standings[standing]}
        </span>
      </button>
      {isOpen ? (
        <div id={bodyId} className={styles.body}>
          <Timeline recipient={recipient} now={now} label={timeline(address)} />
          {route === 'mail' ? <p className={styles.asMail}>{asMail}</p> : null}
          <ActionButtons of={deliveryId} label={actionsLabel(address)} kinds={actions} onChoose={onChoose} />
        </div>
      ) : null}
    </li>
  );
}

function colourOf(standing: Standing): 'good' | 'bad' | 'asks' | null {
  if (standing === 'bounced') return 'bad';
  if (standing === 'delayed' || standing === 'asked') return 'asks';
  return standing === 'opened' || standing === 'replied' ? 'good' : null;
}
