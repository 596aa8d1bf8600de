import { ToggleButton, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import {
  TextBoldRegular,
  TextBulletListLtrRegular,
  TextItalicRegular,
  TextNumberListLtrRegular,
  TextQuoteRegular,
} from '@fluentui/react-icons';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { composeTexts } from '../../texts/compose-texts.ts';
import { LinkButton } from './LinkButton.tsx';
import { useFormatting } from './use-formatting.ts';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    padding: tokens.spacingHorizontalXXS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  button: { minWidth: '40px', minHeight: '40px' },
});

const buttons = [
  { name: 'bold', icon: TextBoldRegular, keys: 'Control+B' },
  { name: 'italic', icon: TextItalicRegular, keys: 'Control+I' },
  { name: 'bullets', icon: TextBulletListLtrRegular, keys: 'Control+Shift+8' },
  { name: 'numbers', icon: TextNumberListLtrRegular, keys: 'Control+Shift+7' },
  { name: 'quote', icon: TextQuoteRegular, keys: 'Control+Shift+9' },
] as const;

/** The formatting of what is written: each with its name and its keys. */
export function EditorToolbar({ isDisabled }: { readonly isDisabled: boolean }) {
  const styles = useStyles();
  const [editor] = useLexicalComposerContext();
  const { active, toggle } = useFormatting(editor);
  const words = composeTexts.formatting;
  return (
    <div className={styles.bar} role="group" aria-label={words.toolbar}>
      {buttons.map(({ name, icon: Icon, keys }) => (
        <Tooltip
          key={name}
          relationship="label"
          content={{ children: `${words[name]} (${keys.replace('Control', words.control)})` }}
        >
          <ToggleButton
            className={styles.button}
            appearance="subtle"
            checked={active.has(name)}
            icon={<Icon />}
            aria-label={words[name]}
            aria-keyshortcuts={keys}
            disabled={isDisabled}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => toggle(name)}
          />
        </Tooltip>
      ))}
      <LinkButton editor={editor} isActive={active.has('link')} isDisabled={isDisabled} className={styles.button} />
    </div>
  );
}
