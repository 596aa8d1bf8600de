import { Button, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { type ComponentType, useEffect, useState } from 'react';
import { CallError } from '../contract/call.ts';
import { lazyPage } from '../screen/lazy-page.ts';
import type { Api } from './api.ts';
import { failureText } from './failure-text.ts';
import { Notice } from './Notice.tsx';
import { paneTexts } from './texts/pane-texts.ts';

const useStyles = makeStyles({ waiting: { padding: tokens.spacingHorizontalL } });

interface SentPanelProps {
  readonly api: Api;
  readonly isShown: boolean;
}

type Fetched =
  | { readonly step: 'loading' }
  | { readonly step: 'failed' }
  | { readonly step: 'there'; readonly SentPanel: ComponentType<SentPanelProps> };

/** The Sent tab, fetched when it is first shown. Where that fails the rest of the pane goes on, and it can be tried again. */
export function SentPart(props: SentPanelProps) {
  const styles = useStyles();
  const [fetched, setFetched] = useState<Fetched>({ step: 'loading' });
  const isLoading = fetched.step === 'loading';
  useEffect(() => {
    if (!isLoading) return;
    lazyPage(import('./track/SentPanel.tsx').then((module) => module.SentPanel)).then(
      ({ default: SentPanel }) => setFetched({ step: 'there', SentPanel }),
      () => setFetched({ step: 'failed' }),
    );
  }, [isLoading]);
  switch (fetched.step) {
    case 'loading':
      return (
        <div role="status" className={styles.waiting}>
          <Spinner size="small" labelPosition="after" label={paneTexts.tabs.loading} />
        </div>
      );
    case 'failed':
      return (
        <div role="alert" className={styles.waiting}>
          <Notice tone="error" {...failureText(new CallError('offline'))}>
            <Button onClick={() => setFetched({ step: 'loading' })}>{paneTexts.failed.tryAgain}</Button>
          </Notice>
        </div>
      );
    case 'there':
      return <fetched.SentPanel {...props} />;
  }
}
