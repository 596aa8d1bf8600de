import { AppError } from '../errors.ts';

/** The cursor that names a place in a list sorted by a time and then the id. */
export function writeCursor(at: Date, id: string): string {
  return `${at.getTime()}.${id}`;
}

/** The place that a cursor names. @throws invalid_input for a cursor that is none */
export function readCursor(cursor: string): { readonly at: Date; readonly _id: string } {
  const [, time, id] = /^(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(cursor) ?? [];
  if (time === undefined || id === undefined) throw new AppError('invalid_input', { fields: ['cursor'] });
  return { at: new Date(Number(time)), _id: id };
}
