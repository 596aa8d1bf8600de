import { filesBesideBody } from '../../../contract/files-beside-body.ts';
import type { OpenedMessage } from '../../../contract/mailbox.ts';
import { formatMoment } from '../../../screen/format.ts';
import { mailboxTexts } from '../../texts/mailbox-texts.ts';
import { readingTexts } from '../../texts/reading-texts.ts';
import { fullNameOf } from '../person-names.ts';

/** By this name a message's frame is found. */
export const MESSAGE_FRAME = 'message';

/** Prints the open message, with people, date and subject above it. Nothing happens where none is open. */
export function printMessage(): void {
  const frame = document.querySelector<HTMLIFrameElement>(`iframe[name='${MESSAGE_FRAME}']`);
  frame?.contentWindow?.focus();
  frame?.contentWindow?.print();
}

/** Writes what is printed above a message into its frame, or makes the frame's paper blank where the sender does not allow printing. */
export function preparePrint(shell: Document, message: OpenedMessage): void {
  shell.documentElement.toggleAttribute('data-print-nothing', !message.mayPrint);
  const heading = shell.getElementById('heading');
  if (!heading) throw new Error('frame.html has no element #heading');
  const words = readingTexts.printed;
  const subject = message.subject || mailboxTexts.noSubject;
  const files = filesBesideBody(message.attachments, message.html);
  const lines = [
    [words.from, fullNameOf(message.sender)],
    [words.to, message.to.map(fullNameOf).join(', ')],
    [words.cc, message.cc.map(fullNameOf).join(', ')],
    [words.date, formatMoment(message.sentAt)],
    [words.files, files.map(({ name }) => name).join(', ')],
  ].filter(([, value]) => value !== '');
  heading.replaceChildren(element(shell, 'h1', subject), ...lines.map(([name, value]) => line(shell, name ?? '', value ?? '')));
  // What a browser puts at the top of the paper and into the name of a PDF.
  shell.title = subject;
}

function line(shell: Document, name: string, value: string): HTMLElement {
  const paragraph = element(shell, 'p', '');
  paragraph.append(element(shell, 'b', `${name}:`), ` ${value}`);
  return paragraph;
}

function element(shell: Document, tag: string, text: string): HTMLElement {
  const made = shell.createElement(tag);
  made.textContent = text;
  return made;
}
