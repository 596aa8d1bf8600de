import { makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
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
  const picture = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(bytes);
    if (picture.current) picture.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [bytes]);
  return <img ref={picture} className={styles.picture} alt={file.name} onError={onBroken} />;
}
