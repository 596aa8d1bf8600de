import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DismissRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { usePreferredTheme } from '../../screen/use-preferred-theme.ts';
import { connectPane } from './connect-pane.ts';
import type { DraftStore } from './draft-store.ts';
import type { OutlookProfile } from './outlook-profile.ts';

const useStyles = makeStyles({
  pane: {
    flexShrink: 0,
    width: '360px',
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusLarge,
    boxShadow: tokens.shadow4,
    overflow: 'hidden',
    '@media (max-width: 800px)': { width: '100%', height: '560px' },
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  name: { flexGrow: 1, margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  frame: { flexGrow: 1, minHeight: 0, border: 'none' },
});

interface PaneFrameProps {
  readonly store: DraftStore;
  readonly profile: OutlookProfile;
  readonly onClose: () => void;
}

/** The task pane at the right, in a frame as Outlook shows it. */
export function PaneFrame({ store, profile, onClose }: PaneFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [loads, setLoads] = useState(0);
  const isDark = usePreferredTheme() === 'dark';
  useEffect(
    () => (frame.current ? connectPane(frame.current, store, profile, isDark) : undefined),
    [store, profile, isDark, loads],
  );
  return (
    <aside className={styles.pane} aria-label="Task pane">
      <div className={styles.bar}>
        <h2 className={styles.name}>Sealpost</h2>
        <Button
          appearance="subtle"
          icon={<ArrowClockwiseRegular />}
          aria-label="Reload the pane"
          onClick={() => setLoads(loads + 1)}
        />
        <Button appearance="subtle" icon={<DismissRegular />} aria-label="Close the pane" onClick={onClose} />
      </div>
      <iframe
        key={`${loads}-${isDark}`}
        ref={frame}
        className={styles.frame}
        title="Send Secure"
        src="/demo/outlook/taskpane.html"
      />
    </aside>
  );
}
