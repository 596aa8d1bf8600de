import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { pageTexts } from '../texts/page-texts.ts';
import { PlainPage } from './PlainPage.tsx';

interface Props {
  /** The address of the page: another one is worth a new try. */
  readonly place: string;
  readonly children: ReactNode;
}

interface State {
  readonly place: string;
  readonly hasFailed: boolean;
}

class Barrier extends Component<Props, State> {
  override state: State = { place: this.props.place, hasFailed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { hasFailed: true };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): State | null {
    return place === state.place ? null : { place, hasFailed: false };
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

/** Shows a way on when a part of the page could not be loaded or broke, instead of an empty window. */
export function CatchFailure({ children }: { readonly children: ReactNode }) {
  const [place] = useLocation();
  return <Barrier place={place}>{children}</Barrier>;
}
