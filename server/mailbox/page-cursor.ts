import { AppError } from '../errors.ts';
import type { PageStart } from '../store/deliveries.ts';

/** The cursor that names a place in a mailbox. */
export const writeCursor = ({ sentAt, _id }: PageStart): string => `${sentAt.getTime()}.${_id}`;

/** The place that a cursor names. @throws invalid_input for a cursor that is none */
export function readCursor(cursor: string): PageStart {
  const [, time, id] = /^(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) throw new AppError('invalid_input', { fields: ['cursor'] });
  return { sentAt: new Date(Number(time)), _id: id };
}
