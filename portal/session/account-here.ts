import { forgetPerson } from './on-leaving.ts';

let here: string | null = null;

/** Notes whose page this is from now on; what it held of another person is forgotten. */
export function noteAccount(accountId: string): void {
  if (!isAccountHere(accountId)) forgetPerson();
  here = accountId;
}

/** Whether the page is this account's as far as it knows: what another person has left unfinished in this window must not be done in the name of who
 *  signed in after them. */
export function isAccountHere(accountId: string): boolean {
  return here === null || here === accountId;
}
