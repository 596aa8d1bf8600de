/** All that a line of the log may name; none of them holds what people wrote, an address, or what opens anything. */
const KNOWN: ReadonlySet<string> = new Set([
  ...['level', 'time', 'msg', 'port', 'step', 'error', 'at'],
  ...['requestId', 'method', 'route', 'status', 'code', 'isComplete', 'durationMs'],
  ...['kind', 'attempts', 'action', 'reason', 'pid', 'hostname'],
]);

/** The fields of log lines (JSON) that a line may not have. */
export function unknownLogFields(lines: readonly string[]): string[] {
  const names = lines.flatMap((line) => Object.keys(JSON.parse(line) as object));
  return [...new Set(names)].filter((name) => !KNOWN.has(name));
}
