import { expect, test } from '@jest/globals';
import { parsePeople } from '../../../demo/outlook/parse-people.ts';

test.each([
  ['pat@client.example', ['pat@client.example <pat@client.example>'], ''],
  [
    'Pat Doe <pat@client.example>; sam@client.example,',
    ['Pat Doe <pat@client.example>', 'sam@client.example <sam@client.example>'],
    '',
  ],
  ['"Doe, Pat" <pat@client.example>', ['Doe, Pat <pat@client.example>'], ''],
  ['pat; sam@client.example; @x', ['sam@client.example <sam@client.example>'], 'pat; @x'],
  ['', [], ''],
])('%s is resolved as Outlook does', (typed, people, rest) => {
  const parsed = parsePeople(typed);
  expect(parsed.people.map(({ name, address }) => `${name} <${address}>`)).toEqual(people);
  expect(parsed.typed).toBe(rest);
});
