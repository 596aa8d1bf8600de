export const SEARCH_ID = 'search-messages';
export const SEARCH_OPENER_ID = 'open-search';

/** Puts the focus into the search; where the screen is so narrow that it is folded away, it is unfolded first, as its icon does. */
export function goToSearch(): void {
  const input = document.getElementById(SEARCH_ID);
  input?.focus();
  // What is folded away takes no focus.
  if (document.activeElement !== input) document.getElementById(SEARCH_OPENER_ID)?.click();
}
