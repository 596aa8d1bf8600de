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
  /** Whether a password is the one behind `kept`. Where there is no hash the same work is done on another one, so that the time tells nothing. */
  verify(kept: string | null, password: string): Promise<boolean>;
  /** Whether a hash costs what new ones do. */
  isCurrent(kept: string): boolean;
}

const ARGON2ID = { algorithm: 2, parallelism: 1 } as const;

/** RFC 9106, section 4, second recommended option: 64 MiB and three passes. One lane instead of four: more hashes run side by side then, and the
 *  processors are as busy. */
const RECOMMENDED: HashCost = { memoryCost: 65_536, timeCost: 3 };

/** Makes and compares password hashes of this cost. They run on the threads that files and ciphers need as well: as many at once as there are
 *  processors, and never all four threads, so that mailboxes stay quick while many people sign in. */
export function createPasswordHashes({ memoryCost, timeCost }: HashCost = RECOMMENDED): PasswordHashes {
  const inTurn = inTurns(Math.min(availableParallelism(), 3));
  const begin = `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=1$`;
  const make = (password: string) => inTurn(() => hash(password.normalize('NFKC'), { ...ARGON2ID, memoryCost, timeCost }));
  const compare = (kept: string, password: string) => inTurn(() => verify(kept, password.normalize('NFKC')));
  // Made at the start, so that the first wrong guess takes as long as the others.
  const standIn = make('no account has this password');
  const isCurrent = (kept: string) => kept.startsWith(begin);
  return {
    hash: make,
    isCurrent,
    async verify(kept, password) {
      if (kept !== null && isCurrent(kept)) return compare(kept, password);
      const [isRight] = await Promise.all([kept !== null && compare(kept, password), compare(await standIn, password)]);
      return isRight;
    },
  };
}
