/** Settings under which a product that is started again finds the clock so many hours on. */
export function laterBy(hours: number): Record<string, string> {
  const shift = hours * 3_600_000;
  const module = `globalThis.Date = new Proxy(Date, {
    construct: (Known, given) => (given.length > 0 ? new Known(...given) : new Known(Known.now() + ${shift})),
    get: (Known, name) => (name === 'now' ? () => Known.now() + ${shift} : Reflect.get(Known, name)),
  });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(module)}` };
}
