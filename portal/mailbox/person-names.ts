interface Person {
  readonly address: string;
  readonly name: string;
}

/** What to call somebody: the name, or the address where there is none. */
export function nameOf({ name, address }: Person): string {
  return name === '' ? address : name;
}

/** Several people in one line. */
export function namesOf(people: readonly Person[]): string {
  return people.map(nameOf).join(', ');
}

/** Name and address, as `Alex Morgan <alex@harbour.example>`. */
export function fullNameOf({ name, address }: Person): string {
  return name === '' || name === address ? address : `${name} <${address}>`;
}
