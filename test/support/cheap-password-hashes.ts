import { createPasswordHashes, type PasswordHashes } from '../../server/security/password-hashes.ts';

/** Password hashes for tests: at the cost that a server has they would take most of the tests' time. */
export function cheapPasswordHashes(): PasswordHashes {
  return createPasswordHashes({ memoryCost: 64, timeCost: 1 }, { memoryCost: 32, timeCost: 1 });
}
