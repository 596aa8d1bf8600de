import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { Api } from '../../addin/api.ts';
import { SendPanel } from '../../addin/send/SendPanel.tsx';

/** Shows the pane's send screen, with somebody who clicks and types. */
export function renderPane(api: Api) {
  render(
    <FluentProvider theme={webLightTheme}>
      <SendPanel api={api} isShown onSettled={() => undefined} />
    </FluentProvider>,
  );
  return userEvent.setup();
}
