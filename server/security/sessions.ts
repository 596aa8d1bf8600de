import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { type AccountDocument, findAccount } from '../store/accounts.ts';
import {
  deleteIfThere,
  type Device,
  findLiveSession,
  insertSession,
  type SessionDocument,
  type SessionStage,
  touchSession,
} from '../store/sessions.ts';
import { randomId } from './random-id.ts';

const SESSION_TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** A session is touched at most this often, so that reading does not write on every request. */
const TOUCH_EVERY_MS = 60_000;
/** How long somebody may take for what is left to do before everything answers. */
const ON_THE_WAY_MINUTES = 30;

/** A new session and the token that its owner carries: 256 random bits, of which only the hash is kept. */
export interface OpenedSession {
  readonly token: string;
  readonly session: SessionDocument;
}

const idOf = (token: string) => createHash('sha256').update(token).digest('base64url');

/** When its owner last showed who they are, an end that it never outlives, and what names it to its owner. */
export type Kept = Partial<Pick<SessionDocument, 'identityProvenAt' | 'absoluteEndsAt' | 'publicId'>>;

/** How a session begins. */
export interface Beginning {
  readonly state: SessionStage;
  readonly device: Device;
  /** What a session that takes the place of another keeps of it. */
  readonly kept?: Kept;
}

/** Opens a session for an account with the limits of the settings; one that may not reach everything yet ends after half an hour. */
export async function openSession(
  accountId: string,
  { clock, config }: Pick<Context, 'clock' | 'config'>,
  { state, device, kept = {} }: Beginning = { state: 'open', device: { browser: '', system: '' } },
): Promise<OpenedSession> {
  const token = randomBytes(32).toString('base64url');
  const now = clock.now();
  const mostMinutes = state === 'open' ? config.SESSION_ABSOLUTE_HOURS * 60 : ON_THE_WAY_MINUTES;
  const ownEnd = now.getTime() + mostMinutes * 60_000;
  const absoluteEndsAt = new Date(Math.min(ownEnd, kept.absoluteEndsAt?.getTime() ?? ownEnd));
  const session = {
    _id: idOf(token),
    accountId,
    publicId: kept.publicId ?? randomId(),
    state,
    device,
    createdAt: now,
    lastUsedAt: now,
    identityProvenAt: kept.identityProvenAt ?? now,
    idleEndsAt: idleEnd(now, absoluteEndsAt, config.SESSION_IDLE_MINUTES),
    absoluteEndsAt,
  };
  await insertSession(session);
  return { token, session };
}

/** The living session behind a token, its idle limit moved forward; null for anything else. */
export async function continueSession(
  token: string,
  { clock, config }: Pick<Context, 'clock' | 'config'>,
): Promise<SessionDocument | null> {
  const session = await findSession(token, { clock });
  if (!session) return null;
  const now = clock.now();
  const idleEndsAt = idleEnd(now, session.absoluteEndsAt, config.SESSION_IDLE_MINUTES);
  const sinceLastUse = now.getTime() - session.lastUsedAt.getTime();
  if (sinceLastUse < Math.min(TOUCH_EVERY_MS, config.SESSION_IDLE_MINUTES * 6_000)) return session;
  await touchSession(session._id, idleEndsAt, now);
  return { ...session, idleEndsAt, lastUsedAt: now };
}

/** A session with the account it is of. */
export type AccountSession = SessionDocument & { readonly account: AccountDocument };

/** Whose each session is, which never changes; bounded, since forgetting one only costs a round trip. */
const owners = new Map<string, string>();
const MOST_OWNERS = 10_000;

/** The living session behind a token with its account, its idle limit moved forward; null for anything else, also where the account is gone. Both
 *  are read at once where this process knows whose the session is. */
export async function continueWithAccount(
  token: string,
  context: Pick<Context, 'clock' | 'config'>,
): Promise<AccountSession | null> {
  const known = owners.get(idOf(token));
  const [session, early] = await Promise.all([continueSession(token, context), known === undefined ? null : findAccount(known)]);
  if (!session) return null;
  if (owners.size >= MOST_OWNERS) owners.clear();
  owners.set(session._id, session.accountId);
  const account = early ?? (await findAccount(session.accountId));
  return account && { ...session, account };
}

/** The living session behind a token as it is; null for anything else. */
export async function findSession(token: string, { clock }: Pick<Context, 'clock'>): Promise<SessionDocument | null> {
  return SESSION_TOKEN.test(token) ? findLiveSession(idOf(token), clock.now()) : null;
}

/** Ends the session behind a token; false when there is none. */
export async function endSession(token: string | null): Promise<boolean> {
  return token !== null && SESSION_TOKEN.test(token) && deleteIfThere(idOf(token));
}

function idleEnd(now: Date, absoluteEndsAt: Date, idleMinutes: number): Date {
  return new Date(Math.min(now.getTime() + idleMinutes * 60_000, absoluteEndsAt.getTime()));
}
