import { expect, test } from '@jest/globals';
import mongoose from 'mongoose';
import { routes } from '../../../server/routes.ts';
import { useDatabase } from '../../support/database.ts';

useDatabase();

// Every job, and with it every model, is loaded by the table of what the server answers.
const models = routes.length > 0 ? Object.values(mongoose.models) : [];

test('what comes in as an operator finds nothing in any collection, it is refused', async () => {
  expect(models.length).toBeGreaterThan(10);
  for (const model of models)
    await expect(model.findOne({ _id: { $ne: null } })).rejects.toMatchObject({ name: 'CastError', path: '_id' });
});

test('no collection is asked by a field it does not have, and none keeps one', async () => {
  for (const model of models) {
    await expect(model.findOne({ nothing: 1 })).rejects.toMatchObject({ name: 'StrictModeError', path: 'nothing' });
    await expect(model.updateOne({ _id: 'a' }, { nothing: 1 })).rejects.toMatchObject({ name: 'StrictModeError' });
    expect(() => new model({ nothing: 1 })).toThrow(expect.objectContaining({ name: 'StrictModeError' }));
  }
});
