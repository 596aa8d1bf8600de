import { Spinner } from '@fluentui/react-components';
import { en } from '../texts/en.ts';
import { usePageStyles } from './use-page-styles.ts';

/** While the message is read from Outlook. */
export function ReadingDraft() {
  const page = usePageStyles();
  return (
    <div className={page.content} role="status">
      <Spinner size="small" labelPosition="after" label={en.reading} />
    </div>
  );
}
