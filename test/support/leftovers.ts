import mongoose from 'mongoose';

/** How many uploads, stored files and chunks of files the database holds. */
export async function storedFiles(): Promise<{ uploads: number; files: number; chunks: number }> {
  const count = (collection: string) => mongoose.connection.collection(collection).countDocuments({});
  return {
    uploads: await count('uploads'),
    files: await count('attachments.files'),
    chunks: await count('attachments.chunks'),
  };
}

/** Empties what `storedFiles` counts, and the messages. */
export async function forgetFiles(): Promise<void> {
  for (const collection of ['uploads', 'attachments.files', 'attachments.chunks', 'messages'])
    await mongoose.connection.collection(collection).deleteMany({});
}

export const NOTHING_LEFT = { uploads: 0, files: 0, chunks: 0 };
