import type { Request, Response } from 'express';
import type { ErrorCode } from '../../contract/errors.ts';
import { type Language, languages } from '../../contract/language.ts';
import type { Context } from '../context.ts';
import { AppError } from '../errors.ts';
import { deviceOf } from '../security/device.ts';
import { type AccountSession, continueSession, continueWithAccount, findSession } from '../security/sessions.ts';
import { networkOf } from '../security/throttle.ts';
import type { Device, SessionDocument, SessionStage } from '../store/sessions.ts';
import { keepStaff } from '../store/staff.ts';

/** Somebody we know nothing of but the network they come from. */
export interface Visitor {
  readonly network: string;
  /** The session token the browser sent, whether it is worth anything or not. */
  readonly sessionToken: string | null;
  readonly device: Device;
  /** What the page speaks, if we speak it too. */
  readonly language: Language | null;
  /** Hands the browser a session token to keep, or takes it away. */
  carrySession(token: string | null): void;
}

/** A member of staff, vouched for by the identity provider. */
export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly addresses: readonly string[];
}

/** The signed-in owner of a portal account. */
export type Recipient = Pick<
  SessionDocument,
  'accountId' | 'publicId' | 'state' | 'identityProvenAt' | 'idleEndsAt' | 'absoluteEndsAt'
>;

/** The same with the account as it stands now. */
export type AccountOwner = Recipient & Pick<AccountSession, 'account'>;

/** Somebody with a session, who may be given another in its place. */
export type SessionOwner = Recipient & Visitor;

/** Who may call an endpoint, and how we know them. @throws not_signed_in and its kin */
export interface Who<Caller> {
  readonly name: 'anybody' | 'staff' | 'recipient' | 'watching recipient' | 'recipient on the way in';
  identify(request: Request, response: Response, context: Context): Promise<Caller>;
}

/** `__Host-` binds the cookie to this host, to https and to the whole site (RFC 6265bis, 4.1.3.2). */
const COOKIE = '__Host-session';
const COOKIE_RULES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

function sessionTokenOf(request: Request): string | null {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const own = cookies.find((pair) => pair.startsWith(`${COOKIE}=`));
  return own === undefined ? null : own.slice(COOKIE.length + 1);
}

export const anybody: Who<Visitor> = {
  name: 'anybody',
  identify: async (request, response) => visitorOf(request, response),
};

function visitorOf(request: Request, response: Response): Visitor {
  return {
    network: networkOf(request.ip ?? ''),
    sessionToken: sessionTokenOf(request),
    device: deviceOf(request.headers['user-agent'] ?? ''),
    language: languageOf(request),
    carrySession: (token) => {
      if (token === null) response.clearCookie(COOKIE, COOKIE_RULES);
      else response.cookie(COOKIE, token, COOKIE_RULES);
    },
  };
}

function languageOf(request: Request): Language | null {
  const wishes = request.acceptsLanguages().map((wish) => wish.slice(0, 2).toLowerCase());
  return wishes.map((wish) => languages.find((language) => language === wish)).find((found) => found !== undefined) ?? null;
}

/** What somebody whose session may not reach an endpoint has to do first. */
const firstDo = {
  open: 'not_signed_in',
  'second-step': 'second_step_required',
  'second-step-setup': 'second_step_missing',
  'reset-password': 'password_reset_required',
} as const satisfies Record<SessionStage, ErrorCode>;

/** The owner of a living session in one of `stages`. @throws not_signed_in, or what is to be done first */
async function identifyOwner<Session extends SessionDocument>(
  request: Request,
  stages: readonly SessionStage[],
  find: (token: string) => Promise<Session | null>,
): Promise<Session> {
  const token = sessionTokenOf(request);
  const session = token === null ? null : await find(token);
  if (!session) throw new AppError('not_signed_in');
  const { state } = session;
  if (!stages.includes(state)) throw new AppError(Object.hasOwn(firstDo, state) ? firstDo[state] : 'not_signed_in');
  return session;
}

export const recipient: Who<Recipient> = {
  name: 'recipient',
  identify: (request, _response, context) => identifyOwner(request, ['open'], (token) => continueSession(token, context)),
};

/** A recipient for a job that begins with their account. */
export const accountOwner: Who<AccountOwner> = {
  name: 'recipient',
  identify: (request, _response, context) => identifyOwner(request, ['open'], (token) => continueWithAccount(token, context)),
};

/** A recipient whose page asks by itself: it is answered like `recipient`, and the session does not live any longer for it. */
export const watchingRecipient: Who<Recipient> = {
  name: 'watching recipient',
  identify: (request, _response, context) => identifyOwner(request, ['open'], (token) => findSession(token, context)),
};

/** Somebody whose session stands at one of `stages`, such as one who still has to give the second step. */
export function recipientAt(...stages: readonly SessionStage[]): Who<SessionOwner> {
  return {
    name: 'recipient on the way in',
    identify: async (request, response, context) => ({
      ...(await identifyOwner(request, stages, (token) => continueSession(token, context))),
      ...visitorOf(request, response),
    }),
  };
}

/** What each process has already kept of whom; bounded, since losing an entry only costs a write. */
const kept = new Map<string, string>();
const MOST_KEPT = 10_000;

export const staff: Who<Staff> = {
  name: 'staff',
  identify: async (request, _response, context) => {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new AppError('not_signed_in');
    const { tenantId, objectId, name, addresses } = await context.staffIdentity.verify(token);
    const id = `${tenantId}.${objectId}`;
    const seen = JSON.stringify([name, addresses]);
    if (kept.get(id) !== seen) {
      await keepStaff({ _id: id, tenantId, objectId, name, addresses, lastSeenAt: context.clock.now() });
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(id, seen);
    }
    return { id, name, addresses };
  },
};
