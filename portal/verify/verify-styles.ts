import { makeStyles, tokens } from '@fluentui/react-components';

/** Touch targets of 44 px, texts that wrap wherever they must. */
export const useVerifyStyles = makeStyles({
  words: { margin: 0, overflowWrap: 'anywhere' },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  input: { minHeight: '44px', minWidth: 0, fontVariantNumeric: 'tabular-nums' },
  button: { alignSelf: 'end', minHeight: '44px', minWidth: '120px' },
  answer: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    margin: `${tokens.spacingVerticalS} 0 0`,
    paddingInlineStart: tokens.spacingHorizontalXL,
  },
  link: { display: 'inline-flex', alignItems: 'center', alignSelf: 'start', minHeight: '44px' },
});
