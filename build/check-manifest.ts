import { JSDOM } from 'jsdom';
import { checkPaneOpening } from './check-pane-opening.ts';

/** The icons a manifest names, in pixels. */
export const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80, 128] as const;
/** Sizes of icons of the ribbon; the other two stand for the add-in as a whole. */
const ribbonSizes = [16, 32, 80];
const LISTED_ICON = 64;
const LISTED_ICON_LARGE = 128;
const APP = [
  'Id',
  'Version',
  'ProviderName',
  'DefaultLocale',
  'DisplayName',
  'Description',
  'IconUrl',
  'HighResolutionIconUrl',
  'SupportUrl',
  'AppDomains',
  'Hosts',
  'Requirements',
  'FormSettings',
  'Permissions',
  'Rule',
  'DisableEntityHighlighting',
  'VersionOverrides',
];
const OVERRIDES = ['Requirements', 'Hosts', 'Resources'];
const RESOURCES = ['bt:Images', 'bt:Urls', 'bt:ShortStrings', 'bt:LongStrings'];
const FORM_FACTOR = ['ExtensionPoint'];
const CONTROL = ['Label', 'Supertip', 'Icon', 'Action'];
const ID_CHARACTERS = 32;
const SHORT_CHARACTERS = 125;
const LONG_CHARACTERS = 250;

/** What a manifest must agree with. */
export interface ManifestFacts {
  /** The fixed id of the product: another one would be another add-in to Outlook. */
  readonly id: string;
  /** Of package.json, three numbers. */
  readonly version: string;
  readonly origin: string;
  /** Edge length in pixels of a PNG by its file name; null when there is none. */
  readonly iconPixels: (name: string) => number | null;
}

/** All that is wrong with a manifest, a sentence each: what Outlook's schema of 2014 and its store checks would refuse, and what IT would stumble
 *  over. Empty when nothing is. */
export function checkManifest(xml: string, facts: ManifestFacts): string[] {
  const { document } = new JSDOM(xml, { contentType: 'text/xml' }).window;
  const app = document.documentElement;
  const outer = child(app, 'VersionOverrides');
  const inner = outer && child(outer, 'VersionOverrides');
  if (!outer || !inner) return ['VersionOverrides 1.0 with 1.1 inside are needed.'];
  return [
    ...orderOf(app, APP),
    ...factsOf(app, facts),
    ...overridesOf(outer, '1.0', [...OVERRIDES, 'VersionOverrides'], FORM_FACTOR),
    ...overridesOf(inner, '1.1', OVERRIDES, ['SupportsSharedFolders', ...FORM_FACTOR]),
    ...parity(outer, inner),
    ...checkPaneOpening(app, { '1.0': outer, '1.1': inner }),
    ...addressesOf(app, facts),
  ];
}

const children = (element: Element, name?: string) =>
  [...element.children].filter(({ tagName }) => name === undefined || tagName === name);
const child = (element: Element, name: string) => children(element, name)[0];
const within = (element: Element, name: string) => [...element.getElementsByTagName(name)];
const text = (element: Element, name: string) => child(element, name)?.textContent.trim() ?? '';
const value = (element: Element | undefined) => element?.getAttribute('DefaultValue') ?? '';

function orderOf(element: Element, wanted: readonly string[], where = element.tagName): string[] {
  const found = children(element).map(({ tagName }) => tagName);
  return found.join() === wanted.join()
    ? []
    : [`${where} must hold ${wanted.join(', ')} in this order, not ${found.join(', ')}.`];
}

function factsOf(app: Element, { id, version, iconPixels }: ManifestFacts): string[] {
  const mailbox = within(app, 'Set').find((set) => set.getAttribute('Name') === 'Mailbox');
  const isOutside = (name: string, most: number) =>
    children(app, name)
      .flatMap((element) => [value(element), ...within(element, 'Override').map((other) => other.getAttribute('Value') ?? '')])
      .some(({ length }) => length === 0 || length > most);
  return [
    text(app, 'Id') !== id && `Id must stay ${id}.`,
    text(app, 'Version') !== `${version}.0` && `Version must be ${version}.0.`,
    text(app, 'Permissions') !== 'ReadWriteItem' && 'Permissions must be ReadWriteItem.',
    mailbox?.getAttribute('MinVersion') !== '1.8' && 'The Mailbox requirement must be 1.8.',
    isOutside('DisplayName', SHORT_CHARACTERS) && `DisplayName needs 1 to ${SHORT_CHARACTERS} characters.`,
    isOutside('Description', LONG_CHARACTERS) && `Description needs 1 to ${LONG_CHARACTERS} characters.`,
    !value(child(app, 'IconUrl')).endsWith(`/icons/icon-${LISTED_ICON}.png`) &&
      `IconUrl must be the icon of ${LISTED_ICON} pixels.`,
    !value(child(app, 'HighResolutionIconUrl')).endsWith(`/icons/icon-${LISTED_ICON_LARGE}.png`) &&
      `HighResolutionIconUrl must be the icon of ${LISTED_ICON_LARGE} pixels.`,
    ...iconSizes.map(
      (size) => iconPixels(`icon-${size}.png`) !== size && `icon-${size}.png must be a PNG of ${size} by ${size} pixels.`,
    ),
  ].filter((problem) => problem !== false);
}

