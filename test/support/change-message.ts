import mongoose from 'mongoose';

/** Changes one recipient's part of a message as withdrawing or extending it does: in the message itself, which is the only authority. */
export async function changeRecipient(deliveryId: string, fields: Record<string, unknown>): Promise<void> {
  const $set = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`recipients.$.${name}`, value]));
  const done = await mongoose.connection.collection('messages').updateOne({ 'recipients.deliveryId': deliveryId }, { $set });
  if (done.matchedCount !== 1) throw new Error('no message has this delivery');
}
