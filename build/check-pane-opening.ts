const LEAST_MAILBOX = '1.8';

/** All that is wrong with where a manifest opens the pane, a sentence each: beside a mail that is written and nowhere else, by its one button,
 *  unpinned, from the one Mailbox version on. `versions` are both VersionOverrides by their number. */
export function checkPaneOpening(app: Element, versions: Readonly<Record<string, Element>>): string[] {
  return [...formsOf(app), ...rulesOf(app), ...Object.entries(versions).flatMap(([version, part]) => surfaceOf(part, version))];
}

const named = (element: Element | undefined, name: string) =>
  [...(element?.children ?? [])].filter(({ tagName }) => tagName === name);
const within = (element: Element | undefined, name: string) => [...(element?.getElementsByTagName(name) ?? [])];
const typeOf = (element: Element | undefined) => element?.getAttribute('xsi:type') ?? '';
const attribute = (element: Element | undefined, name: string) => element?.getAttribute(name) ?? '';

function formsOf(app: Element): string[] {
  const forms = within(named(app, 'FormSettings')[0], 'Form').map(typeOf);
  return forms.join() === 'ItemEdit'
    ? []
    : [`FormSettings must hold the form ItemEdit alone, not ${forms.join(', ') || 'none'}.`];
}

function rulesOf(app: Element): string[] {
  const rules = named(app, 'Rule').flatMap((rule) => (typeOf(rule) === 'RuleCollection' ? named(rule, 'Rule') : [rule]));
  const said = rules.map((rule) => `${typeOf(rule)} ${attribute(rule, 'ItemType')} ${attribute(rule, 'FormType')}`);
  return said.join() === 'ItemIs Message Edit' ? [] : [`The rule must be ItemIs Message Edit, not ${said.join(', ') || 'none'}.`];
}

function surfaceOf(overrides: Element, version: string): string[] {
  const hosts = named(overrides, 'Hosts')[0];
  const points = within(hosts, 'ExtensionPoint').map(typeOf);
  const actions = within(hosts, 'Action');
  const sets = within(named(overrides, 'Requirements')[0], 'bt:Sets')[0];
  const mailbox = named(sets, 'bt:Set').find((set) => attribute(set, 'Name') === 'Mailbox');
  return [
    points.join() !== 'MessageComposeCommandSurface' &&
      `The button of ${version} must stand in MessageComposeCommandSurface alone, not ${points.join(', ')}.`,
    actions.some((action) => typeOf(action) !== 'ShowTaskpane') && `The button of ${version} must be ShowTaskpane.`,
    actions.some((action) => [...action.children].some(({ tagName }) => tagName !== 'SourceLocation')) &&
      `The pane of ${version} must say its address and nothing else: no pinning, no title.`,
    (attribute(mailbox, 'MinVersion') || attribute(sets, 'DefaultMinVersion')) !== LEAST_MAILBOX &&
      `VersionOverrides ${version} must require Mailbox ${LEAST_MAILBOX}.`,
  ].filter((problem) => problem !== false);
}
