import { Button, type ButtonProps, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { belowWide } from '../page/screen-media.ts';

const small = {
  flexDirection: 'column',
  minWidth: '48px',
  gap: 0,
  paddingInline: tokens.spacingHorizontalXS,
  fontSize: tokens.fontSizeBase200,
  lineHeight: tokens.lineHeightBase200,
  fontWeight: tokens.fontWeightRegular,
} as const;

const useStyles = makeStyles({
  button: { minHeight: '44px', minWidth: 0, paddingInline: tokens.spacingHorizontalS, whiteSpace: 'nowrap', [belowWide]: small },
  small,
});

interface ToolButtonProps {
  readonly label: string;
  readonly icon: ReactElement;
  readonly isSmall?: boolean;
  readonly appearance?: ButtonProps['appearance'];
  /** Whether what it switches is on; absent for what is no switch. */
  readonly isOn?: boolean;
  readonly className?: string | undefined;
  readonly onClick: () => void;
}

/** A button of a toolbar: its icon beside its name, or above it where there is little room. */
export function ToolButton({ label, icon, isSmall, appearance = 'subtle', isOn, className, onClick }: ToolButtonProps) {
  const styles = useStyles();
  return (
    <Button
      className={mergeClasses(styles.button, isSmall && styles.small, className)}
      appearance={appearance}
      icon={icon}
      onClick={onClick}
      {...(isOn === undefined ? {} : { 'aria-pressed': isOn })}
    >
      {label}
    </Button>
  );
}
