// Brings what the demo's database needs and the machine lacks. Run by provision.mjs.
import { findOnPath } from '../find-on-path.ts';
import { engineRuntime } from './engine-runtime.ts';

if (!process.env['MONGODB_URI'] && (await findOnPath('mongod')) === null) {
  try {
    await engineRuntime((sentence) => console.log(sentence));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
