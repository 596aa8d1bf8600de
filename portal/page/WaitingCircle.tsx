import { Spinner } from '@fluentui/react-components';

/** What turns while something is on its way; the words stand beside it. */
export function WaitingCircle() {
  return <Spinner size="small" aria-hidden />;
}
