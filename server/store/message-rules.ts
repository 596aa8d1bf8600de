import mongoose from 'mongoose';
import './refuse-unknown.ts';
import type { RuledOption } from '../../contract/send.ts';
import { isDuplicateKey } from './database.ts';

/** What the organisation says of one option of a message: what is chosen at first, and whether that stays. */
export interface OptionRule<Value> {
  readonly value: Value;
  readonly isFixed: boolean;
}

/** Rules by option; what has none follows the settings of the server. */
export type MessageRules = { readonly [option in Exclude<RuledOption, 'expiresInDays'>]?: OptionRule<boolean> } & {
  readonly expiresInDays?: OptionRule<number | null>;
};

const settingsSchema = new mongoose.Schema<{ _id: string; rules: MessageRules }>(
  { _id: { type: String, required: true }, rules: { type: mongoose.Schema.Types.Mixed, default: () => ({}) } },
  { collection: 'settings', versionKey: false, minimize: false },
);

const Settings = mongoose.model('settings', settingsSchema);

const MESSAGE_RULES = 'message-rules';

/** The organisation's rules for messages from Outlook, as they stand now. */
export async function readMessageRules(): Promise<MessageRules> {
  const found = await Settings.findById(MESSAGE_RULES).lean();
  return found?.rules ?? {};
}

/** Lays down the rule of one option, or takes it away (null); the other options keep theirs, whoever changes them at the same moment. */
export async function putMessageRule<Option extends RuledOption>(
  option: Option,
  rule: MessageRules[Option] | null,
): Promise<void> {
  const field = `rules.${option}`;
  const put = () =>
    Settings.updateOne({ _id: MESSAGE_RULES }, rule === null ? { $unset: { [field]: 1 } } : { $set: { [field]: rule } }, {
      upsert: true,
    });
  // Two first rules at the same moment: one of them finds the other's document there.
  await put().catch((cause: unknown) => {
    if (!isDuplicateKey(cause)) throw cause;
    return put();
  });
}
