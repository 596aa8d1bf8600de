import mongoose from 'mongoose';

// A model keeps what counts when it is made, so each file that makes one imports this before.
mongoose.set({ sanitizeFilter: true, strict: 'throw', strictQuery: 'throw', autoIndex: false, autoCreate: false });
