import type { MessageAttachment } from '../../../contract/mailbox.ts';
import { PreviewFrame } from './PreviewFrame.tsx';

export interface PreviewProps {
  readonly file: MessageAttachment;
  readonly bytes: Blob;
  /** What is in the file cannot be shown. */
  readonly onBroken: () => void;
}

/** A raster picture from memory, as large as fits. */
export function PicturePreview({ file, bytes, onBroken }: PreviewProps) {
  const fill = (place: HTMLElement) => {
    const address = URL.createObjectURL(bytes);
    const picture = place.ownerDocument.createElement('img');
    picture.alt = file.name;
    picture.addEventListener('error', onBroken);
    picture.src = address;
    Object.assign(picture.style, { display: 'block', margin: 'auto', maxHeight: 'calc(100vh - 32px)', objectFit: 'contain' });
    place.replaceChildren(picture);
    return () => URL.revokeObjectURL(address);
  };
  return <PreviewFrame name={file.name} fill={fill} />;
}
