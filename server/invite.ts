import { parseArgs } from 'node:util';
import { type Invitation, inviteRecipient } from './account/invite-recipient.ts';
import { readConfig } from './config.ts';
import { systemClock } from './context.ts';
import { openKeyRing } from './security/keys.ts';
import { connectDatabase, disconnectDatabase } from './store/database.ts';

const USAGE = 'npm run invite -- pat@client.example [sam@client.example ...] [--name "Pat Doe"]';

const SAYINGS: Readonly<Record<Invitation['outcome'], string>> = {
  invited: 'is invited; the running server sends the mail.',
  'mail-under-way': 'was invited within the last day; nothing was done.',
  'has-password': 'has an account and a password already; nothing was done.',
  'is-colleague': 'belongs to the organisation, whose people need no account; nothing was done.',
  'no-address': 'is no e-mail address; nothing was done.',
};

/** `npm run invite`: gives addresses an account without a message, in the database of the settings. Ends with 1 when an address was refused. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({ options: { name: { type: 'string', default: '' } }, allowPositionals: true });
  if (positionals.length === 0 || (positionals.length > 1 && values.name !== '')) throw new Error(`Usage: ${USAGE}`);
  const config = readConfig();
  await connectDatabase(config.MONGODB_URI);
  try {
    const context = { config, clock: systemClock, keys: await openKeyRing(config.ROOT_KEY_FILE, systemClock) };
    const outcomes: Invitation['outcome'][] = [];
    for (const address of positionals) {
      const invitation = await inviteRecipient({ address, name: values.name }, context);
      process.stdout.write(`${invitation.address} ${SAYINGS[invitation.outcome]}\n`);
      outcomes.push(invitation.outcome);
    }
    return outcomes.some((outcome) => outcome === 'no-address' || outcome === 'is-colleague') ? 1 : 0;
  } finally {
    await disconnectDatabase();
  }
}

main().then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
