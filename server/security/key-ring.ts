import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { type KeyDocument, insertCurrentKeyIfNone, listKeys } from '../store/keys.ts';
import { randomId } from './random-id.ts';
import { RootKeyError } from './root-key-file.ts';
import { keyBytes } from './seal-format.ts';
import { type SealBinding, sealBytes, SealBrokenError, unsealBytes } from './seal.ts';

const firstKeysTries = 50;
const firstKeysPauseMs = 100;

/** The keys as they stood at one reading. */
export interface KeyRing {
  /** Seals. */
  readonly currentId: string;
  /** Opens: every ring key that is not destroyed. */
  readonly ringKeys: ReadonlyMap<string, Buffer>;
  readonly destroyedIds: ReadonlySet<string>;
  readonly hashKey: Buffer;
}

/** What reads the ring from the database. The first reading on an empty database makes the first keys; servers that start together agree on them.
 *  @throws RootKeyError when the root key does not open a key of the ring */
export function createRingReader(rootKey: Buffer, rootKeyFile: string): (now: Date) => Promise<KeyRing> {
  // What was opened once stays open: a new root key may have wrapped it again meanwhile.
  const opened = new Map<string, Buffer>();
  return async (now) => {
    for (let tries = 0; tries < firstKeysTries; tries += 1) {
      const keys = await listKeys();
      openNewKeys(keys, opened, (binding, wrapped) => openKey(rootKey, rootKeyFile, binding, wrapped));
      const ring = toRing(keys, opened);
      if (ring) return ring;
      const isFirst = await insertMissingKeys(keys, rootKey, now);
      // Another server's key can be there before a majority has it.
      if (!isFirst) await wait(firstKeysPauseMs);
    }
    throw new Error('The key ring has no current keys, and none could be stored');
  };
}

function toRing(keys: readonly KeyDocument[], opened: ReadonlyMap<string, Buffer>): KeyRing | null {
  const usable = keys.filter(({ state }) => state !== 'destroyed');
  const currentId = usable.find(({ kind, state }) => kind === 'ring' && state === 'current')?._id;
  const hashKeyId = usable.find(({ kind, state }) => kind === 'hash' && state === 'current')?._id;
  const hashKey = hashKeyId && opened.get(hashKeyId);
  if (!currentId || !hashKey) return null;
  const ringKeys = usable.flatMap(({ _id, kind }) => {
    const key = kind === 'ring' && opened.get(_id);
    return key ? [[_id, key] as const] : [];
  });
  const destroyedIds = keys.filter(({ state }) => state === 'destroyed').map(({ _id }) => _id);
  return { currentId, hashKey, ringKeys: new Map(ringKeys), destroyedIds: new Set(destroyedIds) };
}

function openNewKeys(
  keys: readonly KeyDocument[],
  opened: Map<string, Buffer>,
  open: (binding: SealBinding, wrapped: Buffer) => Buffer,
): void {
  for (const { _id, kind, state, wrapped } of keys) {
    if (state === 'destroyed') opened.delete(_id);
    else if (!opened.has(_id)) opened.set(_id, open({ kind: `${kind}-key`, id: _id }, wrapped ?? Buffer.alloc(0)));
  }
}

function openKey(rootKey: Buffer, rootKeyFile: string, binding: SealBinding, wrapped: Buffer): Buffer {
  try {
    return unsealBytes(rootKey, binding, wrapped);
  } catch (cause) {
    if (!(cause instanceof SealBrokenError)) throw cause;
    throw new RootKeyError(`The root key in ${rootKeyFile} does not open the keys in this database: it belongs to another one`, {
      cause,
    });
  }
}

/** Stores the current keys that are missing; whether each of them is ours. */
async function insertMissingKeys(keys: readonly KeyDocument[], rootKey: Buffer, now: Date): Promise<boolean> {
  const kinds = (['ring', 'hash'] as const).filter((kind) => !keys.some((key) => key.kind === kind && key.state === 'current'));
  const inserted = await Promise.all(
    kinds.map((kind) => {
      const id = randomId();
      const wrapped = sealBytes(rootKey, { kind: `${kind}-key`, id }, randomBytes(keyBytes));
      return insertCurrentKeyIfNone({ _id: id, kind, wrapped, createdAt: now });
    }),
  );
  return inserted.every(Boolean);
}
