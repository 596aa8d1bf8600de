import { normaliseAddress } from '../../contract/address.ts';
import type { Person, PeopleField } from './simulated-draft.ts';

const SEPARATOR = /[;,\n](?=(?:[^"]*"[^"]*")*[^"]*$)/;
const NAME_AND_ADDRESS = /^"?([^"<]*)"?\s*<([^<>]+)>$/;

/** Resolves `name <address>; address …` as Outlook does when a field is left: what is no address stays text. */
export function parsePeople(typed: string): PeopleField {
  const people: Person[] = [];
  const rest: string[] = [];
  for (const entry of typed.split(SEPARATOR).map((part) => part.trim())) {
    if (entry === '') continue;
    const person = parsePerson(entry);
    if (person) people.push(person);
    else rest.push(entry);
  }
  return { people, typed: rest.join('; ') };
}

function parsePerson(entry: string): Person | null {
  const named = NAME_AND_ADDRESS.exec(entry);
  const address = (named?.[2] ?? entry).trim();
  if (normaliseAddress(address) === null) return null;
  return { name: named?.[1]?.trim() || address, address };
}
