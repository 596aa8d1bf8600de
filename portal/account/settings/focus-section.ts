/** The heading of the section of the settings that is shown. */
export const SECTION_HEADING = 'settings-section';

/** Puts the focus on the heading of the section that is shown, for what has it goes. */
export function focusSection(): void {
  document.getElementById(SECTION_HEADING)?.focus();
}
