/** What a database process tells its parent, as one line of JSON on its standard output. */
export type HostReport = { readonly port: number } | { readonly problem: string };

/** Tells the parent that the database takes connections, or why it never will. */
export function report(message: HostReport): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}

/** Closes the database and ends this process when the parent closes our standard input, on purpose or by dying, or asks by SIGTERM.
 *  Ctrl-C reaches every process of a terminal; the parent may still need the database then, so it is left to the parent. */
export function endWithParent(close: () => Promise<void>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) return;
    isEnding = true;
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.stdin.resume().on('end', end).on('error', end);
  process.on('SIGTERM', end);
  process.on('SIGINT', () => {});
  process.on('SIGHUP', () => {});
  process.stdout.on('error', end);
}
