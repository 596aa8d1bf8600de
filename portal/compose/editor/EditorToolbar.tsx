import { ToggleButton, Tooltip, makeStyles, tokens } from '@fluentui/react-components';
import {
  TextBoldRegular,
  TextBulletListLtrRegular,
  TextBulletListRtlRegular,
  TextItalicRegular,
  TextNumberListLtrRegular,
  TextNumberListRtlRegular,
  TextQuoteRegular,
} from '@fluentui/react-icons';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { textDirection } from '../../../screen/catalogue.ts';
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
  { name: 'bold', icon: TextBoldRegular, rtl: TextBoldRegular, keys: 'Control+B' },
  { name: 'italic', icon: TextItalicRegular, rtl: TextItalicRegular, keys: 'Control+I' },
  { name: 'bullets', icon: TextBulletListLtrRegular, rtl: TextBulletListRtlRegular, keys: 'Control+Shift+8' },
  { name: 'numbers', icon: TextNumberListLtrRegular, rtl: TextNumberListRtlRegular, keys: 'Control+Shift+7' },
  { name: 'quote', icon: TextQuoteRegular, rtl: TextQuoteRegular, keys: 'Control+Shift+9' },
] as const;

/** The formatting of what is written: each with its name and its keys. */
export function EditorToolbar({ isDisabled }: { readonly isDisabled: boolean }) {
  const styles = useStyles();
  const [editor] = useLexicalComposerContext();
  const { active, toggle } = useFormatting(editor);
  const words = composeTexts.formatting;
  const isRtl = textDirection() === 'rtl';
  return (
    <div className={styles.bar} role="group" aria-label={words.toolbar}>
      {buttons.map(({ name, keys, ...icons }) => (
        <Tooltip
          key={name}
          relationship="label"
          content={{ children: `${words[name]} (${keys.replace('Control', words.control)})` }}
        >
          <ToggleButton
            className={styles.button}
            appearance="subtle"
            checked={active.has(name)}
            icon={isRtl ? <icons.rtl /> : <icons.icon />}
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
