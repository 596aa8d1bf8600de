import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { requestCode } from '../../contract/account.ts';
import { ErrorBar } from '../../screen/ErrorBar.tsx';
import { call } from '../api.ts';
import { PlainPage } from '../page/PlainPage.tsx';
import { accountTexts } from '../texts/account-texts.ts';
import { CodeForm } from './CodeForm.tsx';
import { useFormStyles } from './form-styles.ts';

interface CreatePasswordPageProps {
  readonly deliveryId: string;
  readonly shortAddress: string;
}

const words = accountTexts.create;

/** Creates a password by a code that is mailed to the recipient of a message. Nothing is mailed before somebody asks for it. */
export function CreatePasswordPage({ deliveryId, shortAddress }: CreatePasswordPageProps) {
  const styles = useFormStyles();
  const request = useCodeRequest(deliveryId);
  return (
    <PlainPage heading={words.heading}>
      {request.validMinutes === null ? (
        <>
          <p className={styles.words}>
            {words.messageFor(shortAddress)} {words.why}
          </p>
          {request.failure ? <ErrorBar failure={request.failure} /> : null}
          <Button className={styles.button} appearance="primary" disabledFocusable={request.isBusy} onClick={request.send}>
            {request.isBusy ? words.sendingCode : words.sendCode}
          </Button>
        </>
      ) : (
        <CodeForm
          deliveryId={deliveryId}
          shortAddress={shortAddress}
          request={{ ...request, validMinutes: request.validMinutes }}
        />
      )}
    </PlainPage>
  );
}

export interface CodeRequest {
  readonly isBusy: boolean;
  readonly failure: unknown;
  readonly sentCount: number;
  readonly send: () => void;
}

function useCodeRequest(deliveryId: string): CodeRequest & { readonly validMinutes: number | null } {
  const [validMinutes, setValidMinutes] = useState<number | null>(null);
  const [sentCount, setSentCount] = useState(0);
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly failure: unknown }>({ isBusy: false, failure: null });
  const send = async () => {
    setState({ isBusy: true, failure: null });
    try {
      const sent = await call(requestCode, { deliveryId });
      setValidMinutes(sent.validMinutes);
      setSentCount((count) => count + 1);
      setState({ isBusy: false, failure: null });
    } catch (failure) {
      setState({ isBusy: false, failure });
    }
  };
  return { ...state, validMinutes, sentCount, send: () => void (state.isBusy ? undefined : send()) };
}
