import { makeStyles, tokens } from '@fluentui/react-components';

/** A button that looks like a link, to see more of something. */
export const usePlainButtonStyles = makeStyles({
  button: {
    alignSelf: 'flex-start',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    backgroundColor: 'transparent',
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    color: tokens.colorBrandForegroundLink,
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    // Where the system has its own few colours, a link is known by its own.
    '@media (forced-colors: active)': { color: 'LinkText', textDecorationLine: 'underline' },
  },
});
