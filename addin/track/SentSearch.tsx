import { Button, SearchBox, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons';
import { type SubmitEvent, useState } from 'react';
import { sentTexts } from '../texts/sent-texts.ts';

const useStyles = makeStyles({
  search: {
    flexShrink: 0,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
  },
  box: { flexGrow: 1, minWidth: 0, maxWidth: 'none' },
  button: { flexShrink: 0 },
});

/** The search in what was sent: Enter or the button searches, an emptied box shows everything again. */
export function SentSearch({ onSearch }: { readonly onSearch: (text: string) => void }) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const [searched, setSearched] = useState('');
  const search = (wanted: string) => {
    if (wanted === searched) return;
    setSearched(wanted);
    onSearch(wanted);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    search(text.trim());
  };
  return (
    <form role="search" className={styles.search} onSubmit={submit}>
      <SearchBox
        className={styles.box}
        contentBefore={null}
        aria-label={sentTexts.search.label}
        placeholder={sentTexts.search.hint}
        value={text}
        onChange={(_event, { value }) => {
          setText(value);
          if (value.trim() === '') search('');
        }}
        dismiss={{ 'aria-label': sentTexts.search.clear }}
      />
      <Button type="submit" className={styles.button} icon={<SearchRegular />} aria-label={sentTexts.search.start} />
    </form>
  );
}