function overridesOf(overrides: Element, version: string, wanted: readonly string[], formFactor: readonly string[]): string[] {
  const resources = child(overrides, 'Resources');
  const host = child(child(overrides, 'Hosts') ?? overrides, 'Host');
  const factor = host && child(host, 'DesktopFormFactor');
  if (!resources || !factor) return [`VersionOverrides ${version} needs Hosts and Resources.`];
  const controls = within(factor, 'Control');
  return [
    ...orderOf(overrides, wanted, `VersionOverrides ${version}`),
    ...orderOf(resources, RESOURCES, `Resources ${version}`),
    ...orderOf(factor, formFactor, `DesktopFormFactor ${version}`),
    ...controls.flatMap((control) => orderOf(control, CONTROL, `Control ${version}`)),
    ...(controls.length === 1 ? [] : [`VersionOverrides ${version} must have one button.`]),
    ...resourceIds(factor, resources, version),
    ...strings(resources, 'bt:ShortStrings', SHORT_CHARACTERS),
    ...strings(resources, 'bt:LongStrings', LONG_CHARACTERS),
    ...ribbonIcons(factor, resources, version),
  ];
}

/** Each version resolves its ids in its own resources: the inner one inherits none. */
function resourceIds(factor: Element, resources: Element, version: string): string[] {
  const known = children(resources).flatMap((group) => children(group).map((entry) => entry.getAttribute('id') ?? ''));
  const used = [...factor.querySelectorAll('[resid]')].map((element) => element.getAttribute('resid') ?? '');
  return [
    ...used.filter((id) => !known.includes(id)).map((id) => `Resources ${version} has no ${id}.`),
    ...known.filter((id) => !used.includes(id)).map((id) => `Nothing in ${version} uses ${id}.`),
    ...known.filter((id, index) => known.indexOf(id) !== index).map((id) => `Resources ${version} has ${id} twice.`),
    ...known.filter(({ length }) => length > ID_CHARACTERS).map((id) => `${id} has more than ${ID_CHARACTERS} characters.`),
  ];
}

function strings(resources: Element, group: string, most: number): string[] {
  const entries = child(resources, group);
  const texts = entries
    ? [...entries.querySelectorAll('*')].map((entry) => entry.getAttribute('DefaultValue') ?? entry.getAttribute('Value') ?? '')
    : [];
  return texts.filter(({ length }) => length === 0 || length > most).map((long) => `"${long}" needs 1 to ${most} characters.`);
}

function ribbonIcons(factor: Element, resources: Element, version: string): string[] {
  const images = within(factor, 'bt:Image');
  const shown = images.map((image) => Number(image.getAttribute('size')));
  const urls = new Map(within(resources, 'bt:Image').map((entry) => [entry.getAttribute('id'), value(entry)]));
  return [
    ...ribbonSizes
      .filter((size) => !shown.includes(size))
      .map((size) => `The button of ${version} needs an icon of ${size} pixels.`),
    ...images
      .filter((image) => !(urls.get(image.getAttribute('resid')) ?? '').endsWith(`/icons/icon-${image.getAttribute('size')}.png`))
      .map((image) => `The icon of ${image.getAttribute('size')} pixels in ${version} is another size's.`),
  ];
}

/** What Outlook shows must not depend on which version it reads: the inner one adds shared folders and nothing else. */
function parity(outer: Element, inner: Element): string[] {
  const withoutInner = outer.cloneNode(true) as Element;
  withoutInner.querySelectorAll('VersionOverrides, SupportsSharedFolders').forEach((element) => element.remove());
  const withoutShared = inner.cloneNode(true) as Element;
  const shared = within(withoutShared, 'SupportsSharedFolders');
  const isShared = shared.length === 1 && shared[0]?.textContent === 'true';
  shared.forEach((element) => element.remove());
  const shape = (element: Element) => JSON.stringify(describe(element));
  return [
    !isShared && 'VersionOverrides 1.1 must say SupportsSharedFolders true.',
    shape(withoutInner) !== shape(withoutShared) && 'VersionOverrides 1.0 and 1.1 must say the same.',
  ].filter((problem) => problem !== false);
}

type Description = readonly [string, readonly (readonly [string, string])[], readonly Description[], string];

function describe(element: Element): Description {
  const isRoot = element.tagName === 'VersionOverrides';
  const attributes = isRoot ? [] : [...element.attributes].map(({ name, value: said }) => [name, said] as const);
  return [
    element.tagName,
    attributes,
    children(element).map(describe),
    element.children.length === 0 ? element.textContent.trim() : '',
  ];
}

function addressesOf(app: Element, { origin }: ManifestFacts): string[] {
  const all = [...app.querySelectorAll('[DefaultValue]'), ...within(app, 'AppDomain')].map(
    (element) => element.getAttribute('DefaultValue') ?? element.textContent,
  );
  const addresses = all.filter((said) => said.includes('://'));
  return [
    ...addresses.filter((address) => !address.startsWith('https://')).map((address) => `${address} must begin with https.`),
    ...addresses
      .filter((address) => address !== origin && !address.startsWith(`${origin}/`))
      .map((address) => `${address} is not below ${origin}.`),
    ...(app.outerHTML.includes('{{') ? ['A placeholder was left open.'] : []),
  ];
}
