/** Whether a host name or address is this machine's own (brackets around IPv6 as in an URL, or none). */
export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

/** Whether an address may be asked for what must be genuine: https, or http that never leaves this machine. */
export function isTrustworthyAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname)));
}
