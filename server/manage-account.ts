import { parseArgs } from 'node:util';
import { normaliseAddress } from '../contract/address.ts';
import { resetSecondStep } from './account/second-step/reset-second-step.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm run account -- reset-second-step pat@client.example';

/** `npm run account`: helps somebody who is locked out, in the database of the settings. Ends with 1 when there is no such account. */
runCommand(readAddress, async (address, { clock }) => {
  const isDone = await resetSecondStep(address, { clock, wakeWorker: () => undefined });
  process.stdout.write(
    isDone
      ? `${address} has no second step and no passkey any more and is signed out everywhere; a mail tells so.\n`
      : `${address} has no account; nothing was done.\n`,
  );
  return isDone ? 0 : 1;
});

function readAddress(): string {
  const [command, typed = '', ...rest] = parseArgs({ allowPositionals: true }).positionals;
  const address = normaliseAddress(typed);
  if (command !== 'reset-second-step' || address === null || rest.length > 0) throw new Error(`Usage: ${USAGE}`);
  return address;
}
