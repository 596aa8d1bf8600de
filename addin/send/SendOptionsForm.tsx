import { Checkbox, Field, Select, makeStyles, mergeClasses, tokens, useId } from '@fluentui/react-components';
import { daysToChoose } from '../days-to-choose.ts';
import { paneTexts } from '../texts/pane-texts.ts';
import type { SendOptions } from './deliver-message.ts';
import type { SendPolicy } from './find-problems.ts';

const NO_END = 'no-end';

/** In the order in which people read them. */
const SWITCHES = ['allowReply', 'allowReplyAll', 'allowPrint', 'allowDownload', 'readReceipt'] as const;

const useStyles = makeStyles({
  options: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  switches: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(150px, 1fr))',
    marginInlineStart: `calc(-1 * ${tokens.spacingHorizontalS})`,
  },
  wide: { gridColumn: '1 / -1' },
  // What is not chosen must not look like what cannot be chosen.
  open: { '& label': { color: tokens.colorNeutralForeground1 } },
  // What is decided for people is still there to be read.
  fixed: {
    '& select, & label': { color: tokens.colorNeutralForeground3, '@media (forced-colors: active)': { color: 'GrayText' } },
  },
  why: { margin: 0, color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

interface SendOptionsFormProps {
  readonly options: SendOptions;
  readonly policy: SendPolicy;
  readonly onChoose: (options: SendOptions) => void;
}

/** How long the message can be read and what readers may do with it, within the organisation's policy. */
export function SendOptionsForm({ options, policy, onChoose }: SendOptionsFormProps) {
  const styles = useStyles();
  const why = useId('why');
  const isFixed = (option: (typeof policy.fixed)[number]) => policy.fixed.includes(option);
  const reason = (option: (typeof policy.fixed)[number]) => (isFixed(option) ? { 'aria-describedby': why } : {});
  const { expiresInDays } = options;
  return (
    <div className={styles.options} role="group" aria-label={paneTexts.options.heading}>
      <Field label={paneTexts.options.readableFor} orientation="horizontal">
        <Select
          value={expiresInDays ?? NO_END}
          className={isFixed('expiresInDays') ? styles.fixed : undefined}
          disabled={isFixed('expiresInDays')}
          {...reason('expiresInDays')}
          onChange={(_event, { value }) => onChoose({ ...options, expiresInDays: value === NO_END ? null : Number(value) })}
        >
          {daysToChoose(policy.maxExpiresInDays, policy.defaults.expiresInDays, expiresInDays).map((days) => (
            <option key={days} value={days}>
              {paneTexts.options.days(days)}
            </option>
          ))}
          {policy.mayNeverExpire ? <option value={NO_END}>{paneTexts.options.noEnd}</option> : null}
        </Select>
      </Field>
      <div className={styles.switches}>
        {SWITCHES.map((option) => {
          // Who may not answer at all may not answer all.
          const isPointless = option === 'allowReplyAll' && !options.allowReply;
          const look = isFixed(option) ? styles.fixed : !isPointless && styles.open;
          return (
            <Checkbox
              key={option}
              className={mergeClasses(option === 'readReceipt' && styles.wide, look)}
              label={paneTexts.options[option]}
              checked={options[option] && !isPointless}
              disabled={isFixed(option) || isPointless}
              {...reason(option)}
              onChange={(_event, { checked }) => onChoose({ ...options, [option]: checked === true })}
            />
          );
        })}
      </div>
      {policy.fixed.length > 0 ? (
        <p id={why} className={styles.why}>
          {paneTexts.options.fixed}
        </p>
      ) : null}
    </div>
  );
}
