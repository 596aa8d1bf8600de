import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { goToSearch } from './go-to-search.ts';
import { findRow, focusRow, focusedRow } from './focus-row.ts';
import type { Mailbox } from './mailbox-context.ts';
import { FULL, messageAddress } from './message-address.ts';
import { areShortcutsOn, switchShortcuts } from './shortcut-switch.ts';

/** Where keys write or belong to something else. */
const TYPING =
  'input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=alertdialog], [role=menu], [role=listbox], [data-writing]';

/** What keys that stand alone do in the mailbox; off while typing, with modifier keys, and for whoever turned them off. */
export function useShortcuts(mailbox: Mailbox) {
  const [isShown, setIsShown] = useState(false);
  const [isOn, setIsOn] = useState(areShortcutsOn);
  const act = useActions(mailbox, () => setIsShown(true));
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isOn || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    const action = act[event.key as keyof typeof act];
    if (!Object.hasOwn(act, event.key)) return;
    event.preventDefault();
    action();
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => press(event);
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return useMemo(
    () => ({
      isShown,
      isOn,
      show: () => setIsShown(true),
      close: () => setIsShown(false),
      turn: (wanted: boolean) => {
        switchShortcuts(wanted);
        setIsOn(wanted);
      },
    }),
    [isShown, isOn],
  );
}

function useActions({ place, entries, openId, isFull, chosenIds, change, undo }: Mailbox, showKeys: () => void) {
  const [, navigate] = useLocation();
  const here = () => (isFull ? openId : (focusedRow() ?? openId));
  const move = (by: 1 | -1) => () => {
    const from = here();
    const at = entries.findIndex(({ deliveryId }) => deliveryId === from);
    const next = entries[at < 0 ? 0 : at + by]?.deliveryId;
    if (next === undefined) return;
    if (isFull) navigate(messageAddress(place, next, true), { replace: true, state: { focus: 'message' } });
    else if (findRow(next)) focusRow(next);
  };
  const targets = () => (chosenIds.size > 0 && !isFull ? [...chosenIds] : [here()].filter((id) => id !== null));
  const reply = (path: 'reply' | 'reply-all') => () => {
    const target = here();
    if (target === null) return;
    const full = isFull ? `?${FULL}` : '';
    navigate(`${messageAddress(place, target)}/${path}${full}`, target === openId ? { state: { isAboveMessage: true } } : {});
  };
  return {
    j: move(1),
    k: move(-1),
    r: reply('reply'),
    a: reply('reply-all'),
    '#': () => change('delete', targets()),
    u: () => change('unread', targets()),
    z: undo,
    '/': goToSearch,
    '?': showKeys,
  };
}
