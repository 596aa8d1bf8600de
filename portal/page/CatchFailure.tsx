import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { pageTexts } from '../texts/page-texts.ts';
import { PlainPage } from './PlainPage.tsx';

interface State {
  readonly hasFailed: boolean;
}

/** Shows a way on when a part of the page could not be loaded or broke, instead of an empty window. */
export class CatchFailure extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <PlainPage heading={pageTexts.broken.heading}>
        <p>{pageTexts.broken.sentence}</p>
        <Button appearance="primary" onClick={() => location.reload()}>
          {pageTexts.broken.reload}
        </Button>
      </PlainPage>
    );
  }
}
