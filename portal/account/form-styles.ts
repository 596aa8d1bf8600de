import { makeStyles, tokens } from '@fluentui/react-components';

/** Touch targets of 44 px (WCAG 2.2, 2.5.5), the one next thing at the end of the line. */
export const useFormStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  input: { minHeight: '44px', minWidth: 0 },
  choice: { height: '44px', minWidth: 0, textOverflow: 'ellipsis' },
  show: { minWidth: '56px', minHeight: '40px', paddingInline: tokens.spacingHorizontalS, fontWeight: tokens.fontWeightRegular },
  button: { minHeight: '44px', minWidth: '120px' },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalL,
    '& > :last-child': { marginInlineStart: 'auto' },
  },
  link: { display: 'inline-flex', alignItems: 'center', minHeight: '44px' },
  words: { margin: 0, overflowWrap: 'anywhere' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});
