import { parseArgs } from 'node:util';
import { normaliseAddress } from '../contract/address.ts';
import { resetSecondStep } from './account/second-step/reset-second-step.ts';
import { readConfig } from './config.ts';
import { systemClock } from './context.ts';
import { openKeyRing } from './security/keys.ts';
import { connectDatabase, disconnectDatabase } from './store/database.ts';

const USAGE = 'npm run account -- reset-second-step pat@client.example';

/** `npm run account`: helps somebody who is locked out, in the database of the settings. Ends with 1 when there is no such account. */
async function main(): Promise<number> {
  const [command, typed = '', ...rest] = parseArgs({ allowPositionals: true }).positionals;
  const address = normaliseAddress(typed);
  if (command !== 'reset-second-step' || address === null || rest.length > 0) throw new Error(`Usage: ${USAGE}`);
  const config = readConfig();
  await connectDatabase(config.MONGODB_URI);
  try {
    await openKeyRing(config.ROOT_KEY_FILE, systemClock);
    const isDone = await resetSecondStep(address, { clock: systemClock, wakeWorker: () => undefined });
    process.stdout.write(
      isDone
        ? `${address} has no second step and no passkey any more and is signed out everywhere; a mail tells so.\n`
        : `${address} has no account; nothing was done.\n`,
    );
    return isDone ? 0 : 1;
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
