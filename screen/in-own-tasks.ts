type Part = () => Promise<unknown>;

/** Does the parts one after the other, each in a task of its own: in between the browser draws and hears clicks. Answers what the last one gives. */
export async function inOwnTasks<Last>(...parts: readonly [...(readonly Part[]), () => Promise<Last>]): Promise<Last> {
  let given: unknown;
  for (const part of parts) {
    await nextTask();
    given = await part();
  }
  return given as Last;
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    // Every browser has it; where nothing is drawn nothing has to wait.
    if (typeof MessageChannel === 'undefined') return resolve();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
