import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import type { MailTransports } from './mail/transports.ts';
import type { Keys } from './security/keys.ts';
import type { PasswordHashes } from './security/password-hashes.ts';
import type { StaffIdentity } from './security/staff-identity.ts';

/** The only source of the time of day: tests turn it. How long something takes is measured by the process's own clock, which nobody sets. */
export interface Clock {
  now(): Date;
}

/** Everything a job may need that is not the database: what tests control. */
export interface Context {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly keys: Keys;
  readonly passwordHashes: PasswordHashes;
  readonly transports: MailTransports;
  readonly staffIdentity: StaffIdentity;
  /** Tells the worker that there is something to do now; losing the hint only costs time. */
  wakeWorker(): void;
}

/** The time of this machine. */
export const systemClock: Clock = { now: () => new Date() };

/** A file on its way in: its bytes, and how many the request announced (multipart wrapping included), if it did. */
export interface IncomingFile {
  readonly bytes: Readable;
  readonly announcedBytes: number | null;
  /** Has `undo` done if whoever sends it never hears that it was taken: they left before the answer, or the form broke behind the file. */
  readonly unlessAnswered?: (undo: () => Promise<unknown>) => void;
}

/** A file on its way out. */
export interface OutgoingFile {
  readonly bytes: Readable;
  /** In bytes; null where it is not known before the last one. */
  readonly size: number | null;
  readonly name: string;
  readonly contentType: string;
  readonly shown: 'attachment' | 'inline';
}
