import { type DragEvent, useState } from 'react';

/** Takes files that are dropped on an element; spread the rest of the answer on it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void) {
  const [isDropping, setIsDropping] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  return {
    isDropping,
    onDragOver: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsDropping(true);
    },
    onDragLeave: (event: DragEvent) => {
      const isInside = event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
      if (!isInside) setIsDropping(false);
    },
    onDrop: (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      setIsDropping(false);
      onFiles([...event.dataTransfer.files]);
    },
  };
}
