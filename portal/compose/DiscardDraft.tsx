import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { composeTexts } from '../texts/compose-texts.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  button: { minHeight: '44px' },
});

interface DiscardDraftProps {
  readonly isEmpty: boolean;
  readonly isDisabled: boolean;
  /** Tells it from others on the page. */
  readonly name?: string;
  /** What the way back says. */
  readonly keep?: string;
  readonly onDiscard: () => void;
}

/** Throws a draft away; asks once where something was written. */
export function DiscardDraft({ isEmpty, isDisabled, name, keep = composeTexts.keepWriting, onDiscard }: DiscardDraftProps) {
  const styles = useStyles();
  const [isAsking, setIsAsking] = useState(false);
  const words = composeTexts;
  const discard = (
    <Button
      className={styles.button}
      appearance={isAsking ? 'secondary' : 'subtle'}
      disabled={isDisabled}
      aria-label={name === undefined ? undefined : words.discardNamed(name)}
      onClick={() => (isEmpty || isAsking ? onDiscard() : setIsAsking(true))}
    >
      {words.discard}
    </Button>
  );
  return (
    <div className={styles.row} role="group">
      {isAsking ? <span role="status">{words.discardQuestion}</span> : null}
      {discard}
      {isAsking ? (
        <Button className={styles.button} onClick={() => setIsAsking(false)}>
          {keep}
        </Button>
      ) : null}
    </div>
  );
}
