import {
  Button,
  Field,
  Input,
  Popover,
  PopoverSurface,
  PopoverTrigger,
  Tooltip,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { LinkRegular } from '@fluentui/react-icons';
import { $createLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $createTextNode,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { useEffect, useState } from 'react';
import { composeTexts } from '../../texts/compose-texts.ts';
import { completeAddress } from './safe-address.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, width: 'min(320px, 80vw)' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

interface LinkButtonProps {
  readonly editor: LexicalEditor;
  /** Whether the cursor stands in a link. */
  readonly isActive: boolean;
  readonly isDisabled: boolean;
  readonly className: string;
}

/** Makes what is selected a link, or takes the link away. */
export function LinkButton({ editor, isActive, isDisabled, className }: LinkButtonProps) {
  const styles = useStyles();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  useKeys(editor, () => setIsOpen(true));
  const words = composeTexts.formatting;
  const close = () => {
    setIsOpen(false);
    setTyped('');
    setIsWrong(false);
    editor.focus();
  };
  const set = () => {
    const address = completeAddress(typed);
    if (address === null) return setIsWrong(true);
    setLink(editor, address, typed.trim());
    close();
  };
  return (
    <Popover open={isOpen} onOpenChange={(_event, { open }) => (open ? setIsOpen(true) : close())} trapFocus>
      <PopoverTrigger disableButtonEnhancement>
        <Tooltip relationship="label" content={`${words.link} (${words.control}+K)`}>
          <Button
            className={className}
            appearance="subtle"
            icon={<LinkRegular />}
            aria-label={words.link}
            aria-keyshortcuts="Control+K"
            disabled={isDisabled}
          />
        </Tooltip>
      </PopoverTrigger>
      <PopoverSurface aria-label={words.link}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation();
            set();
          }}
        >
          <Field label={words.linkAddress} {...(isWrong ? { validationMessage: words.linkWrong } : {})}>
            <Input value={typed} inputMode="url" autoComplete="off" onChange={(_event, { value }) => setTyped(value)} />
          </Field>
          <div className={styles.buttons}>
            <Button appearance="primary" type="submit">
              {words.linkSet}
            </Button>
            {isActive ? (
              <Button
                onClick={() => {
                  editor.dispatchCommand(TOGGLE_LINK_COMMAND, null);
                  close();
                }}
              >
                {words.linkRemove}
              </Button>
            ) : null}
            <Button onClick={close}>{words.cancel}</Button>
          </div>
        </form>
      </PopoverSurface>
    </Popover>
  );
}

/** Where nothing is selected the address itself becomes the text, at the end where the text was never clicked. */
function setLink(editor: LexicalEditor, address: string, typed: string): void {
  editor.update(() => {
    const selection = $getSelection() ?? $getRoot().selectEnd();
    if (!$isRangeSelection(selection)) return;
    if (!selection.isCollapsed()) return void editor.dispatchCommand(TOGGLE_LINK_COMMAND, address);
    selection.insertNodes([$createLinkNode(address).append($createTextNode(typed))]);
  });
}

function useKeys(editor: LexicalEditor, open: () => void): void {
  useEffect(
    () =>
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'k') return false;
          event.preventDefault();
          open();
          return true;
        },
        COMMAND_PRIORITY_NORMAL,
      ),
    [editor, open],
  );
}
