/** Microsoft's sign-in library listens to other tabs for ever, which would keep the tests from ending. */
export function letTestsEnd(): void {
  const { BroadcastChannel: Channel } = globalThis;
  globalThis.BroadcastChannel = class extends Channel {
    constructor(name: string) {
      super(name);
      (this as { unref?: () => void }).unref?.();
    }
  };
}
