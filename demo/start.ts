import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { givenSettings, readConfig, SettingsError } from '../server/config.ts';
import { createRootKeyFile } from '../server/security/root-key-file.ts';
import { startServer } from '../server/start.ts';
import { banner } from './banner.ts';
import { startDatabase } from './database/start-database.ts';
import { demoRouter } from './demo-router.ts';
import { demoSettings } from './demo-settings.ts';
import { startMailCatcher } from './mail/start-mail-catcher.ts';
import { realParts } from './real-parts.ts';
import { tellSettings } from './running-settings.ts';

/** A demo shows every mail and asks for no password, so nobody but this machine may reach it. */
const LOOPBACK = '127.0.0.1';

/** `npm start`: the whole product on one origin; each real part that is not configured is replaced by an embedded one. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { folder: { type: 'string', default: '.sealpost' } } });
  const folder = path.resolve(values.folder);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const given = givenSettings();
  const database = await startDatabase({ folder: path.join(folder, 'database'), configuredUri: given['MONGODB_URI'] });
  const real = realParts(given);
  const catcher = await startMailCatcher({
    folder: path.join(folder, 'mail'),
    port: 0,
    isEveryMailCaught: !real.relay && !real.organisationServer,
  });
  const settings = demoSettings(given, {
    databaseUri: database.uri,
    mailPort: catcher.port,
    rootKeyFile: await rootKeyIn(folder),
  });
  const config = readConfig(settings);
  const log = pino(
    { level: config.LOG_LEVEL, base: null },
    pino.destination({ dest: path.join(folder, 'server.log'), sync: false }),
  );
  const router = demoRouter(config, { real, catcher: catcher.router, keyFolder: path.join(folder, 'identity') });
  const server = await startServer(config, log, { router, host: LOOPBACK });
  if (server.bouncePort !== null) catcher.sendReportsTo(server.bouncePort);
  const forgetSettings = await tellSettings(folder, settings);
  process.stdout.write(banner(config, { real, database: database.description, folder }));

  let isStopping = false;
  const stop = async (exitCode: number) => {
    if (isStopping) return;
    isStopping = true;
    await forgetSettings();
    await server.stop();
    await catcher.close();
    await database.stop();
    process.exit(exitCode);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
  void database.ended.then(() => {
    if (!isStopping) process.stderr.write('The database has ended, so Sealpost ends too. Start it again with: npm start\n');
    return stop(1);
  });
}

async function rootKeyIn(folder: string): Promise<string> {
  const file = path.join(folder, 'root.key');
  const isThere = await stat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) await createRootKeyFile(file);
  return file;
}

function explain(error: unknown): string {
  if (error instanceof SettingsError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'The port is in use by another program. Choose one with: PORT=3001 npm start';
  return error instanceof Error ? error.message : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`Sealpost cannot start: ${explain(error)}\n`);
  process.exit(1);
});
