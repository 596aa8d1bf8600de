import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDownRegular, SearchRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, type RefObject, type SubmitEvent, Suspense, lazy, useEffect, useRef, useState } from 'react';
import type { SearchCriteria } from '../../../contract/mailbox.ts';
import { lazyPage } from '../../../screen/lazy-page.ts';
import { Waiting } from '../../page/Waiting.tsx';
import { searchTexts } from '../../texts/search-texts.ts';
import { phone } from '../../page/screen-media.ts';
import { SEARCH_ID, SEARCH_OPENER_ID } from '../go-to-search.ts';
import { useStartSearch } from './use-start-search.ts';

const SearchOptions = lazy(() => lazyPage(import('./SearchOptions.tsx').then((module) => module.SearchOptions)));

const useStyles = makeStyles({
  search: {
    position: 'relative',
    flex: '1 1 240px',
    maxWidth: '560px',
    minWidth: 0,
    [phone]: { order: 1, flexBasis: '100%', maxWidth: 'none' },
  },
  closedOnPhone: { [phone]: { display: 'none' } },
  line: {
    display: 'flex',
    alignItems: 'center',
    boxSizing: 'border-box',
    minHeight: '44px',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-within': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  icon: {
    flexShrink: 0,
    marginInline: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase500,
    color: tokens.colorNeutralForeground3,
  },
  input: {
    flexGrow: 1,
    minWidth: 0,
    height: '42px',
    padding: 0,
    border: 'none',
    outlineStyle: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    '::placeholder': { color: tokens.colorNeutralForeground3, opacity: 1 },
    [phone]: { fontSize: tokens.fontSizeBase400 },
  },
  more: { flexShrink: 0, minHeight: '42px', fontWeight: tokens.fontWeightRegular, whiteSpace: 'nowrap' },
  moreLabel: {
    '@media (max-width: 360px)': {
      position: 'absolute',
      width: '1px',
      height: '1px',
      overflow: 'hidden',
      clipPath: 'inset(50%)',
    },
  },
  opener: {
    display: 'none',
    marginInlineStart: 'auto',
    minHeight: '44px',
    minWidth: '44px',
    [phone]: { display: 'inline-flex' },
  },
  panel: {
    position: 'absolute',
    zIndex: 10,
    insetInline: 0,
    insetBlockStart: 'calc(100% + 4px)',
    maxHeight: 'calc(100dvh - 120px)',
    overflowY: 'auto',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalL,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
});

interface SearchBoxProps {
  readonly accountId: string;
  /** What is searched for now; null where no search is shown. */
  readonly criteria: SearchCriteria | null;
}

/** The search at the top of the mailbox: words, and behind *More options...* every other condition. On a phone an icon opens it. */
export function SearchBox({ accountId, criteria }: SearchBoxProps) {
  const styles = useStyles();
  const start = useStartSearch(accountId);
  const [wanted, setWanted] = useState<SearchCriteria>(criteria ?? {});
  const [isBoxOpen, setIsBoxOpen] = useState(criteria !== null);
  const input = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  const options = useOptionsPanel(root);
  // Options that were closed without a search narrow nothing behind their author's back; those of the search that is shown go on doing so.
  const closed = { ...criteria, text: wanted.text };
  const search = () => {
    const given = withoutEmpty(options.isOpen ? wanted : closed);
    if (Object.keys(given).length === 0) return input.current?.focus();
    options.close();
    start(given);
  };
  const toggle = () => {
    setWanted(closed);
    options.toggle();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    search();
  };
  const openBox = () => {
    setIsBoxOpen(!isBoxOpen);
    if (!isBoxOpen) requestAnimationFrame(() => input.current?.focus());
  };
  return (
    <>
      <Button
        id={SEARCH_OPENER_ID}
        className={styles.opener}
        appearance="subtle"
        icon={<SearchRegular />}
        aria-label={searchTexts.open}
        aria-expanded={isBoxOpen}
        onClick={openBox}
      />
      <div
        ref={root}
        role="search"
        className={mergeClasses(styles.search, !isBoxOpen && styles.closedOnPhone)}
        onKeyDown={options.onKeyDown}
      >
        <form className={styles.line} onSubmit={submit}>
          <SearchRegular className={styles.icon} aria-hidden />
          <input
            ref={input}
            id={SEARCH_ID}
            className={styles.input}
            type="search"
            enterKeyHint="search"
            autoComplete="off"
            aria-label={searchTexts.box}
            placeholder={searchTexts.box}
            value={wanted.text ?? ''}
            onChange={(event) => setWanted({ ...wanted, text: event.target.value })}
          />
          <Button
            className={styles.more}
            appearance="transparent"
            icon={<ChevronDownRegular />}
            iconPosition="after"
            aria-expanded={options.isOpen}
            onClick={toggle}
          >
            <span className={styles.moreLabel}>{searchTexts.more}</span>
          </Button>
        </form>
        {options.isOpen ? (
          <div className={styles.panel}>
            <Suspense fallback={<Waiting />}>
              <SearchOptions wanted={wanted} onChange={setWanted} onSearch={search} onClose={options.close} />
            </Suspense>
          </div>
        ) : null}
      </div>
    </>
  );
}

function withoutEmpty(criteria: SearchCriteria): SearchCriteria {
  const given = Object.entries(criteria).filter(([, value]) => value !== undefined && String(value).trim() !== '');
  return Object.fromEntries(given);
}

/** The panel with the options: Escape, a click elsewhere and a search close it; after Escape the focus is where it came from. */
function useOptionsPanel(root: RefObject<HTMLDivElement | null>) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return;
    const closeElsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setIsOpen(false);
    };
    addEventListener('pointerdown', closeElsewhere);
    return () => removeEventListener('pointerdown', closeElsewhere);
  }, [isOpen, root]);
  const close = () => setIsOpen(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    close();
    root.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  };
  return { isOpen, close, onKeyDown, toggle: () => setIsOpen(!isOpen) };
}
