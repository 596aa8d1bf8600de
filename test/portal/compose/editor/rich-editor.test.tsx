import { expect, jest, test } from '@jest/globals';
import { act, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { RichEditor } from '../../../../portal/compose/editor/RichEditor.tsx';
import { AppProvider } from '../../../../screen/AppProvider.tsx';

// Fluent UI alone takes seconds to load on a busy machine.
jest.setTimeout(60_000);

/** An editor in which nothing was clicked yet. */
function showEditor(html = '') {
  const written = jest.fn<(html: string) => void>();
  render(
    <AppProvider colour="#0f766e">
      <RichEditor
        label="Your message"
        html={html}
        isDisabled={false}
        hasFocus={false}
        problem={null}
        onChange={written}
        onFiles={() => undefined}
        onPicturesLeftOut={() => undefined}
      />
    </AppProvider>,
  );
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  const user = userEvent.setup();
  return { user, press, written };
}

/** Writes where the cursor stands, if it stands anywhere; jsdom has no typing there. */
async function type(text: string): Promise<void> {
  const field = screen.getByRole('textbox', { name: 'Your message' });
  const { __lexicalEditor: editor } = field as HTMLElement & { __lexicalEditor?: LexicalEditor };
  await act(() => new Promise<void>((onUpdate) => editor?.update(() => insert(text), { discrete: true, onUpdate })));
}

function insert(text: string): void {
  const selection = $getSelection();
  if (text !== '\n') selection?.insertText(text);
  else if ($isRangeSelection(selection)) selection.insertParagraph();
}

test.each([
  ['Bold', '<p><b><strong>word</strong></b></p>'],
  ['Italic', '<p><i><em>word</em></i></p>'],
  ['Bulleted list', '<ul><li>word</li></ul>'],
  ['Numbered list', '<ol><li>word</li></ol>'],
  ['Quote', '<blockquote>word</blockquote>'],
])('%s that is pressed before the text was clicked holds for what is typed then', async (name, html) => {
  const { press, written } = showEditor();
  await press(name);
  expect(screen.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'true');
  await type('word');
  expect(written).toHaveBeenLastCalledWith(html);
});

test('a list and a quote go when they are pressed once more', async () => {
  const { press, written } = showEditor();
  for (const name of ['Bulleted list', 'Quote']) {
    await press(name);
    await press(name);
    expect(screen.getByRole('button', { name })).toHaveAttribute('aria-pressed', 'false');
  }
  await type('word');
  expect(written).toHaveBeenLastCalledWith('<p>word</p>');
});

test('the button of a list ends it on a new line below it, and the items stay', async () => {
  const { press, written } = showEditor();
  await press('Bulleted list');
  await type('bread');
  await type('\n');
  await press('Bulleted list');
  await type('word');
  expect(written).toHaveBeenLastCalledWith('<ul><li>bread</li></ul><p>word</p>');
});

test('an address that is given before the text was clicked becomes a link at its end, and can be taken away', async () => {
  const { user, press, written } = showEditor();
  await press('Link');
  await user.type(screen.getByLabelText('Web or e-mail address'), 'not an address');
  await press('Set link');
  expect(screen.getByText('Please type an address such as www.example.org.')).toBeVisible();
  await user.clear(screen.getByLabelText('Web or e-mail address'));
  await user.type(screen.getByLabelText('Web or e-mail address'), 'www.example.org');
  await press('Set link');
  expect(written).toHaveBeenLastCalledWith('<p><a href="https://www.example.org">www.example.org</a></p>');
  await press('Link');
  await press('Remove link');
  expect(written).toHaveBeenLastCalledWith('<p>www.example.org</p>');
});
