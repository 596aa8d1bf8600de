import { AppProvider } from '../screen/AppProvider.tsx';
import type { Api } from './api.ts';
import { OpenInOutlook } from './OpenInOutlook.tsx';
import { useOfficeTheme } from './outlook/use-office-theme.ts';
import { SendPanel } from './send/SendPanel.tsx';

interface PaneScreenProps {
  /** The organisation's colour as `#rrggbb`. */
  readonly colour: string;
  readonly isInOutlook: boolean;
  readonly api: Api;
}

/** The whole pane, in Outlook's own light or dark. */
export function PaneScreen({ colour, isInOutlook, api }: PaneScreenProps) {
  const theme = useOfficeTheme(isInOutlook);
  return (
    <AppProvider colour={colour} theme={theme} textSize="compact">
      {isInOutlook ? <SendPanel api={api} /> : <OpenInOutlook />}
    </AppProvider>
  );
}
