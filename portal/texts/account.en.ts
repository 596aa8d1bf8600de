/** English. The way in: enrolling, signing in, passwords. Words that a patient's relative understands; no jargon. */
export const en = {
  address: 'E-mail address',
  addressWrong: 'Please type an e-mail address such as name@example.com.',
  signIn: {
    heading: 'Sign in',
    next: 'Next',
    password: 'Password',
    logIn: 'Log in',
    loggingIn: 'Logging in …',
    signingInAs: 'Signing in as',
    otherAddress: 'Use another address',
    forgot: 'Forgot your password?',
    ended: 'You are no longer signed in. Sign in to go on where you were.',
    passwordSet: 'Your password is set. Please sign in with it.',
    messageFor: (shortAddress: string) => `There is a message for ${shortAddress}. Please sign in to read it.`,
    firstTime: (shortAddress: string) =>
      `There is a message for ${shortAddress}. Please sign in with the temporary password that we mailed to this address.`,
    remember: 'Remember my e-mail address',
    rememberWhere: 'On this device only. Not on a computer that others use.',
  },
  show: 'Show',
  hide: 'Hide',
  wait: {
    tryAgainIn: (wait: string) => `Try again in ${wait}`,
    over: 'You can try again now.',
  },
  menu: { button: 'Account', settings: 'Settings', everywhere: 'Sign out everywhere', logOut: 'Log out' },
};
