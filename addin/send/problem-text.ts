import type { ErrorText } from '../../screen/texts/en.ts';
import { en } from '../texts/en.ts';
import type { Problem } from './find-problems.ts';

/** The words for what is in the way of sending. */
export function problemText(problem: Problem): ErrorText {
  switch (problem.kind) {
    case 'no_recipients':
    case 'subject_unreadable':
      return en.problems[problem.kind];
    case 'recipient_without_address':
    case 'unreadable_file':
      return en.problems[problem.kind](problem.name);
    default:
      return en.problems[problem.kind](problem.limit);
  }
}
