import type { RealParts } from '../real-parts.ts';

/** One numbered card. */
export interface Step {
  readonly title: string;
  readonly text: string;
  /** None where what to try next does not happen in this demo. */
  readonly button?: { readonly label: string; readonly address: string };
}

/** What to try, in order. */
export function stepsFor(real: RealParts): readonly Step[] {
  return [write(real), read(real), getAnswer(real)];
}

/** What runs and where mail goes, a sentence each. */
export function situationOf(organisationName: string, real: RealParts): readonly string[] {
  const forWhom = real.organisation ? `for ${organisationName}` : `for a made-up organisation called ${organisationName}`;
  const isConfigured = real.database || real.relay || real.organisationServer || real.staff;
  if (!isConfigured) return [`Everything runs on this machine, ${forWhom}. No mail leaves it.`];
  return [
    `This runs ${forWhom}, on this machine but for what you configured.`,
    real.relay
      ? 'Mail to the world leaves through your relay: write only to people who may get it.'
      : 'No mail to the world leaves this machine.',
    real.organisationServer
      ? 'Mail to colleagues leaves through your mail server.'
      : 'No mail to colleagues leaves this machine.',
    ...(real.database ? ['Messages lie in your database.'] : []),
  ];
}

function write({ staff }: RealParts): Step {
  if (staff)
    return {
      title: 'You write',
      text: 'Staff sign in as you configured, which the simulated Outlook cannot. Give Outlook the manifest, write a mail there and choose Send Secure.',
      button: { label: 'Open the manifest', address: '/manifest.xml' },
    };
  return {
    title: 'Alex writes',
    text: 'You are Alex Morgan at Harbour Clinic, and a mail with files is ready. Change it as you like, or begin a new draft, and choose Send Secure.',
    button: { label: 'Write a secure message', address: '/demo/outlook' },
  };
}

function read({ relay }: RealParts): Step {
  const title = 'The recipient reads';
  if (relay)
    return {
      title,
      text: 'The mail with the link lies in the mailbox you wrote to. Open it there, create a password, read and answer.',
    };
  return {
    title,
    text: 'You are the recipient, outside the clinic. Open the mail with the link, create a password, read and answer.',
    button: { label: "Open the recipient's mail", address: '/demo/mail?newest=notification' },
  };
}

function getAnswer({ organisationServer, staff }: RealParts): Step {
  const title = staff ? 'You get the answer' : 'Alex gets the answer';
  if (organisationServer) return { title, text: 'The answer lies in the ordinary mailbox of whoever wrote, with its files.' };
  if (staff)
    return {
      title,
      text: 'The answer would lie in your ordinary mailbox; here it is caught, with its files.',
      button: { label: 'Read the reply', address: '/demo/mail' },
    };
  return {
    title,
    text: 'You are Alex again. The answer lies in the ordinary mailbox, with its files.',
    button: { label: 'Read the reply', address: '/demo/mail?mailbox=alex@harbour.example' },
  };
}
