import { expect, test } from '@jest/globals';
import { checkManifest, iconSizes } from '../../build/check-manifest.ts';
import { manifestFacts } from '../../build/manifest-facts.ts';
import { readHttpsOrigin } from '../../build/read-https-origin.ts';
import { manifestFor } from '../../server/http/manifest.ts';

const ORIGIN = 'https://secure.harbour.example';
const facts = manifestFacts(ORIGIN);
const xml = manifestFor(ORIGIN);

test('the manifest that IT gets is one Outlook accepts', () => {
  expect(checkManifest(xml, facts)).toEqual([]);
});

/** The last of a text is the one of version 1.1. */
function changeLast(text: string, by: string): string {
  const at = xml.lastIndexOf(text);
  return `${xml.slice(0, at)}${by}${xml.slice(at + text.length)}`;
}

/** In both versions alike. */
const everywhere = (text: string, by: string) => xml.replaceAll(new RegExp(text, 'g'), by);

test.each<[string, string, string]>([
  ['another id', xml.replace(facts.id, 'b1946ac9-2d5e-4f0a-8c1e-000000000000'), 'Id must stay'],
  ['a version of its own', xml.replace('<Version>', '<Version>9.'), 'Version must be'],
  ['a part in another place', xml.replace(/(<Id>.*<\/Id>)\s*(<Version>.*<\/Version>)/, '$2$1'), 'OfficeApp must hold'],
  ['too many rights', xml.replace('ReadWriteItem', 'ReadWriteMailbox'), 'Permissions must be'],
  ['an older mailbox', xml.replace('MinVersion="1.8"', 'MinVersion="1.3"'), 'requirement must be 1.8'],
  ['an unsafe address', xml.replaceAll(`${ORIGIN}/taskpane`, 'http://secure.harbour.example/taskpane'), 'must begin with https'],
  ['an address elsewhere', xml.replace(`${ORIGIN}/portal`, 'https://elsewhere.example/portal'), 'is not below'],
  ['an open placeholder', xml.replaceAll(ORIGIN, '{{ORIGIN}}'), 'placeholder'],
  ['a long label', xml.replaceAll('"Send Secure"', `"${'S'.repeat(126)}"`), 'needs 1 to 125'],
  ['a long description', xml.replaceAll(/DefaultValue="Opens[^"]*"/g, `DefaultValue="${'d'.repeat(251)}"`), 'needs 1 to 250'],
  [
    'an empty description',
    xml.replace(/Description DefaultValue="[^"]*"/, 'Description DefaultValue=""'),
    'Description needs 1 to 250',
  ],
  [
    'a long name',
    xml.replace('DisplayName DefaultValue="', `DisplayName DefaultValue="${'S'.repeat(118)}`),
    'DisplayName needs 1 to 125',
  ],
  [
    'an empty name in another language',
    xml.replace(/(<DisplayName [^>]*)\/>/, '$1><Override Locale="de-DE" Value=""/></DisplayName>'),
    'DisplayName needs',
  ],
  [
    'an id nobody defined',
    changeLast('<SourceLocation resid="pane"/>', '<SourceLocation resid="page"/>'),
    'Resources 1.1 has no page',
  ],
  [
    'an id nobody uses',
    changeLast('<Title resid="button.label"/>', '<Title resid="button.tip"/>').replaceAll(
      '<Label resid="button.label"/>',
      '<Label resid="group.label"/>',
    ),
    'Nothing in 1.1 uses button.label',
  ],
  ['a long id', xml.replaceAll('group.label', `group.${'l'.repeat(40)}`), 'more than 32 characters'],
  ['no icon of 80 pixels', xml.replaceAll(/<bt:Image size="80".*\/>/g, ''), 'needs an icon of 80'],
  ['an icon of another size', xml.replaceAll('size="16" resid="icon16"', 'size="16" resid="icon20"'), 'is another size'],
  ['the small icon as the large one', xml.replace('icon-128.png"/>', 'icon-64.png"/>'), 'HighResolutionIconUrl'],
  ['versions that differ', changeLast('"TabDefault"', '"TabOther"'), 'must say the same'],
  ['shared folders left out', xml.replace('<SupportsSharedFolders>true</SupportsSharedFolders>', ''), 'SupportsSharedFolders'],
  // What is wrong in both versions alike, so that comparing them finds nothing.
  [
    'a pane that can be pinned',
    everywhere('<SourceLocation resid="pane"/>', '$&<SupportsPinning>true</SupportsPinning>'),
    'no pinning',
  ],
  [
    'a button beside a mail that is read',
    everywhere('MessageComposeCommandSurface', 'MessageReadCommandSurface'),
    'MessageComposeCommandSurface',
  ],
  [
    'a second place for the button',
    everywhere(/<ExtensionPoint[^]*?<\/ExtensionPoint>/.source, '$&<ExtensionPoint xsi:type="MobileMessageReadCommandSurface"/>'),
    'MessageComposeCommandSurface alone',
  ],
  ['a button that runs a function', everywhere('"ShowTaskpane"', '"ExecuteFunction"'), 'must be ShowTaskpane'],
  [
    'an older mailbox for the button',
    everywhere('DefaultMinVersion="1.8"', 'DefaultMinVersion="1.3"'),
    '1.0 must require Mailbox 1.8',
  ],
  [
    'an older mailbox said twice',
    everywhere('<bt:Set Name="Mailbox"', '<bt:Set Name="Mailbox" MinVersion="1.3"'),
    '1.1 must require Mailbox 1.8',
  ],
  ['a rule for mails that are read', xml.replace('FormType="Edit"', 'FormType="Read"'), 'ItemIs Message Edit'],
  [
    'a rule for appointments as well',
    xml.replace(/<Rule xsi:type="ItemIs".*\/>/, '$&<Rule xsi:type="ItemIs" ItemType="Appointment" FormType="Edit"/>'),
    'ItemIs Message Edit',
  ],
  ['a form for reading', xml.replace('"ItemEdit"', '"ItemRead"'), 'ItemEdit alone'],
  [
    'no inner version',
    xml.replace(/<VersionOverrides xmlns="[^"]*1\.1"[^]*?<\/VersionOverrides>/, ''),
    'VersionOverrides 1.0 with 1.1',
  ],
])('a manifest with %s is refused', (_mistake, wrong, problem) => {
  expect(wrong).not.toBe(xml);
  expect(checkManifest(wrong, facts).join('\n')).toContain(problem);
});

test('each icon is a real picture of its size, and a missing one is found', () => {
  expect(iconSizes.map((size) => facts.iconPixels(`icon-${size}.png`))).toEqual([...iconSizes]);
  const without = { ...facts, iconPixels: (name: string) => (name === 'icon-16.png' ? null : facts.iconPixels(name)) };
  expect(checkManifest(xml, without)).toEqual(['icon-16.png must be a PNG of 16 by 16 pixels.']);
  expect(facts.iconPixels('icon-17.png')).toBeNull();
});

test.each([
  undefined,
  '',
  'secure.harbour.example',
  'http://secure.harbour.example',
  'https://harbour.example/mail',
  'https://a:b@harbour.example',
])('%p is no origin for a manifest', (typed) => {
  expect(readHttpsOrigin(typed)).toBeNull();
});

test('an origin may be typed with a slash at its end', () => {
  expect(readHttpsOrigin(`${ORIGIN}/`)).toBe(ORIGIN);
});
