import { makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import type { DraftStore } from './draft-store.ts';
import type { OutlookProfile } from './outlook-profile.ts';
import { parsePeople } from './parse-people.ts';
import type { FieldName, PeopleField, Person, SimulatedDraft } from './simulated-draft.ts';
import { useLineStyles } from './use-line-styles.ts';

const useStyles = makeStyles({
  person: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    minHeight: '24px',
    padding: `0 ${tokens.spacingHorizontalXS} 0 ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
  },
  remove: {
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: 'transparent',
    color: 'inherit',
    cursor: 'pointer',
  },
});

interface RecipientFieldProps {
  readonly label: string;
  readonly field: FieldName;
  readonly store: DraftStore;
  readonly draft: SimulatedDraft;
  readonly profile: OutlookProfile;
}

/** A line of recipients; what was typed is resolved when the field is left, as Outlook does. */
export function RecipientField({ label, field, store, draft, profile }: RecipientFieldProps) {
  const lines = useLineStyles();
  const id = useId();
  const { people, typed } = draft[field];
  const change = (update: (line: PeopleField) => PeopleField) => store.change((now) => ({ ...now, [field]: update(now[field]) }));
  const resolve = () => {
    if (!profile.resolvesRecipients) return;
    change((line) => {
      const parsed = parsePeople(line.typed);
      return { people: [...line.people, ...parsed.people], typed: parsed.typed };
    });
  };
  return (
    <div className={lines.line}>
      <label className={lines.label} htmlFor={id}>
        {label}
      </label>
      {people.map((person, index) => (
        <ResolvedPerson
          key={index}
          person={person}
          onRemove={() => change((line) => ({ ...line, people: line.people.filter((other) => other !== person) }))}
        />
      ))}
      <input
        id={id}
        className={lines.input}
        value={typed}
        autoComplete="off"
        onChange={({ target }) => change((line) => ({ ...line, typed: target.value }))}
        onBlur={resolve}
        onKeyDown={({ key }) => key === 'Enter' && resolve()}
      />
    </div>
  );
}

function ResolvedPerson({ person: { name, address }, onRemove }: { person: Person; onRemove: () => void }) {
  const styles = useStyles();
  return (
    <span className={styles.person} title={address}>
      {name}
      <button type="button" className={styles.remove} aria-label={`Remove ${name}`} onClick={onRemove}>
        <DismissRegular aria-hidden />
      </button>
    </span>
  );
}
