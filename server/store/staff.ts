import mongoose from 'mongoose';
import './refuse-unknown.ts';

/** A member of staff as the identity provider vouched for them: tenant and object id name the person. */
export interface StaffDocument {
  readonly _id: string;
  readonly tenantId: string;
  readonly objectId: string;
  readonly name: string;
  /** The person's own addresses, from verified claims. */
  readonly addresses: readonly string[];
  readonly lastSeenAt: Date;
}

const text = { type: String, required: true };
const staffSchema = new mongoose.Schema<StaffDocument>(
  {
    _id: text,
    tenantId: text,
    objectId: text,
    name: { type: String, default: '' },
    addresses: [String],
    lastSeenAt: { type: Date, required: true },
  },
  { collection: 'staff', versionKey: false },
);

const Staff = mongoose.model('staff', staffSchema);

/** Keeps what the newest token said of a person. */
export async function keepStaff({ _id, ...seen }: StaffDocument): Promise<void> {
  await Staff.updateOne({ _id }, { $set: seen }, { upsert: true });
}
