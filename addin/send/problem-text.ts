import type { ErrorText } from '../../screen/texts/screen.en.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import type { Problem } from './find-problems.ts';

/** The words for what is in the way of sending. */
export function problemText(problem: Problem): ErrorText {
  switch (problem.kind) {
    case 'changed_meanwhile':
    case 'warned_anew':
    case 'sender_unknown':
    case 'no_recipients':
    case 'subject_unreadable':
      return paneTexts.problems[problem.kind];
    case 'sender_not_allowed':
    case 'recipient_without_address':
    case 'list_without_address':
    case 'unreadable_file':
      return paneTexts.problems[problem.kind](problem.name);
    default:
      return paneTexts.problems[problem.kind](problem.limit);
  }
}
