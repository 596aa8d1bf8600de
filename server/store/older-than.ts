import mongoose from 'mongoose';

const { trusted } = mongoose;

/** What comes after a place in a list sorted newest first by `field` and then the id, as a filter that keeps to one index range; from null on it
 *  is the whole list. */
export function olderThan<Field extends string>(
  field: Field,
  place: ({ readonly [name in Field]: Date } & { readonly _id: string }) | null,
) {
  if (place === null) return {};
  return {
    [field]: trusted({ $lte: place[field] }),
    $or: [{ [field]: trusted({ $lt: place[field] }) }, { [field]: place[field], _id: trusted({ $lt: place._id }) }],
  };
}
