import { Checkbox, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import { paneTexts } from '../texts/pane-texts.ts';
import type { SendOptions } from './deliver-message.ts';
import type { SendPolicy } from './find-problems.ts';

const USUAL_DAYS = [1, 7, 14, 30, 90, 180, 365];
const NO_END = 'no-end';

const useStyles = makeStyles({
  options: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  reply: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface SendOptionsFormProps {
  readonly options: SendOptions;
  readonly policy: SendPolicy;
  readonly onChoose: (options: SendOptions) => void;
}

/** How long the message can be read, and whether it can be answered, within the organisation's policy. */
export function SendOptionsForm({ options, policy, onChoose }: SendOptionsFormProps) {
  const styles = useStyles();
  const { expiresInDays } = options;
  return (
    <div className={styles.options} role="group" aria-label={paneTexts.options.heading}>
      <Field label={paneTexts.options.readableFor} orientation="horizontal">
        <Select
          value={expiresInDays ?? NO_END}
          onChange={(_event, { value }) => onChoose({ ...options, expiresInDays: value === NO_END ? null : Number(value) })}
        >
          {daysToChoose(policy).map((days) => (
            <option key={days} value={days}>
              {paneTexts.options.days(days)}
            </option>
          ))}
          {policy.mayNeverExpire ? <option value={NO_END}>{paneTexts.options.noEnd}</option> : null}
        </Select>
      </Field>
      <Checkbox
        className={styles.reply}
        label={paneTexts.options.allowReply}
        checked={options.allowReply}
        onChange={(_event, { checked }) => onChoose({ ...options, allowReply: checked === true })}
      />
      <Checkbox
        className={styles.reply}
        label={paneTexts.options.tellWhenOpened}
        checked={options.readReceipt}
        onChange={(_event, { checked }) => onChoose({ ...options, readReceipt: checked === true })}
      />
    </div>
  );
}

function daysToChoose({ defaults, maxExpiresInDays }: SendPolicy): number[] {
  const days = new Set([...USUAL_DAYS.filter((usual) => usual <= maxExpiresInDays), defaults.expiresInDays ?? maxExpiresInDays]);
  return [...days].sort((a, b) => a - b);
}
