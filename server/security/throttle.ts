import { isIPv4, isIPv6 } from 'node:net';
import { AppError } from '../errors.ts';
import { findWait, forgetAndGiveBack, forgetTries, giveBackTry, takeTry, type ThrottleRule } from '../store/throttles.ts';

const DAY = 24 * 3600;

/** How often each thing may be tried. Growing waits end at 15 minutes, so nobody is locked out for good. */
export const throttleRules = {
  signInAccount: { freeTries: 5, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: DAY },
  signInNetwork: { freeTries: 50, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: 3600 },
  currentPassword: { freeTries: 5, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: DAY },
  secondStepAccount: { freeTries: 5, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: DAY },
  passkeyNetwork: { freeTries: 200, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: 3600 },
  mailToAddress: { freeTries: 5, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: 3600 },
  mailFromNetwork: { freeTries: 50, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: 3600 },
  verifyFromNetwork: { freeTries: 50, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: 3600 },
  proofFromNetwork: { freeTries: 50, firstWaitSeconds: 15, longestWaitSeconds: 900, forgetAfterSeconds: 3600 },
  slowBody: { freeTries: 3, firstWaitSeconds: 60, longestWaitSeconds: 900, forgetAfterSeconds: DAY },
} as const satisfies Record<string, ThrottleRule>;

export type ThrottleName = keyof typeof throttleRules;

/** Counts a try before it is made. @throws throttled with the seconds to wait */
export async function takeThrottledTry(name: ThrottleName, subject: string, now: Date): Promise<void> {
  const site = siteOf(name, subject);
  const siteUntil = site && (await takeTry(site.key, site.rule, now));
  if (siteUntil) throw refusedUntil(siteUntil, now);
  const until = await takeTry(`${name}:${subject}`, throttleRules[name], now);
  if (!until) return;
  // What one network is refused takes nothing from its neighbours.
  if (site) await giveBackTry(site.key, site.rule);
  throw refusedUntil(until, now);
}

/** One customer may have a whole /48 of IPv6, which is 65,536 networks: together they may try this many times as often as one. */
const NETWORKS_OF_A_SITE = 20;

/** The /48 around a /64, counted beside it; null for everything else. */
function siteOf(name: ThrottleName, subject: string): { key: string; rule: ThrottleRule } | null {
  const [, site] = /^((?:[0-9a-f]+:){3})[0-9a-f]+::\/64$/.exec(subject) ?? [];
  if (site === undefined) return null;
  const rule = throttleRules[name];
  return { key: `${name}:${site}:/48`, rule: { ...rule, freeTries: rule.freeTries * NETWORKS_OF_A_SITE } };
}

function refusedUntil(until: Date, now: Date): AppError {
  return new AppError('throttled', { retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000) });
}

/** For what is counted only when it fails. @throws throttled while a further try would be refused */
export async function requireNoWait(name: ThrottleName, subject: string, now: Date): Promise<void> {
  const until = await findWait(`${name}:${subject}`, throttleRules[name], now);
  if (until) throw refusedUntil(until, now);
}

/** The try ended well: all tries under this subject are forgotten. */
export async function forgetThrottledTries(name: ThrottleName, subject: string): Promise<void> {
  await forgetTries(`${name}:${subject}`);
}

/** The try ended well: it does not count, the others do. */
export async function giveBackThrottledTry(name: ThrottleName, subject: string): Promise<void> {
  const site = siteOf(name, subject);
  await Promise.all([giveBackTry(`${name}:${subject}`, throttleRules[name]), site && giveBackTry(site.key, site.rule)]);
}

/** A try that was counted twice ended well: under the first subject all tries are forgotten, under the second this one does not count. */
export async function settleThrottledTries(
  [forgotten, subject]: readonly [ThrottleName, string],
  [givenBack, other]: readonly [ThrottleName, string],
): Promise<void> {
  const site = siteOf(givenBack, other);
  await Promise.all([
    forgetAndGiveBack(`${forgotten}:${subject}`, `${givenBack}:${other}`, throttleRules[givenBack]),
    site && giveBackTry(site.key, site.rule),
  ]);
}

/** What counts as one network address: IPv4 as it is (some proxies add a port), IPv6 by its /64, since one household has a whole one; whatever is
 *  no address counts as one and the same. */
export function networkOf(forwarded: string): string {
  const address =
    /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(forwarded)?.[1] ?? /^\[([^\]]+)\](?::\d+)?$/.exec(forwarded)?.[1] ?? forwarded;
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(address)) return isIPv4(address) ? address : 'unknown';
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : new Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  const groups = [...before, ...zeros, ...after].slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}
