import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

/** Where a program is on the PATH; null where it is not. */
export async function findOnPath(program: string): Promise<string | null> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const candidate = join(folder, program);
    const isThere =
      folder !== '' &&
      (await access(candidate, constants.X_OK).then(
        () => true,
        () => false,
      ));
    if (isThere) return candidate;
  }
  return null;
}
