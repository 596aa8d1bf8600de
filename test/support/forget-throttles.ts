import mongoose from 'mongoose';

/** Forgets every counted try, as if nobody had tried anything before this test. */
export async function forgetThrottles(): Promise<void> {
  await mongoose.connection.collection('throttles').deleteMany({});
}
