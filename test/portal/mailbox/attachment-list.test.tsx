import { expect, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { AttachmentList } from '../../../portal/mailbox/AttachmentList.tsx';

const file = (name: string, contentType: string, contentId: string | null) => ({
  ...{ name, contentType, contentId, size: 1000 },
  attachmentId: `attachment-${name.padEnd(11, '_').replace('.', '-')}`,
});

test('a drawing that the body names but no page may show is there to download; only pictures that are seen in the body are not', () => {
  const attachments = [
    file('plan.svg', 'image/svg+xml', 'plan'),
    file('scan.tiff', 'image/tiff', '<scan>'),
    file('photo.png', 'image/png', '<photo>'),
    file('stray.png', 'image/png', 'nowhere'),
    file('notes.pdf', 'application/pdf', null),
  ];
  const html = '<img src="cid:plan"><img src="cid:scan"><img src="cid:photo">';
  render(<AttachmentList message={{ deliveryId: 'delivery-0123456789_ab', attachments, html, mayDownload: true }} />);
  expect(screen.getAllByRole('link', { name: /^Download .*,/ }).map((link) => link.getAttribute('download'))).toEqual([
    'plan.svg',
    'scan.tiff',
    'stray.png',
    'notes.pdf',
  ]);
});
