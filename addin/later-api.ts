import type { Api } from './api.ts';

/** An access to the server that is there at once and opened with its first use. */
export function laterApi(open: () => Promise<Api>): Api {
  let opened: Promise<Api> | null = null;
  const opening = () => (opened ??= open());
  return {
    call: async (endpoint, input, waiting) => (await opening()).call(endpoint, input, waiting),
    callQuietly: async (endpoint, input, waiting) => (await opening()).callQuietly(endpoint, input, waiting),
    signIn: async () => (await opening()).signIn(),
    upload: async (file) => (await opening()).upload(file),
    switchAccount: async () => (await opening()).switchAccount(),
  };
}
