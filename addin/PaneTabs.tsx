import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useRef } from 'react';
import { textDirection } from '../screen/catalogue.ts';
import { paneTexts } from './texts/pane-texts.ts';

const tabs = ['send', 'sent'] as const;
export type PaneTab = (typeof tabs)[number];

const useStyles = makeStyles({
  tabs: {
    flexShrink: 0,
    display: 'flex',
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  tab: {
    position: 'relative',
    minHeight: '44px',
    paddingInline: tokens.spacingHorizontalM,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-4px' },
  },
  chosen: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    '::after': {
      content: '""',
      position: 'absolute',
      insetInline: tokens.spacingHorizontalM,
      insetBlockEnd: 0,
      height: tokens.strokeWidthThicker,
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandStroke,
      '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    },
  },
});

interface PaneTabsProps {
  readonly chosen: PaneTab;
  readonly onChoose: (tab: PaneTab) => void;
}

/** The ids by which a tab and its panel know each other. */
export const tabIds = (tab: PaneTab) => ({ tab: `tab-${tab}`, panel: `panel-${tab}` });

/** The tabs of the pane; arrows, Home and End move between them (ARIA Authoring Practices, "Tabs"). */
export function PaneTabs({ chosen, onChoose }: PaneTabsProps) {
  const styles = useStyles();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const next = tabAfter(chosen, event.key);
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#${tabIds(next).tab}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={paneTexts.tabs.label} className={styles.tabs} onKeyDown={move}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={tabIds(tab).tab}
          aria-selected={tab === chosen}
          aria-controls={tabIds(tab).panel}
          tabIndex={tab === chosen ? 0 : -1}
          className={mergeClasses(styles.tab, tab === chosen && styles.chosen)}
          onClick={() => onChoose(tab)}
        >
          {paneTexts.tabs[tab]}
        </button>
      ))}
    </div>
  );
}

function tabAfter(chosen: PaneTab, key: string): PaneTab | undefined {
  const forwards = textDirection() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backwards = textDirection() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const at = tabs.indexOf(chosen);
  const places: Record<string, number> = { [forwards]: at + 1, [backwards]: at - 1, Home: 0, End: -1 };
  const place = places[key];
  return place === undefined ? undefined : tabs.at(place % tabs.length);
}
