import { pino } from 'pino';
import { readConfig, SettingsError } from './config.ts';
import { startServer } from './start.ts';

/** Starts the server for production: `npm run serve`. Every setting that is missing or wrong is told at once; then nothing starts. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = pino({ level: config.LOG_LEVEL, base: null });
  const server = await startServer(config, log);
  const stop = () => {
    log.info('stopping');
    server.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError || error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
