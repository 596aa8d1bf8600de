import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startDatabase } from '../../demo/database/start-database.ts';
import { readConfig } from '../../server/config.ts';
import { type Context, systemClock } from '../../server/context.ts';
import { createMailTransports } from '../../server/mail/transports.ts';
import { openKeyRing } from '../../server/security/keys.ts';
import { createPasswordHashes } from '../../server/security/password-hashes.ts';
import { createRootKeyFile } from '../../server/security/root-key-file.ts';
import { createStaffIdentity } from '../../server/security/staff-identity.ts';
import { connectDatabase, disconnectDatabase } from '../../server/store/database.ts';
import { startTestIdentityProvider, type TestIdentityProvider } from '../../test/support/identity-provider.ts';
import { productSettings } from './product-settings.ts';
import { findFreePort, type ServerProcess, startServerProcess } from './server-process.ts';

/** What all workloads stand on: one database engine, an identity provider, and the product's parts in this process to prepare and check data. */
export interface Stage {
  readonly context: Context;
  readonly identity: TestIdentityProvider;
  readonly publicOrigin: string;
  /** Starts the product's server, as `npm run serve` does, on the database of the stage, with other settings if given. */
  startProduct(changes?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Starts the floor's server on a database of its own in the same engine. */
  startFloor(): Promise<ServerProcess>;
  /** The address of the floor's database. */
  readonly floorUri: string;
  close(): Promise<void>;
}

/** Starts engine and identity provider in a temporary folder; `profileFolder` makes every product server leave a CPU profile there. */
export async function openStage(profileFolder: string | null): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'sealpost-bench-'));
  const database = await startDatabase({ folder: join(folder, 'database'), configuredUri: process.env['MONGODB_URI'] });
  const identity = await startTestIdentityProvider();
  const rootKeyFile = join(folder, 'root.key');
  await createRootKeyFile(rootKeyFile);
  const uri = named(database.uri, 'bench-product');
  const floorUri = named(database.uri, 'bench-floor');
  const settings = productSettings({ databaseUri: uri, rootKeyFile, identity: identity.settings });
  await connectDatabase(uri);
  const context = await openContext(settings, identity);
  return {
    context,
    identity,
    floorUri,
    publicOrigin: context.config.PUBLIC_ORIGIN,
    startProduct: async (changes = {}) => {
      const port = await findFreePort();
      const nodeOptions = profileFolder === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profileFolder}`];
      const environment = { ...settings, ...changes, PORT: String(port) };
      return startServerProcess({ script: 'server/index.ts', port, environment, readyPath: '/readyz', nodeOptions });
    },
    startFloor: async () => {
      const port = await findFreePort();
      const { authority, tenantIds, audience } = identity.settings;
      const issuer = `${authority}/${tenantIds[0]}/v2.0`;
      const environment = { PORT: String(port), DATABASE_URI: floorUri, ISSUER: issuer, AUDIENCE: audience };
      return startServerProcess({ script: 'bench/floor/floor-server.ts', port, environment, readyPath: '/ready' });
    },
    close: async () => {
      await disconnectDatabase();
      await identity.stop();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function named(uri: string, name: string): string {
  const address = new URL(uri);
  address.pathname = `/${name}`;
  return address.href;
}

async function openContext(settings: Record<string, string>, identity: TestIdentityProvider): Promise<Context> {
  const config = readConfig(settings);
  const log = pino({ level: 'silent' });
  return {
    config,
    clock: systemClock,
    log,
    keys: await openKeyRing(config.ROOT_KEY_FILE, systemClock),
    passwordHashes: createPasswordHashes(),
    transports: createMailTransports(config),
    staffIdentity: createStaffIdentity(identity.settings, systemClock, log),
    wakeWorker: () => undefined,
  };
}
