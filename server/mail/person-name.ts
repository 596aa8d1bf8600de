import { headerText } from './header-text.ts';

const LOOKS_LIKE_AN_ADDRESS = /@|:\/\/|www\.|[\p{L}\p{N}-]{2,}\.\p{L}{2,}/iu;

/** What a mail calls a person: the name; or the address, where the name is empty or could pass for an address or a link. */
export function personName({ name, address }: { readonly name: string; readonly address: string }): string {
  const line = headerText(name, 100);
  return line === '' || LOOKS_LIKE_AN_ADDRESS.test(line) ? address : line;
}

/** A person with name and address: `Alex Morgan (alex@harbour.example)`; the address alone where the name is not shown. */
export function describePerson(person: { readonly name: string; readonly address: string }): string {
  const name = personName(person);
  return name === person.address ? name : `${name} (${person.address})`;
}
