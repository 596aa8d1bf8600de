import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import type { SubmitEvent } from 'react';
import type { SearchCriteria } from '../../../contract/mailbox.ts';
import { dayOf, startOfDay } from '../../../screen/format.ts';
import { searchTexts } from '../../texts/search-texts.ts';
import { phone } from '../../page/screen-media.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    [phone]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { minHeight: '44px', minWidth: 0, width: '100%' },
  checks: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  wide: { gridColumn: '1 / -1' },
  actions: { display: 'flex', justifyContent: 'flex-end', gap: tokens.spacingHorizontalM },
  button: { minHeight: '44px', minWidth: '96px' },
});

const words = ['from', 'to', 'subject', 'body', 'attachmentName'] as const;
const days = ['sentAfter', 'sentBefore'] as const;
const checks = ['hasAttachment', 'isUnread', 'isOlderIncluded'] as const;

interface SearchOptionsProps {
  readonly wanted: SearchCriteria;
  readonly onChange: (wanted: SearchCriteria) => void;
  readonly onSearch: () => void;
  readonly onClose: () => void;
}

/** Every condition of a search; what is left empty does not narrow it. */
export function SearchOptions({ wanted, onChange, onSearch, onClose }: SearchOptionsProps) {
  const styles = useStyles();
  const { fields, bodyHint, sentAfterHint, sentBeforeHint, isOlderIncluded } = searchTexts;
  const set = (name: keyof SearchCriteria, value: string | boolean | undefined) => onChange({ ...wanted, [name]: value });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onSearch();
  };
  return (
    <form className={styles.form} aria-label={searchTexts.options} onSubmit={submit}>
      <div className={styles.fields}>
        {words.map((name) => (
          <Field
            key={name}
            {...(name === 'attachmentName' ? { className: styles.wide } : {})}
            label={fields[name]}
            {...(name === 'body' ? { hint: bodyHint } : {})}
          >
            <Input
              className={styles.input}
              autoComplete="off"
              autoFocus={name === 'from'}
              value={wanted[name] ?? ''}
              onChange={(_event, { value }) => set(name, value)}
            />
          </Field>
        ))}
        {days.map((name) => (
          <Field key={name} label={fields[name]} hint={name === 'sentAfter' ? sentAfterHint : sentBeforeHint}>
            <Input
              className={styles.input}
              type="date"
              value={shownDay(wanted[name])}
              onChange={(_event, { value }) => set(name, startOfDay(value))}
            />
          </Field>
        ))}
      </div>
      <div className={styles.checks}>
        {checks.map((name) => (
          <Checkbox
            key={name}
            label={name === 'isOlderIncluded' ? isOlderIncluded : fields[name]}
            checked={wanted[name] ?? false}
            onChange={(_event, { checked }) => set(name, checked === true ? true : undefined)}
          />
        ))}
      </div>
      <div className={styles.actions}>
        <Button className={styles.button} onClick={onClose}>
          {searchTexts.close}
        </Button>
        <Button className={styles.button} appearance="primary" type="submit">
          {searchTexts.search}
        </Button>
      </div>
    </form>
  );
}

const shownDay = (moment: string | undefined) => (moment === undefined ? '' : dayOf(new Date(moment)));
