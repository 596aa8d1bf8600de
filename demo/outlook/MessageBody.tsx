import { makeStyles, tokens } from '@fluentui/react-components';
import { type ClipboardEvent, type DragEvent, useEffect, useRef } from 'react';
import type { DraftStore } from './draft-store.ts';
import { pastedContent } from './pasted-content.ts';
import { showPictures, withoutPictures } from './show-pictures.ts';

const useStyles = makeStyles({
  body: {
    flexGrow: 1,
    minHeight: '160px',
    padding: tokens.spacingHorizontalL,
    overflow: 'auto',
    outlineStyle: 'none',
    // What is written brings colours of its own, which are meant for paper.
    colorScheme: 'light',
    backgroundColor: '#ffffff',
    color: '#242424',
    fontFamily: 'Aptos, Calibri, sans-serif',
    fontSize: '12pt',
    lineHeight: 'normal',
    '& img': { maxWidth: '100%' },
    '& p': { marginTop: 0 },
  },
});

/** The text being written, with its pictures; pasted HTML stays as it is. */
export function MessageBody({ store }: { readonly store: DraftStore }) {
  const styles = useStyles();
  const editor = useRef<HTMLDivElement>(null);
  const shown = useRef('');
  const keep = () => {
    const element = editor.current;
    if (!element) return;
    shown.current = withoutPictures(element);
    store.change((draft) => ({ ...draft, html: shown.current }));
  };
  useEffect(() => {
    const show = () => {
      const draft = store.read();
      if (!editor.current || draft.html === shown.current) return;
      shown.current = draft.html;
      void showPictures(editor.current, draft);
    };
    show();
    return store.subscribe(show);
  }, [store]);
  const insert = async (content: Promise<DocumentFragment>) => {
    const fragment = await content;
    if (editor.current) insertAtCaret(editor.current, fragment);
    keep();
  };
  const paste = (event: ClipboardEvent) => {
    const content = pastedContent(store, event.clipboardData);
    if (!content) return;
    event.preventDefault();
    void insert(content);
  };
  const drop = (event: DragEvent) => {
    const files = [...event.dataTransfer.files];
    const content =
      files.length > 0 && files.every(({ type }) => type.startsWith('image/')) && pastedContent(store, event.dataTransfer);
    if (!content) return;
    event.preventDefault();
    event.stopPropagation();
    void insert(content);
  };
  return (
    <div
      ref={editor}
      className={styles.body}
      role="textbox"
      aria-multiline
      aria-label="Message body"
      contentEditable
      suppressContentEditableWarning
      onInput={keep}
      onPaste={paste}
      onDrop={drop}
    />
  );
}

function insertAtCaret(editor: HTMLElement, content: DocumentFragment): void {
  const selection = getSelection();
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  if (!range || !editor.contains(range.commonAncestorContainer)) {
    editor.append(content);
    return;
  }
  range.deleteContents();
  range.insertNode(content);
  range.collapse(false);
}
