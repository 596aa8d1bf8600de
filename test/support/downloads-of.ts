import mongoose from 'mongoose';

/** What is recorded of downloads of a delivery, by attachment id. */
export async function downloadsOf(deliveryId: string): Promise<Readonly<Record<string, { readonly count: number }>>> {
  const message = await mongoose.connection.collection('messages').findOne({ 'recipients.deliveryId': deliveryId });
  const recipients = (message?.['recipients'] ?? []) as { deliveryId: string; downloads: Record<string, { count: number }> }[];
  return recipients.find((recipient) => recipient.deliveryId === deliveryId)?.downloads ?? {};
}
