import type { SearchCriteria } from '../../../contract/mailbox.ts';
import { formatDay } from '../../../screen/format.ts';
import { searchTexts } from '../../texts/search-texts.ts';

const asTyped = ['text', 'from', 'to', 'subject', 'body', 'attachmentName'] as const;
const moments = ['sentAfter', 'sentBefore'] as const;
const marks = ['hasAttachment', 'isUnread'] as const;

/** What is searched for, a line for each condition. */
export function describeCriteria(criteria: SearchCriteria): readonly string[] {
  const { fields, criterion } = searchTexts;
  return [
    ...asTyped.flatMap((name) =>
      criteria[name] ? [name === 'text' ? criteria[name] : criterion(fields[name], criteria[name])] : [],
    ),
    ...marks.flatMap((name) => (criteria[name] ? [fields[name]] : [])),
    ...moments.flatMap((name) => (criteria[name] ? [criterion(fields[name], formatDay(criteria[name]))] : [])),
    ...(criteria.isOlderIncluded ? [searchTexts.isOlderIncluded] : []),
  ];
}
