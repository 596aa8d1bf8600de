import { callOffice } from './call-office.ts';
import { composeItem } from './compose-item.ts';

const BETWEEN_READINGS_MS = 300;
const READINGS = 10;

/** The text as HTML. Classic Outlook can answer without the last seconds of typing, so it is read until two answers 300 ms apart are equal;
 *  somebody who never stops typing gets the tenth. @throws OutlookError */
export async function readBody(): Promise<string> {
  let latest = await readOnce();
  for (let reading = 1; reading < READINGS; reading += 1) {
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_READINGS_MS));
    const previous = latest;
    latest = await readOnce();
    if (latest === previous) break;
  }
  return latest;
}

function readOnce(): Promise<string> {
  return callOffice<string>((done) => composeItem().body.getAsync(Office.CoercionType.Html, done));
}
