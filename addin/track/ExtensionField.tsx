import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { extensionAllowed } from '../../contract/readable-days.ts';
import type { OutputOf } from '../../contract/endpoint.ts';
import { readSendPolicy } from '../../contract/send.ts';
import type { Api } from '../api.ts';
import { daysToChoose } from '../days-to-choose.ts';
import { Notice } from '../Notice.tsx';
import { paneTexts } from '../texts/pane-texts.ts';
import { sentTexts } from '../texts/sent-texts.ts';
import { sentFailureText } from './sent-failure-text.ts';

const NO_END = 'no-end';
const DAY_MS = 24 * 3_600_000;

type Asked =
  | { readonly step: 'loading' }
  | { readonly step: 'failed'; readonly failure: unknown }
  | { readonly step: 'allowed'; readonly policy: OutputOf<typeof readSendPolicy> };

interface ExtensionFieldProps {
  readonly api: Api;
  /** null: without end; undefined until the organisation's rules are known. */
  readonly days: number | null | undefined;
  readonly onChoose: (days: number | null) => void;
}

/** For how many days from now, within what the organisation allows. */
export function ExtensionField({ api, days, onChoose }: ExtensionFieldProps) {
  const asked = useAllowedDays(api, onChoose);
  if (asked.step === 'loading') return <Spinner size="tiny" labelPosition="after" label={sentTexts.dialogs.extend.loading} />;
  if (asked.step === 'failed')
    return (
      <div role="alert">
        <Notice tone="error" {...sentFailureText(asked.failure)}>
          <Button onClick={asked.again}>{sentTexts.tryAgain}</Button>
        </Notice>
      </div>
    );
  const { maxExpiresInDays, mayNeverExpire } = extensionAllowed(asked.policy);
  return (
    <Field label={paneTexts.options.readableFor} hint={endAfter(days)}>
      <Select value={days ?? NO_END} onChange={(_event, { value }) => onChoose(value === NO_END ? null : Number(value))}>
        {daysToChoose(maxExpiresInDays, asked.policy.defaults.expiresInDays).map((choice) => (
          <option key={choice} value={choice}>
            {paneTexts.options.days(choice)}
          </option>
        ))}
        {mayNeverExpire ? <option value={NO_END}>{paneTexts.options.noEnd}</option> : null}
      </Select>
    </Field>
  );
}

function endAfter(days: number | null | undefined): string {
  const { until, untilRecalled } = sentTexts.dialogs.extend;
  return typeof days === 'number' ? until(new Date(Date.now() + days * DAY_MS).toISOString()) : untilRecalled;
}

/** Asks for the organisation's rules, and chooses its usual time once they are known. */
function useAllowedDays(api: Api, onChoose: ExtensionFieldProps['onChoose']) {
  const [asked, setAsked] = useState<Asked>({ step: 'loading' });
  const choose = useEffectEvent(onChoose);
  const isLoading = asked.step === 'loading';
  useEffect(() => {
    if (!isLoading) return;
    api.call(readSendPolicy, {}).then(
      (policy) => {
        setAsked({ step: 'allowed', policy });
        choose(policy.defaults.expiresInDays);
      },
      (failure: unknown) => setAsked({ step: 'failed', failure }),
    );
  }, [api, isLoading]);
  return { ...asked, again: () => setAsked({ step: 'loading' }) };
}
