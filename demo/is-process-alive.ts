/** Whether a process of this machine lives, whoever's it is. */
export function isProcessAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    // Another user's: it lives.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
