import { Button } from '@fluentui/react-components';
import { Suspense, lazy, useState } from 'react';
import { lazyPage } from '../../../screen/lazy-page.ts';
import { useFormStyles } from '../form-styles.ts';

const SureDialog = lazy(() => lazyPage(import('./SureDialog.tsx').then((module) => module.SureDialog)));

interface SureButtonProps {
  readonly label: string;
  /** The name for whoever does not see what stands beside the button. */
  readonly name?: string;
  readonly title: string;
  readonly explain: string;
  readonly onSure: () => void;
}

/** A button for what cannot be undone: asks once, and says what it does. */
export function SureButton({ label, name = label, title, explain, onSure }: SureButtonProps) {
  const styles = useFormStyles();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button className={styles.button} aria-label={name} aria-haspopup="dialog" onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      <Suspense>
        {isAsking ? <SureDialog title={title} explain={explain} onSure={onSure} onClose={() => setIsAsking(false)} /> : null}
      </Suspense>
    </>
  );
}
