import type { Api } from './api.ts';

/** An access to the server that is there at once and opened with its first use. */
export function laterApi(open: () => Promise<Api>): Api {
  let opened: Promise<Api> | null = null;
  const opening = () => (opened ??= open());
  return {
    call: async (endpoint, input, signal) => (await opening()).call(endpoint, input, signal),
    callQuietly: async (endpoint, input, signal) => (await opening()).callQuietly(endpoint, input, signal),
    upload: async (file) => (await opening()).upload(file),
    switchAccount: async () => (await opening()).switchAccount(),
  };
}
