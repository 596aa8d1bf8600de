import { Button } from '@fluentui/react-components';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { ErrorBar } from '../../../screen/ErrorBar.tsx';
import { isCode } from '../../../screen/is-code.ts';
import { Waiting } from '../../page/Waiting.tsx';
import { useSession } from '../../session/use-session.ts';
import { pageTexts } from '../../texts/page-texts.ts';
import { useLoaded } from '../use-loaded.ts';
import { focusSection } from './focus-section.ts';

interface LoadedSectionProps<Answer> {
  /** Must stay the same from one drawing to the next. */
  readonly load: () => Promise<Answer>;
  readonly children: (answer: Answer, reload: () => void) => ReactNode;
}

/** Shows what a section is about once it has come; waiting and failing are shown here. Where what had the focus is gone after loading again, the
 *  heading of the section has it. */
export function LoadedSection<Answer>({ load, children }: LoadedSectionProps<Answer>) {
  const { end } = useSession();
  const [loaded, again] = useLoaded(load);
  const [isAgain, setIsAgain] = useState(false);
  const reload = useCallback(() => {
    setIsAgain(true);
    again();
  }, [again]);
  const hasEnded = loaded.kind === 'failed' && isCode(loaded.failure, 'not_signed_in');
  useEffect(() => {
    if (hasEnded) end();
  }, [hasEnded, end]);
  useEffect(() => {
    if (isAgain && loaded.kind !== 'loading' && document.activeElement === document.body) focusSection();
  }, [isAgain, loaded]);
  if (loaded.kind === 'loading') return <Waiting />;
  if (loaded.kind === 'loaded') return children(loaded.answer, reload);
  return (
    <ErrorBar failure={loaded.failure}>
      <Button onClick={reload}>{pageTexts.tryAgain}</Button>
    </ErrorBar>
  );
}
