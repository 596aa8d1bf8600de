import { makeStyles } from '@fluentui/react-components';

/** Text for screen readers only. */
export const useHiddenStyles = makeStyles({
  text: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
});
