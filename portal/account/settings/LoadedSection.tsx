import { Button } from '@fluentui/react-components';
import { type ReactNode, useEffect } from 'react';
import { ErrorBar } from '../../../screen/ErrorBar.tsx';
import { isCode } from '../../../screen/is-code.ts';
import { Waiting } from '../../page/Waiting.tsx';
import { useSession } from '../../session/use-session.ts';
import { pageTexts } from '../../texts/page-texts.ts';
import { useLoaded } from '../use-loaded.ts';

interface LoadedSectionProps<Answer> {
  /** Must stay the same from one drawing to the next. */
  readonly load: () => Promise<Answer>;
  readonly children: (answer: Answer, reload: () => void) => ReactNode;
}

/** Shows what a section is about once it has come; waiting and failing are shown here. */
export function LoadedSection<Answer>({ load, children }: LoadedSectionProps<Answer>) {
  const { end } = useSession();
  const [loaded, reload] = useLoaded(load);
  const hasEnded = loaded.kind === 'failed' && isCode(loaded.failure, 'not_signed_in');
  useEffect(() => {
    if (hasEnded) end();
  }, [hasEnded, end]);
  if (loaded.kind === 'loading') return <Waiting />;
  if (loaded.kind === 'loaded') return children(loaded.answer, reload);
  return (
    <ErrorBar failure={loaded.failure}>
      <Button onClick={reload}>{pageTexts.tryAgain}</Button>
    </ErrorBar>
  );
}
