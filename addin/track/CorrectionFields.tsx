import { Field, Input } from '@fluentui/react-components';
import { limits } from '../../contract/limits.ts';
import { sentTexts } from '../texts/sent-texts.ts';

export interface Correction {
  readonly address: string;
  readonly name: string;
  /** Somebody wanted to go on with what is no address. */
  readonly isWrong: boolean;
}

interface CorrectionFieldsProps {
  readonly correction: Correction;
  readonly onChange: (correction: Correction) => void;
}

/** The right address, and whose it is. */
export function CorrectionFields({ correction, onChange }: CorrectionFieldsProps) {
  const words = sentTexts.dialogs.correct;
  const { address, name, isWrong } = correction;
  return (
    <>
      <Field label={words.address} {...(isWrong ? { validationMessage: words.notAnAddress } : {})}>
        <Input
          type="email"
          autoComplete="off"
          value={address}
          maxLength={limits.addressCharacters}
          onChange={(_event, { value }) => onChange({ ...correction, address: value, isWrong: false })}
        />
      </Field>
      <Field label={words.name}>
        <Input
          autoComplete="off"
          value={name}
          maxLength={limits.personNameCharacters}
          onChange={(_event, { value }) => onChange({ ...correction, name: value })}
        />
      </Field>
    </>
  );
}
