import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular, PersonAddRegular } from '@fluentui/react-icons';
import { type KeyboardEvent, useRef, useState } from 'react';
import { limits } from '../../contract/limits.ts';
import { useSettings } from '../page/settings-context.ts';
import { composeTexts } from '../texts/compose-texts.ts';
import { offerAddresses } from './offer-addresses.ts';

const useStyles = makeStyles({
  field: { minWidth: 0 },
  tags: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: 0,
    listStyleType: 'none',
  },
  tag: {
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    paddingInlineStart: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  address: { minWidth: 0, overflowWrap: 'anywhere' },
  remove: { flexShrink: 0, minWidth: '44px', minHeight: '44px' },
  input: { width: '100%', minHeight: '44px' },
  offers: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    margin: 0,
    padding: tokens.spacingHorizontalXS,
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    boxShadow: tokens.shadow8,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  offer: { minHeight: '44px', textAlign: 'start', overflowWrap: 'anywhere' },
});

interface RecipientFieldProps {
  readonly to: readonly string[];
  readonly isDisabled: boolean;
  /** Why *Send* refused. */
  readonly problem: 'nobody' | 'unchosen' | null;
  /** What was typed, left unchosen and removed. */
  readonly unchosen: string | null;
  readonly onUnchosen: (typed: string | null) => void;
  readonly onChange: (to: readonly string[]) => void;
}

/** Whom a new message goes to. What is typed is offered as an address of the organisation and must be chosen; what was not is removed with a notice. */
export function RecipientField({ to, isDisabled, problem, unchosen, onUnchosen, onChange }: RecipientFieldProps) {
  const styles = useStyles();
  const { organisation, organisationDomains } = useSettings();
  const [typed, setTyped] = useState('');
  const [notice, setNotice] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const words = composeTexts.recipients;
  const { offers, isOutside } = offerAddresses(typed, organisationDomains);
  const open = offers.filter((offer) => !to.includes(offer));
  const outside = isOutside ? words.outside(organisation.name) : null;
  const impossible = typed.trim() !== '' && offers.length === 0 ? words.impossible(organisation.name) : null;
  const add = (address: string) => {
    if (to.length >= limits.recipients) return setNotice(words.tooMany(limits.recipients));
    onChange([...to, address]);
    setTyped('');
    setNotice(null);
    onUnchosen(null);
    box.current?.querySelector('input')?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = open;
    if (event.key === 'Enter' || event.key === ',' || event.key === ';') {
      event.preventDefault();
      if (first !== undefined) add(first);
    }
    if (event.key === 'Backspace' && typed === '' && to.length > 0) onChange(to.slice(0, -1));
  };
  const leave = (next: EventTarget | null) => {
    // Where the whole window is left, the field keeps the focus.
    const isStillIn = [next, document.activeElement].some((place) => place instanceof Node && box.current?.contains(place));
    if (isStillIn || typed.trim() === '') return;
    onUnchosen(typed.trim());
    setTyped('');
  };
  const left = unchosen === null ? null : leftOut(unchosen, problem === 'unchosen', organisation.name, organisationDomains);
  const message = outside ?? impossible ?? notice ?? left ?? (problem === 'nobody' ? words.nobody : null);
  const isError = outside !== null || problem !== null;
  return (
    <div ref={box} className={styles.field} onBlur={({ relatedTarget }) => leave(relatedTarget)}>
      <Field
        label={words.to}
        {...(message === null ? {} : { validationMessage: message, validationState: isError ? 'error' : 'warning' })}
        hint={words.hint(organisation.name)}
      >
        <Input
          className={styles.input}
          type="text"
          inputMode="email"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          disabled={isDisabled}
          onKeyDown={onKeyDown}
          onChange={(_event, { value }) => {
            setTyped(value);
            setNotice(null);
            onUnchosen(null);
          }}
        />
      </Field>
      {to.length > 0 ? (
        <ul className={styles.tags} aria-label={words.chosen}>
          {to.map((address) => (
            <li key={address} className={styles.tag}>
              <span className={styles.address}>{address}</span>
              <Button
                className={styles.remove}
                appearance="transparent"
                icon={<DismissRegular />}
                aria-label={words.remove(address)}
                disabled={isDisabled}
                onClick={() => onChange(to.filter((other) => other !== address))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {open.length > 0 ? (
        <ul className={styles.offers} aria-label={words.offers}>
          {open.map((offer) => (
            <li key={offer}>
              <Button
                className={styles.offer}
                appearance="subtle"
                icon={<PersonAddRegular />}
                // Where a click gives a button no focus (Safari), leaving the field would take the offers away before it.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => add(offer)}
              >
                {words.add(offer)}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** What is said of a text that was typed and removed; `isHeld`: *Send* waits for an answer to it. */
function leftOut(typed: string, isHeld: boolean, organisation: string, domains: readonly string[]): string {
  const words = composeTexts.recipients;
  if (offerAddresses(typed, domains).isOutside)
    return isHeld ? words.outsideHeld(typed, organisation) : words.outsideDiscarded(typed, organisation);
  return isHeld ? words.unchosen(typed) : words.discarded(typed);
}
