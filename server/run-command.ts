import { readConfig } from './config.ts';
import { type Context, systemClock } from './context.ts';
import { openKeyRing } from './security/keys.ts';
import { connectDatabase, disconnectDatabase } from './store/database.ts';

/** What a command works with: the settings, the clock and the keys of the database. */
export type CommandContext = Pick<Context, 'config' | 'clock' | 'keys'>;

/** Runs a command in the database of the settings and ends the process with the code it answers. What `read` makes of the arguments is asked
 *  before anything is opened; a failure is told in its own words, and the code is 1. */
export function runCommand<Asked>(read: () => Asked, work: (asked: Asked, context: CommandContext) => Promise<number>): void {
  inDatabase(read, work).then(
    (exitCode) => {
      process.exitCode = exitCode;
    },
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exitCode = 1;
    },
  );
}

async function inDatabase<Asked>(
  read: () => Asked,
  work: (asked: Asked, context: CommandContext) => Promise<number>,
): Promise<number> {
  const asked = read();
  const config = readConfig();
  await connectDatabase(config.MONGODB_URI);
  try {
    return await work(asked, { config, clock: systemClock, keys: await openKeyRing(config.ROOT_KEY_FILE, systemClock) });
  } finally {
    await disconnectDatabase();
  }
}
