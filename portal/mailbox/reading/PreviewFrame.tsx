import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

const useStyles = makeStyles({
  frame: {
    width: '100%',
    flexGrow: 1,
    minHeight: 0,
    boxSizing: 'border-box',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    colorScheme: 'light',
    backgroundColor: 'white',
  },
});

interface PreviewFrameProps {
  readonly name: string;
  /** Makes what is shown, with elements of that page; answers what is to be done when it goes. */
  readonly fill: (place: HTMLElement) => (() => void) | undefined;
}

/** A page of its own that may run nothing and load nothing, filled from here: never `allow-scripts`. Escape goes to what stands around it. */
export function PreviewFrame({ name, fill }: PreviewFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [isLoaded, setIsLoaded] = useState(false);
  const begin = useEffectEvent(fill);
  useEffect(() => {
    const shell = frame.current?.contentDocument;
    const place = shell?.getElementById('message');
    if (!isLoaded || !shell || !place) return;
    shell.documentElement.lang = document.documentElement.lang;
    shell.body.style.overflowY = 'auto';
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') frame.current?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    };
    shell.addEventListener('keydown', onKey);
    const end = begin(place);
    return () => {
      shell.removeEventListener('keydown', onKey);
      end?.();
    };
  }, [isLoaded]);
  return (
    <iframe
      ref={frame}
      className={styles.frame}
      src="/frame"
      title={name}
      sandbox="allow-same-origin"
      onLoad={() => setIsLoaded(true)}
    />
  );
}
