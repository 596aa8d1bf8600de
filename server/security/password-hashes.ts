import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { inTurns } from './in-turns.ts';

/** What one hash costs. */
export interface HashCost {
  /** In KiB. */
  readonly memoryCost: number;
  readonly timeCost: number;
}

/** How passwords are kept: argon2id over the NFKC form, as a PHC string. */
export interface PasswordHashes {
  /** The hash to keep of a password. */
  hash(password: string): Promise<string>;
  /** Whether a password is the one behind `kept`. The work is the same for a hash of today's cost, for one of the former and for none, so that the
   *  time tells nothing. @throws throttled while too many are being compared */
  verify(kept: string | null, password: string): Promise<boolean>;
  /** Whether a hash costs what new ones do. */
  isCurrent(kept: string): boolean;
}

const ARGON2ID = { algorithm: 2, parallelism: 1 } as const;

/** RFC 9106, section 4, second recommended option: 64 MiB and three passes. One lane instead of four: more hashes run side by side then, and the
 *  processors are as busy. */
const RECOMMENDED: HashCost = { memoryCost: 65_536, timeCost: 3 };

/** What a hash cost before: accounts keep such ones until their owners next sign in. */
const FORMER: HashCost = { memoryCost: 19_456, timeCost: 2 };

const NO_PASSWORD = 'no account has this password';

/** As many wait about ten seconds: whoever comes then had better come again. */
const MOST_COMPARED = 64;

/** Makes and compares password hashes of this cost. They run on the threads that files and ciphers need as well: as many at once as there are
 *  processors, and never all four threads, so that mailboxes stay quick while many people sign in. */
export function createPasswordHashes(cost: HashCost = RECOMMENDED, former: HashCost = FORMER): PasswordHashes {
  const inTurn = inTurns(Math.min(availableParallelism(), 3));
  const admit = inTurns(MOST_COMPARED, 0);
  const make = (password: string, { memoryCost, timeCost } = cost) =>
    inTurn(() => hash(password.normalize('NFKC'), { ...ARGON2ID, memoryCost, timeCost }));
  // Made at the start, so that the first wrong guess takes as long as the others.
  const standIns = Promise.all([make(NO_PASSWORD), make(NO_PASSWORD, former)]);
  const begin = `$argon2id$v=19$m=${cost.memoryCost},t=${cost.timeCost},p=1$`;
  const isCurrent = (kept: string) => kept.startsWith(begin);
  const compare = async (kept: string | null, typed: string) => {
    const password = typed.normalize('NFKC');
    const [current, older] = await standIns;
    const isOlder = kept !== null && !isCurrent(kept);
    const ofCurrent = await verify(isOlder ? current : (kept ?? current), password);
    const ofOlder = await verify(isOlder ? kept : older, password);
    return kept !== null && (isOlder ? ofOlder : ofCurrent);
  };
  return {
    hash: (password) => make(password),
    isCurrent,
    verify: (kept, password) => admit(() => inTurn(() => compare(kept, password))),
  };
}
