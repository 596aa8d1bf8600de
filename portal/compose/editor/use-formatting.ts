import { $isLinkNode } from '@lexical/link';
import {
  $handleListInsertParagraph,
  $isListNode,
  $removeList,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  ListNode,
} from '@lexical/list';
import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useCallback, useEffect, useState } from 'react';

export type Formatting = 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote';

const keys: Readonly<Record<string, Formatting>> = { Digit8: 'bullets', Digit7: 'numbers', Digit9: 'quote' };

/** What holds where the cursor stands, and the ways to change it, keys included; bold and italic have theirs from the editor. */
export function useFormatting(editor: LexicalEditor) {
  const [active, setActive] = useState<ReadonlySet<Formatting | 'link'>>(new Set());
  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setActive(editorState.read(() => readActive(), { editor }))),
    [editor],
  );
  const toggle = useCallback(
    (name: Formatting) => {
      // The cursor stands nowhere before the text was first clicked.
      editor.focus();
      const isOn = editor.getEditorState().read(() => readActive().has(name), { editor });
      change(editor, name, isOn);
    },
    [editor],
  );
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          const name = (event.ctrlKey || event.metaKey) && event.shiftKey ? keys[event.code] : undefined;
          if (!name) return false;
          event.preventDefault();
          toggle(name);
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor, toggle],
  );
  return { active, toggle };
}

function change(editor: LexicalEditor, name: Formatting, isOn: boolean): void {
  switch (name) {
    case 'bold':
    case 'italic':
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, name);
      return;
    case 'bullets':
      if (isOn) leaveList(editor);
      else editor.dispatchCommand(INSERT_UNORDERED_LIST_COMMAND, undefined);
      return;
    case 'numbers':
      if (isOn) leaveList(editor);
      else editor.dispatchCommand(INSERT_ORDERED_LIST_COMMAND, undefined);
      return;
    case 'quote':
      editor.update(() =>
        $setBlocksType<ElementNode>($getSelection(), () => (isOn ? $createParagraphNode() : $createQuoteNode())),
      );
  }
}

/** On a new line below its last item that ends the list; anywhere else it takes the list away. */
function leaveList(editor: LexicalEditor): void {
  editor.update(() => {
    if (!$handleListInsertParagraph()) $removeList();
  });
}

function readActive(): ReadonlySet<Formatting | 'link'> {
  const active = new Set<Formatting | 'link'>();
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return active;
  if (selection.hasFormat('bold')) active.add('bold');
  if (selection.hasFormat('italic')) active.add('italic');
  const node = selection.anchor.getNode();
  const list = $getNearestNodeOfType(node, ListNode);
  if ($isListNode(list)) active.add(list.getListType() === 'number' ? 'numbers' : 'bullets');
  if ($findMatchingParent(node, $isQuoteNode)) active.add('quote');
  if ($findMatchingParent(node, $isLinkNode)) active.add('link');
  return active;
}
