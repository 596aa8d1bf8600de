import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Notice } from '../Notice.tsx';
import { sentTexts } from '../texts/sent-texts.ts';
import { sentFailureText } from './sent-failure-text.ts';
import type { SentListState } from './sent-flow.ts';
import { SentLine } from './SentLine.tsx';
import type { useSentList } from './use-sent-list.ts';
import { useSigningIn } from './use-signing-in.ts';
import { Waiting } from './Waiting.tsx';

const useStyles = makeStyles({
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
  note: { paddingInline: tokens.spacingHorizontalL, paddingBlock: tokens.spacingVerticalM },
  below: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} 0`,
  },
  empty: { padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`, textAlign: 'center' },
  sentence: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  nextStep: { margin: `${tokens.spacingVerticalXS} 0 0`, color: tokens.colorNeutralForeground2 },
  until: { margin: 0, color: tokens.colorNeutralForeground2 },
});

interface SentListProps {
  readonly list: ReturnType<typeof useSentList>;
  readonly onOpen: (messageId: string) => void;
}

/** What was sent or found, newest first. */
export function SentList({ list, onOpen }: SentListProps) {
  const styles = useStyles();
  const { state, text } = list;
  switch (state.step) {
    case 'loading':
      return (
        <div className={styles.note}>
          <Waiting label={sentTexts.loading} />
        </div>
      );
    case 'failed':
      return (
        <div role="alert" className={styles.note}>
          <Notice tone="error" {...sentFailureText(state.failure)}>
            <Button onClick={() => list.search(text)}>{sentTexts.tryAgain}</Button>
          </Notice>
        </div>
      );
    case 'shown':
      return (
        <>
          {state.entries.length === 0 ? <Nothing text={text} /> : <Lines state={state} text={text} onOpen={onOpen} />}
          <Below state={state} onMore={list.more} />
        </>
      );
  }
}

type Shown = Extract<SentListState, { step: 'shown' }>;

function Lines({
  state,
  text,
  onOpen,
}: {
  readonly state: Shown;
  readonly text: string;
  readonly onOpen: SentListProps['onOpen'];
}) {
  const styles = useStyles();
  return (
    <ul className={styles.lines} aria-label={text === '' ? sentTexts.list.label : sentTexts.list.found}>
      {state.entries.map((entry) => (
        <SentLine key={entry.messageId} entry={entry} onOpen={onOpen} />
      ))}
    </ul>
  );
}

function Nothing({ text }: { readonly text: string }) {
  const styles = useStyles();
  const { nothingSent, nothingSentNext, nothingFound, nothingFoundNext } = sentTexts.list;
  return (
    <div role="status" className={styles.empty}>
      <p className={styles.sentence}>{text === '' ? nothingSent : nothingFound(text)}</p>
      <p className={styles.nextStep}>{text === '' ? nothingSentNext : nothingFoundNext}</p>
    </div>
  );
}

/** The way to older ones, as long as there are any. */
function Below({ state, onMore }: { readonly state: Shown; readonly onMore: () => void }) {
  const styles = useStyles();
  const isSigningIn = useSigningIn();
  const { nextCursor, searchedUntil, isMoreComing, moreFailure } = state;
  if (nextCursor === null) return null;
  return (
    <div className={styles.below}>
      {searchedUntil === null ? null : <p className={styles.until}>{sentTexts.list.searchedUntil(searchedUntil)}</p>}
      {moreFailure === null ? null : (
        <div role="alert">
          <Notice tone="error" {...sentFailureText(moreFailure)} />
        </div>
      )}
      {isMoreComing && isSigningIn ? <Waiting /> : null}
      <Button disabledFocusable={isMoreComing} onClick={onMore}>
        {isMoreComing ? sentTexts.list.moreComing : sentTexts.list.more}
      </Button>
    </div>
  );
}
