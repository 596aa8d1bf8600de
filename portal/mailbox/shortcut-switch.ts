const KEY = 'shortcuts';

/** Whether this reader wants keys that stand alone (WCAG 2.1.4); kept in this browser. */
export function areShortcutsOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Turns keys that stand alone on or off in this browser, for as long as it keeps such wishes. */
export function switchShortcuts(isOn: boolean): void {
  try {
    localStorage.setItem(KEY, isOn ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing has them on again next time.
  }
}
