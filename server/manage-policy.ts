import { parseArgs } from 'node:util';
import { limits } from '../contract/limits.ts';
import { type RuledOption, ruledOptions } from '../contract/send.ts';
import { effectivePolicy, readEffectivePolicy } from './message/effective-policy.ts';
import { runCommand } from './run-command.ts';
import { type MessageRules, putMessageRule } from './store/message-rules.ts';

const USAGE = `npm run policy                                  shows what holds for messages from Outlook
npm run policy -- allow-print always            always, never: nobody can choose; yes, no: what is chosen at first
npm run policy -- readable-for 14 [fixed]       in days, or: no-end
npm run policy -- allow-print free              takes the rule away

Options: allow-reply, allow-reply-all, allow-print, allow-download, tell-when-opened, readable-for`;

const names: Readonly<Record<RuledOption, string>> = {
  expiresInDays: 'readable-for',
  allowReply: 'allow-reply',
  allowReplyAll: 'allow-reply-all',
  allowPrint: 'allow-print',
  allowDownload: 'allow-download',
  readReceipt: 'tell-when-opened',
};

interface Change {
  readonly option: RuledOption;
  readonly rule: MessageRules[RuledOption] | null;
}

const switchRules = {
  always: { value: true, isFixed: true },
  never: { value: false, isFixed: true },
  yes: { value: true, isFixed: false },
  no: { value: false, isFixed: false },
} as const;

/** `npm run policy`: shows or changes the organisation's rules for messages from Outlook, in the database of the settings. They hold from the next send on. */
runCommand(readChange, async (change, { config }) => {
  if (change) {
    const longest = effectivePolicy(config, {}).maxExpiresInDays;
    if (typeof change.rule?.value === 'number' && change.rule.value > longest)
      throw new Error(`The settings of the server allow at most ${longest} days (MAX_EXPIRES_IN_DAYS).`);
    if (change.rule?.value === null && !config.MAY_NEVER_EXPIRE)
      throw new Error('The settings of the server do not allow messages without end (MAY_NEVER_EXPIRE).');
    await putMessageRule(change.option, change.rule);
  }
  const { defaults, fixed } = await readEffectivePolicy(config);
  for (const option of ruledOptions) {
    const value = defaults[option];
    const shown = value === null ? 'no-end' : typeof value === 'number' ? `${value} days` : value ? 'yes' : 'no';
    process.stdout.write(
      `${names[option].padEnd(18)}${shown.padEnd(10)}${fixed.includes(option) ? 'fixed' : 'senders choose'}\n`,
    );
  }
  return 0;
});

function readChange(): Change | null {
  const [name, value, extra, ...rest] = parseArgs({ allowPositionals: true }).positionals;
  if (name === undefined) return null;
  const option = ruledOptions.find((one) => names[one] === name);
  const rule = option === undefined ? undefined : readRule(option, value ?? '', extra);
  if (option === undefined || rule === undefined || rest.length > 0) throw new Error(`Usage:\n${USAGE}`);
  return { option, rule };
}

/** null takes the rule away; undefined is no rule. */
function readRule(option: RuledOption, value: string, extra: string | undefined): Change['rule'] | undefined {
  if (value === 'free' && extra === undefined) return null;
  if (option !== 'expiresInDays') {
    return extra === undefined && Object.hasOwn(switchRules, value) ? switchRules[value as keyof typeof switchRules] : undefined;
  }
  if (extra !== undefined && extra !== 'fixed') return undefined;
  const isFixed = extra === 'fixed';
  if (value === 'no-end') return { value: null, isFixed };
  const days = /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN;
  return days >= limits.expiresInDays.minimum && days <= limits.expiresInDays.maximum ? { value: days, isFixed } : undefined;
}
