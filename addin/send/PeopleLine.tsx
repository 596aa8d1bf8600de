import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowUpRightRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { DraftRecipient } from '../outlook/read-draft.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import { usePlainButtonStyles } from './use-plain-button-styles.ts';

/** Of more people than these only the first are shown at first: everything else stays in reach. */
const MOST_SHOWN_WHOLE = 10;
const SHOWN_AT_FIRST = 5;

const useStyles = makeStyles({
  label: { color: tokens.colorNeutralForeground2 },
  people: { margin: 0, padding: 0, listStyleType: 'none', minWidth: 0 },
  many: { display: 'flex', flexDirection: 'column', marginBottom: tokens.spacingVerticalXS },
  person: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold },
  address: { color: tokens.colorNeutralForeground2 },
  outside: { flexShrink: 0, marginTop: '2px', fontSize: tokens.fontSizeBase400, color: tokens.colorBrandForeground1 },
});

interface PeopleLineProps {
  readonly label: string;
  readonly people: readonly DraftRecipient[];
  readonly isInside: (address: string) => boolean;
}

/** One kind of recipients; of many how many they are, and the first few until somebody wants to see all. A term and its description in a list
 *  of those. */
export function PeopleLine({ label, people, isInside }: PeopleLineProps) {
  const styles = useStyles();
  const plain = usePlainButtonStyles();
  const [isWhole, setWhole] = useState(false);
  const isMany = people.length > MOST_SHOWN_WHOLE;
  const shown = isWhole || !isMany ? people : people.slice(0, SHOWN_AT_FIRST);
  return (
    <>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.people}>
        {people.length === 0 ? paneTexts.draft.nobody : null}
        {isMany ? (
          <div className={styles.many}>
            <span>{paneTexts.draft.many(people.length, people.filter(({ address }) => !isInside(address)).length)}</span>
            <button type="button" className={plain.button} aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
              {isWhole ? paneTexts.draft.fewer(SHOWN_AT_FIRST) : paneTexts.draft.everybody(people.length)}
            </button>
          </div>
        ) : null}
        {shown.map((person, index) => (
          <Recipient key={index} person={person} isInside={isInside(person.address)} />
        ))}
      </dd>
    </>
  );
}

function Recipient({ person: { name, address }, isInside }: { person: DraftRecipient; isInside: boolean }) {
  const styles = useStyles();
  const isNamed = name !== '' && name !== address;
  return (
    <div className={styles.person}>
      <span className={styles.words}>
        {isNamed ? <span className={styles.name}>{name} </span> : null}
        <span className={isNamed ? styles.address : styles.name}>{address}</span>
      </span>
      {isInside ? null : (
        <ArrowUpRightRegular
          className={styles.outside}
          title={paneTexts.draft.outside}
          aria-label={paneTexts.draft.outside}
          role="img"
        />
      )}
    </div>
  );
}
