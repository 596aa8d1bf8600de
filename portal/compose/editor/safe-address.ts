/** Whether a link may lead there. */
export function isSafeAddress(address: string): boolean {
  return /^(?:https?|mailto|tel):\S+$/i.test(address) && URL.canParse(address);
}

/** An address as people type it, with what they leave out; null when it is none. */
export function completeAddress(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z]+:/i.test(text) ? text : /^[^@\s/]+@[^@\s/]+$/.test(text) ? `mailto:${text}` : `https://${text}`;
  return text !== '' && isSafeAddress(whole) ? whole : null;
}
