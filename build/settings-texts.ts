import { settingDocs } from '../server/config.ts';

/** The settings table of the README, row by row as server/config.ts has them. */
export function readmeTable(): string {
  const rows = settingDocs.map((setting) => `| \`${setting.name}\` | ${defaultInTable(setting)} | ${setting.doc} |`);
  return ['| setting | default | what it is for |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The whole of `.env.example`: what must be set stands open, what has a default is commented out. */
export function envExample(): string {
  const blocks = settingDocs.map((setting) => {
    const line = `${setting.name}=${quoted(setting.default ?? '')}`;
    return `# ${setting.doc}\n${setting.isRequired ? line : `#${line}`}\n`;
  });
  const head = `# Copy to .env and fill in what stands open. Commented out: the default, or nothing.
# Quote a value that holds #: Node takes what follows for a comment.
`;
  return [head, ...blocks].join('\n');
}

function quoted(value: string): string {
  return value.includes('#') ? `"${value}"` : value;
}

type SettingDoc = (typeof settingDocs)[number];

function defaultInTable(setting: SettingDoc): string {
  if (setting.isRequired) return 'required';
  if (setting.default === null) return 'none';
  return setting.default === '' ? 'empty' : `\`${setting.default}\``;
}
