import { Field, Select } from '@fluentui/react-components';
import { useFormStyles } from '../form-styles.ts';

interface ChoiceProps<Value extends string> {
  readonly label: string;
  readonly value: Value | '';
  readonly onChange: (value: Value | '') => void;
  /** Words for each value; `''` is the choice of no choice. */
  readonly options: readonly (readonly [Value | '', string])[];
}

/** One of a few values, as the system's own list. */
export function Choice<Value extends string>({ label, value, onChange, options }: ChoiceProps<Value>) {
  const styles = useFormStyles();
  return (
    <Field label={label}>
      <Select
        className={styles.input}
        select={{ className: styles.choice }}
        value={value}
        onChange={(_event, { value: chosen }) => onChange(options.find(([known]) => known === chosen)?.[0] ?? '')}
      >
        {options.map(([known, words]) => (
          <option key={known} value={known}>
            {words}
          </option>
        ))}
      </Select>
    </Field>
  );
}
