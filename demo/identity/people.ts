/** Harbour Clinic as its identity provider knows it: one tenant, the add-in as the only client, and our API. */
export const harbourClinic = {
  tenantId: '5f2c7b1e-8a43-4d09-9c61-3be0a7d4f215',
  clientId: 'c84e19d7-2f60-4b3a-a5d8-71f90c26eb43',
  audience: 'api://0b9d53f8-6e17-4c2a-8f45-d21c7ae96038',
  scope: 'Messages.Send',
} as const;

/** Somebody who works at Harbour Clinic. */
export interface Person {
  readonly objectId: string;
  readonly name: string;
  readonly address: string;
  readonly roles: readonly string[];
}

/** The staff of Harbour Clinic by the short name the demo calls them. */
export const people = {
  alex: { objectId: '1d6a40c3-95be-4f72-8e0b-a4c7f35d9281', name: 'Alex Morgan', address: 'alex@harbour.example', roles: [] },
  lee: { objectId: '72e8f5b9-0c3d-46a1-b7f4-e95d18c206ab', name: 'Dr. Lee', address: 'lee@harbour.example', roles: [] },
  robin: {
    objectId: 'e03b96d2-4a7f-4158-92cd-6f81b5ea7c30',
    name: 'Robin Hart',
    address: 'robin@harbour.example',
    roles: ['Administrator'],
  },
} as const satisfies Readonly<Record<string, Person>>;

export type PersonName = keyof typeof people;
