import type { readSession } from '../../contract/account.ts';
import { defaultSettings } from '../../contract/settings.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import type { Context } from '../context.ts';
import type { AccountDocument } from '../store/accounts.ts';
import type { SessionDocument } from '../store/sessions.ts';
import { findSecondSteps, kindsOf } from './second-step/find-second-steps.ts';
import { describeSettings } from './settings/describe-settings.ts';

type Described = Pick<SessionDocument, 'state' | 'accountId' | 'idleEndsAt' | 'absoluteEndsAt'>;

/** A session as its owner is told of it, with the settings that pages need at once, once it is open. */
export async function describeSession(
  { state, accountId, idleEndsAt, absoluteEndsAt }: Described,
  owner: AccountDocument,
  { config, keys }: Context,
): Promise<OutputOf<typeof readSession>> {
  const isAwaited = state === 'second-step';
  return {
    state,
    accountId,
    address: owner.address,
    idleEndsAt: idleEndsAt.toISOString(),
    absoluteEndsAt: absoluteEndsAt.toISOString(),
    secondStepKinds: isAwaited ? kindsOf(await findSecondSteps(accountId, config)) : [],
    // A password alone opens nothing that stands sealed.
    settings: state === 'open' ? await describeSettings(owner, keys) : defaultSettings,
  };
}
