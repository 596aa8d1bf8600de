import { parseArgs } from 'node:util';
import { type Invitation, inviteRecipient } from './account/invite-recipient.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm run invite -- pat@client.example [sam@client.example ...] [--name "Pat Doe"]';

const SAYINGS: Readonly<Record<Invitation['outcome'], string>> = {
  invited: 'is invited; the running server sends the mail.',
  'mail-under-way': 'was invited within the last day; nothing was done.',
  'has-password': 'has an account and a password already; nothing was done.',
  'is-colleague': 'belongs to the organisation, whose people need no account; nothing was done.',
  'no-address': 'is no e-mail address; nothing was done.',
};

/** `npm run invite`: gives addresses an account without a message, in the database of the settings. Ends with 1 when an address was refused. */
runCommand(readArguments, async ({ addresses, name }, context) => {
  const outcomes: Invitation['outcome'][] = [];
  for (const address of addresses) {
    const invitation = await inviteRecipient({ address, name }, context);
    process.stdout.write(`${invitation.address} ${SAYINGS[invitation.outcome]}\n`);
    outcomes.push(invitation.outcome);
  }
  return outcomes.some((outcome) => outcome === 'no-address' || outcome === 'is-colleague') ? 1 : 0;
});

function readArguments() {
  const { values, positionals } = parseArgs({ options: { name: { type: 'string', default: '' } }, allowPositionals: true });
  if (positionals.length === 0 || (positionals.length > 1 && values.name !== '')) throw new Error(`Usage: ${USAGE}`);
  return { addresses: positionals, name: values.name };
}
