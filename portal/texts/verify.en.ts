/** English. Checking a verification code. Words that a patient's relative understands; no jargon. */
export const en = {
  heading: 'Is this mail genuine?',
  sentence: (organisation: string) =>
    `A mail from ${organisation} about a secure message holds a verification code. Type it here, and we tell you whether we sent that mail.`,
  code: 'Verification code',
  example: 'Such as K7Q4-M2XD',
  missing: 'Please type the code from the mail.',
  check: 'Check',
  checking: 'Checking …',
  genuine: (sender: string, day: string) => `Genuine: ${sender} sent it on ${day}.`,
  genuineNext: 'Does this agree with your mail? Then you can open its link.',
  unknown: 'We do not know this code',
  unknownNext: 'Please compare it with the mail and try again. If it is still unknown, do not open any link of that mail:',
  unknownSteps: (origin: string) => [
    `Type ${origin} into the address bar of your browser and sign in there. A genuine message is in your mailbox.`,
    'Ask the sender by telephone, with a number that you know already.',
    'Tell us about the mail.',
  ],
  more: 'How else to tell a genuine mail',
};
