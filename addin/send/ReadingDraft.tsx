import { Spinner } from '@fluentui/react-components';
import { paneTexts } from '../texts/pane-texts.ts';
import { usePageStyles } from '../use-page-styles.ts';

/** While the message is read from Outlook. */
export function ReadingDraft() {
  const page = usePageStyles();
  return (
    <div className={page.content} role="status">
      <Spinner size="small" labelPosition="after" label={paneTexts.reading} />
    </div>
  );
}
