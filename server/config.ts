import * as z from 'zod';
import { type DkimSettings, judgeRootKey, readBounceTls, readDkim, readLogo, type TlsSettings } from './setting-files.ts';
import { isLoopback } from './setting-rules.ts';
import { settingSchema } from './setting-schema.ts';

type Settings = z.output<typeof settingSchema>;

/** The settings of one server process, frozen. */
export type Config = Readonly<Settings> & {
  readonly organisationLogo: string | null;
  readonly dkim: DkimSettings | null;
  readonly bounceTls: TlsSettings | null;
};

/** The settings for README and `.env.example`: name, meaning, and the default, null where one must be given. */
export const settingDocs = Object.entries(settingSchema.shape).map(([name, rule]) => ({
  name,
  doc: rule.description ?? '',
  default: defaultText(rule),
  isRequired: !rule.safeParse(undefined).success,
}));

/** All that is wrong with the settings, a line each. */
export class SettingsError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      `${problems.length === 1 ? 'A setting is' : `${problems.length} settings are`} missing or wrong:\n  ${problems.join('\n  ')}`,
    );
    this.problems = problems;
  }
}

/** Reads every setting from the environment and the files it names. @throws SettingsError with all problems together */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const known = givenSettings(environment);
  const problems: string[] = [];
  const parsed = settingSchema.safeParse(known);
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => problemOf(issue, known)));
  const settings = parsed.data ?? rightOnes(known);
  problems.push(...contradictions(settings));
  judgeRootKey(settings, problems);
  const organisationLogo = readLogo(settings, problems);
  const dkim = readDkim(settings, problems);
  const bounceTls = readBounceTls(settings, problems);
  if (!parsed.success || problems.length > 0) throw new SettingsError(problems);
  return Object.freeze({ ...parsed.data, organisationLogo, dkim, bounceTls });
}

/** The settings that are right each by itself, so that what does not fit together is told along with what is missing. */
function rightOnes(known: Record<string, string>): Partial<Settings> {
  const parsed = Object.entries(settingSchema.shape).map(([name, rule]) => [name, rule.safeParse(known[name])] as const);
  return Object.fromEntries(parsed.flatMap(([name, { success, data }]) => (success ? [[name, data]] : [])));
}

function contradictions(settings: Partial<Settings>): string[] {
  const isUnsafe = (tlsRule?: 'required' | 'none', url?: string) => tlsRule === 'none' && url !== undefined && !isLoopback(url);
  const { DEFAULT_EXPIRES_IN_DAYS: usual = 0, MAX_EXPIRES_IN_DAYS: most = Infinity } = settings;
  return [
    isUnsafe(settings.RELAY_SMTP_TLS, settings.RELAY_SMTP_URL) && 'RELAY_SMTP_TLS: none is only for a relay on this machine',
    isUnsafe(settings.ORGANISATION_SMTP_TLS, settings.ORGANISATION_SMTP_URL) &&
      'ORGANISATION_SMTP_TLS: none is only for a server on this machine',
    settings.BOUNCE_ADDRESS === undefined &&
      (settings.BOUNCE_SMTP_PORT !== undefined || settings.BOUNCE_MAILDIR !== undefined) &&
      'BOUNCE_ADDRESS: must be given where reports are to be taken',
    usual > most && 'DEFAULT_EXPIRES_IN_DAYS: is more than MAX_EXPIRES_IN_DAYS',
  ].filter((problem) => problem !== false);
}

/** The settings that an environment gives, as texts; an empty text counts as not given. */
export function givenSettings(environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const names = Object.keys(settingSchema.shape).filter((name) => environment[name]);
  return Object.fromEntries(names.map((name) => [name, environment[name] ?? '']));
}

function problemOf(issue: z.core.$ZodIssue, known: Record<string, unknown>): string {
  const name = String(issue.path[0]);
  const doc = settingSchema.shape[name as keyof typeof settingSchema.shape].description ?? '';
  return name in known ? `${name}: ${issue.message}` : `${name}: is missing. ${doc}`;
}

function defaultText(rule: z.ZodType): string | null {
  if (!(rule instanceof z.ZodDefault)) return null;
  const value: unknown = rule.parse(undefined);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(',') : String(value);
}
