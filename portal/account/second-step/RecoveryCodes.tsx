import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { NoticeBar } from '../../page/NoticeBar.tsx';
import { secondStepTexts } from '../../texts/second-step-texts.ts';
import { useFormStyles } from '../form-styles.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, outlineStyle: 'none' },
  codes: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))',
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: tokens.spacingHorizontalL,
    listStyleType: 'none',
    fontFamily: tokens.fontFamilyMonospace,
    direction: 'ltr',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  button: { minHeight: '44px' },
});

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}

/** New recovery codes, shown this once, with every way to keep them. Their heading takes the focus: they stand in place of what had it. */
export function RecoveryCodes({ codes, onKept }: RecoveryCodesProps) {
  const styles = useStyles();
  const form = useFormStyles();
  const [isCopied, setIsCopied] = useState(false);
  const words = secondStepTexts.codes;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () => navigator.clipboard.writeText(codes.join('\n')).then(() => setIsCopied(true));
  return (
    <section className={styles.box} aria-labelledby="recovery-codes">
      <h3 id="recovery-codes" ref={heading} tabIndex={-1} className={styles.title}>
        {words.title}
      </h3>
      <p className={form.words}>{words.explain}</p>
      <ul className={styles.codes} aria-label={words.list}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.row}>
        <Button className={styles.button} onClick={() => void copy().catch(() => undefined)}>
          {words.copy}
        </Button>
        <Button className={styles.button} onClick={() => print()}>
          {words.print}
        </Button>
        <Button className={styles.button} onClick={() => download(codes)}>
          {words.download}
        </Button>
      </div>
      {isCopied ? <NoticeBar kind="done">{words.copied}</NoticeBar> : null}
      <div className={form.actions}>
        <Button className={styles.button} appearance="primary" onClick={onKept}>
          {words.kept}
        </Button>
      </div>
    </section>
  );
}

function download(codes: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([`${codes.join('\r\n')}\r\n`], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: address, download: secondStepTexts.codes.fileName });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
