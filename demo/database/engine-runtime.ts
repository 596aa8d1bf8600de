import { bringNewerGlibc, isOwnLibraryEnough, isWithoutGlibc } from './newer-glibc.ts';

const embeddedSystems = ['linux-x64', 'linux-arm64', 'darwin-arm64'];
const advice = 'install MongoDB (mongod on the PATH) or set MONGODB_URI';

/** The words that start Node where the embedded engine can run: through a newer C library where the system's is too old, fetched if need be.
 *  @throws Error with one sentence for people where there is no way */
export async function engineRuntime(say: (sentence: string) => void = () => {}): Promise<string[]> {
  if (!embeddedSystems.includes(`${process.platform}-${process.arch}`)) {
    throw new Error(`There is no embedded database for this system: ${advice}.`);
  }
  if (isWithoutGlibc()) throw new Error(`There is no embedded database for a Linux without glibc, such as Alpine: ${advice}.`);
  if (isOwnLibraryEnough()) return [process.execPath];
  try {
    const { loader, libraryPath } = await bringNewerGlibc(say);
    return [loader, '--library-path', libraryPath, process.execPath];
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Error(`The embedded database cannot run here (${reason}): ${advice}.`, { cause: error });
  }
}
