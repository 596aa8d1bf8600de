import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { useHiddenStyles } from '../page/hidden-styles.ts';

const useStyles = makeStyles({
  label: {
    display: 'flex',
    alignItems: 'center',
    minWidth: '44px',
    minHeight: '44px',
    boxSizing: 'border-box',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground2,
  },
  box: {
    width: '18px',
    height: '18px',
    marginBlock: 0,
    marginInline: '15px 11px',
    accentColor: tokens.colorCompoundBrandBackground,
    cursor: 'pointer',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
});

interface ChooseBoxProps {
  readonly label: string;
  readonly isLabelShown?: boolean;
  readonly isChosen: boolean;
  readonly isPartly?: boolean;
  readonly onToggle: () => void;
}

/** A box to tick, with all the room around it; the browser's own, since a list holds a thousand of them. */
export function ChooseBox({ label, isLabelShown = false, isChosen, isPartly = false, onToggle }: ChooseBoxProps) {
  const styles = useStyles();
  const hidden = useHiddenStyles();
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly;
  }, [isPartly]);
  return (
    <label className={styles.label}>
      <input ref={box} type="checkbox" className={styles.box} checked={isChosen} onChange={onToggle} />
      <span className={isLabelShown ? undefined : hidden.text}>{label}</span>
    </label>
  );
}
