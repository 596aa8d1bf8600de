import { act } from '@testing-library/react';
import { $getRoot, type LexicalEditor } from 'lexical';

/** Writes at the end of a rich text field; jsdom has no typing there. */
export async function writeRich(field: HTMLElement, text: string): Promise<void> {
  const { __lexicalEditor: editor } = field as HTMLElement & { __lexicalEditor?: LexicalEditor };
  if (!editor) throw new Error('no editor in this field');
  await act(
    () =>
      new Promise<void>((resolve) => {
        editor.update(() => $getRoot().selectEnd().insertText(text), { onUpdate: resolve });
      }),
  );
}
