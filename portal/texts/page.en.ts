/** English. What stands on every page of the portal, and on pages that belong to no job. Words that a patient's relative understands; no jargon. */
export const en = {
  waiting: 'One moment …',
  tryAgain: 'Try again',
  unreachable: 'We cannot reach the server',
  toSignIn: 'Go to sign in',
  footer: {
    genuine: 'Is this mail genuine?',
    login: 'Login issues?',
    contact: 'Contact',
    accessibility: 'Accessibility',
    questions: (contact: string) => `Questions? ${contact}`,
    poweredBy: (version: string) => `Powered by Sealpost ${version}`,
  },
  broken: {
    heading: 'This page did not load completely',
    sentence: 'Nothing is lost. Please load the page again.',
    reload: 'Load again',
  },
  notFound: {
    heading: 'There is nothing here',
    sentence: 'The address may have been cut off. Please use the link in your mail, or go to your messages.',
    toMessages: 'Go to my messages',
  },
  leaving: {
    heading: 'This link leads to another website',
    sentence: 'Do you know this address and trust it?',
    go: (host: string) => `Go to ${host}`,
    whole: 'The whole address',
    broken: 'This link does not lead to a website. You can close this page.',
  },
};
