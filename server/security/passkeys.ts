import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server';
import { limits } from '../../contract/limits.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import type { AccountDocument } from '../store/accounts.ts';
import { isDatabaseAway } from '../store/database.ts';
import { insertQuestion, type PasskeyPurpose, takeIfAsked } from '../store/passkey-questions.ts';
import { findByCredential, type PasskeyDocument, useIfCounterRises } from '../store/passkeys.ts';

type Needs = Pick<Context, 'config' | 'clock' | 'keys'>;

/** Who asks, and what for: the answer counts for no other. */
export interface Asker {
  readonly purpose: PasskeyPurpose;
  /** Public id of the session that asks; empty where there is none yet. */
  readonly askedBy: string;
}

/** How a passkey answers, as the contract has it. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** How a new passkey presents itself, as the contract has it. */
export interface NewPasskey {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: string[];
}

const relyingParty = (origin: string) => new URL(origin).hostname;
const TIMEOUT_MS = limits.passkeyQuestionMinutes * 60_000;

/** Asks for an answer of a passkey: of one of `allowed`, or of any that knows this site. */
export async function askPasskey(asker: Asker, allowed: readonly PasskeyDocument[], { config, ...rest }: Needs) {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(config.PUBLIC_ORIGIN),
    userVerification: 'required',
    timeout: TIMEOUT_MS,
    allowCredentials: allowed.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
  });
  await keepQuestion(options.challenge, asker, rest);
  return options;
}

/** Asks for a new passkey that finds its owner by itself and makes sure that it is them. */
export async function askForNewPasskey(
  asker: Asker,
  owner: AccountDocument,
  known: readonly PasskeyDocument[],
  { config, ...rest }: Needs,
) {
  const options = await generateRegistrationOptions({
    rpID: relyingParty(config.PUBLIC_ORIGIN),
    rpName: config.ORGANISATION_NAME,
    userID: Uint8Array.from(Buffer.from(owner._id, 'utf8')),
    userName: owner.address,
    userDisplayName: owner.address,
    attestationType: 'none',
    timeout: TIMEOUT_MS,
    authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
  });
  await keepQuestion(options.challenge, asker, rest);
  return options;
}

/** The passkey (of this account, if one is named) behind a right answer, its use recorded. Each question is answered once.
 *  @throws passkey_wrong for everything else */
export async function provePasskey(
  { id, clientDataJSON, authenticatorData, signature }: PasskeyAnswer,
  asker: Asker & { readonly accountId?: string },
  { config, ...rest }: Needs,
): Promise<PasskeyDocument> {
  const passkey = await findByCredential(id);
  if (!passkey || (asker.accountId ?? passkey.accountId) !== passkey.accountId) throw new AppError('passkey_wrong');
  const verified = await verifyAuthenticationResponse({
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON, authenticatorData, signature },
    },
    expectedChallenge: (challenge) => takeQuestion(challenge, asker, rest),
    expectedOrigin: config.PUBLIC_ORIGIN,
    expectedRPID: relyingParty(config.PUBLIC_ORIGIN),
    requireUserVerification: true,
    credential: { id, publicKey: Uint8Array.from(passkey.publicKey), counter: passkey.counter },
  }).catch(refuse);
  const isUsed =
    verified.verified && (await useIfCounterRises(passkey._id, verified.authenticationInfo.newCounter, rest.clock.now()));
  if (!isUsed) throw new AppError('passkey_wrong');
  return passkey;
}

/** What is to be kept of a new passkey that answers rightly. @throws passkey_wrong for everything else */
export async function proveNewPasskey(
  { id, clientDataJSON, attestationObject, transports }: NewPasskey,
  asker: Asker,
  { config, ...rest }: Needs,
): Promise<WebAuthnCredential> {
  const verified = await verifyRegistrationResponse({
    response: {
      ...{ id, rawId: id, type: 'public-key', clientExtensionResults: {} },
      response: { clientDataJSON, attestationObject, transports },
    },
    expectedChallenge: (challenge) => takeQuestion(challenge, asker, rest),
    expectedOrigin: config.PUBLIC_ORIGIN,
    expectedRPID: relyingParty(config.PUBLIC_ORIGIN),
    requireUserVerification: true,
  }).catch(refuse);
  if (!verified.verified) throw new AppError('passkey_wrong');
  return verified.registrationInfo.credential;
}

/** The library throws for whatever does not fit; a database that is away is no wrong answer. */
function refuse(cause: unknown): never {
  if (isDatabaseAway(cause)) throw cause;
  throw new AppError('passkey_wrong', {}, cause);
}

const idOf = (challenge: string, keys: Context['keys']) => keys.hash('passkey-question', challenge).toString('base64url');

async function keepQuestion(challenge: string, asker: Asker, { clock, keys }: Omit<Needs, 'config'>): Promise<void> {
  await insertQuestion({ _id: idOf(challenge, keys), ...asker, expiresAt: new Date(clock.now().getTime() + TIMEOUT_MS) });
}

function takeQuestion(challenge: string, asker: Asker, { clock, keys }: Omit<Needs, 'config'>): Promise<boolean> {
  return takeIfAsked({ _id: idOf(challenge, keys), purpose: asker.purpose, askedBy: asker.askedBy }, TIMEOUT_MS, clock.now());
}
