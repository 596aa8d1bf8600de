const DATABASE = 'outlook-simulator';
const SHELF = 'files';

/** Keeps the bytes of an attachment in this browser, through a reload of the page. */
export async function shelveFile(id: string, content: Blob): Promise<void> {
  await onShelf('readwrite', (shelf) => shelf.put(content, id));
}

/** The bytes of an attachment; empty when they are not there any more. */
export async function takeFile(id: string): Promise<Blob> {
  const content = await onShelf<Blob | undefined>('readonly', (shelf) => shelf.get(id));
  return content ?? new Blob();
}

/** Throws the bytes of all attachments away. */
export async function clearShelf(): Promise<void> {
  await onShelf('readwrite', (shelf) => shelf.clear());
}

/** The bytes of an attachment as base64, as Office.js hands them over. */
export async function takeFileAsBase64(id: string): Promise<string> {
  const content = await takeFile(id);
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/, '') : '');
    reader.onerror = () => reject(reader.error ?? new Error('The file could not be read.'));
    reader.readAsDataURL(content);
  });
}

async function onShelf<T>(mode: IDBTransactionMode, work: (shelf: IDBObjectStore) => IDBRequest): Promise<T> {
  shelving ??= openDatabase();
  return settled<T>(work((await shelving).transaction(SHELF, mode).objectStore(SHELF)));
}

let shelving: Promise<IDBDatabase> | null = null;

function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(SHELF);
  return settled<IDBDatabase>(opening);
}

function settled<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error ?? new Error('The browser keeps no files.'));
  });
}
