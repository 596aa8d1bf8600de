import { Field, makeStyles, tokens } from '@fluentui/react-components';
import { $generateHtmlFromNodes, $generateNodesFromDOM } from '@lexical/html';
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { OnChangePlugin } from '@lexical/react/LexicalOnChangePlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { HeadingNode, QuoteNode } from '@lexical/rich-text';
import { $createParagraphNode, $getRoot, $insertNodes, type LexicalEditor } from 'lexical';
import { useEffect, useId } from 'react';
import { EditorToolbar } from './EditorToolbar.tsx';
import { PastePlugin } from './PastePlugin.tsx';
import { exportedHtml } from './export-html.ts';
import { isSafeAddress } from './safe-address.ts';
import { useEditorTheme } from './use-editor-theme.ts';

const useStyles = makeStyles({
  frame: {
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-within': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  text: {
    minHeight: '200px',
    maxHeight: '60dvh',
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    outlineStyle: 'none',
    overflowWrap: 'anywhere',
    lineHeight: tokens.lineHeightBase300,
  },
});

interface RichEditorProps {
  readonly label: string;
  /** What stands in it at the start; later changes of it are not taken over. */
  readonly html: string;
  readonly isDisabled: boolean;
  readonly hasFocus: boolean;
  readonly problem: string | null;
  readonly onChange: (html: string) => void;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onPicturesLeftOut: () => void;
}

/** Where a message is written, with its formatting. */
export function RichEditor({ label, html, isDisabled, hasFocus, problem, onChange, ...paste }: RichEditorProps) {
  const styles = useStyles();
  const theme = useEditorTheme();
  const labelId = useId();
  const start = {
    namespace: 'message',
    theme,
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode],
    editorState: (editor: LexicalEditor) => fill(editor, html),
    onError: (error: Error) => {
      throw error;
    },
  };
  return (
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its plugins are enough here, and the version is pinned
    <LexicalComposer initialConfig={start}>
      <Field label={{ children: label, id: labelId }} {...(problem === null ? {} : { validationMessage: problem })}>
        {() => (
          <div className={styles.frame}>
            <EditorToolbar isDisabled={isDisabled} />
            <RichTextPlugin
              contentEditable={
                <ContentEditable
                  className={styles.text}
                  aria-labelledby={labelId}
                  aria-multiline="true"
                  aria-disabled={isDisabled}
                />
              }
              ErrorBoundary={LexicalErrorBoundary}
            />
          </div>
        )}
      </Field>
      <HistoryPlugin />
      <ListPlugin />
      <LinkPlugin validateUrl={isSafeAddress} />
      <PastePlugin {...paste} />
      <OnChangePlugin
        ignoreSelectionChange
        onChange={(state, editor) => onChange(state.read(() => exportedHtml($generateHtmlFromNodes(editor, null)), { editor }))}
      />
      <Editable isDisabled={isDisabled} hasFocus={hasFocus} />
    </LexicalComposer>
  );
}

function fill(editor: LexicalEditor, html: string): void {
  const root = $getRoot().clear();
  if (html === '') return void root.append($createParagraphNode());
  const page = new DOMParser().parseFromString(html, 'text/html');
  root.select();
  $insertNodes($generateNodesFromDOM(editor, page));
  $getRoot().selectStart();
}

function Editable({ isDisabled, hasFocus }: Pick<RichEditorProps, 'isDisabled' | 'hasFocus'>) {
  const [editor] = useLexicalComposerContext();
  useEffect(() => editor.setEditable(!isDisabled), [editor, isDisabled]);
  useEffect(() => {
    if (hasFocus) editor.focus(undefined, { defaultSelection: 'rootStart' });
  }, [editor, hasFocus]);
  return null;
}
