import type mongoose from 'mongoose';

const batchLength = 2000;
const startedAt = Date.now();

/** The content of every message that is opened: 4 KB. */
export const openedMessage = { subject: 'Your scan results', html: `<p>${'All is well. '.repeat(315)}</p>` };

/** The entry at a place of a mailbox, 0 the newest: every fifth is unread. */
export function entryOf(index: number) {
  return {
    isUnread: index % 5 === 0,
    summary: {
      sender: { address: 'alex@harbour.example', name: 'Alex Morgan' },
      recipients: [{ address: 'pat@client.example', name: 'Pat Doe' }],
      subject: `Your scan results, part ${index}`,
      attachmentCount: index % 3,
    },
  };
}

/** A time before the start of the measurement. */
export function minutesAgo(minutes: number): Date {
  return new Date(startedAt - minutes * 60_000);
}

/** Inserts so many documents, as the function makes them. */
export async function insertBatches<Document extends { _id: string }>(
  collection: mongoose.mongo.Collection<Document>,
  count: number,
  make: (index: number) => Document | Promise<Document>,
): Promise<void> {
  for (let start = 0; start < count; start += batchLength) {
    const length = Math.min(batchLength, count - start);
    const batch = await Promise.all(Array.from({ length }, async (_, offset) => make(start + offset)));
    await collection.insertMany(batch as mongoose.mongo.OptionalUnlessRequiredId<Document>[], { ordered: false });
  }
}
