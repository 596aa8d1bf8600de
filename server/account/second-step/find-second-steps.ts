import { limits } from '../../../contract/limits.ts';
import type { Config } from '../../config.ts';
import { listPasskeysOf, type PasskeyDocument } from '../../store/passkeys.ts';
import { findSecondStep, type SecondStepDocument } from '../../store/second-steps.ts';

/** What an account can give behind its password. */
export interface SecondSteps {
  /** Whether a password alone is not enough. */
  readonly isOn: boolean;
  readonly app: SecondStepDocument['app'];
  readonly passkeys: readonly PasskeyDocument[];
  readonly recoveryCodesLeft: number;
}

/** What an account can give behind its password. An authenticator app is always asked for; a passkey is a way in of its own, and is asked for
 *  behind the password only where the organisation requires a second step. */
export async function findSecondSteps(accountId: string, { SECOND_STEP }: Config): Promise<SecondSteps> {
  const [known, passkeys] = await Promise.all([findSecondStep(accountId), listPasskeysOf(accountId, limits.passkeys)]);
  const app = known?.app ?? null;
  return {
    isOn: app !== null || (SECOND_STEP === 'required' && passkeys.length > 0),
    app,
    passkeys,
    recoveryCodesLeft: known?.recoveryCodes.length ?? 0,
  };
}

/** The same as `isOn`, with the fewest questions to the database. */
export async function isSecondStepOn(accountId: string, { SECOND_STEP }: Config): Promise<boolean> {
  const isPasskeyEnough = SECOND_STEP === 'required';
  const [known, passkeys] = await Promise.all([findSecondStep(accountId), isPasskeyEnough ? listPasskeysOf(accountId, 1) : []]);
  return (known?.app ?? null) !== null || passkeys.length > 0;
}

/** The kinds of second step that can be given now, the usual one first. */
export function kindsOf({ app, passkeys, recoveryCodesLeft }: SecondSteps): ('app' | 'passkey' | 'recovery-code')[] {
  return [
    ...(app ? (['app'] as const) : []),
    ...(passkeys.length > 0 ? (['passkey'] as const) : []),
    ...(recoveryCodesLeft > 0 ? (['recovery-code'] as const) : []),
  ];
}
