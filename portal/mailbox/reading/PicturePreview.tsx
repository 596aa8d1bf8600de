import { makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { MessageAttachment } from '../../../contract/mailbox.ts';

const useStyles = makeStyles({
  picture: { maxWidth: '100%', maxHeight: '100%', minHeight: 0, objectFit: 'contain', margin: 'auto' },
});

export interface PreviewProps {
  readonly file: MessageAttachment;
  readonly bytes: Blob;
  /** What is in the file cannot be shown. */
  readonly onBroken: () => void;
}

/** A raster picture from memory: a browser decodes such a picture and runs nothing of it. */
export function PicturePreview({ file, bytes, onBroken }: PreviewProps) {
  const styles = useStyles();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(bytes);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes]);
  return address === undefined ? null : <img className={styles.picture} src={address} alt={file.name} onError={onBroken} />;
}
