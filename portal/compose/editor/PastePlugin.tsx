import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $generateNodesFromDOM } from '@lexical/html';
import { $getSelection, COMMAND_PRIORITY_HIGH, PASTE_COMMAND } from 'lexical';
import { useEffect } from 'react';
import { cleanPasted } from './clean-pasted.ts';

interface PastePluginProps {
  /** Files that were pasted, such as a screenshot. */
  readonly onFiles: (files: readonly File[]) => void;
  /** Pictures inside pasted text were left out. */
  readonly onPicturesLeftOut: () => void;
}

/** Takes in what is pasted: cleaned text, and files as attachments. */
export function PastePlugin({ onFiles, onPicturesLeftOut }: PastePluginProps) {
  const [editor] = useLexicalComposerContext();
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const transfer = event instanceof ClipboardEvent ? event.clipboardData : null;
          const isOwn = transfer?.types.includes('application/x-lexical-editor') ?? false;
          if (!transfer || isOwn) return false;
          const html = transfer.getData('text/html');
          const files = [...transfer.files];
          if (html === '' && files.length === 0) return false;
          event.preventDefault();
          if (html === '') {
            onFiles(files);
            return true;
          }
          const { page, pictureCount } = cleanPasted(html);
          const selection = $getSelection();
          if (selection) $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, page), selection);
          if (pictureCount > 0) onPicturesLeftOut();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, onFiles, onPicturesLeftOut],
  );
  return null;
}
